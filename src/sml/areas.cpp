#include "sml/areas.hpp"

namespace lg::sml {

std::vector<CellRange> parse_areas(std::string_view sqref) {
  std::vector<CellRange> areas;
  while (!sqref.empty()) {
    const std::size_t end = sqref.find(' ');
    if (const auto range = CellRange::parse(sqref.substr(0, end))) areas.push_back(*range);
    if (end == std::string_view::npos) break;
    sqref.remove_prefix(end + 1);
  }
  return areas;
}

std::string areas_text(const std::vector<CellRange>& areas) {
  std::string text;
  for (const CellRange& area : areas) {
    if (!text.empty()) text += ' ';
    text += area.text();
  }
  return text;
}

std::vector<CellRange> moved_areas(const std::vector<CellRange>& areas, const RowMap& rows) {
  std::vector<CellRange> moved;
  for (const CellRange& area : areas) {
    for (const Rows& run : rows.areas({area.first.row, area.last.row})) {
      moved.push_back({{run.first, area.first.column}, {run.last, area.last.column}});
    }
  }
  return moved;
}

std::optional<CellRange> moved_range(const CellRange& range, const RowMap& rows) {
  const auto moved = rows.envelope({range.first.row, range.last.row});
  if (!moved) return {};
  return CellRange{{moved->first, range.first.column}, {moved->last, range.last.column}};
}

std::optional<CellRef> moved_cell(CellRef cell, const RowMap& rows) {
  const auto row = rows.first(cell.row);
  if (!row) return {};
  return CellRef{*row, cell.column};
}

}  // namespace lg::sml
