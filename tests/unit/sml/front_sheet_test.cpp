#include "sml/front_sheet.hpp"

#include "sml/workbook.hpp"
#include "support/package_builder.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace lg;
using namespace lg::sml;
using opc::Package;
using opc::PartName;
using test::WorkbookBuilder;

namespace {

WorkbookBuilder two_sheets() {
  WorkbookBuilder builder;
  builder.sheet("VoR", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "",
                "<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews>");
  builder.sheet("Mål & 'mått'", "<row r=\"2\"><c r=\"B2\"><v>2</v></c></row>", "",
                "<sheetViews><sheetView tabSelected=\"1\" zoomScale=\"80\" workbookViewId=\"0\"/></sheetViews>");
  builder.workbook(
      "<definedNames><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"1\">'Mål &amp; "
      "''mått'''!$1:$1</definedName><definedName name=\"Skala\">VoR!$A$1</definedName></definedNames>");
  return builder;
}

FrontSheet review() {
  FrontSheet sheet;
  sheet.name = "Granskning";
  sheet.title = "Granskning av mall.xlsx";
  sheet.lines = {"1 fel."};
  sheet.columns = {{"Cell", 8}, {"Vad som är fel", 40}};
  sheet.rows = {{{"B2", link_to("Mål & 'mått'", "B2")}, {"Fel & <fel>"}}, {{""}, {"Hela mappen"}}};
  return sheet;
}

std::string part(const Package& package, const std::string& name) {
  return package.bytes(PartName(name));
}

}  // namespace

TEST_CASE("a front sheet comes first, with its links, and the workbook opens at it") {
  const Package front = with_front_sheet(two_sheets().package(), review());
  const Workbook book = Workbook::read(Package::open("kopia.xlsx", front.save()));
  REQUIRE(book.sheets.size() == 3);
  CHECK(book.sheets[0].name == "Granskning");
  CHECK(book.sheets[1].name == "VoR");
  CHECK(book.sheets[2].name == "Mål & 'mått'");
  std::string cells;
  for (const Cell& cell : book.sheets[0].cells) {
    if (const auto* text = std::get_if<std::string_view>(&cell.value))
      cells += cell.ref.text() + " " + std::string(*text) + "\n";
  }
  CHECK(cells ==
        "A1 Granskning av mall.xlsx\nA2 1 fel.\nA4 Cell\nB4 Vad som är fel\nA5 B2\nB5 Fel & <fel>\nB6 Hela "
        "mappen\n");
  CHECK(part(front, "/xl/worksheets/sheet3.xml")
            .find("<hyperlinks><hyperlink ref=\"A5\" location=\"'Mål &amp; ''mått'''!B2\" display=\"B2\"/>"
                  "</hyperlinks>") != std::string::npos);
}

TEST_CASE("of the other sheets none is chosen, and names of a sheet go with it") {
  const Package front = with_front_sheet(two_sheets().package(), review());
  CHECK(part(front, "/xl/worksheets/sheet1.xml").find("tabSelected") == std::string::npos);
  CHECK(part(front, "/xl/worksheets/sheet2.xml").find("<sheetView zoomScale=\"80\" workbookViewId=\"0\"/>") !=
        std::string::npos);
  CHECK(part(front, "/xl/workbook.xml")
            .find("<definedNames><definedName name=\"Genomgång_granskning\" localSheetId=\"0\" "
                  "hidden=\"1\">'Granskning'!$A$1</definedName><definedName name=\"_xlnm.Print_Titles\" "
                  "localSheetId=\"2\">") != std::string::npos);
}

TEST_CASE("a front sheet goes without a trace, and a new one takes its place") {
  const Package before = two_sheets().package();
  const Package front = with_front_sheet(before, review());
  const Package cleared = without_front_sheet(front);
  CHECK(part(cleared, "/xl/workbook.xml") == part(before, "/xl/workbook.xml"));
  CHECK_FALSE(cleared.has(PartName("/xl/worksheets/sheet3.xml")));
  const Package again = with_front_sheet(front, review());
  CHECK(Workbook::read(Package::open("kopia.xlsx", again.save())).sheets.size() == 3);
  CHECK(without_front_sheet(before).save() == before.save());
}

TEST_CASE("a sheet of the user's that bears the name keeps it") {
  WorkbookBuilder builder;
  builder.sheet("Granskning", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
  const Package front = with_front_sheet(builder.package(), review());
  const Workbook book = Workbook::read(Package::open("kopia.xlsx", front.save()));
  REQUIRE(book.sheets.size() == 2);
  CHECK(book.sheets[0].name == "Granskning 2");
  CHECK(book.sheets[1].name == "Granskning");
}
