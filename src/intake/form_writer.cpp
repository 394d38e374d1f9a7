#include "intake/form_writer.hpp"

#include "base/problem.hpp"
#include "base/text.hpp"
#include "intake/cell_reader.hpp"
#include "intake/form.hpp"
#include "sml/workbook.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <utility>

namespace lg::intake {
namespace {

// Rows of a blank sheet, from 0: what it is for, help for each column, headings, data.
constexpr lxw_row_t title_row = 0;
constexpr lxw_row_t purpose_row = 1;
constexpr lxw_row_t help_row = 2;
constexpr lxw_row_t heading_row = 3;
constexpr lxw_row_t first_row = 4;
constexpr lxw_row_t last_row = 5003;    // as far as drop-downs go
constexpr time_t created = 1735689600;  // 2025-01-01: the same bytes at every hour

[[noreturn]] void fail(const std::string& name) {
  throw UnreadableFile({Severity::error,
                        "FIL-301",
                        FileLocation{name},
                        "Arbetsboken ”" + name + "” gick inte att skriva.",
                        "Kontrollera att disken inte är full och att mappen går att skriva i.",
                        {}});
}

/// A literal "_x000D_" would be read as a character code (ECMA-376 Part 1, 22.9.2.19); libxlsxwriter leaves
/// it.
std::string escaped(std::string_view text) {
  const auto is_code = [&text](std::size_t i) {
    if (i + 7 > text.size() || text[i] != '_' || text[i + 1] != 'x' || text[i + 6] != '_') return false;
    return std::ranges::all_of(text.substr(i + 2, 4), [](char c) {
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
  };
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_code(i)) result += "_x005F";
    result += text[i];
  }
  return result;
}

/// One workbook being written. Every call's outcome is looked at.
class BookWriter {
 public:
  BookWriter(std::string name, const BlankRequest& request)
      : name_(std::move(name)),
        request_(request),
        path_(request.scratch_directory + "/genomgang-blankett.xlsx"),
        scratch_(request.scratch_directory) {
    lxw_workbook_options options{LXW_FALSE, scratch_.data(), LXW_FALSE};
    workbook_.reset(workbook_new_opt(path_.c_str(), &options));
    if (!workbook_) fail(name_);
    lxw_doc_properties properties{};
    std::string author = "Genomgång";
    properties.author = author.data();
    properties.created = created;
    ok(workbook_set_properties(workbook_.get(), &properties));
    title_ = new_format();
    format_set_bold(title_);
    format_set_font_size(title_, 14);
    heading_ = new_format();
    format_set_bold(heading_);
    format_set_bg_color(heading_, 0xDDE6EE);
    format_set_bottom(heading_, LXW_BORDER_THIN);
    grey_ = new_format();
    format_set_font_color(grey_, 0x595959);
    format_set_italic(grey_);
    for (lxw_format* format : {heading_, grey_}) wrap(format);
    text_ = new_format();
    date_ = new_format();
    format_set_num_format(date_, "yyyy-mm-dd");
    time_ = new_format();
    format_set_num_format(time_, "yyyy-mm-dd hh:mm");
    id_ = new_format();
    format_set_num_format(id_, "@");
    for (lxw_format* format : {text_, date_, time_, id_}) wrap(format);
  }
  BookWriter(const BookWriter&) = delete;
  BookWriter& operator=(const BookWriter&) = delete;
  BookWriter(BookWriter&&) = delete;
  BookWriter& operator=(BookWriter&&) = delete;
  ~BookWriter() {
    workbook_.reset();
    std::remove(path_.c_str());
  }

  void add(const Form& form) {
    sheet_ = add_sheet(std::string(form.sheet));
    const bool facts = form.sheet == "Uppgifter";
    write(title_row, 0, std::string(form.sheet), title_);
    write(purpose_row, 0, std::string(form.purpose) + (facts ? "" : " Kolumner med * måste fyllas i."),
          grey_of_line());
    ok(worksheet_set_row(sheet_, help_row, 62, nullptr));
    lxw_col_t number = 0;
    for (const Column& column : form.columns) {
      if (!column.computed) add_column(form, column, number++);
    }
    worksheet_freeze_panes(sheet_, first_row, 1);
    if (facts) add_facts();
    const auto rows = request_.rows.find(std::string(form.sheet));
    if (rows != request_.rows.end()) add_rows(form, rows->second);
    ok(worksheet_set_landscape_checked());
  }

  /// The bytes, after the file is read back and holds all that was written.
  std::string finish() {
    add_lists();
    ok(workbook_close(workbook_.release()));
    std::ifstream file(path_, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (!file.good() && !file.eof()) fail(name_);
    verify(bytes);
    return bytes;
  }

 private:
  struct Freed {
    void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
  };

  void ok(lxw_error error) const {
    if (error != LXW_NO_ERROR) fail(name_);
  }

  lxw_error worksheet_set_landscape_checked() {
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, 9);  // A4
    worksheet_fit_to_pages(sheet_, 1, 0);
    return worksheet_repeat_rows(sheet_, heading_row, heading_row);
  }

  [[nodiscard]] lxw_format* new_format() const {
    lxw_format* format = workbook_add_format(workbook_.get());
    if (format == nullptr) fail(name_);
    return format;
  }

  static void wrap(lxw_format* format) {
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  }

  lxw_format* grey_of_line() {
    if (line_ == nullptr) {
      line_ = new_format();
      format_set_font_color(line_, 0x595959);
    }
    return line_;
  }

  lxw_worksheet* add_sheet(const std::string& name) {
    if (workbook_validate_sheet_name(workbook_.get(), name.c_str()) != LXW_NO_ERROR) fail(name_);
    lxw_worksheet* sheet = workbook_add_worksheet(workbook_.get(), name.c_str());
    if (sheet == nullptr) fail(name_);
    counts_.push_back(0);
    return sheet;
  }

  void write(lxw_row_t row, lxw_col_t column, const std::string& text, lxw_format* format) {
    if (text.empty()) return;
    ok(worksheet_write_string(sheet_, row, column, escaped(clean(text).text).c_str(), format));
    ++counts_.back();
  }

  void write(lxw_row_t row, lxw_col_t column, const Value& value, const Column& declared, const Form& form) {
    lxw_format* format = format_of(declared, form);
    if (const auto* number = value.as_number()) {
      ok(worksheet_write_number(sheet_, row, column, number->number, format));
      ++counts_.back();
    } else if (const auto* date = value.as_date()) {
      const int seconds = date->seconds.value_or(0);
      lxw_datetime day{date->year,     date->month,       date->day,
                       seconds / 3600, seconds / 60 % 60, static_cast<double>(seconds % 60)};
      ok(worksheet_write_datetime(sheet_, row, column, &day, date->seconds ? time_ : date_));
      ++counts_.back();
    } else {
      write(row, column, to_text(value), format);
    }
  }

  [[nodiscard]] lxw_format* format_of(const Column& column, const Form& form) const {
    switch (column.kind) {
      case Kind::date: return form.sheet == "Incidenter" ? time_ : date_;
      case Kind::id:
      case Kind::ids:
      case Kind::choices:
      case Kind::years: return id_;
      default: return text_;
    }
  }

  static double width_of(const Column& column) {
    const auto heading = static_cast<double>(std::min<std::size_t>(length(column.heading), 24)) + 3;
    switch (column.kind) {
      case Kind::text: return std::max(30.0, heading);
      case Kind::choice:
      case Kind::choices:
      case Kind::ids:
      case Kind::role:
      case Kind::roles: return std::max(20.0, heading);
      default: return std::max(13.0, heading);
    }
  }

  void add_column(const Form& form, const Column& column, lxw_col_t number) {
    const bool facts = form.sheet == "Uppgifter";
    ok(worksheet_set_column(sheet_, number, number, facts ? (number == 1 ? 44.0 : 34.0) : width_of(column),
                            format_of(column, form)));
    write(help_row, number, std::string(column.help), grey_);
    const std::string star = column.need == Need::optional || facts ? "" : " *";
    write(heading_row, number, std::string(column.heading) + star, heading_);
    if (!facts) validate(column, first_row, last_row, number);
  }

  /// The drop-down of the column, and its help when a cell is chosen.
  void validate(const Column& column, lxw_row_t from, lxw_row_t to, lxw_col_t number) {
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_ANY;
    validation.ignore_blank = LXW_VALIDATION_ON;
    validation.show_input = LXW_VALIDATION_ON;
    validation.show_error = LXW_VALIDATION_OFF;
    validation.dropdown = LXW_VALIDATION_ON;
    std::string range;
    if (column.kind == Kind::yes_no) range = list_range({"Ja", "Nej"});
    if (column.kind == Kind::choice) range = list_range({column.choices.begin(), column.choices.end()});
    if (!range.empty()) {
      validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      validation.value_formula = range.data();
      if (!column.open_choice) validation.show_error = LXW_VALIDATION_ON;
    }
    std::string help(column.help);
    validation.input_message = help.data();
    ok(worksheet_data_validation_range(sheet_, from, number, to, number, &validation));
  }

  /// Lists stand on a sheet of their own: in the cell's own list commas would part them, and 255 characters
  /// are all it takes.
  std::string list_range(std::vector<std::string> words) {
    auto found = std::ranges::find(lists_, words);
    if (found == lists_.end()) found = lists_.insert(lists_.end(), std::move(words));
    const std::string column = sml::column_letters(static_cast<int>(found - lists_.begin()) + 1);
    return "=Listor!$" + column + "$1:$" + column + "$" + std::to_string(found->size());
  }

  void add_lists() {
    if (lists_.empty()) return;
    sheet_ = add_sheet("Listor");
    for (std::size_t i = 0; i < lists_.size(); ++i) {
      for (std::size_t row = 0; row < lists_[i].size(); ++row) {
        write(static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(i), lists_[i][row], nullptr);
      }
    }
    worksheet_hide(sheet_);
  }

  [[nodiscard]] Value fact(const Column& column) const {
    const std::string name(column.heading);
    if (const auto given = request_.facts.find(name); given != request_.facts.end()) return given->second;
    if (name == "Nämnd" && !request_.board.empty()) return Value::text(request_.board);
    if (name == "Rapportår" || name == "Planperiod, första år") return Value::number(request_.year);
    if (name == "Uppföljningsår") return Value::number(request_.year - 1);
    if (name == "Planperiod, sista år") return Value::number(request_.year + 2);
    return {};
  }

  void add_facts() {
    const Form& form = *find_form("Uppgifter");
    lxw_row_t row = first_row;
    for (const Column& column : fact_columns()) {
      const std::string star = column.need == Need::required ? " *" : "";
      write(row, 0, std::string(column.heading) + star, text_);
      write(row, 1, fact(column), column, form);
      write(row, 2, std::string(column.help), grey_);
      validate(column, row, row, 1);
      ++row;
    }
    for (const auto& [name, value] : request_.facts) {
      const bool own =
          std::ranges::find(fact_columns(), std::string_view(name), &Column::heading) == fact_columns().end();
      if (!own) continue;
      write(row, 0, name, text_);
      write(row++, 1, value, form.columns[1], form);
    }
  }

  void add_rows(const Form& form, const std::vector<Row>& rows) {
    lxw_row_t number = first_row;
    for (const Row& row : rows) {
      lxw_col_t to = 0;
      for (std::size_t i = 0; i < form.columns.size(); ++i) {
        if (form.columns[i].computed) continue;
        if (i < row.size()) write(number, to, row[i], form.columns[i], form);
        ++to;
      }
      ++number;
    }
  }

  /// libxlsxwriter reports success on a full disk: only what can be read back is there.
  void verify(const std::string& bytes) const {
    bool whole = false;
    try {
      const sml::Workbook book = sml::Workbook::read(opc::Package::open(name_, bytes));
      whole = book.sheets.size() == counts_.size();
      for (std::size_t i = 0; whole && i < counts_.size(); ++i) {
        const auto& cells = book.sheets[i].cells;
        whole = std::ranges::count_if(cells, [](const sml::Cell& c) { return !is_empty(c); }) == counts_[i];
      }
    } catch (const UnreadableFile&) {
      whole = false;
    }
    if (!whole) fail(name_);
  }

  std::string name_;
  const BlankRequest& request_;
  std::string path_;
  std::string scratch_;
  std::unique_ptr<lxw_workbook, Freed> workbook_;
  lxw_worksheet* sheet_ = nullptr;
  std::vector<std::ptrdiff_t> counts_;           // cells written, by sheet
  std::vector<std::vector<std::string>> lists_;  // by column of the sheet Listor
  lxw_format* title_ = nullptr;
  lxw_format* heading_ = nullptr;
  lxw_format* grey_ = nullptr;
  lxw_format* line_ = nullptr;
  lxw_format* text_ = nullptr;
  lxw_format* date_ = nullptr;
  lxw_format* time_ = nullptr;
  lxw_format* id_ = nullptr;
};

/// "VoR 2025.xlsx": the year, or the period, that the workbook's sheets are about.
std::string file_name(const Form& form, int year) {
  const std::string name(form.workbook);
  switch (form.period) {
    case Period::both:
    case Period::report: return name + " " + std::to_string(year) + ".xlsx";
    case Period::follow_up: return name + " " + std::to_string(year - 1) + ".xlsx";
    case Period::plan: return name + " " + std::to_string(year) + "-" + std::to_string(year + 2) + ".xlsx";
    case Period::none:
    case Period::either: break;
  }
  return name + ".xlsx";
}

}  // namespace

std::vector<BlankForm> blank_forms(const BlankRequest& request) {
  std::vector<BlankForm> books;
  const auto all = forms();
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i;
    while (end < all.size() && all[end].workbook == all[i].workbook) ++end;
    if (all[i].workbook != "kolumner") {
      std::string name = file_name(all[i], request.year);
      BookWriter writer(name, request);
      for (std::size_t sheet = i; sheet < end; ++sheet) writer.add(all[sheet]);
      books.push_back({std::move(name), writer.finish()});
    }
    i = end;
  }
  return books;
}

}  // namespace lg::intake
