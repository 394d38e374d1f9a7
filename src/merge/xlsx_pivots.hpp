#pragma once

#include "merge/xlsx_sheet_reader.hpp"
#include "sml/cell_ref.hpp"

#include <pugixml.hpp>

#include <vector>

namespace lg::merge {

/// A pivot table made of a template shows the template's tags as if they were data. It is read anew when
/// Excel opens the result, so those tags are nobody's: the cells of `worksheet` within `areas` (ECMA-376 Part
/// 1, 18.10.1.49) that hold them are left empty.
void blank_pivot_cells(pugi::xml_node worksheet, const std::vector<sml::CellRange>& areas,
                       const std::vector<SharedText>& strings);

/// Takes the braces off the values that a pivot cache (18.10.1.67, 18.10.1.68) keeps of the template: they
/// stay apart from each other, and are no tags.
void strip_cached_tags(pugi::xml_node cache);

}  // namespace lg::merge
