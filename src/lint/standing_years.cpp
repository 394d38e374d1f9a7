#include "lint/standing_years.hpp"

#include "base/text.hpp"
#include "lint/workbook_texts.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace lg::lint {
namespace {

constexpr std::size_t most_places = 9;  // told of one year

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Times of events, which do not change with the report: "i juli 2023", "under hösten 2024".
const std::set<std::string, std::less<>> event_words = {
    "januari", "februari", "mars",       "april", "maj",    "juni",     "juli",    "augusti", "september",
    "oktober", "november", "december",   "våren", "hösten", "sommaren", "vintern", "året",    "början",
    "slutet",  "mitten",   "årsskiftet", "sedan", "agenda", "version",  "artikel", "kvartal"};
const std::set<std::string, std::less<>> report_words = {
    "år", "åren", "vor", "ikp", "för", "planperiod", "planperioden", "verksamhetsåret"};
/// Before a year in a sentence that shows values: the values are of that year.
const std::set<std::string, std::less<>> span_words = {"under", "inför"};
constexpr std::array<std::string_view, 4> report_endings = {"rapport", "rapporten", "genomgång", "plan"};

/// The last words before a place, lower-case, the nearest first.
std::vector<std::string> words_before(std::string_view text) {
  std::string plain = to_lower(text.substr(text.size() > 60 ? text.size() - 60 : 0));
  std::ranges::replace_if(
      plain, [](char c) { return c == '(' || c == ')' || c == ',' || c == '\t'; }, ' ');
  std::vector<std::string> words = split(plain, ' ');
  std::ranges::reverse(words);
  return words;
}

/// Part of a law's number, a standard's name, a date or a reference number.
bool is_bound(std::string_view text, std::size_t begin, std::size_t end) {
  const char before = begin == 0 ? ' ' : text[begin - 1];
  const char after = end < text.size() ? text[end] : ' ';
  if (std::string_view(":/.,+#§_").find(before) != std::string_view::npos) return true;
  if (after == ':' || after == '/' || after == '_' || after == '%') return true;
  const auto digits_from = [&](std::size_t at) {
    std::size_t count = 0;
    while (at + count < text.size() && is_digit(text[at + count])) ++count;
    return count;
  };
  if (after == '-' && digits_from(end + 1) > 0 && digits_from(end + 1) != 4) return true;  // 2025-10-14
  if (after == '.' && digits_from(end + 1) > 0) return true;
  // ISO 9001-2015, dnr 12-2025: a number of another kind before the dash
  if (before == '-') {
    std::size_t from = begin - 1;
    while (from > 0 && is_digit(text[from - 1])) --from;
    if (begin - 1 - from != 4) return true;
    return !text.substr(from).starts_with("20");
  }
  return false;
}

bool tells_of_report(std::string_view text, std::size_t begin, std::size_t end) {
  if (trim(text.substr(end)).starts_with("års")) return true;
  const std::vector<std::string> before = words_before(text.substr(0, begin));
  if (before.empty()) return false;
  const std::string& word = before.front();
  const bool shows_values = text.find(tag_sign) != std::string_view::npos;
  return report_words.contains(word) || (shows_values && span_words.contains(word)) ||
         std::ranges::any_of(report_endings, [&](std::string_view ending) { return word.ends_with(ending); });
}

bool is_event(std::string_view text, std::size_t begin) {
  const std::vector<std::string> before = words_before(text.substr(0, begin));
  const auto near = std::min<std::size_t>(before.size(), 2);
  return std::any_of(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(near),
                     [](const std::string& word) { return event_words.contains(word); });
}

}  // namespace

std::vector<StandingYear> find_years(std::string_view text) {
  std::vector<StandingYear> years;
  for (std::size_t at = 0; at + 4 <= text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const std::string_view number = text.substr(at, end - at);
    const bool year = number.size() == 4 && number.starts_with("20") && number >= "2010" && number < "2050";
    const bool letters = (at > 0 && ((text[at - 1] | 0x20) >= 'a' && (text[at - 1] | 0x20) <= 'z')) ||
                         (end < text.size() && (text[end] | 0x20) >= 'a' && (text[end] | 0x20) <= 'z');
    if (year && !letters && !is_bound(text, at, end) && !is_event(text, at))
      years.push_back({std::string(number), tells_of_report(text, at, end)});
    at = end;
  }
  return years;
}

void StandingYears::take(std::string_view text, const Location& where, bool prominent) {
  for (StandingYear& year : find_years(without_tags(text))) {
    year.of_report = year.of_report || prominent;
    const bool known = std::ranges::any_of(places_, [&](const Place& place) {
      return place.year.year == year.year && to_text(place.where) == to_text(where);
    });
    if (!known) places_.push_back({std::move(year), where});
  }
}

std::string StandingYears::remedy(const std::string& year) const {
  std::vector<std::string> equal;
  std::vector<std::string> likely;
  const Dataset& data = names_.data();
  for (std::size_t i = 0; i < data.root.fields.size(); ++i) {
    const Field& field = data.root.fields[i];
    if (field.shape != Field::Shape::number) continue;
    if (i < data.row.size() && lg::to_text(data.row[i]) == year) equal.push_back("{{" + field.name + "}}");
    constexpr std::array<std::string_view, 3> usual = {"rapportår", "uppföljningsår", "planperiodförstaår"};
    if (std::ranges::find(usual, field.folded) != usual.end()) likely.push_back("{{" + field.name + "}}");
  }
  const std::vector<std::string>& tags = equal.empty() ? likely : equal;
  if (tags.empty()) return "Skriv en tagg som hämtar årtalet ur data.";
  return "Skriv " + join(tags, "eller") + " i stället, eller låt det stå om det är rätt varje år.";
}

void StandingYears::tell(Problems& problems) const {
  std::map<std::string, std::vector<const Place*>> by_year;
  std::set<std::string> told;
  for (const Place& place : places_) {
    by_year[place.year.year].push_back(&place);
    if (place.year.of_report) told.insert(place.year.year);
  }
  for (const std::string& year : told) {
    const std::vector<const Place*>& places = by_year[year];
    Problem problem{Severity::warning, "M051", places.front()->where, "", remedy(year), {}};
    const std::string count = places.size() == 1 ? "" : " på " + std::to_string(places.size()) + " ställen";
    problem.message = "Årtalet ”" + year + "” står som fast text" + count + " och blir fel ett annat år.";
    for (std::size_t i = 1; i < places.size() && i < most_places; ++i)
      problem.related.push_back(places[i]->where);
    problems.add(std::move(problem));
  }
}

void check_years(const Document& document, const Names& names, Problems& problems) {
  StandingYears years(names);
  for (const Story& story : document.stories()) {
    const std::string& part = story.part.text();
    const bool edge = part.find("/header") != std::string::npos || part.find("/footer") != std::string::npos;
    for (const Line& line : story.lines) {
      if (line.contents || line.text.find("20") == std::string::npos) continue;
      const std::string style = document.styles().name_of(line.node);
      const bool prominent = edge || line.level > 0 || style == "title" || style == "subtitle";
      years.take(line.text, story.places.of(line.node, line.text), prominent);
    }
  }
  for_each_property(document.package(),
                    [&](const std::string& text, const Location& where) { years.take(text, where, true); });
  years.tell(problems);
}

}  // namespace lg::lint
