#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lg {

/// A day in the Gregorian calendar, with a time of day where one was given.
struct Date {
  int year = 0;
  int month = 1;               // 1–12
  int day = 1;                 // 1–31
  std::optional<int> seconds;  // since midnight; absent for a day alone

  friend bool operator==(const Date&, const Date&) = default;
  friend auto operator<=>(const Date&, const Date&) = default;
};

/// "2025-10-14", "2025-03-04 09:10", "2025-03-04T09:10:30"; nothing when the text is no such date or the
/// day does not exist.
[[nodiscard]] std::optional<Date> parse_iso_date(std::string_view text);

/// "2025-10-14", or with a time "2025-03-04 09:10" (seconds only where they are not zero).
[[nodiscard]] std::string to_text(const Date& date);

/// Days since 1970-01-01, for distances between days.
[[nodiscard]] int day_number(const Date& date);
[[nodiscard]] Date date_of_day_number(int days);

/// ISO 8601 week number, 1–53.
[[nodiscard]] int iso_week(const Date& date);

}  // namespace lg
