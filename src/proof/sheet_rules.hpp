#pragma once

#include "proof/breach.hpp"

#include <pugixml.hpp>

#include <cstddef>

namespace lg::proof {

/// What the cells of a sheet may refer to in its workbook.
struct SheetContext {
  std::size_t shared_strings = 0;       // how many there are
  std::size_t cell_styles = 0;          // xf elements of cellXfs
  std::size_t differential_styles = 0;  // dxf elements
};

/// How a worksheet is built: rows and cells in order within the limits (X01, X25), values that their type can
/// have (X02, X03), formulas that point at something (X05), shared and array formulas with their area (X06),
/// merged cells apart from each other (X10), rules and validations with areas on the sheet (X11, X12), links
/// (X20), elements in the schema's order (X23; ECMA-376 Part 1, 18.3.1.99).
void check_sheet(pugi::xml_node worksheet, const SheetContext& context, Breaches& breaches);

/// The number of the row that an element of a worksheet lies in; 0 when it lies in none.
[[nodiscard]] int sheet_row(pugi::xml_node node);

}  // namespace lg::proof
