#pragma once

#include "base/date.hpp"
#include "opc/package.hpp"
#include "sml/cell_ref.hpp"

#include <deque>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lg::sml {

struct Blank {
  std::string_view formula = {};  // of a cell whose formula has no stored result: what the formula says
};

/// An error that Excel shows in a cell, "#REF!" or "#DIV/0!".
struct CellError {
  std::string_view code;
};

/// What a cell holds, after shared strings and date formats are resolved: nobody above this layer sees an
/// index, a style or a serial number. Texts live in the Workbook.
using CellValue = std::variant<Blank, std::string_view, double, bool, Date, CellError>;

struct Cell {
  CellRef ref;
  CellValue value;
  bool percent = false;  // the number format is a percentage
  bool formula = false;  // the value is a formula's cached result; Blank: the formula has none
  bool illegal = false;  // the text holds characters that no document may hold: clean() before it is used
};

enum class Visibility : std::uint8_t { visible, hidden, very_hidden };

/// The cells of one sheet that hold something, row by row.
struct Worksheet {
  std::string name;
  Visibility visibility = Visibility::visible;
  std::vector<Cell> cells;                  // sorted by row, then column
  std::vector<CellRange> merges;            // as the file lists them
  std::vector<int> hidden_rows;             // sorted
  std::vector<CellRange> hidden_columns;    // row 1 of each run of them
  std::map<std::string, CellRange> tables;  // Excel tables by name

  [[nodiscard]] const Cell* find(CellRef ref) const;
  /// The cells of one row; empty when it holds nothing.
  [[nodiscard]] std::span<const Cell> row(int number) const;
  [[nodiscard]] bool is_hidden_row(int number) const;
  [[nodiscard]] bool is_hidden_column(int number) const;
};

/// A workbook read for its values. Move-only: cells refer to the texts it owns.
struct Workbook {
  std::string file_name;
  std::vector<Worksheet> sheets;                  // worksheets in tab order; charts left out
  std::map<std::string, std::string> properties;  // custom document properties as text

  /// Throws UnreadableFile when the package is no workbook, or a part it needs is missing or damaged.
  [[nodiscard]] static Workbook read(const opc::Package& package);

  Workbook() = default;
  Workbook(Workbook&&) = default;
  Workbook& operator=(Workbook&&) = default;
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;
  ~Workbook() = default;

  std::deque<std::string> texts;  // what the cells' string views refer to
};

}  // namespace lg::sml
