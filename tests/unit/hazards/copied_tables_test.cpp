// Hazards X14 and X22: what a copy of a sheet calls its own tables and names.
#include "sml/formula_names.hpp"
#include "support/package_builder.hpp"
#include "support/xlsx_rendering.hpp"

#include <catch2/catch.hpp>

using namespace lg;
using namespace lg::test;

namespace {

Rendering two_years() {
  WorkbookBuilder builder;
  builder.sheet("{{varje p i Planår}}",
                row(1, text_cell("A1", "n") + text_cell("B1", "d")) +
                    row(2, text_cell("A2", "{{n}}") + formula_cell("B2", "Lista[[#This Row],[n]]*2")) +
                    row(4, formula_cell("A4", "SUM(Lista[n])+'{{varje p i Planår}}'!Eget") +
                               formula_cell("B4", "SUM(A2:A2)&\"Lista[n]\"")),
                "<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>");
  builder.table("Lista", "A1:B2", {"n", "d"});
  builder.sheet("Alla", row(1, formula_cell("A1", "SUM(Lista[n])")));
  builder.workbook(
      "<definedNames><definedName name=\"Eget\" localSheetId=\"0\">'{{varje p i Planår}}'!$A$1</definedName>"
      "</definedNames>");
  return render(builder.package(), DatasetBuilder()
                                       .list("Planår", {"År"})
                                       .row(text_value("2025"))
                                       .row(text_value("2026"))
                                       .list("Lista", {"n"})
                                       .row(number_value(1))
                                       .row(number_value(2)));
}

}  // namespace

TEST_CASE("X14: formulas of a copied sheet mean the copy's own table") {
  const Rendering done = two_years();
  CHECK(done.told() + done.cells("2025") ==
        "A1=n\n"
        "B1=d\n"
        "A2:1\n"
        "B2=Lista[[#This Row],[n]]*2!2\n"
        "A3:2\n"
        "B3=Lista[[#This Row],[n]]*2!4\n"
        "A5=SUM(Lista[n])+'2025'!Eget!\n"
        "B5=SUM(A2:A3)&\"Lista[n]\"!3Lista[n]\n");
  CHECK(done.cells("2026") ==
        "A1=n\n"
        "B1=d\n"
        "A2:1\n"
        "B2=Lista_2[[#This Row],[n]]*2!2\n"
        "A3:2\n"
        "B3=Lista_2[[#This Row],[n]]*2!4\n"
        "A5=SUM(Lista_2[n])+'2026'!Eget!\n"
        "B5=SUM(A2:A3)&\"Lista[n]\"!3Lista[n]\n");
  CHECK(done.cells("Alla") == "A1=SUM(Lista[n])!3\n");
}

TEST_CASE("X14: only what names a table is renamed in a formula") {
  const sml::NewNames tables{{"lista", "Lista_2"}};
  const auto renamed = [&](const std::string& text) { return sml::with_new_tables(text, tables); };
  CHECK(renamed("SUM(LISTA[a])+ROWS(Lista)") == "SUM(Lista_2[a])+ROWS(Lista_2)");
  CHECK(renamed("\"Lista[a]\"&\"\"\"Lista\"") == "\"Lista[a]\"&\"\"\"Lista\"");
  CHECK(renamed("B[Lista]+B[[#All],[Lista]]+B['[Lista]") == "B[Lista]+B[[#All],[Lista]]+B['[Lista]");
  CHECK(renamed("Lista!x+'Lista'!x+Lista(1)+Lista2+Min.Lista") ==
        "Lista!x+'Lista'!x+Lista(1)+Lista2+Min.Lista");
}

TEST_CASE("X22: a sheet in front of a name is no text of a formula, a string is") {
  CHECK(sml::without_sheets("'{{a}}'!x+\"'{{b}}'!\"&'c'") == "x+\"'{{b}}'!\"&'c'");
}
