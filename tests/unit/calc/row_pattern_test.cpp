#include "calc/row_pattern.hpp"

#include <catch2/catch.hpp>

using lg::calc::row_pattern;

TEST_CASE("a formula's own row has no number in its pattern, everything else stays") {
  CHECK(row_pattern("B5*$C5+B$5+B4+B55", 5) == "B\x01*$C\x01+B$5+B4+B55");
  CHECK(row_pattern("SUM(B5:D5)", 5) == "SUM(B\x01:D\x01)");
  CHECK(row_pattern("LOG10(A10)+AB10!C10", 10) == "LOG10(A\x01)+AB10!C\x01");
  CHECK(row_pattern("\"A5\"&'B5'!C5&Lista[A5]&XYZ5&Skala5", 5) == "\"A5\"&'B5'!C\x01&Lista[A5]&XYZ5&Skala5");
}
