#pragma once

#include "sml/cell_ref.hpp"
#include "sml/row_map.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lg::sml {

/// The areas of an `sqref` attribute: "B5 C7:D9" (ECMA-376 Part 1, 18.18.76).
[[nodiscard]] std::vector<CellRange> parse_areas(std::string_view sqref);
[[nodiscard]] std::string areas_text(const std::vector<CellRange>& areas);

/// The areas that the copies of those areas fill, the first area's first.
[[nodiscard]] std::vector<CellRange> moved_areas(const std::vector<CellRange>& areas, const RowMap& rows);
/// The range from the first copy of its first row to the last copy of its last.
[[nodiscard]] std::optional<CellRange> moved_range(const CellRange& range, const RowMap& rows);
/// The first copy of a cell.
[[nodiscard]] std::optional<CellRef> moved_cell(CellRef cell, const RowMap& rows);

}  // namespace lg::sml
