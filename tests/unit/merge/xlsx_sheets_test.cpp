#include "merge/sheet_names.hpp"
#include "support/package_builder.hpp"
#include "support/xlsx_rendering.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace lg;
using namespace lg::test;

TEST_CASE("one sheet for each row of a list") {
  WorkbookBuilder builder;
  builder.sheet("Start",
                row(1, formula_cell("A1", "'{{varje p i Planår}}'!A1") + text_cell("B1", "{{Nämnd}}")));
  builder.sheet("{{varje p i Planår}}",
                row(1, text_cell("A1", "År") + text_cell("B1", "{{p.År}}")) +
                    row(2, text_cell("A2", "{{Namn}}") + formula_cell("B2", "'{{varje p i Planår}}'!B1")),
                "<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>");
  builder.table("Lista", "A1:B2", {"År", "B"});
  builder.sheet("Slut", row(1, text_cell("A1", "z")));
  builder.workbook(
      "<definedNames><definedName name=\"_xlnm.Print_Area\" localSheetId=\"1\">"
      "'{{varje p i Planår}}'!$A$1:$B$2</definedName><definedName name=\"n\" localSheetId=\"2\">Slut!$A$1"
      "</definedName></definedNames>");
  const Dataset data = DatasetBuilder()
                           .value("Nämnd", text_value("N"))
                           .list("Planår", {"År"})
                           .row(number_value(2026))
                           .row(number_value(2027))
                           .list("Lista", {"Namn"})
                           .row(text_value("a"))
                           .row(text_value("b"));
  const Rendering done = render(builder.package(), data);
  CHECK(done.told() == "");
  CHECK(done.sheets() == "Start|2026|2027|Slut");
  CHECK(done.cells("Start") ==
        "A1='2026'!A1!År\n"
        "B1=N\n");
  CHECK(done.cells("2026") ==
        "A1=År\n"
        "B1:2026\n"
        "A2=a\n"
        "B2='2026'!B1!2026\n"
        "A3=b\n"
        "B3='2026'!B1!2026\n");
  CHECK(done.cells("2027") ==
        "A1=År\n"
        "B1:2027\n"
        "A2=a\n"
        "B2='2027'!B1!2027\n"
        "A3=b\n"
        "B3='2027'!B1!2027\n");
  const std::string workbook = done.part("/xl/workbook.xml");
  CHECK(workbook.find("localSheetId=\"1\">'2026'!$A$1:$B$3<") != std::string::npos);
  CHECK(workbook.find("localSheetId=\"2\">'2027'!$A$1:$B$3<") != std::string::npos);
  CHECK(workbook.find("localSheetId=\"3\">Slut!$A$1<") != std::string::npos);
  CHECK(done.part("/xl/tables/table2.xml")
            .find("id=\"2\" name=\"Lista_2\" displayName=\"Lista_2\" ref=\"A1:B3\"") != std::string::npos);
}

TEST_CASE("a tab with a value is named by it") {
  WorkbookBuilder builder;
  builder.sheet("{{Nämnd}}", row(1, formula_cell("A1", "'{{Nämnd}}'!B1")));
  const Dataset data = DatasetBuilder().value("Nämnd", text_value("Miljö/hälsa"));
  const Rendering done = render(builder.package(), data);
  CHECK(done.sheets() == "Miljö-hälsa");
  CHECK(done.cells("Miljö-hälsa") == "A1='Miljö-hälsa'!B1!0\n");
}

TEST_CASE("no list, no sheets: the workbook would be empty") {
  WorkbookBuilder builder;
  builder.sheet("{{varje p i Planår}}", row(1, text_cell("A1", "{{p.År}}")));
  const Dataset data = DatasetBuilder().list("Planår", {"År"});
  CHECK(render(builder.package(), data).told() ==
        "fel[MALL-109]: Arbetsboken skulle bli utan blad: listan som bladen upprepas för är tom.\n  plats: "
        "mall.xlsx\n"
        "  tips: Lägg till ett blad i mallen som alltid finns med.\n");
}

TEST_CASE("a reference to a sheet that no row asked for is told of") {
  WorkbookBuilder builder;
  builder.sheet("Start", row(1, formula_cell("A1", "SUM('{{varje p i Planår}}'!A1)")));
  builder.sheet("{{varje p i Planår}}", row(1, text_cell("A1", "{{p.År}}")));
  builder.workbook(
      "<definedNames><definedName name=\"n\">'{{varje p i Planår}}'!$A$1</definedName></definedNames>");
  const Rendering done = render(builder.package(), DatasetBuilder().list("Planår", {"År"}));
  CHECK(done.sheets() == "Start");
  CHECK(done.cells("Start") == "A1=SUM(#REF!)!#REF!\n");
  CHECK(done.told() ==
        "varning[MALL-108]: Formeln ”SUM('{{varje p i Planår}}'!A1)” pekar på celler som inte kom med och "
        "visar "
        "därför #REF!.\n  plats: mall.xlsx › Start › A1\n"
        "  tips: Låt formeln peka på ett blad som alltid finns med.\n"
        "varning[MALL-108]: Namnet ”n” pekar på celler som inte kom med.\n  plats: mall.xlsx\n"
        "  tips: Låt namnet peka på celler som alltid finns med.\n");
}

TEST_CASE("names of tabs are made such that Excel accepts them") {
  merge::SheetNames names;
  names.take("Start");
  CHECK(names.make("start") == "start (2)");
  CHECK(names.make("a:b\\c/d?e*f[g]") == "a-b-c-d-e-f-g-");
  CHECK(names.make("'kvot'") == "kvot");
  CHECK(names.make("History") == "History (2)");
  CHECK(names.make("") == "Blad");
  CHECK(names.make("En mycket lång rubrik på en aktivitet") == "En mycket lång rubrik på en akt");
  CHECK(names.make("En mycket lång rubrik på en aktivitet till") == "En mycket lång rubrik på en (2)");
}
