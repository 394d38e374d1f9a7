#pragma once

#include "intake/foreign_grid.hpp"
#include "intake/foreign_header.hpp"

#include <deque>
#include <string>
#include <vector>

namespace lg::intake {

/// A label and its value, or one of them alone.
struct PrintFact {
  ForeignColumn label;  // `text` is empty: a value without a label
  sml::Cell value;
  std::string text;  // of the value; empty: a label without a value
};

/// One row of a page of print as labels and values. A label stands before a colon in the value's cell, or in
/// the cell to the left; one cell may hold several. `texts` keeps parts of cells.
[[nodiscard]] std::vector<PrintFact> facts_of(const ForeignGrid::GridRow& row, const ForeignMap& map,
                                              std::deque<std::string>& texts);

/// The heading is a word for a column of VoR or IKP.
[[nodiscard]] bool is_label(const ForeignColumn& column);

}  // namespace lg::intake
