// Hazards X05 and X06: ranges over rows of which some come in one turn and not in another.
#include "support/package_builder.hpp"
#include "support/xlsx_rendering.hpp"

#include <catch2/catch.hpp>

using namespace lg;
using namespace lg::test;

namespace {

/// Group A has one row and B three, so that "Många" stands in one of the groups and "Få" in the other.
Dataset groups(bool large_first) {
  DatasetBuilder data;
  data.list("L", {"g", "n"});
  const auto add = [&](const char* group, int rows) {
    for (int n = 1; n <= rows; ++n) data.row(text_value(group), number_value(n));
  };
  add("A", large_first ? 3 : 1);
  add("B", large_first ? 1 : 3);
  return data;
}

std::string filled(bool large_first, const std::string& below, const std::string& head = "") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(1, text_cell("A1", "{{för varje g i L grupperat på g}}")) +
                             row(2, text_cell("A2", "{{g.namn}}") + head) +
                             row(3, text_cell("A3", "{{om g.antal minst 2}}")) +
                             row(4, text_cell("A4", "Många") + "<c r=\"B4\"><v>7</v></c>") +
                             row(5, text_cell("A5", "{{annars}}")) + row(6, text_cell("A6", "Få")) +
                             row(7, text_cell("A7", "{{slut om}}")) + row(8, text_cell("A8", "{{slut g}}")) +
                             row(10, below));
  const Rendering done = render(builder.package(), groups(large_first));
  return done.told() + done.cells("Blad1");
}

}  // namespace

TEST_CASE("X05: a range ends with the last of its rows, whichever turn that stands in") {
  const std::string below =
      formula_cell("C10", "COUNTIF(A2:A6,\"*\")") + formula_cell("D10", "COUNTIF(A2:A8,\"*\")");
  CHECK(filled(true, below) ==
        "A1=A\n"
        "A2=Många\n"
        "B2:7\n"
        "A3=B\n"
        "A4=Få\n"
        "C6=COUNTIF(A1:A4,\"*\")!4\n"
        "D6=COUNTIF(A1:A4,\"*\")!4\n");
  CHECK(filled(false, below) ==
        "A1=A\n"
        "A2=Få\n"
        "A3=B\n"
        "A4=Många\n"
        "B4:7\n"
        "C6=COUNTIF(A1:A4,\"*\")!4\n"
        "D6=COUNTIF(A1:A4,\"*\")!4\n");
}

TEST_CASE("X05: a range begins with the first of its rows, whichever turn that stands in") {
  const std::string below = formula_cell("C10", "COUNTIF(A4:A6,\"*\")");
  CHECK(filled(false, below).ends_with("C6=COUNTIF(A2:A4,\"*\")!3\n"));
  CHECK(filled(true, below).ends_with("C6=COUNTIF(A2:A4,\"*\")!3\n"));
}

TEST_CASE("X06: a range over rows that did not come in a turn is never another turn's") {
  const std::string told = filled(true, "", formula_cell("B2", "SUM(B4:B4)"));
  CHECK(
      told ==
      "varning[MALL-108]: Formeln ”SUM(B4:B4)” pekar på celler som inte kom med och visar därför #REF!.\n"
      "  plats: mall.xlsx › Blad1 › B2\n"
      "  tips: Lägg en {{annars}}-rad i blocket som formeln pekar på, så att det alltid finns en rad kvar.\n"
      "A1=A\n"
      "B1=SUM(B2:B2)!7\n"
      "A2=Många\n"
      "B2:7\n"
      "A3=B\n"
      "B3=SUM(#REF!)!#REF!\n"
      "A4=Få\n");
}
