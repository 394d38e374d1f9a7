#include "intake/form_writer_sheet.hpp"

#include "base/text.hpp"
#include "intake/form_examples.hpp"
#include "intake/form_scales.hpp"
#include "intake/form_years.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace lg::intake {
namespace {

constexpr std::size_t longest_title = 32;
constexpr std::size_t longest_help = 255;
constexpr double row_height = 15;  // points, of one line
// Points of a page's breadth between the margins, and how small print may be before nobody reads it.
constexpr double a4_breadth = 770;
constexpr double smallest_print = 0.75;

std::string footer_text(std::string text) {
  for (std::size_t i = text.find('&'); i != std::string::npos; i = text.find('&', i + 2)) {
    text.insert(i, "&");
  }
  return excerpt(text, 120);
}

/// The scale of a column of likelihoods or consequences.
std::string_view scale_of(const Column& column) {
  return fold(column.heading).ends_with("sannolikhet") ? "Sannolikhet" : "Konsekvens";
}

/// Lines that a text takes in a column of that width, in characters.
double lines_of(std::string_view text, double width) {
  return std::ceil(static_cast<double>(length(text)) / std::max(width - 1, 1.0));
}

}  // namespace

FormSheet::FormSheet(FormBook& book, const Look& look, ChoiceLists& lists, const BlankRequest& request)
    : book_(book), look_(look), lists_(lists), request_(request) {}

void FormSheet::write(const Form& form, const std::string& list) {
  facts_ = form.sheet == "Uppgifter";
  book_.add_sheet(std::string(form.sheet));
  plan_columns(form, list);
  write_top(form);
  if (form.sheet == "Roller") lists_.use_own_roles(first_row_);
  for (std::size_t i = 0; i < columns_.size(); ++i) write_column(static_cast<lxw_col_t>(i));
  worksheet_freeze_panes(book_.sheet(), first_row_, 1);
  if (facts_) {
    write_facts();
  } else {
    write_rows(form, list);
    book_.ok(worksheet_autofilter(book_.sheet(), heading_row_, 0, last_row,
                                  static_cast<lxw_col_t>(columns_.size() - 1)));
  }
  set_up_print();
}

void FormSheet::plan_columns(const Form& form, const std::string& list) {
  columns_.clear();
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    const Column& column = form.columns[i];
    const bool shown = !column.carried || has_values(list, i);
    if (!column.computed && shown) columns_.push_back({&column, std::string(column.heading), i});
  }
  if (const auto own = request_.own_columns.find(list); own != request_.own_columns.end()) {
    std::size_t position = form.columns.size();
    for (const std::string& heading : own->second) columns_.push_back({nullptr, heading, position++});
  }
  if (form.year_columns) add_years();
  double width = 0;  // points
  for (const SheetColumn& column : columns_) width += width_of(column) * 5.25;
  pages_ = static_cast<uint16_t>(std::max(std::ceil(width * smallest_print / a4_breadth), 1.0));
}

/// The report year and the two before it, which make a trend, where the rows have no columns for them.
void FormSheet::add_years() {
  if (request_.year == 0) return;
  std::size_t position = 1;
  for (const SheetColumn& column : columns_) position = std::max(position, column.position + 1);
  for (int year = request_.year - 2; year <= request_.year; ++year) {
    const std::string heading = std::to_string(year);
    if (find(heading) < 0) columns_.push_back({nullptr, heading, position++});
  }
}

bool FormSheet::has_values(const std::string& list, std::size_t position) const {
  const auto found = request_.rows.find(list);
  return found != request_.rows.end() && std::ranges::any_of(found->second, [position](const Row& row) {
           return position < row.size() && !row[position].is_blank();
         });
}

void FormSheet::write_top(const Form& form) {
  const bool shown = !example_of(form.sheet).empty();
  heading_row_ = shown ? 5 : 3;
  first_row_ = heading_row_ + 1;
  book_.text(0, 0, std::string(form.sheet), look_.title);
  book_.ok(worksheet_set_row(book_.sheet(), 0, 28, nullptr));
  const std::string stars =
      facts_ ? "Uppgifter med * är obligatoriska."
             : "Kolumner med * är obligatoriska. Skriv från rad " + std::to_string(first_row_ + 1) + ".";
  book_.text(1, 0, std::string(form.purpose) + " " + stars, look_.lead);
  book_.ok(worksheet_set_row(book_.sheet(), heading_row_, 2 * row_height + 4, nullptr));
  if (!shown) return;
  book_.text(2, 0, "Exempel: så kan en rad se ut. Den grå raden läses aldrig.", look_.lead);
  write_example(form);
}

void FormSheet::write_example(const Form& form) {
  double lines = 1;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const std::string text =
        in_year(example_of(form.sheet, columns_[i].heading), example_year, request_.year);
    lines = std::max(lines, lines_of(text, width_of(columns_[i])));
    if (text.empty()) {
      book_.blank(3, static_cast<lxw_col_t>(i), look_.example);
    } else {
      book_.text(3, static_cast<lxw_col_t>(i), text, look_.example);
    }
  }
  book_.ok(worksheet_set_row(book_.sheet(), 3, std::min(lines, 3.0) * row_height + 2, nullptr));
  book_.ok(worksheet_ignore_errors(book_.sheet(), LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A4:XFD4"));
}

lxw_format* FormSheet::format_of(const Form& form, const Column* column) const {
  if (column == nullptr) return form.year_columns ? look_.number : look_.text;
  switch (column->kind) {
    case Kind::date: return form.sheet == "Incidenter" ? look_.time : look_.date;
    case Kind::id:
    case Kind::ids:
    case Kind::choices:
    case Kind::years: return look_.id;
    case Kind::whole_number:
    case Kind::number: return look_.number;
    case Kind::text:
    case Kind::yes_no:
    case Kind::choice:
    case Kind::role:
    case Kind::roles: return look_.text;
  }
  return look_.text;
}

double FormSheet::width_of(const SheetColumn& column) const {
  static constexpr std::array<std::string_view, 8> wide{
      "Text",           "Beskrivning", "Oönskad händelse", "Iakttagelse och bedömning",
      "Rekommendation", "Iakttagelse", "Beslut",           "ISAM:s rekommendation"};
  static constexpr std::array<std::string_view, 4> middle{"Fullständig benämning", "Bestämd form",
                                                          "Föredragen form", "Förklaring"};
  static constexpr std::array<std::string_view, 6> narrow{"Nr",       "Paragraf", "Enhet",
                                                          "Tidpunkt", "Färg",     "Mått"};
  if (facts_) return column.position == 0 ? 30 : column.position == 1 ? 44 : 60;
  // The longest word of the heading fits, with room for the filter's button.
  std::size_t longest = 0;
  for (const std::string& word : split(column.heading, ' ')) longest = std::max(longest, length(word));
  const double heading = std::min(static_cast<double>(longest) * 1.15 + 4, 26.0);
  if (column.declared == nullptr) return std::max(14.0, heading);
  if (std::ranges::find(wide, column.heading) != wide.end()) return 46;
  if (std::ranges::find(middle, column.heading) != middle.end()) return 36;
  if (std::ranges::find(narrow, column.heading) != narrow.end()) return std::max(9.0, heading);
  switch (column.declared->kind) {
    case Kind::text: return std::max(24.0, heading);
    case Kind::choice: {
      std::size_t word = 0;
      for (const std::string_view choice : column.declared->choices) word = std::max(word, length(choice));
      return std::clamp(static_cast<double>(word) + 3, std::max(12.0, heading), 26.0);
    }
    case Kind::choices:
    case Kind::role:
    case Kind::roles: return std::max(18.0, heading);
    case Kind::date: return std::max(16.0, heading);
    case Kind::id:
    case Kind::ids:
    case Kind::years:
    case Kind::yes_no:
    case Kind::whole_number:
    case Kind::number: return std::max(10.0, heading);
  }
  return heading;
}

void FormSheet::write_column(lxw_col_t number) {
  const SheetColumn& column = columns_[number];
  book_.ok(worksheet_set_column(book_.sheet(), number, number, width_of(column), nullptr));
  const Need need = column.declared == nullptr ? Need::optional : column.declared->need;
  const bool starred = !facts_ && (need == Need::required || need == Need::ruled);
  if (starred) book_.text(heading_row_ - 1, number, "obligatorisk", look_.mark);
  if (!facts_ && need == Need::column) book_.text(heading_row_ - 1, number, "bör fyllas i", look_.mark);
  book_.text(heading_row_, number, column.heading + (starred ? " *" : ""), look_.heading);
  if (!facts_ && column.declared != nullptr) validate(*column.declared, first_row_, last_row, number);
}

std::string FormSheet::help_of(const Column& column) const {
  std::string help = in_year(column.help, help_year, request_.year);
  if (column.code == "VOR-103") {
    help += " Skalan: " + steps_text(scale_steps(request_.rows, scale_of(column))) + ".";
  }
  if (column.kind == Kind::choices && !column.choices.empty()) {
    std::string words;
    for (const std::string_view word : column.choices)
      words += (words.empty() ? "" : ", ") + std::string(word);
    help += " Välj bland: " + words + ".";
  }
  const bool required = column.need == Need::required || column.need == Need::ruled;
  const std::string end = required ? " (obligatorisk)" : "";
  if (length(help) + length(end) > longest_help) help = excerpt(help, longest_help - length(end));
  return help + end;
}

/// The drop-down of the column, and its help when a cell is chosen.
void FormSheet::validate(const Column& column, lxw_row_t from, lxw_row_t to, lxw_col_t number) {
  lxw_data_validation validation{};
  validation.validate = LXW_VALIDATION_TYPE_ANY;
  validation.ignore_blank = LXW_VALIDATION_ON;
  validation.show_input = LXW_VALIDATION_ON;
  validation.show_error = LXW_VALIDATION_OFF;
  validation.dropdown = LXW_VALIDATION_ON;
  std::string range;
  std::string error = "Programmet godtar bara orden i listan.";
  bool strict = false;
  switch (column.kind) {
    case Kind::yes_no:
      range = lists_.range("Ja eller Nej", {"Ja", "Nej"});
      strict = true;
      break;
    case Kind::choice:
    case Kind::choices:
      range = lists_.range(column.heading, {column.choices.begin(), column.choices.end()});
      strict = column.kind == Kind::choice && !column.open_choice;
      break;
    case Kind::role:
      error = "Rollen finns inte i bokens lista. Står den i bladet Roller i Grunduppgifter går den bra.";
      [[fallthrough]];
    case Kind::roles: range = lists_.roles(); break;
    case Kind::whole_number:
      if (column.code != "VOR-103") break;
      range = lists_.steps(scale_of(column));
      error = "Välj ett tal på skalan. Har nämnden en annan skala, ändra den i bladet Listor också.";
      strict = true;
      break;
    case Kind::text:
    case Kind::number:
    case Kind::date:
    case Kind::id:
    case Kind::ids:
    case Kind::years: break;
  }
  const bool warns = column.kind == Kind::role || (column.kind == Kind::choice && column.open_choice);
  if (!range.empty()) {
    validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    validation.value_formula = range.data();
    if (strict || warns) validation.show_error = LXW_VALIDATION_ON;
    validation.error_type = strict ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING;
    if (warns && column.kind != Kind::role) error = "Ordet finns inte i listan. Egna ord går bra.";
  }
  std::string help = help_of(column);
  std::string title = excerpt(column.heading, longest_title);
  validation.input_title = title.data();
  validation.input_message = help.data();
  validation.error_title = title.data();
  validation.error_message = error.data();
  book_.ok(worksheet_data_validation_range(book_.sheet(), from, number, to, number, &validation));
}

void FormSheet::write_cell(lxw_row_t row, lxw_col_t number, const Value& value, lxw_format* format) {
  if (const auto* figure = value.as_number()) {
    book_.number(row, number, figure->number, format);
  } else if (const auto* date = value.as_date()) {
    const int seconds = date->seconds.value_or(0);
    book_.date(row, number,
               {date->year, date->month, date->day, seconds / 3600, seconds / 60 % 60,
                static_cast<double>(seconds % 60)},
               date->seconds ? look_.time : look_.date);
  } else if (to_text(value).empty()) {
    book_.blank(row, number, format);
  } else {
    book_.text(row, number, to_text(value), format);
  }
}

Value FormSheet::fact(const Column& column) const {
  const std::string name(column.heading);
  if (const auto given = request_.facts.find(name); given != request_.facts.end()) return given->second;
  if (name == "Nämnd" && !request_.board.empty()) return Value::text(request_.board);
  if (name == "Rapportår" || name == "Planperiod, första år") return Value::number(request_.year);
  if (name == "Uppföljningsår") return Value::number(request_.year - 1);
  if (name == "Planperiod, sista år") return Value::number(request_.year + 2);
  return {};
}

void FormSheet::write_facts() {
  const Form& form = *find_form("Uppgifter");
  lxw_row_t row = first_row_;
  const auto write_fact = [&](const std::string& name, const Value& value, const Column* column) {
    book_.text(row, 0, name, look_.text);
    write_cell(row, 1, value, format_of(form, column));
    if (column != nullptr) {
      book_.text(row, 2, in_year(column->help, help_year, request_.year), look_.prose);
      validate(*column, row, row, 1);
    }
    ++row;
  };
  for (const Column& column : fact_columns()) {
    const std::string star = column.need == Need::required ? " *" : "";
    write_fact(std::string(column.heading) + star, fact(column), &column);
  }
  for (const auto& [name, value] : request_.facts) {
    const bool declared =
        std::ranges::find(fact_columns(), std::string_view(name), &Column::heading) != fact_columns().end();
    if (!declared) write_fact(name, value, nullptr);
  }
}

void FormSheet::write_rows(const Form& form, const std::string& list) {
  static const std::vector<Row> none;
  const auto given = request_.rows.find(list);
  const std::vector<Row>& rows = given == request_.rows.end() ? none : given->second;
  static const Value blank;
  for (std::size_t i = 0; i < shown_rows(rows.size()); ++i) {
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const SheetColumn& column = columns_[c];
      const bool counted =
          form.sheet == "VoR" && (column.heading == "Riskvärde" || column.heading == "Risknivå");
      if (counted) continue;  // written with the formulas
      const bool there = i < rows.size() && column.position < rows[i].size();
      write_cell(first_row_ + static_cast<lxw_row_t>(i), static_cast<lxw_col_t>(c),
                 there ? rows[i][column.position] : blank, format_of(form, column.declared));
    }
    if (i < rows.size()) set_height(first_row_ + static_cast<lxw_row_t>(i), rows[i]);
  }
  // Rows further down get their line when something is written there.
  lxw_conditional_format filled{};
  std::string formula =
      "=COUNTA($A" + std::to_string(first_row_ + 1) + ":$F" + std::to_string(first_row_ + 1) + ")>0";
  filled.type = LXW_CONDITIONAL_TYPE_FORMULA;
  filled.value_string = formula.data();
  filled.format = look_.rule;
  book_.ok(worksheet_conditional_format_range(
      book_.sheet(), first_row_ + static_cast<lxw_row_t>(shown_rows(rows.size())), 0, last_row,
      static_cast<lxw_col_t>(columns_.size() - 1), &filled));
  if (form.sheet == "VoR") write_risks(rows);
}

/// A row that is filled from the start is as high as its longest text, within reason: not every program that
/// opens the workbook works that out by itself.
void FormSheet::set_height(lxw_row_t number, const Row& row) {
  constexpr double most = 26;
  double lines = 1;
  for (const SheetColumn& column : columns_) {
    if (column.position >= row.size()) continue;
    double own = 0;
    const std::string text = to_text(row[column.position]);
    for (const std::string& line : split(text, '\n'))
      own += lines_of(line, width_of(column) * (length(line) > 60 ? 0.9 : 1.0));
    own += static_cast<double>(std::ranges::count(text, '\n')) / 2;
    lines = std::max(lines, own);
  }
  if (lines <= 1) return;  // its height is left to grow
  book_.ok(worksheet_set_row(book_.sheet(), number, std::min(lines, most) * row_height + 2, nullptr));
}

int FormSheet::find(std::string_view heading) const {
  const auto found = std::ranges::find(columns_, heading, &SheetColumn::heading);
  return found == columns_.end() ? -1 : static_cast<int>(found - columns_.begin());
}

void FormSheet::set_up_print() {
  lxw_worksheet* sheet = book_.sheet();
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, 9);  // A4
  worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.7);
  worksheet_fit_to_pages(sheet, pages_, 0);
  book_.ok(worksheet_repeat_rows(sheet, heading_row_, heading_row_));
  if (pages_ > 1) book_.ok(worksheet_repeat_columns(sheet, 0, 0));
  const std::string footer = "&L&8" + footer_text(request_.board) + "&C&8&A&R&8Sida &P av &N";
  book_.ok(worksheet_set_footer(sheet, footer.c_str()));
}

}  // namespace lg::intake
