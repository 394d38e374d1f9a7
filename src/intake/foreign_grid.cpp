#include "intake/foreign_grid.hpp"

#include "intake/cell_reader.hpp"

#include <algorithm>

namespace lg::intake {
namespace {

// Nobody's table is wider; a merge over a whole row of Excel's counts as far as this.
constexpr int widest = 100;

}  // namespace

ForeignGrid::ForeignGrid(const sml::Worksheet& sheet) : sheet_(sheet) {
  for (const sml::Cell& cell : sheet.cells) {
    if (is_empty(cell)) continue;
    if (rows_.empty() || rows_.back().number != cell.ref.row) rows_.push_back({cell.ref.row, {}, {}});
    rows_.back().cells.push_back(&cell);
    rows_.back().texts.push_back(cell_text(cell));
  }
  for (const sml::CellRange& merge : sheet.merges) {
    const int last = std::min(merge.last.column, merge.first.column + widest);
    for (int column = merge.first.column; column <= last; ++column) merges_[column].push_back(merge);
  }
  for (auto& [column, merges] : merges_) {
    std::ranges::sort(merges, {}, [](const sml::CellRange& merge) { return merge.first.row; });
  }
}

const sml::CellRange* ForeignGrid::merge_at(int row, int column) const {
  const auto found = merges_.find(column);
  if (found == merges_.end()) return nullptr;
  const auto after = std::ranges::upper_bound(found->second, row, {},
                                              [](const sml::CellRange& merge) { return merge.first.row; });
  if (after == found->second.begin()) return nullptr;
  const sml::CellRange& merge = *std::prev(after);
  return merge.last.row >= row ? &merge : nullptr;
}

const sml::Cell* ForeignGrid::at(int row, int column) const {
  const sml::CellRange* merge = merge_at(row, column);
  const sml::Cell* cell = sheet_.find(merge == nullptr ? sml::CellRef{row, column} : merge->first);
  return cell == nullptr || is_empty(*cell) ? nullptr : cell;
}

int ForeignGrid::width(const sml::Cell& cell) const {
  const sml::CellRange* merge = merge_at(cell.ref.row, cell.ref.column);
  return merge == nullptr ? 1 : merge->last.column - merge->first.column + 1;
}

}  // namespace lg::intake
