#include "sml/number_format.hpp"

#include <catch2/catch.hpp>

using namespace lg;
using sml::FormatKind;

TEST_CASE("a format code is a date when it shows a day or a time") {
  for (const char* code : {"yyyy-mm-dd", "d mmmm yyyy", "[$-41D]d mmm", "hh:mm", "[h]:mm", "m/d/yy h:mm"}) {
    CHECK(sml::kind_of_format(code) == FormatKind::date);
  }
  for (const char* code : {"General", "0.00", "#,##0 \"dagar\"", "[Red]0", "0\\d", "@", "_-* #,##0 _k_r_-"}) {
    CHECK(sml::kind_of_format(code) == FormatKind::other);
  }
  CHECK(sml::kind_of_format("0,0 %") == FormatKind::percent);
}

TEST_CASE("serial numbers and dates are each other's, but for the day that never was") {
  CHECK(sml::date_of_serial(1, false) == Date{1900, 1, 1, {}});
  CHECK(sml::date_of_serial(59, false) == Date{1900, 2, 28, {}});
  CHECK(sml::date_of_serial(61, false) == Date{1900, 3, 1, {}});
  CHECK(sml::date_of_serial(0, true) == Date{1904, 1, 1, {}});
  CHECK_FALSE(sml::date_of_serial(-1, false));
  CHECK_FALSE(sml::date_of_serial(3'000'000, false));
  for (const double serial : {1.0, 59.0, 61.0, 45944.0, 45944.25}) {
    CHECK(sml::serial_of_date(*sml::date_of_serial(serial, false), false) == serial);
  }
}
