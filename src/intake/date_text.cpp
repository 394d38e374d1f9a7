#include "intake/date_text.hpp"

#include "base/text.hpp"

#include <array>
#include <charconv>
#include <string>
#include <vector>

namespace lg::intake {
namespace {

std::optional<int> digits(std::string_view text, std::size_t least, std::size_t most) {
  if (text.size() < least || text.size() > most) return {};
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || text.front() == '-') return {};
  return number;
}

/// A year that a form can be about; other numbers of four digits are not read as years.
std::optional<int> year_of(std::string_view text) {
  const auto year = digits(text, 4, 4);
  if (!year || *year < 1990 || *year > 2099) return {};
  return year;
}

Date period(int year, int first_month, int months, bool end) {
  if (!end) return Date{year, first_month, 1, {}};
  const int next = first_month + months;
  const Date after = next > 12 ? Date{year + 1, 1, 1, {}} : Date{year, next, 1, {}};
  return date_of_day_number(day_number(after) - 1);
}

/// 1–12 of "oktober" or "okt"; 0 for any other word.
int month_of(std::string_view word) {
  static constexpr std::array<std::string_view, 12> names{"januari",   "februari", "mars",     "april",
                                                          "maj",       "juni",     "juli",     "augusti",
                                                          "september", "oktober",  "november", "december"};
  std::string_view name = word;
  if (!name.empty() && name.back() == '.') name.remove_suffix(1);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (name == names[i] || (name.size() >= 3 && name.size() <= 4 && names[i].starts_with(name))) {
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

/// 1–4 of "q3" or "kv3"; 0 for anything else.
int quarter_of(std::string_view word) {
  for (const std::string_view prefix : {"kvartal", "kv", "q", "k"}) {
    if (!word.starts_with(prefix)) continue;
    const auto quarter = digits(word.substr(prefix.size()), 1, 1);
    return quarter && *quarter >= 1 && *quarter <= 4 ? *quarter : 0;
  }
  return 0;
}

std::optional<Date> real_day(int year, int month, int day) {
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return parse_iso_date(std::to_string(year) + "-" + two(month) + "-" + two(day));
}

/// "2025" and "20251014".
std::optional<Date> of_word(const std::string& word, bool end) {
  if (const auto year = year_of(word)) return period(*year, 1, 12, end);
  if (word.size() != 8 || !digits(word, 8, 8)) return {};
  return real_day(digits(word.substr(0, 4), 4, 4).value_or(0), digits(word.substr(4, 2), 2, 2).value_or(0),
                  digits(word.substr(6), 2, 2).value_or(0));
}

/// "q3 2025" and "oktober 2025", in either order.
std::optional<Date> of_period(const std::string& first, const std::string& second, bool end) {
  const bool year_last = year_of(second).has_value();
  const auto year = year_of(year_last ? second : first);
  if (!year) return {};
  const std::string& word = year_last ? first : second;
  if (const int quarter = quarter_of(word); quarter > 0) return period(*year, quarter * 3 - 2, 3, end);
  if (const int month = month_of(word); month > 0) return period(*year, month, 1, end);
  return {};
}

std::optional<Date> of_words(const std::vector<std::string>& words, bool end) {
  if (words.size() == 1) return of_word(words[0], end);
  if (words.size() == 2) return of_period(words[0], words[1], end);
  if (words.size() != 3) return {};
  if (words[0] == "kvartal" || words[0] == "kv" || words[0] == "kv.")
    return of_period("q" + words[1], words[2], end);
  const auto day = digits(words[0], 1, 2);
  const int month = month_of(words[1]);
  const auto year = year_of(words[2]);
  return day && month > 0 && year ? real_day(*year, month, *day) : std::nullopt;
}

}  // namespace

std::optional<Date> read_date_text(std::string_view text, bool period_end) {
  text = trim(text);
  if (const auto date = parse_iso_date(text)) return date;
  if (text.size() >= 6 && text.size() <= 7 && text[4] == '-') {
    const auto year = year_of(text.substr(0, 4));
    if (!year) return {};
    if (const int quarter = quarter_of(to_lower(text.substr(5))); quarter > 0) {
      return period(*year, quarter * 3 - 2, 3, period_end);
    }
    const auto month = digits(text.substr(5), 2, 2);
    if (!month || *month < 1 || *month > 12) return {};
    return period(*year, *month, 1, period_end);
  }
  return of_words(split(to_lower(text), ' '), period_end);
}

}  // namespace lg::intake
