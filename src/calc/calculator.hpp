#pragma once

#include "calc/expression.hpp"
#include "calc/grid.hpp"
#include "calc/result.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

namespace lg::calc {

/// The cell that a formula stands in. In a tree that many rows share, a relative reference to the row that it
/// was read in means the row of each.
struct Place {
  std::size_t sheet = 0;
  sml::CellRef at;
  int read_in_row = 0;
};

/// A number of its own for each cell of a workbook.
[[nodiscard]] std::uint64_t key_of(std::size_t sheet, sml::CellRef at);

/// Calculates the formulas of a workbook as Excel does (ECMA-376 Part 1, 18.17), as far as it is sure to give
/// what Excel gives; whatever it does not know is Unknown.
class Calculator {
 public:
  /// `grid` must outlive the calculator.
  explicit Calculator(const Grid& grid) : grid_(grid) {}

  /// What the cell shows: the result of its formula, or its value.
  [[nodiscard]] Result cell(std::size_t sheet, sml::CellRef at);

  // What functions ask for.
  /// The one value of an argument; of several cells Unknown.
  [[nodiscard]] Result value(const Expression& expression, const Place& place);
  /// The cells that an argument names; nothing when it is no reference.
  [[nodiscard]] std::optional<Area> area(const Expression& expression, const Place& place);
  /// Every cell of an area that may hold something, row by row, until `visit` says no. False when that is too
  /// much work.
  bool each(const Area& area, const std::function<bool(const Result&, sml::CellRef)>& visit);
  [[nodiscard]] const Grid& grid() const { return grid_; }

 private:
  [[nodiscard]] Result unary(const Expression& expression, const Place& place);
  [[nodiscard]] Result binary(const Expression& expression, const Place& place);
  [[nodiscard]] std::optional<Area> area_of(const sml::Reference& reference, const Place& place) const;
  [[nodiscard]] std::optional<Area> area_of(const TableCells& cells, const Place& place) const;
  [[nodiscard]] const Expression* named(const std::string& name, const Place& place);
  [[nodiscard]] Result calculate(const OpenFormula& formula, const Place& place);

  /// A formula's tree, and the row of the formula that it was read of; without a tree where it is not known.
  struct Read {
    std::unique_ptr<Expression> tree;
    int row = 0;
  };

  const Grid& grid_;
  std::unordered_map<std::uint64_t, Result> results_;  // by sheet and cell; Unknown while being calculated
  std::unordered_map<std::string, Read> read_;         // by row_pattern
  std::map<std::string, std::unique_ptr<Expression>> names_;  // what defined names say
  int depth_ = 0;
  std::size_t visited_ = 0;  // cells, of all areas
};

}  // namespace lg::calc
