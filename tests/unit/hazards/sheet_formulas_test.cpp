// Hazards X05 to X09: formulas of and around rows that repeat.
#include "sml/reference_mover.hpp"
#include "support/package_builder.hpp"
#include "support/xlsx_rendering.hpp"

#include <catch2/catch.hpp>

using namespace lg;
using namespace lg::test;

namespace {

Dataset data() {
  return DatasetBuilder()
      .value("Nej", flag_value(false))
      .list("L", {"g", "n"})
      .row(text_value("A"), number_value(1))
      .row(text_value("A"), number_value(2))
      .row(text_value("B"), number_value(3))
      .row(text_value("B"), number_value(4))
      .list("Tom", {"n"});
}

std::string block(const std::string& inside, const std::string& after = "") {
  return row(4, text_cell("A4", "rubrik")) + row(5, text_cell("A5", "{{för varje x i L}}")) +
         row(6, text_cell("B6", "{{x.n}}") + inside) + row(7, text_cell("A7", "{{slut}}")) + after;
}

/// The formulas of the sheet, in order; what was told comes first.
std::string formulas(const Rendering& done, const std::string& sheet = "Blad1") {
  std::string found = done.told();
  const std::string cells = done.cells(sheet);
  for (std::size_t at = 0; at < cells.size();) {
    const std::size_t end = cells.find('\n', at);
    const std::string line = cells.substr(at, end - at);
    // Behind the formula and "!" stands its result.
    const bool open = line.ends_with("!!");  // a formula that ends with "#REF!" and has no result
    const std::size_t formula_end = open ? line.size() - 1 : std::min(line.rfind('!'), line.rfind("!#"));
    if (formula_end != std::string::npos) found += line.substr(0, formula_end) + "\n";
    at = end + 1;
  }
  return found;
}

std::string formulas_of(const std::string& rows) {
  WorkbookBuilder builder;
  builder.sheet("Blad1", rows);
  return formulas(render(builder.package(), data()));
}

/// What a formula becomes that stands below the four copies of row 6, in rows 5 to 8.
std::string below(const std::string& formula, const std::string& sheet = "Blad1") {
  WorkbookBuilder builder;
  builder.sheet(sheet, block("", row(10, formula_cell("D10", formula))));
  builder.sheet("Blad 2", row(1, text_cell("A1", "x")));
  builder.workbook("<definedNames><definedName name=\"Total\">Blad1!$B$9</definedName></definedNames>");
  const std::string found = formulas(render(builder.package(), data()), sheet);
  const std::size_t at = found.find("D11=");
  return at == std::string::npos ? found : found.substr(at + 4, found.find('\n', at) - at - 4);
}

}  // namespace

TEST_CASE("X05: every form of reference below rows that became more") {
  CHECK(below("SUM(B6:B6)") == "SUM(B5:B8)");                      // touches the repeated row only
  CHECK(below("SUM(B4:B6)") == "SUM(B4:B8)");                      // ends at it
  CHECK(below("SUM(B6:B9)") == "SUM(B5:B10)");                     // begins at it
  CHECK(below("SUM(B1:B9)") == "SUM(B1:B10)");                     // holds it
  CHECK(below("SUM($B$6:$B$6)") == "SUM($B$5:$B$8)");              // fixed
  CHECK(below("B9+$B$9+B$9+$B9") == "B10+$B$10+B$10+$B10");        // below it
  CHECK(below("SUM(B:B)+SUM($B:$C)") == "SUM(B:B)+SUM($B:$C)");    // whole columns
  CHECK(below("SUM(6:6)+SUM($9:$9)") == "SUM(5:8)+SUM($10:$10)");  // whole rows
  CHECK(below("Blad1!B9+'Blad 2'!B9") == "Blad1!B10+'Blad 2'!B9");
  CHECK(below("SUM('Min plan'!B6:B6)", "Min plan") == "SUM('Min plan'!B5:B8)");
  CHECK(below("SUM(Blad1:'Blad 2'!A1)") == "SUM(Blad1:'Blad 2'!A1)");  // through sheets
  CHECK(below("[1]Blad1!B9+'[bok.xlsx]Blad1'!B9") == "[1]Blad1!B9+'[bok.xlsx]Blad1'!B9");
  CHECK(below("#REF!+Blad1!#REF!") == "#REF!+Blad1!#REF!");
  CHECK(below("Total+LOG10(9)+ROW9x") == "Total+LOG10(9)+ROW9x");
  CHECK(below("\"B9 och B6\"&B9") == "\"B9 och B6\"&B10");
  CHECK(below("R9C2+B9") == "R9C2+B10");
  CHECK(below("Tabell1[[#Totals],[B9]]+SUM(Tabell1[B6])") == "Tabell1[[#Totals],[B9]]+SUM(Tabell1[B6])");
  CHECK(below("COUNTIF(B6:B6,\">\"&B9)") == "COUNTIF(B5:B8,\">\"&B10)");
}

TEST_CASE("X05: a reference through sheets follows where all of them moved alike, else it stays") {
  const auto moved = [](const std::string& second) {
    WorkbookBuilder builder;
    builder.sheet("jan", row(1, text_cell("A1", "{{om Nej}}")) + row(2, text_cell("A2", "x")) +
                             row(3, text_cell("A3", "{{slut}}")) + row(5, "<c r=\"B5\"><v>1</v></c>"));
    builder.sheet("feb", second);
    builder.sheet("Summa", row(1, formula_cell("A1", "SUM(jan:feb!B5)")));
    return formulas(render(builder.package(), data()), "Summa");
  };
  CHECK(moved(row(1, text_cell("A1", "{{om Nej}}")) + row(2, text_cell("A2", "x")) +
              row(3, text_cell("A3", "{{slut}}"))) == "A1=SUM(jan:feb!B2)\n");
  CHECK(moved(row(1, text_cell("A1", "x"))) == "A1=SUM(jan:feb!B5)\n");
}

TEST_CASE("X06: in a repeated row the own row moves with each copy, other rows go where they went") {
  CHECK(formulas_of(block(formula_cell("C6", "B6*2") + formula_cell("D6", "B6/B9") +
                          formula_cell("E6", "B6+$B$9"))) ==
        "C5=B5*2\nD5=B5/B10\nE5=B5+$B$10\nC6=B6*2\nD6=B6/B10\nE6=B6+$B$10\nC7=B7*2\nD7=B7/B10\nE7=B7+$B$10\n"
        "C8=B8*2\nD8=B8/B10\nE8=B8+$B$10\n");
}

TEST_CASE("X06: a running balance counts on from the copy before") {
  CHECK(formulas_of(block(formula_cell("F6", "N(F4)+B6"))) ==
        "F5=N(F4)+B5\nF6=N(F5)+B6\nF7=N(F6)+B7\nF8=N(F7)+B8\n");
  // Another column of the row above is what the whole block stands under, and so is a fixed row.
  CHECK(formulas_of(block(formula_cell("F6", "A4&B6") + formula_cell("G6", "G$4&B6"))) ==
        "F5=A4&B5\nG5=G$4&B5\nF6=A4&B6\nG6=G$4&B6\nF7=A4&B7\nG7=G$4&B7\nF8=A4&B8\nG8=G$4&B8\n");
}

TEST_CASE("X06: in a group, a fixed row is the group's, and a running sum begins with it") {
  CHECK(formulas_of(row(1, text_cell("A1", "{{för varje g i L grupperat på g}}")) +
                    row(2, text_cell("A2", "{{g.namn}}")) + row(3, text_cell("A3", "{{för varje x i g}}")) +
                    row(4, text_cell("B4", "{{x.n}}") + formula_cell("C4", "B4/B$6") +
                               formula_cell("D4", "SUM(B$4:B4)")) +
                    row(5, text_cell("A5", "{{slut x}}")) + row(6, formula_cell("B6", "SUM(B4:B4)")) +
                    row(7, text_cell("A7", "{{slut g}}"))) ==
        "C2=B2/B$4\nD2=SUM(B$2:B2)\nC3=B3/B$4\nD3=SUM(B$2:B3)\nB4=SUM(B2:B3)\n"
        "C6=B6/B$8\nD6=SUM(B$6:B6)\nC7=B7/B$8\nD7=SUM(B$6:B7)\nB8=SUM(B6:B7)\n");
}

TEST_CASE("X06: shared formulas of repeated rows are written out, an array of one row is one in each copy") {
  CHECK(formulas_of(block("<c r=\"C6\"><f t=\"shared\" ref=\"C6:D6\" si=\"0\">B6*2</f><v>1</v></c><c "
                          "r=\"D6\"><f t=\"shared\" si=\"0\"/><v>1</v></c>")) ==
        "C5=B5*2\nD5=C5*2\nC6=B6*2\nD6=C6*2\nC7=B7*2\nD7=C7*2\nC8=B8*2\nD8=C8*2\n");
  WorkbookBuilder builder;
  builder.sheet("Blad1",
                block("<c r=\"C6\" cm=\"1\"><f t=\"array\" ref=\"C6\">SUM(B6:B6*2)</f><v>1</v></c>"));
  const Rendering done = render(builder.package(), data());
  CHECK(done.told().empty());
  for (const std::string n : {"5", "6", "7"})
    CHECK(done.part("/xl/worksheets/sheet1.xml")
              .find("<c r=\"C" + n + "\" cm=\"1\"><f t=\"array\" ref=\"C" + n + "\">SUM(B" + n + ":B" + n +
                    "*2)</f></c>") != std::string::npos);
}

TEST_CASE("X06: MALL-107: a data table in rows that repeat is refused") {
  WorkbookBuilder builder;
  builder.sheet(
      "Blad1",
      block("<c r=\"C6\"><f t=\"dataTable\" ref=\"C6:C6\" dt2D=\"0\" dtr=\"0\" r1=\"B9\"/><v>1</v></c>"));
  CHECK(render(builder.package(), data()).told() ==
        "fel[MALL-107]: En datatabell (konsekvensanalys) ligger i rader som upprepas eller väljs.\n  plats: "
        "mall.xlsx › Blad1 › C6\n"
        "  tips: Flytta den ut ur blocket, eller skriv en vanlig formel i varje cell.\n");
}

TEST_CASE("X06: a sum in a rule keeps its distance to the rule's cell and is not parted") {
  sml::RowMap rows;
  rows.place({1, 2}, 1);
  for (int turn = 3; turn < 9; turn += 2) {
    const std::size_t number = rows.begin_turn({3, 4}, turn);
    rows.place({3, 4}, turn);
    rows.end_turn(number, turn + 1);
  }
  const sml::MovedSheet sheet{"B", "B", &rows};
  const sml::ReferenceMover mover{{sheet}};
  CHECK(mover.move("SUM(C4:C4)", {mover.find("B"), {}, false, 2}) == "SUM(C6:C6)");
  CHECK(mover.move("SUM(C4:C4)", {mover.find("B"), {}, false, {}}) == "SUM(C4,C6,C8)");
}

TEST_CASE("X07: newer functions keep their prefix, and commas and dots are the file format's") {
  CHECK(below("_xlfn.XLOOKUP(1.5,B6:B6,C6:C6)+_xlfn._xlws.SORT(B6:B6)") ==
        "_xlfn.XLOOKUP(1.5,B5:B8,C5:C8)+_xlfn._xlws.SORT(B5:B8)");
}

TEST_CASE("X08: results are dropped in every sheet with formulas, and a calculation is asked for") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", block(formula_cell("C6", "B6*2"), row(9, formula_cell("B9", "SUM(B6:B6)"))));
  builder.sheet("Blad 2", row(1, formula_cell("A1", "Blad1!B9") +
                                     "<c r=\"B1\" t=\"str\"><f>A1&amp;\"\"</f><v>999</v></c>"));
  builder.workbook("<calcPr calcId=\"191029\" calcMode=\"auto\"/>");
  const Rendering done = render(builder.package(), data());
  for (const std::string part : {"/xl/worksheets/sheet1.xml", "/xl/worksheets/sheet2.xml"})
    CHECK(done.part(part).find("999") == std::string::npos);
  CHECK(done.part("/xl/workbook.xml")
            .find("<calcPr calcId=\"191029\" calcMode=\"auto\" fullCalcOnLoad=\"1\"/>") != std::string::npos);
}

TEST_CASE("X08: a workbook that said nothing of calculation asks for one, in its place") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", block(""));
  builder.workbook("<definedNames><definedName name=\"n\">Blad1!$B$9</definedName></definedNames><extLst/>");
  CHECK(render(builder.package(), data())
            .part("/xl/workbook.xml")
            .find("</definedNames><calcPr fullCalcOnLoad=\"1\"/><extLst/>") != std::string::npos);
}

TEST_CASE("X09: the chain of calculations goes, with its relationship and its type") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", block(formula_cell("C6", "B6*2")));
  builder.parts()
      .relate("/xl/workbook.xml", "calcChain", "calcChain.xml")
      .part("/xl/calcChain.xml", "<calcChain/>",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml");
  builder.parts()
      .relate("/xl/workbook.xml", "volatileDependencies", "volatileDependencies.xml")
      .part("/xl/volatileDependencies.xml", "<volTypes/>",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.volatileDependencies+xml");
  const opc::Package package =
      opc::Package::open("ut.xlsx", render(builder.package(), data()).package.save());
  for (const std::string name : {"calcChain", "volatileDependencies"}) {
    CHECK_FALSE(package.has(opc::PartName("/xl/" + name + ".xml")));
    CHECK(package.bytes(opc::PartName("/xl/_rels/workbook.xml.rels")).find(name) == std::string::npos);
    CHECK(package.bytes(opc::PartName("/[Content_Types].xml")).find(name) == std::string::npos);
  }
}
