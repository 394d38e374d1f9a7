#include "base/date.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace lg {
namespace {

/// The digits at the start of `text`, exactly `count` of them; moves past them.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return {};
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + count, number);
  if (error != std::errc() || end != text.data() + count) return {};
  text.remove_prefix(count);
  return number;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<int> take_time(std::string_view& text) {
  const auto hour = take_digits(text, 2);
  if (!hour || *hour > 23 || !take(text, ':')) return {};
  const auto minute = take_digits(text, 2);
  if (!minute || *minute > 59) return {};
  int second = 0;
  if (take(text, ':')) {
    const auto given = take_digits(text, 2);
    if (!given || *given > 59) return {};
    second = *given;
    if (take(text, '.')) {
      while (!text.empty() && text.front() >= '0' && text.front() <= '9') text.remove_prefix(1);
    }
  }
  take(text, 'Z');
  return *hour * 3600 + *minute * 60 + second;
}

std::chrono::year_month_day as_chrono(const Date& date) {
  return {std::chrono::year(date.year), std::chrono::month(static_cast<unsigned>(date.month)),
          std::chrono::day(static_cast<unsigned>(date.day))};
}

}  // namespace

std::optional<Date> parse_iso_date(std::string_view text) {
  Date date;
  const auto year = take_digits(text, 4);
  if (!year || !take(text, '-')) return {};
  const auto month = take_digits(text, 2);
  if (!month || !take(text, '-')) return {};
  const auto day = take_digits(text, 2);
  if (!day) return {};
  date.year = *year;
  date.month = *month;
  date.day = *day;
  if (!as_chrono(date).ok()) return {};
  if (take(text, 'T') || take(text, ' ')) {
    date.seconds = take_time(text);
    if (!date.seconds) return {};
  }
  if (!text.empty()) return {};
  return date;
}

std::string to_text(const Date& date) {
  std::array<char, 64> buffer{};
  int size = std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  std::string text(buffer.data(), static_cast<std::size_t>(size));
  if (!date.seconds) return text;
  const int s = *date.seconds;
  size = std::snprintf(buffer.data(), buffer.size(), " %02d:%02d", s / 3600, s / 60 % 60);
  text.append(buffer.data(), static_cast<std::size_t>(size));
  if (s % 60 != 0) {
    size = std::snprintf(buffer.data(), buffer.size(), ":%02d", s % 60);
    text.append(buffer.data(), static_cast<std::size_t>(size));
  }
  return text;
}

int day_number(const Date& date) {
  return static_cast<int>(std::chrono::sys_days(as_chrono(date)).time_since_epoch().count());
}

Date date_of_day_number(int days) {
  const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(days))};
  Date date;
  date.year = static_cast<int>(day.year());
  date.month = static_cast<int>(static_cast<unsigned>(day.month()));
  date.day = static_cast<int>(static_cast<unsigned>(day.day()));
  return date;
}

int iso_week(const Date& date) {
  // The week belongs to the year that its Thursday lies in (ISO 8601, 3.1.1.23).
  const int days = day_number(date);
  const int weekday = ((days + 3) % 7 + 7) % 7;  // 0 = Monday; 1970-01-01 was a Thursday
  const int thursday = days - weekday + 3;
  const int year = date_of_day_number(thursday).year;
  return (thursday - day_number(Date{year, 1, 1, {}})) / 7 + 1;
}

}  // namespace lg
