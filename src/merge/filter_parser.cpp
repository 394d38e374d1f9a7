#include "base/text.hpp"
#include "merge/expression_parser.hpp"

#include <algorithm>
#include <array>

namespace lg::merge {
namespace {

/// What a filter is given: dates and numbers must be that, texts may be anything.
enum class Takes : std::uint8_t { anything, date, number, list, yes_no };

struct FilterWord {
  std::string_view name;  // folded, with its second word
  FilterKind kind;
  Takes takes;
  std::string_view shown;
};

constexpr std::array filter_words = {
    FilterWord{"datumlång", FilterKind::date_long, Takes::date, "datum lång"},
    FilterWord{"datum", FilterKind::date, Takes::date, "datum"},
    FilterWord{"månad", FilterKind::month, Takes::date, "månad"},
    FilterWord{"år", FilterKind::year, Takes::date, "år"},
    FilterWord{"kvartal", FilterKind::quarter, Takes::date, "kvartal"},
    FilterWord{"vecka", FilterKind::week, Takes::date, "vecka"},
    FilterWord{"tal", FilterKind::number, Takes::number, "tal"},
    FilterWord{"procent", FilterKind::percent, Takes::number, "procent"},
    FilterWord{"kronor", FilterKind::crowns, Takes::number, "kronor"},
    FilterWord{"tkr", FilterKind::thousand_crowns, Takes::number, "tkr"},
    FilterWord{"ordning", FilterKind::ordinal, Takes::number, "ordning"},
    FilterWord{"ord", FilterKind::word, Takes::number, "ord"},
    FilterWord{"antal", FilterKind::counted, Takes::number, "antal"},
    FilterWord{"versal", FilterKind::upper_first, Takes::anything, "versal"},
    FilterWord{"gemener", FilterKind::lower, Takes::anything, "gemener"},
    FilterWord{"genitiv", FilterKind::genitive, Takes::anything, "genitiv"},
    FilterWord{"lista", FilterKind::list, Takes::list, "lista"},
    FilterWord{"citat", FilterKind::quote, Takes::anything, "citat"},
    FilterWord{"utanpunkt", FilterKind::no_full_stop, Takes::anything, "utan punkt"},
    FilterWord{"eller", FilterKind::otherwise, Takes::anything, "eller"},
    FilterWord{"rader", FilterKind::lines, Takes::anything, "rader"},
    FilterWord{"janej", FilterKind::yes_no, Takes::yes_no, "ja nej"},
};

std::vector<std::string> arguments_of(std::string_view text) {
  std::vector<std::string> arguments;
  if (trim(text).empty()) return arguments;
  while (true) {
    const std::size_t comma = text.find(',');
    arguments.emplace_back(trim(text.substr(0, comma)));
    if (comma == std::string_view::npos) return arguments;
    text.remove_prefix(comma + 1);
  }
}

std::size_t arguments_needed(FilterKind kind) {
  switch (kind) {
    case FilterKind::counted: return 3;
    case FilterKind::yes_no: return 2;
    case FilterKind::otherwise: return 1;
    default: return 0;
  }
}

bool takes_arguments(FilterKind kind) {
  switch (kind) {
    case FilterKind::number:
    case FilterKind::word:
    case FilterKind::counted:
    case FilterKind::list:
    case FilterKind::otherwise:
    case FilterKind::yes_no: return true;
    default: return arguments_needed(kind) > 0;
  }
}

/// Whether the value of a path is of the kind that the first filter takes; what one filter makes, any other
/// may take.
bool suits(Takes takes, const Path& path) {
  const bool count = path.fact == Fact::count || path.fact == Fact::turn || path.fact == Fact::turns;
  if (count) return takes == Takes::number || takes == Takes::anything;
  if (path.fact != Fact::none || path.field == nullptr || !path.field->declared) return true;
  const Field::Shape shape = path.field->shape;
  switch (takes) {
    case Takes::anything: return shape != Field::Shape::list && shape != Field::Shape::record;
    case Takes::list: return shape == Field::Shape::list;
    case Takes::date: return shape == Field::Shape::date;
    case Takes::yes_no: return shape == Field::Shape::yes_no;
    case Takes::number: return shape == Field::Shape::number || shape == Field::Shape::list;
  }
  return true;
}

}  // namespace

bool ExpressionParser::is_filter(std::string_view word) {
  const std::string folded = fold(word);
  return std::ranges::any_of(filter_words, [&](const FilterWord& one) { return one.name == folded; });
}

bool ExpressionParser::read_value(std::size_t& at, Query& query, std::vector<Filter>& filters) {
  if (!read_query(at, query)) return false;
  while (tokens_.is(at, TokenKind::pipe)) {
    ++at;
    Filter filter;
    if (!read_filter(at, query, filters.empty(), filter)) return false;
    // The written form is that of the value itself, not of what other filters made of it.
    if (!filters.empty()) filter.has_form = false;
    filters.push_back(std::move(filter));
  }
  const bool list = list_of(query.path) != nullptr;
  if (list && filters.empty()) {
    return fail("M014", "”" + query.path.text + "” är en lista och inget enskilt värde.",
                "Skriv {{" + query.path.text + ".antal}}, {{" + query.path.text +
                    " | lista …}} eller en ”för varje”.");
  }
  return expect_end(at);
}

bool ExpressionParser::read_filter(std::size_t& at, const Query& query, bool first, Filter& filter) {
  std::size_t end = at;
  while (end < tokens_.size() && !tokens_.is(end, TokenKind::pipe)) ++end;
  const FilterWord* found = nullptr;
  std::size_t count = 0;
  for (const FilterWord& word : filter_words) {
    const std::size_t spelt = tokens_.spells(at, word.name, word.name);
    if (spelt <= count || at + spelt > end) continue;
    found = &word;
    count = spelt;
  }
  if (found == nullptr) {
    std::vector<std::string> names;
    for (const FilterWord& word : filter_words) names.emplace_back(word.shown);
    const std::string name = at < end ? tokens_.raw(at, at + 1) : "";
    const auto meant = nearest(name, names);
    return fail("M015", "Filtret ”" + name + "” finns inte.",
                meant ? "Menade du ”" + *meant + "”?" : "Filtren står i mallguiden.");
  }
  filter.kind = found->kind;
  const std::size_t from = at + count;
  filter.arguments = arguments_of(
      from < end ? tokens_.text().substr(tokens_[from].begin, tokens_[end - 1].end - tokens_[from].begin)
                 : "");
  at = end;
  if (filter.arguments.size() < arguments_needed(filter.kind)) {
    return fail("M015",
                "Filtret ”" + std::string(found->shown) + "” ska följas av " +
                    std::to_string(arguments_needed(filter.kind)) + " uttryck med komma emellan.",
                filter.kind == FilterKind::counted
                    ? "Skriv till exempel: antal inga incidenter, en incident, # incidenter."
                    : "Exempel finns i mallguiden.");
  }
  if (!filter.arguments.empty() && !takes_arguments(filter.kind)) {
    std::vector<std::string> names;
    for (const FilterWord& word : filter_words) names.emplace_back(word.shown);
    const std::string written = tokens_.raw(from - count, end);
    const auto meant = nearest(written, names);
    const bool other = meant && *meant != found->shown;
    return fail("M015", "Filtret ”" + written + "” finns inte.",
                other
                    ? "Menade du ”" + *meant + "”?"
                    : "Skriv ”" + std::string(found->shown) + "” utan fler ord, eller | före nästa filter.");
  }
  if (filter.kind == FilterKind::otherwise) filter.arguments = {tokens_.raw(from, end)};
  if (first && !suits(found->takes, query.path)) {
    return fail("M015", "Filtret ”" + std::string(found->shown) + "” passar inte ”" + query.path.text + "”.",
                "Ta bort filtret eller välj ett som passar; de står i mallguiden.");
  }
  if (filter.kind == FilterKind::list) return read_list_filter(from, end, query, filter);
  return filter.kind != FilterKind::genitive || find_genitive(query, filter);
}

bool ExpressionParser::read_list_filter(std::size_t from, std::size_t to, const Query& query,
                                        Filter& filter) {
  Each each;
  each.list = query;
  std::size_t at = from;
  if (from >= to)
    return fail("M015", "Filtret ”lista” saknar kolumnens namn.", "Skriv till exempel: lista Område, samt.");
  if (!read_row_path(at, each, filter.field)) return false;
  filter.arguments.clear();
  if (tokens_.is(at, TokenKind::comma)) filter.arguments.push_back(tokens_.raw(at + 1, to));
  return true;
}

bool ExpressionParser::find_genitive(const Query& query, Filter& filter) {
  const Path& path = query.path;
  if (path.steps.size() != 1 || path.fact != Fact::none) return true;
  const NameFrame& frame = frames_[static_cast<std::size_t>(path.frame)];
  const int form = frame.list->find(path.field->folded + "genitiv");
  if (form < 0) return true;
  filter.form = path;
  filter.form.steps = {form};
  filter.form.field = &frame.list->fields[static_cast<std::size_t>(form)];
  filter.has_form = true;
  return true;
}

}  // namespace lg::merge
