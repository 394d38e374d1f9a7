#pragma once

#include "sml/cell_ref.hpp"

#include <pugixml.hpp>

#include <set>

/// Colours cells without touching them: by a conditional format (ECMA-376 Part 1, 18.3.1.18) that always
/// holds. So the cells keep their own formats, which come back when the mark goes.
namespace lg::sml {

/// The look of a mark, yellow with black text, among the differential formats of a workbook. `styles` is the
/// root of the styles part, which gets the format unless it has it. Gives the format's number.
unsigned mark_format(pugi::xml_node styles);

/// Marks cells of a sheet; the mark lies above the sheet's own conditional formats. `worksheet` is the root
/// of the sheet's part.
void mark_cells(pugi::xml_node worksheet, const std::set<CellRef>& cells, unsigned format);

/// Takes the marks out of a sheet. False when it had none.
bool unmark_cells(pugi::xml_node worksheet);

}  // namespace lg::sml
