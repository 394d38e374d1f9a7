#pragma once

#include "base/problem.hpp"

#include <xlsxwriter.h>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace lg::intake {

/// One workbook on its way to becoming bytes. libxlsxwriter can only write to a file, and does not tell of a
/// full disk: every call's outcome is looked at, and what was written is read back and counted.
class FormBook {
 public:
  /// `scratch` is an existing folder of the program's own. Throws UnreadableFile (FIL-301), as all members do
  /// when something could not be written.
  FormBook(std::string name, std::string title, std::string scratch);
  FormBook(const FormBook&) = delete;
  FormBook& operator=(const FormBook&) = delete;
  FormBook(FormBook&&) = delete;
  FormBook& operator=(FormBook&&) = delete;
  ~FormBook();

  /// A new sheet; what is written next stands in it.
  lxw_worksheet* add_sheet(const std::string& name);
  [[nodiscard]] lxw_worksheet* sheet() const { return sheet_; }
  [[nodiscard]] lxw_format* new_format();

  /// Text, whatever it begins with: never a formula. Rows and columns count from 0; blank text is no cell.
  void text(lxw_row_t row, lxw_col_t column, const std::string& text, lxw_format* format);
  void number(lxw_row_t row, lxw_col_t column, double number, lxw_format* format);
  void date(lxw_row_t row, lxw_col_t column, lxw_datetime date, lxw_format* format);
  /// A formula with the result that a reader finds who does not count.
  void formula(lxw_row_t row, lxw_col_t column, const std::string& formula, const std::string& result,
               lxw_format* format);
  void formula(lxw_row_t row, lxw_col_t column, const std::string& formula, double result,
               lxw_format* format);
  void link(lxw_row_t row, lxw_col_t column, const std::string& sheet, lxw_format* format);
  /// An empty cell that shows where to write.
  void blank(lxw_row_t row, lxw_col_t column, lxw_format* format);
  void define(const std::string& name, const std::string& formula);
  void ok(lxw_error error) const;

  /// The bytes, after the file is read back and holds all that was written.
  [[nodiscard]] std::string finish();

 private:
  struct Freed {
    void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
  };
  void verify(const std::string& bytes) const;

  std::string name_;
  std::string path_;
  std::string scratch_;
  std::unique_ptr<lxw_workbook, Freed> workbook_;
  lxw_worksheet* sheet_ = nullptr;
  std::vector<std::ptrdiff_t> counts_;  // cells written, by sheet
};

}  // namespace lg::intake
