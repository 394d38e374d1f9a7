#pragma once

#include "intake/form.hpp"
#include "intake/form_writer.hpp"
#include "intake/form_writer_lists.hpp"
#include "intake/form_writer_look.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace lg::intake {

/// Writes one form as a sheet: title, purpose, example row, headings, rows to fill in with help and lists,
/// and the print set-up.
class FormSheet {
 public:
  FormSheet(FormBook& book, const Look& look, ChoiceLists& lists, const BlankRequest& request);

  /// `list` names the rows of the request: the form's own sheet, or "förra årets VoR".
  void write(const Form& form, const std::string& list);

 private:
  static constexpr lxw_row_t last_row = 5003;  // as far as drop-downs go
  /// Rows with lines, and formulas: about a printed page of them, and always some to write in. Excel carries
  /// both on.
  [[nodiscard]] std::size_t shown_rows(std::size_t filled) const {
    const std::size_t page = columns_.size() > 20 ? 30 : 20;  // broad sheets are printed smaller
    return filled + 10 > page ? filled + 10 : page;
  }
  /// A column of the sheet, in its order.
  struct SheetColumn {
    const Column* declared = nullptr;  // null: a column of the user's own
    std::string heading;
    std::size_t position = 0;  // in the rows of the request
  };
  void plan_columns(const Form& form, const std::string& list);
  void add_years();
  [[nodiscard]] bool has_values(const std::string& list, std::size_t position) const;
  void write_top(const Form& form);
  void write_example(const Form& form);
  void write_column(lxw_col_t number);
  void validate(const Column& column, lxw_row_t from, lxw_row_t to, lxw_col_t number);
  void write_rows(const Form& form, const std::string& list);
  void write_cell(lxw_row_t row, lxw_col_t number, const Value& value, lxw_format* format);
  void set_height(lxw_row_t number, const Row& row);
  void write_facts();
  void write_risks(const std::vector<Row>& rows);
  void colour_levels(lxw_col_t value, lxw_col_t level);
  void set_up_print();
  [[nodiscard]] Value fact(const Column& column) const;
  [[nodiscard]] lxw_format* format_of(const Form& form, const Column* column) const;
  [[nodiscard]] double width_of(const SheetColumn& column) const;
  [[nodiscard]] std::string help_of(const Column& column) const;
  [[nodiscard]] int find(std::string_view heading) const;

  FormBook& book_;
  const Look& look_;
  ChoiceLists& lists_;
  const BlankRequest& request_;
  std::vector<SheetColumn> columns_;
  bool facts_ = false;
  lxw_row_t heading_row_ = 0;
  lxw_row_t first_row_ = 0;
  uint16_t pages_ = 1;  // that a print is broad
};

}  // namespace lg::intake
