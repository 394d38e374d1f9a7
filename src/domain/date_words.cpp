#include "domain/date_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace lg::domain {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 12> months{"januari",   "februari", "mars",     "april",
                                                  "maj",       "juni",     "juli",     "augusti",
                                                  "september", "oktober",  "november", "december"};

int number_of(std::string_view word, std::size_t most_digits) {
  int number = 0;
  if (word.empty() || word.size() > most_digits) return 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc() && end == word.data() + word.size() && number > 0 ? number : 0;
}

Date last_day(int year, int month) {
  const Date next = month == 12 ? Date{year + 1, 1, 1, {}} : Date{year, month + 1, 1, {}};
  return date_of_day_number(day_number(next) - 1);
}

struct Months {
  int first;
  int last;  // above 12: of the year after
};

/// What a season means in a plan: spring is the first half of the year, autumn goes to its end.
std::optional<Months> season(std::string_view word) {
  if (word == "våren") return Months{1, 6};
  if (word == "sommaren") return Months{6, 8};
  if (word == "hösten") return Months{8, 12};
  if (word == "vintern") return Months{1, 15};
  return {};
}

/// 1–4 of "första", "andra" …; 0 for any other word.
int ordinal(std::string_view word) {
  static constexpr std::array<std::string_view, 4> words{"första", "andra", "tredje", "fjärde"};
  const auto found = std::ranges::find(words, word);
  return found == words.end() ? 0 : static_cast<int>(found - words.begin()) + 1;
}

/// "första halvåret", "tredje kvartalet", "kvartal 3", "tertial 2": the part of the year that ends before
/// `at`.
std::optional<Months> part_of_year(Words words, std::size_t at) {
  if (at < 2) return {};
  const std::string_view second = words[at - 1];
  const std::string_view first = words[at - 2];
  const auto part = [](int number, int length) { return Months{(number - 1) * length + 1, number * length}; };
  const int place = ordinal(first);
  if (second == "halvåret" && place >= 1 && place <= 2) return part(place, 6);
  if (second == "kvartalet" && place >= 1) return part(place, 3);
  if (second == "tertialet" && place >= 1 && place <= 3) return part(place, 4);
  const int number = number_of(second, 1);
  if (first == "kvartal" && number >= 1 && number <= 4) return part(number, 3);
  if (first == "tertial" && number >= 1 && number <= 3) return part(number, 4);
  return {};
}

NamedPeriod of_months(int year, const Months& part, std::size_t begin, std::size_t end) {
  const bool over = part.last > 12;
  return {Date{year, part.first, 1, {}}, last_day(over ? year + 1 : year, over ? part.last - 12 : part.last),
          begin, end, false};
}

/// The period that ends with the year at `at`.
NamedPeriod of_year(Words words, std::size_t at, int year) {
  if (at > 0) {
    const auto month = std::ranges::find(months, words[at - 1]);
    if (month != months.end()) {
      const int number = static_cast<int>(month - months.begin()) + 1;
      const int day = at > 1 ? number_of(words[at - 2], 2) : 0;
      const Date last = last_day(year, number);
      if (day > 0 && day <= last.day)
        return {{year, number, day, {}}, {year, number, day, {}}, at - 2, at + 1, false};
      return {{year, number, 1, {}}, last, at - 1, at + 1, false};
    }
    if (const auto part = season(words[at - 1])) return of_months(year, *part, at - 1, at + 1);
    if (const auto part = part_of_year(words, at)) return of_months(year, *part, at - 2, at + 1);
  }
  if (at > 1 && words[at - 1] == "av" && words[at - 2] == "början")
    return of_months(year, {1, 6}, at - 2, at + 1);
  return {{year, 1, 1, {}}, {year, 12, 31, {}}, at, at + 1, true};
}

}  // namespace

int year_word(std::string_view word) {
  if (word.size() != 4) return 0;
  const int year = number_of(word, 4);
  return year >= 1990 && year <= 2099 ? year : 0;
}

std::vector<NamedPeriod> periods_in(Words words) {
  std::vector<NamedPeriod> periods;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const int year = year_word(words[i]); year > 0) {
      periods.push_back(of_year(words, i, year));
    } else if (words[i].size() == 10 && words[i][4] == '-') {
      const auto date = parse_iso_date(words[i]);
      if (date) periods.push_back({*date, *date, i, i + 1, false});
    } else if (words[i].size() == 9 && words[i][4] == '/' && i > 0 && words[i - 1] == "årsskiftet") {
      const int old_year = year_word(words[i].substr(0, 4));
      if (old_year > 0)
        periods.push_back({{old_year, 12, 1, {}}, {old_year + 1, 1, 31, {}}, i - 1, i + 1, false});
    }
  }
  return periods;
}

}  // namespace lg::domain
