#pragma once

#include "merge/xlsx_layout.hpp"
#include "merge/xlsx_model.hpp"
#include "merge/xlsx_origins.hpp"
#include "sml/cell_styles.hpp"
#include "sml/reference_mover.hpp"
#include "sml/row_height.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lg::merge {

/// What the writing of a sheet's rows leaves for the rest of the workbook.
struct WrittenRows {
  std::string xml;  // the content of sheetData
  sml::CellRange used{{sml::max_rows, sml::max_columns}, {1, 1}};
  std::map<sml::CellRef, sml::ShownCell> watched;  // the cells that charts are drawn from, and table headers
};

/// Writes the rows of one sheet as text, in the order the layout gives. Rows that repeat cost what they hold
/// and nothing more: no elements are made.
class RowWriter {
 public:
  struct Context {
    const std::string& file;
    const std::vector<Tag>& tags;
    Scope& scope;
    const sml::ReferenceMover& mover;
    const sml::CellStyles& styles;
    sml::AddedStyles& added;
    bool date1904 = false;
    CellOrigins* origins = nullptr;  // where the cells' origins are noted; its last sheet is the one written
  };

  RowWriter(const SheetTemplate& sheet, const SheetLayout& layout, const sml::MovedSheet& moved,
            std::vector<sml::CellRange> watch, Context context);

  [[nodiscard]] WrittenRows write();

 private:
  void reserve(std::size_t done);
  void write_row(const SheetLayout::Order& order);
  void write_cell(const CellTemplate& cell, const SheetLayout::Order& order, bool first);
  void write_fixed(const CellTemplate& cell, const FixedCell& fixed);
  void write_formula(const CellTemplate& cell, const FormulaCell& formula);
  void warn_if_lost(const CellTemplate& cell, const sml::Formula& formula, std::string_view moved);
  void write_tagged(const CellTemplate& cell, const TaggedCell& tagged);
  void note_origins(const CellTemplate& cell);
  void write_typed(const CellTemplate& cell, const Shown& shown);
  void write_number(const CellTemplate& cell, double number, unsigned style);
  void write_date(const CellTemplate& cell, const Date& date, const Shown& shown);
  void write_runs(const CellTemplate& cell, const TextTemplate& text);
  void write_text(const CellTemplate& cell, std::string_view text, const Source& source);
  void write_blank(const CellTemplate& cell);
  void write_otherwise(const CellTemplate& cell, const TextTemplate& text);

  void begin_cell(const CellTemplate& cell, unsigned style);
  void append_plain(std::string_view text);
  [[nodiscard]] std::string_view cut(const CellTemplate& cell, std::string_view text, std::string& shortened,
                                     const Source& source);
  [[nodiscard]] unsigned style_for(const CellTemplate& cell, std::string_view text);
  void measure(const CellTemplate& cell, std::string_view text, bool wraps);
  void write_height(const RowTemplate& row, std::size_t at);
  void watch(const CellTemplate& cell, std::string_view text, bool number);
  [[nodiscard]] bool is_watched(int row, int column) const;

  const SheetTemplate& sheet_;
  const SheetLayout& layout_;
  const sml::MovedSheet& moved_;
  std::vector<sml::CellRange> watch_;
  Context context_;
  std::vector<const sml::Turned*> turns_;
  WrittenRows written_;
  std::string& xml_;
  int source_row_ = 0;  // of the row being written: in the template
  int row_ = 0;         // … and in the result
  std::string row_text_;
  sml::ColumnWidths widths_;
  std::map<sml::CellRef, int> merged_;  // cells merged within their row, with the last column
  std::vector<CellUse> cells_;          // that the cell being written is made of
  double height_ = 0;                   // of the row being written, in points; 0: one line
};

}  // namespace lg::merge
