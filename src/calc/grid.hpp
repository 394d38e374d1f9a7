#pragma once

#include "calc/result.hpp"
#include "opc/package.hpp"
#include "sml/table_part.hpp"
#include "sml/workbook.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lg::calc {

/// A formula whose result is not in the file, and where in the bytes of its part the result belongs.
struct OpenFormula {
  sml::CellRef at;
  std::string text;
  std::string prefix;              // of the part's elements: "x:"
  std::size_t behind_name = 0;     // of the element c: where its type (t) goes
  std::size_t behind_formula = 0;  // of the element f: where v goes
};

/// Cells of one sheet.
struct Area {
  std::size_t sheet = 0;
  sml::CellRange cells;

  [[nodiscard]] int rows() const { return cells.last.row - cells.first.row + 1; }
  [[nodiscard]] int columns() const { return cells.last.column - cells.first.column + 1; }
  [[nodiscard]] bool is_one_cell() const { return cells.first == cells.last; }
};

/// One sheet as formulas see it.
struct GridSheet {
  std::string name;
  opc::PartName part;
  sml::Worksheet values;
  std::vector<OpenFormula> formulas;   // row by row, as they stand in the part
  std::vector<sml::CellRange> arrays;  // filled by array formulas: unknown
  std::vector<sml::TablePart> tables;
  sml::CellRef last{1, 1};  // the lowest row and the rightmost column that hold anything

  explicit GridSheet(opc::PartName name_of_part) : part(std::move(name_of_part)) {}
};

/// Which formulas a grid knows: those without a result in the file, or all of them, to be calculated anew.
enum class Formulas : std::uint8_t { open, all };

/// The cells, tables and names of a workbook, for calculating with.
class Grid {
 public:
  /// Throws UnreadableFile when the package is no workbook that can be read.
  [[nodiscard]] static Grid read(const opc::Package& package, Formulas which = Formulas::open);

  [[nodiscard]] const std::deque<GridSheet>& sheets() const { return sheets_; }
  [[nodiscard]] bool date1904() const { return date1904_; }
  [[nodiscard]] std::optional<std::size_t> find_sheet(std::string_view name) const;
  /// The table with that name and its sheet; null when there is none.
  [[nodiscard]] const sml::TablePart* find_table(std::string_view name, std::size_t& sheet) const;
  /// What a defined name says, as seen from a sheet; null when there is no such name.
  [[nodiscard]] const std::string* find_name(std::string_view name, std::size_t sheet) const;

  /// The formula of a cell that has no result yet; null when it has a value or nothing.
  [[nodiscard]] const OpenFormula* formula(std::size_t sheet, sml::CellRef at) const;
  /// What the cell holds; of a formula without a result Unknown. Dates are serial numbers (18.17.4.1).
  [[nodiscard]] Result value(std::size_t sheet, sml::CellRef at) const;

 private:
  void read_names(pugi::xml_node workbook);

  std::deque<GridSheet> sheets_;
  std::map<std::string, std::string> names_;  // "name", or "2!name" of the third sheet alone; in lower case
  std::deque<std::string> texts_;             // what the cells' values refer to
  bool date1904_ = false;
};

}  // namespace lg::calc
