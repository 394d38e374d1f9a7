#include "intake/form_writer_book.hpp"

#include "base/text.hpp"
#include "intake/cell_reader.hpp"
#include "sml/workbook.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <utility>

namespace lg::intake {
namespace {

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

}  // namespace

FormBook::FormBook(std::string name, std::string title, std::string scratch)
    : name_(std::move(name)), path_(scratch + "/genomgang-blankett.xlsx"), scratch_(std::move(scratch)) {
  lxw_workbook_options options{LXW_FALSE, scratch_.data(), LXW_FALSE};
  workbook_.reset(workbook_new_opt(path_.c_str(), &options));
  if (!workbook_) fail(name_);
  lxw_doc_properties properties{};
  std::string author = "Genomgång";
  properties.title = title.data();
  properties.author = author.data();
  properties.created = created;
  ok(workbook_set_properties(workbook_.get(), &properties));
}

FormBook::~FormBook() {
  workbook_.reset();
  std::remove(path_.c_str());
}

void FormBook::ok(lxw_error error) const {
  if (error != LXW_NO_ERROR) fail(name_);
}

lxw_worksheet* FormBook::add_sheet(const std::string& name) {
  ok(workbook_validate_sheet_name(workbook_.get(), name.c_str()));
  sheet_ = workbook_add_worksheet(workbook_.get(), name.c_str());
  if (sheet_ == nullptr) fail(name_);
  counts_.push_back(0);
  return sheet_;
}

lxw_format* FormBook::new_format() {
  lxw_format* format = workbook_add_format(workbook_.get());
  if (format == nullptr) fail(name_);
  return format;
}

void FormBook::text(lxw_row_t row, lxw_col_t column, const std::string& text, lxw_format* format) {
  const std::string shown = escaped(clean(text).text);
  if (shown.empty()) return;
  ok(worksheet_write_string(sheet_, row, column, shown.c_str(), format));
  if (!trim(shown).empty()) ++counts_.back();
}

void FormBook::number(lxw_row_t row, lxw_col_t column, double number, lxw_format* format) {
  ok(worksheet_write_number(sheet_, row, column, number, format));
  ++counts_.back();
}

void FormBook::date(lxw_row_t row, lxw_col_t column, lxw_datetime date, lxw_format* format) {
  ok(worksheet_write_datetime(sheet_, row, column, &date, format));
  ++counts_.back();
}

void FormBook::formula(lxw_row_t row, lxw_col_t column, const std::string& formula, const std::string& result,
                       lxw_format* format) {
  ok(worksheet_write_formula_str(sheet_, row, column, formula.c_str(), format, result.c_str()));
  if (!result.empty()) ++counts_.back();
}

void FormBook::formula(lxw_row_t row, lxw_col_t column, const std::string& formula, double result,
                       lxw_format* format) {
  ok(worksheet_write_formula_num(sheet_, row, column, formula.c_str(), format, result));
  ++counts_.back();
}

void FormBook::link(lxw_row_t row, lxw_col_t column, const std::string& sheet, lxw_format* format) {
  ok(worksheet_write_url(sheet_, row, column, ("internal:'" + sheet + "'!A1").c_str(), format));
  ok(worksheet_write_string(sheet_, row, column, sheet.c_str(), format));
  ++counts_.back();
}

void FormBook::blank(lxw_row_t row, lxw_col_t column, lxw_format* format) {
  ok(worksheet_write_blank(sheet_, row, column, format));
}

void FormBook::define(const std::string& name, const std::string& formula) {
  ok(workbook_define_name(workbook_.get(), name.c_str(), formula.c_str()));
}

std::string FormBook::finish() {
  ok(workbook_close(workbook_.release()));
  std::ifstream file(path_, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file.good() && !file.eof()) fail(name_);
  verify(bytes);
  return bytes;
}

void FormBook::verify(const std::string& bytes) const {
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

}  // namespace lg::intake
