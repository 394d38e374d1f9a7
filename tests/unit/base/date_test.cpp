#include "base/date.hpp"

#include <catch2/catch.hpp>

using lg::Date;

TEST_CASE("ISO dates are read, with a time or without, and days that do not exist are not") {
  CHECK(lg::parse_iso_date("2025-10-14") == Date{2025, 10, 14, {}});
  CHECK(lg::parse_iso_date("2025-03-04 09:10") == Date{2025, 3, 4, 9 * 3600 + 10 * 60});
  CHECK(lg::parse_iso_date("2025-03-04T09:10:30Z") == Date{2025, 3, 4, 33030});
  CHECK_FALSE(lg::parse_iso_date("2025-02-30"));
  CHECK_FALSE(lg::parse_iso_date("14/10/2025"));
  CHECK_FALSE(lg::parse_iso_date("2025-10-14 kl 9"));
}

TEST_CASE("a date is written as it is read") {
  for (const char* text : {"2025-10-14", "2025-03-04 09:10", "2025-03-04 09:10:30"}) {
    CHECK(lg::to_text(*lg::parse_iso_date(text)) == text);
  }
}

TEST_CASE("weeks are counted by ISO 8601 over the turn of the year") {
  CHECK(lg::iso_week({2025, 10, 14, {}}) == 42);
  CHECK(lg::iso_week({2024, 12, 30, {}}) == 1);
  CHECK(lg::iso_week({2027, 1, 1, {}}) == 53);
}
