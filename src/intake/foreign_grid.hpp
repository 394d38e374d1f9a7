#pragma once

#include "sml/workbook.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace lg::intake {

/// A sheet as a person sees it: rows that hold something, and merged cells that count in each of their
/// places.
class ForeignGrid {
 public:
  explicit ForeignGrid(const sml::Worksheet& sheet);

  struct GridRow {
    int number = 0;
    std::vector<const sml::Cell*> cells;  // not empty, from left to right
    std::vector<std::string> texts;       // of the cells
  };

  [[nodiscard]] const std::vector<GridRow>& rows() const { return rows_; }
  /// The cell that stands at the place, or the first of the merged cells that cover it; null when blank.
  [[nodiscard]] const sml::Cell* at(int row, int column) const;
  /// The merged cells that begin at or cover the place; null when there are none.
  [[nodiscard]] const sml::CellRange* merge_at(int row, int column) const;
  /// How many columns the cell spans.
  [[nodiscard]] int width(const sml::Cell& cell) const;
  [[nodiscard]] bool is_hidden_column(int column) const { return sheet_.is_hidden_column(column); }

 private:
  const sml::Worksheet& sheet_;
  std::vector<GridRow> rows_;
  std::map<int, std::vector<sml::CellRange>> merges_;  // by column, in order of rows
};

}  // namespace lg::intake
