#pragma once

#include "calc/result.hpp"
#include "sml/formula.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lg::calc {

/// Cells of an Excel table: "Aktiviteter[Status]", "[@Timmar]" (18.17.6.4, structured references).
struct TableCells {
  enum class Rows : std::uint8_t { data, headers, totals, all, this_row };

  std::string table;  // as written; empty: the one that the formula stands in
  std::string first;  // heading of the first column; empty: all columns
  std::string last;   // of the last; the same as `first` for one column
  Rows rows = Rows::data;
};

/// A formula as a tree.
struct Expression {
  enum class Kind : std::uint8_t { value, cells, table, name, call, unary, binary, missing };

  Kind kind = Kind::missing;  // missing: an argument that was left out, "IF(A1,,2)"
  Result value;               // of a constant
  sml::Reference cells;
  TableCells table;
  std::string word;  // the function in capital letters, the operator, or the defined name
  std::vector<Expression> arguments;
};

/// Reads a formula without its "=" (18.17.2). Nothing for one that is written in a way that is not known
/// here: arrays, several areas, other workbooks.
[[nodiscard]] std::unique_ptr<Expression> read_expression(std::string_view formula);

}  // namespace lg::calc
