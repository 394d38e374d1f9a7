#include "sml/formula_scanner.hpp"

#include "sml/cell_ref.hpp"

#include <algorithm>
#include <array>

namespace lg::sml {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// Of names, numbers and references. Bytes above ASCII are letters of names.
bool is_word(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '$' || c == '\\' || c == '?' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Functions that read many cells, where one cell of a repeated row stands for all of its copies.
Takes takes_of(std::string_view function) {
  constexpr std::array<std::string_view, 15> ranges{
      "SUMIF",  "SUMIFS", "COUNTBLANK", "COUNTIF",    "COUNTIFS", "AVERAGEIF", "AVERAGEIFS", "MINIFS",
      "MAXIFS", "ROWS",   "AGGREGATE",  "SUMPRODUCT", "LARGE",    "SMALL",     "TEXTJOIN"};
  constexpr std::array<std::string_view, 19> series{
      "SUM",   "COUNT",    "COUNTA", "AVERAGE", "AVERAGEA", "MIN",   "MAX",   "MINA",   "MAXA",   "MEDIAN",
      "STDEV", "SUBTOTAL", "VAR",    "PRODUCT", "STDEV.S",  "VAR.S", "VAR.P", "CONCAT", "STDEV.P"};
  if (std::ranges::find(series, function) != series.end()) return Takes::series;
  return std::ranges::find(ranges, function) != ranges.end() ? Takes::ranges : Takes::cells;
}

Criteria criteria_of(std::string_view function) {
  if (function == "COUNTIFS") return Criteria::every_second;
  if (function == "SUMIF" || function == "COUNTIF" || function == "AVERAGEIF") return Criteria::second;
  const bool several =
      function == "SUMIFS" || function == "AVERAGEIFS" || function == "MINIFS" || function == "MAXIFS";
  return several ? Criteria::every_third_on : Criteria::none;
}

bool is_criterion(const OpenCall& call) {
  switch (call.criteria) {
    case Criteria::none: return false;
    case Criteria::second: return call.argument == 1;
    case Criteria::every_second: return call.argument % 2 == 1;
    case Criteria::every_third_on: return call.argument >= 2 && call.argument % 2 == 0;
  }
  return false;
}

OpenCall call_of(std::string_view function) {
  std::string upper(function);
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return is_letter(c) ? static_cast<char>(c & ~0x20) : c; });
  if (upper.starts_with("_XLFN.")) upper.erase(0, 6);
  return {takes_of(upper), criteria_of(upper)};
}

struct Scanned {
  Corner corner;
  std::size_t size = 0;
};

/// "$B$5", "$B" or "$5" at the start of `text`, which must end there as a word does.
std::optional<Scanned> corner_of(std::string_view word) {
  Scanned scanned;
  std::size_t i = 0;
  const auto dollar = [&] { return i < word.size() && word[i] == '$' ? (++i, true) : false; };
  bool fixed = dollar();
  for (; i < word.size() && is_letter(word[i]); ++i) {
    scanned.corner.column = scanned.corner.column * 26 + ((word[i] & ~0x20) - 'A') + 1;
    if (scanned.corner.column > max_columns) return {};
  }
  if (scanned.corner.column > 0) {
    scanned.corner.column_fixed = fixed;
    fixed = dollar();
  }
  const std::size_t digits = i;
  for (; i < word.size() && is_digit(word[i]); ++i) {
    scanned.corner.row = scanned.corner.row * 10 + (word[i] - '0');
    if (scanned.corner.row > max_rows) return {};
  }
  if (i != word.size() || (i > digits && scanned.corner.row == 0)) return {};
  if (i == digits && (fixed || scanned.corner.column == 0)) return {};
  scanned.corner.row_fixed = fixed;
  scanned.size = i;
  return scanned;
}

Reference::Shape shape_of(const Corner& corner) {
  if (corner.column == 0) return Reference::Shape::rows;
  return corner.row == 0 ? Reference::Shape::columns : Reference::Shape::range;
}

/// "[1]Blad1" names a sheet of another workbook; "jan:dec" two sheets.
void name_sheets(std::string_view name, std::string& first, std::string& last, bool& external) {
  external = name.find('[') != std::string_view::npos;
  const std::size_t colon = name.find(':');
  first = std::string(name.substr(0, colon));
  if (colon != std::string_view::npos) last = std::string(name.substr(colon + 1));
}

}  // namespace

char FormulaScanner::peek(std::size_t ahead) const {
  return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
}

std::size_t FormulaScanner::word_size(std::size_t from) const {
  std::size_t i = from;
  while (i < text_.size() && is_word(text_[i])) ++i;
  return i - from;
}

void FormulaScanner::flush() {
  if (!literal_.empty()) pieces_.emplace_back(std::move(literal_));
  literal_.clear();
}

std::vector<Formula::Piece> FormulaScanner::pieces() {
  while (at_ < text_.size()) step();
  flush();
  return std::move(pieces_);
}

void FormulaScanner::step() {
  const char c = peek();
  if (c == '"') return skip_string();
  if (c == '\'') return take_quoted();
  if (c == '[') return take_word();
  if (c == '#') return take_error_value();
  if (is_word(c)) return take_word();
  if (c == '(' || c == '{') calls_.emplace_back();
  if (c == ')' || c == '}') close_call();
  if (c == ',' && !calls_.empty()) ++calls_.back().argument;
  skip(1);
}

void FormulaScanner::close_call() {
  if (!calls_.empty()) calls_.pop_back();
}

/// A quote within a string is written twice, so it begins another string at once: no case of its own.
void FormulaScanner::skip_string() {
  const std::size_t end = text_.find('"', at_ + 1);
  skip(end == std::string_view::npos ? text_.size() - at_ : end + 1 - at_);
}

/// "[…]" of a structured reference; "'" takes the next character as it is (18.17.6.3).
void FormulaScanner::skip_brackets() {
  int depth = 0;
  std::size_t i = at_;
  for (; i < text_.size(); ++i) {
    if (text_[i] == '\'')
      ++i;
    else if (text_[i] == '[')
      ++depth;
    else if (text_[i] == ']' && --depth == 0)
      break;
  }
  skip(std::min(i + 1, text_.size()) - at_);
}

/// "#REF!", "#N/A", or the "#" after a spilled range.
void FormulaScanner::take_error_value() {
  std::size_t i = 1;
  while (is_letter(peek(i)) || is_digit(peek(i)) || peek(i) == '/' || peek(i) == '_') ++i;
  if (i > 1 && (peek(i) == '!' || peek(i) == '?')) ++i;
  skip(i);
}

std::optional<FormulaScanner::Qualifier> FormulaScanner::quoted_qualifier() const {
  std::string name;
  std::size_t i = at_ + 1;
  for (; i < text_.size(); ++i) {
    if (text_[i] != '\'')
      name += text_[i];
    else if (i + 1 < text_.size() && text_[i + 1] == '\'')
      name += text_[i++];
    else
      break;
  }
  if (i + 1 >= text_.size() || text_[i + 1] != '!') return {};
  Qualifier qualifier;
  qualifier.size = i + 2 - at_;
  name_sheets(name, qualifier.first, qualifier.last, qualifier.external);
  return qualifier;
}

/// "Blad1!", "jan:dec!", "[1]Blad1!" without quotes.
std::optional<FormulaScanner::Qualifier> FormulaScanner::plain_qualifier() const {
  std::size_t i = at_;
  if (peek() == '[') {
    i = text_.find(']', at_);
    if (i == std::string_view::npos) return {};
    ++i;
  }
  i += word_size(i);
  if (i < text_.size() && text_[i] == ':') i += 1 + word_size(i + 1);
  if (i >= text_.size() || i == at_ || text_[i] != '!') return {};
  Qualifier qualifier;
  qualifier.size = i + 1 - at_;
  name_sheets(text_.substr(at_, i - at_), qualifier.first, qualifier.last, qualifier.external);
  return qualifier;
}

void FormulaScanner::take_quoted() {
  const auto qualifier = quoted_qualifier();
  if (!qualifier) return skip(1);
  take_reference(*qualifier);
}

void FormulaScanner::take_word() {
  if (const auto qualifier = plain_qualifier()) return take_reference(*qualifier);
  if (peek() == '[') return skip_brackets();
  const std::size_t size = word_size(at_);
  if (peek(size) == '(') return take_call(size);
  if (peek(size) == '[') {
    skip(size);
    return skip_brackets();
  }
  take_reference({});
}

void FormulaScanner::take_call(std::size_t size) {
  calls_.push_back(call_of(text_.substr(at_, size)));
  skip(size + 1);
}

/// The end of a range may repeat the sheet that its beginning names: "Blad1!A1:Blad1!B2".
std::optional<Reference> FormulaScanner::reference_at(std::size_t from, std::string_view qualifier,
                                                      std::size_t& size) const {
  const std::size_t first_size = word_size(from);
  const auto first = corner_of(text_.substr(from, first_size));
  if (!first || (from + first_size < text_.size() && text_[from + first_size] == '(')) return {};
  Reference reference;
  reference.first = reference.last = first->corner;
  size = first_size;
  const std::size_t colon = from + first_size;
  if (colon < text_.size() && text_[colon] == ':') {
    const bool again = text_.substr(colon + 1).starts_with(qualifier);
    const std::size_t begin = colon + 1 + (again ? qualifier.size() : 0);
    const std::size_t last_size = word_size(begin);
    const auto last = corner_of(text_.substr(begin, last_size));
    const std::size_t end = begin + last_size;
    const bool call = end < text_.size() && (text_[end] == '(' || text_[end] == '!');
    if (last && !call && shape_of(last->corner) == shape_of(first->corner)) {
      reference.shape = shape_of(first->corner);
      reference.last = last->corner;
      size = end - from;
      return reference;
    }
  }
  if (shape_of(first->corner) != Reference::Shape::range) return {};
  return reference;
}

/// Does the reference that ends at `after` fill an argument of a function that takes ranges?
bool FormulaScanner::whole_argument(std::size_t after) const {
  if (calls_.empty() || calls_.back().takes == Takes::cells || is_criterion(calls_.back())) return false;
  const std::size_t next = text_.find_first_not_of(" \n", after);
  if (next == std::string_view::npos || (text_[next] != ',' && text_[next] != ')')) return false;
  const std::size_t previous = at_ == 0 ? std::string_view::npos : text_.find_last_not_of(" \n", at_ - 1);
  return previous != std::string_view::npos && (text_[previous] == ',' || text_[previous] == '(');
}

void FormulaScanner::take_reference(const Qualifier& qualifier) {
  const std::size_t from = at_ + qualifier.size;
  std::size_t size = 0;
  auto reference = reference_at(from, text_.substr(at_, qualifier.size), size);
  if (!reference) {
    const std::size_t word = word_size(from);
    if (qualifier.size > 0 && word > 0 && from + word < text_.size() && text_[from + word] == '[') {
      skip(qualifier.size + word);
      return skip_brackets();
    }
    return skip(std::max<std::size_t>(qualifier.size + word, 1));
  }
  const bool argument = whole_argument(from + size);
  reference->grows = reference->shape == Reference::Shape::cell && argument;
  reference->series = argument && calls_.back().takes == Takes::series;
  reference->qualifier = std::string(text_.substr(at_, qualifier.size));
  reference->first_sheet = qualifier.first;
  reference->last_sheet = qualifier.last;
  reference->external = qualifier.external;
  flush();
  pieces_.emplace_back(std::move(*reference));
  at_ = from + size;
}

}  // namespace lg::sml
