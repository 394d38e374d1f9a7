#pragma once

#include "app/text_origin.hpp"
#include "sml/workbook.hpp"

#include <string>

namespace lg::app {

/// Answers a question about a plan by the protocol's table Planceller: a cell ("Aktivitetsplan!C7", also with
/// the sheet in apostrophes) or a text that stands in cells. A plan that was changed since (`answer.changed`)
/// is followed by what its rows and headings say: a cell is told to be made of others only where row, column
/// and text are those of the protocol.
void ask_plan(const sml::Workbook& plan, const sml::Workbook& protocol, const std::string& own_template,
              const std::string& question, OriginAnswer& answer);

}  // namespace lg::app
