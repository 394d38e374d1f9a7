#include "intake/cell_reader.hpp"

#include "base/text.hpp"
#include "intake/date_text.hpp"
#include "intake/risk_formulas.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace lg::intake {

struct CellReader::Failure {
  std::string code;
  std::string message;
  std::string hint;
};

namespace {

std::string quoted(std::string_view text) {
  return "”" + excerpt(text, 40) + "”";
}

std::string join_words(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : "; ") + word;
  return text;
}

/// "-" and the like: somebody says that there is nothing to fill in.
bool says_nothing(std::string_view text) {
  return text == "-" || text == "–" || text == "—";
}

/// "1 Hög": a word with its number.
bool is_numbered(std::string_view choice) {
  return choice.size() > 2 && choice[0] >= '0' && choice[0] <= '9' && choice[1] == ' ';
}

/// The problem that stands in the cell before anything is read: a formula without a result or an error.
std::optional<Problem> formula_problem(const sml::Cell& cell, const Source& source) {
  if (const auto* error = std::get_if<sml::CellError>(&cell.value)) {
    return Problem{Severity::error,
                   "BLAN-112",
                   source.location(),
                   "I cellen står felvärdet ”" + std::string(error->code) + "”.",
                   "Rätta formeln, eller skriv värdet i stället för formeln.",
                   {}};
  }
  const auto* blank = std::get_if<sml::Blank>(&cell.value);
  // What the blank forms would have counted is counted when all rows are read.
  if (cell.formula && blank != nullptr && !is_risk_formula(blank->formula)) {
    return Problem{Severity::error,
                   "BLAN-111",
                   source.location(),
                   "Formeln i cellen har inget sparat resultat.",
                   "Öppna arbetsboken i Excel, spara den och kör igen.",
                   {}};
  }
  return {};
}

Problem cleaned_problem(const Source& source) {
  return {Severity::warning,
          "BLAN-113",
          source.location(),
          "Texten innehöll tecken som inte får finnas i ett dokument, och de har tagits bort.",
          "Läs igenom cellen och skriv om det som saknas.",
          {}};
}

}  // namespace

std::string cell_text(const sml::Cell& cell) {
  if (const auto* text = std::get_if<std::string_view>(&cell.value)) {
    if (cell.illegal) return compose_nfc(trim(clean(*text).text));
    return compose_nfc(trim(*text));
  }
  if (const auto* number = std::get_if<double>(&cell.value)) {
    return to_text(Value::number(*number, {}, cell.percent));
  }
  if (const auto* flag = std::get_if<bool>(&cell.value)) return *flag ? "Ja" : "Nej";
  if (const auto* date = std::get_if<Date>(&cell.value)) return to_text(*date);
  if (const auto* error = std::get_if<sml::CellError>(&cell.value)) return std::string(error->code);
  return {};
}

bool is_empty(const sml::Cell& cell) {
  if (std::holds_alternative<sml::Blank>(cell.value)) return true;
  const auto* text = std::get_if<std::string_view>(&cell.value);
  return text != nullptr && trim(*text).empty();
}

CellReader::CellReader(const Column& column, std::string heading)
    : column_(&column), heading_(std::move(heading)) {
  for (const std::string_view choice : column.choices) {
    choices_.emplace_back(choice);
    folded_.push_back(fold(choice));
  }
}

Value CellReader::read(const sml::Cell& cell, const Source& source, std::vector<Problem>& problems) const {
  if (auto problem = formula_problem(cell, source)) {
    problems.push_back(std::move(*problem));
    return failed(source);
  }
  const auto* text = std::get_if<std::string_view>(&cell.value);
  const bool nothing = text != nullptr && column_->kind != Kind::text && says_nothing(trim(*text));
  // An event whose risk nobody has judged yet may say so in words (domain.md, B2).
  const bool not_judged = text != nullptr && column_->code == "VOR-103" && fold(*text) == "bedömningsaknas";
  if (not_judged) return Value::blank(source);
  if (is_empty(cell) || nothing) return blank(source, problems);
  Failure failure;
  Value value = convert(cell, source, failure);
  if (!failure.code.empty()) {
    problems.push_back({Severity::error, failure.code, source.location(), failure.message, failure.hint, {}});
    return failed(source);
  }
  if (cell.illegal) problems.push_back(cleaned_problem(source));
  return value;
}

/// What stands for a cell that could not be read, which is told: a hole, but not one that a rule would tell
/// of once more.
Value CellReader::failed(const Source& source) const {
  return column_->need == Need::ruled ? Value::blank(source) : Value::hole(source);
}

Value CellReader::blank(const Source& source, std::vector<Problem>& problems) const {
  if (!column_->fallback.empty()) {
    if (column_->kind == Kind::yes_no) return Value::flag(column_->fallback == "Ja", source);
    return Value::text(std::string(column_->fallback), source);
  }
  if (column_->need == Need::ruled) return Value::hole(source);
  if (column_->need != Need::required) return Value::blank(source);
  const bool list = column_->kind == Kind::yes_no || (!choices_.empty() && column_->kind == Kind::choice);
  problems.push_back({Severity::hole,
                      "BLAN-101",
                      source.location(),
                      heading_ + " saknas.",
                      list ? "Välj ett värde i listan i cellen." : "Fyll i cellen.",
                      {}});
  return Value::hole(source);
}

Value CellReader::convert(const sml::Cell& cell, const Source& source, Failure& failure) const {
  switch (column_->kind) {
    case Kind::whole_number: return whole_number(cell, source, failure);
    case Kind::number: return number(cell, source, failure);
    case Kind::date: return date(cell, source, failure);
    case Kind::yes_no: return yes_no(cell, source, failure);
    case Kind::choice: return choice(cell_text(cell), source, failure);
    case Kind::choices: return choices(cell_text(cell), source, failure);
    case Kind::years: return years(cell_text(cell), source, failure);
    case Kind::ids: {
      std::string text = cell_text(cell);
      std::ranges::replace_if(
          text, [](char c) { return c == ',' || c == '\n'; }, ';');
      if (fold(text) == "ingen" || fold(text) == "inga") return Value::blank(source);
      return Value::text(join_words(split(text, ';')), source);
    }
    case Kind::roles: return Value::text(join_words(split(cell_text(cell), ';')), source);
    case Kind::text:
    case Kind::id:
    case Kind::role: return Value::text(cell_text(cell), source);
  }
  return Value::blank(source);
}

Value CellReader::whole_number(const sml::Cell& cell, const Source& source, Failure& failure) const {
  std::optional<double> found;
  if (const auto* number = std::get_if<double>(&cell.value)) found = *number;
  if (const auto* text = std::get_if<std::string_view>(&cell.value)) found = parse_number(*text);
  if (found && std::abs(*found) < 1e9) {
    // 0.1 × 30 is not quite 3 in a formula's result; nobody means the difference.
    const double rounded = std::round(*found);
    if (std::abs(rounded - *found) < 1e-9) return Value::number(rounded, source);
  }
  failure = {std::string(column_->code.empty() ? "BLAN-103" : column_->code),
             heading_ + " ska vara ett heltal, men i cellen står " + quoted(cell_text(cell)) + ".",
             "Skriv ett heltal, till exempel 3."};
  return {};
}

Value CellReader::number(const sml::Cell& cell, const Source& source, Failure& failure) const {
  if (const auto* number = std::get_if<double>(&cell.value))
    return Value::number(*number, source, cell.percent);
  if (const auto* text = std::get_if<std::string_view>(&cell.value)) {
    if (const auto number = parse_number(*text)) return Value::number(*number, source);
  }
  failure = {"BLAN-104", heading_ + " ska vara ett tal, men i cellen står " + quoted(cell_text(cell)) + ".",
             "Skriv bara talet, till exempel 12,5."};
  return {};
}

Value CellReader::date(const sml::Cell& cell, const Source& source, Failure& failure) const {
  if (const auto* date = std::get_if<Date>(&cell.value)) return Value::date(*date, source);
  const bool readable = !std::holds_alternative<bool>(cell.value) && !cell.percent;
  if (readable) {
    if (const auto date = read_date_text(cell_text(cell), column_->period_end))
      return Value::date(*date, source);
  }
  failure = {"BLAN-105", heading_ + " ska vara ett datum, men i cellen står " + quoted(cell_text(cell)) + ".",
             "Skriv datumet som år, månad och dag, till exempel 2025-10-14."};
  return {};
}

Value CellReader::yes_no(const sml::Cell& cell, const Source& source, Failure& failure) const {
  static constexpr std::array<std::string_view, 7> yes{"ja", "j", "x", "true", "sant", "yes", "1"};
  static constexpr std::array<std::string_view, 6> no{"nej", "n", "false", "falskt", "no", "0"};
  const std::string word = fold(cell_text(cell));
  if (std::ranges::find(yes, word) != yes.end()) return Value::flag(true, source);
  if (std::ranges::find(no, word) != no.end()) return Value::flag(false, source);
  failure = {"BLAN-106",
             heading_ + " ska vara Ja eller Nej, men i cellen står " + quoted(cell_text(cell)) + ".",
             "Välj Ja eller Nej."};
  return {};
}

const std::string* CellReader::find_choice(std::string_view word) const {
  const std::string folded = fold(word);
  if (folded.empty()) return nullptr;
  for (std::size_t i = 0; i < folded_.size(); ++i) {
    if (folded_[i] == folded) return &choices_[i];
  }
  for (std::size_t i = 0; i < folded_.size(); ++i) {  // "1 Hög" may be written "1" or "Hög"
    if (is_numbered(choices_[i]) && (folded_[i].substr(0, 1) == folded || folded_[i].substr(1) == folded))
      return &choices_[i];
  }
  for (const Synonym& synonym : column_->synonyms) {
    if (fold(synonym.word) == folded) return find_choice(synonym.choice);
  }
  return nullptr;
}

std::string CellReader::choice_hint(std::string_view word) const {
  if (const auto near = nearest(word, choices_)) return "Menade du ”" + *near + "”?";
  for (const std::string& each : choices_) {
    const std::vector<std::string> words{each.substr(is_numbered(each) ? 2 : 0)};
    if (nearest(word, words)) return "Menade du ”" + each + "”?";
  }
  std::string list;
  for (const std::string& each : choices_) list += (list.empty() ? "" : ", ") + each;
  return "Välj något av: " + list + ".";
}

Value CellReader::choice(std::string_view text, const Source& source, Failure& failure) const {
  if (const std::string* found = find_choice(text)) return Value::text(*found, source);
  if (column_->open_choice) return Value::text(std::string(text), source);
  failure = {"BLAN-107", heading_ + " har värdet " + quoted(text) + ", som inte finns i listan.",
             choice_hint(text)};
  return {};
}

Value CellReader::choices(std::string_view text, const Source& source, Failure& failure) const {
  std::vector<std::string> found;
  std::string list(text);
  std::ranges::replace(list, '\n', ';');
  const bool commas = list.find(';') == std::string::npos && find_choice(list) == nullptr;
  if (commas) std::ranges::replace(list, ',', ';');
  for (const std::string& word : split(list, ';')) {
    const std::string* choice = find_choice(word);
    if (choice == nullptr && !column_->open_choice) {
      failure = {"BLAN-107", heading_ + " har värdet " + quoted(word) + ", som inte finns i listan.",
                 choice_hint(word)};
      return {};
    }
    found.push_back(choice == nullptr ? word : *choice);
  }
  return Value::text(join_words(found), source);
}

Value CellReader::years(std::string_view text, const Source& source, Failure& failure) const {
  std::string list(text);
  std::ranges::replace(list, ',', ';');
  const std::vector<std::string> words = split(list, ';');
  const auto fits = [](const std::string& word) {
    if (fold(word) == "alla") return true;
    const auto year = parse_number(word);
    return year && *year >= 1990 && *year <= 2099 && std::floor(*year) == *year;
  };
  if (std::ranges::all_of(words, fits)) return Value::text(join_words(words), source);
  failure = {"BLAN-108", heading_ + " ska vara ett årtal eller alla, men i cellen står " + quoted(text) + ".",
             "Skriv året, till exempel 2025, eller alla."};
  return {};
}

Value read_own(const sml::Cell& cell, const Source& source, std::vector<Problem>& problems) {
  if (auto problem = formula_problem(cell, source)) {
    problem->severity = Severity::warning;  // the template may never show the column
    problems.push_back(std::move(*problem));
    return Value::hole(source);
  }
  if (is_empty(cell)) return Value::blank(source);
  if (cell.illegal) problems.push_back(cleaned_problem(source));
  if (const auto* number = std::get_if<double>(&cell.value))
    return Value::number(*number, source, cell.percent);
  if (const auto* flag = std::get_if<bool>(&cell.value)) return Value::flag(*flag, source);
  if (const auto* date = std::get_if<Date>(&cell.value)) return Value::date(*date, source);
  return Value::text(cell_text(cell), source);
}

}  // namespace lg::intake
