#include "support/package_builder.hpp"
#include "support/xlsx_rendering.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace lg;
using namespace lg::test;

namespace {

Dataset risks() {
  return DatasetBuilder()
      .value("Nämnd", text_value("Kulturnämnden"))
      .value("Klar", flag_value(false))
      .list("VoR", {"Område", "Händelse", "Värde"})
      .row(text_value("IT"), text_value("Avbrott"), number_value(12))
      .row(text_value("Arkiv"), text_value("Brand"), number_value(8))
      .row(text_value("IT"), text_value("Intrång"), number_value(16))
      .list("Tom", {"Namn"});
}

std::string fill(const std::string& rows, const std::string& after = "") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", rows, after);
  const Rendering done = render(builder.package(), risks());
  return done.told() + done.cells("Blad1");
}

}  // namespace

TEST_CASE("rows between marker rows repeat, and the marker rows vanish") {
  CHECK(fill(row(1, text_cell("A1", "Risker")) +
             row(2, text_cell("A2", "{{för varje r i VoR där Värde minst 10}}")) +
             row(3, text_cell("A3", "{{r.Händelse}}") + text_cell("B3", "{{r.Värde}}")) +
             row(4, text_cell("A4", "{{slut}}")) + row(6, formula_cell("B6", "SUM(B3:B3)"))) ==
        "A1=Risker\n"
        "A2=Avbrott\n"
        "B2:12\n"
        "A3=Intrång\n"
        "B3:16\n"
        "B5=SUM(B2:B3)!28\n");
}

TEST_CASE("blocks of rows lie within each other") {
  CHECK(fill(row(1, text_cell("A1", "{{för varje g i VoR sorterat på Område grupperat på Område}}")) +
             row(2, text_cell("A2", "{{g.namn}} ({{g.antal}})")) +
             row(3, text_cell("A3", "{{för varje r i g sorterat på Värde fallande}}")) +
             row(4, text_cell("B4", "{{r.Händelse}}") + text_cell("C4", "{{r.Värde}}") +
                        formula_cell("D4", "C4*2")) +
             row(5, text_cell("A5", "{{slut r}}")) + row(6, formula_cell("C6", "SUM(C4:C4)")) +
             row(7, text_cell("A7", "{{slut g}}")) + row(8, formula_cell("C8", "COUNTA(B4:B4)"))) ==
        "A1=Arkiv (1)\nB2=Brand\nC2:8\nD2=C2*2!16\nC3=SUM(C2:C2)!8\n"
        "A4=IT (2)\nB5=Intrång\nC5:16\nD5=C5*2!32\nB6=Avbrott\nC6:12\nD6=C6*2!24\nC7=SUM(C5:C6)!28\n"
        "C8=COUNTA(B2,B5:B6)!3\n");
}

TEST_CASE("rows are chosen, and a list without rows shows its other part") {
  CHECK(fill(row(1, text_cell("A1", "{{om Klar}}")) + row(2, text_cell("A2", "klart")) +
             row(3, text_cell("A3", "{{eller om Nämnd är Kulturnämnden}}")) +
             row(4, text_cell("A4", "kultur")) + row(5, text_cell("A5", "{{annars}}")) +
             row(6, text_cell("A6", "annat")) + row(7, text_cell("A7", "{{slut om}}")) +
             row(8, text_cell("A8", "{{för varje t i Tom}}")) + row(9, text_cell("A9", "{{t.Namn}}")) +
             row(10, text_cell("A10", "{{annars}}")) + row(11, text_cell("A11", "Inget att visa.")) +
             row(12, text_cell("A12", "{{slut}}")) + row(13, text_cell("A13", "sist"))) ==
        "A1=kultur\nA2=Inget att visa.\nA3=sist\n");
}

TEST_CASE("rows that are not in the file are rows all the same") {
  CHECK(fill(row(2, text_cell("A2", "{{för varje r i VoR}}")) + row(4, text_cell("A4", "{{r.Värde}}")) +
             row(6, text_cell("A6", "{{slut}}")) + "<row><c><v>7</v></c></row>") ==
        "A3:12\nA6:8\nA9:16\nA11:7\n");
}

TEST_CASE("blocks within one cell's text") {
  CHECK(fill(row(1, text_cell("A1",
                              "{{om Klar}}Klart{{annars}}Inte klart{{slut}}: {{för varje r i VoR}}"
                              "{{r.Händelse}}{{om inte varv.sista}}, {{slut}}{{slut}}.") +
                        text_cell("B1", "{{kommentar för den som skriver mallen}}"))) ==
        "A1=Inte klart: Avbrott, Brand, Intrång.\nB1\n");
}

TEST_CASE("a marker row above a table chooses and sorts its rows") {
  WorkbookBuilder builder;
  builder.sheet(
      "Blad1",
      row(1, text_cell("A1", "{{för varje r i VoR där Värde minst 10 sorterat på Värde fallande}}")) +
          row(2, text_cell("A2", "Händelse") + text_cell("B2", "Värde")) +
          row(3, text_cell("A3", "{{Händelse}} i {{r.Område}}") + text_cell("B3", "{{Värde}}") +
                     text_cell("E3", "{{varv.nr}} av {{varv.antal}}")) +
          row(4, text_cell("A4", "Summa") + formula_cell("B4", "SUBTOTAL(109,VoR[Värde])")) +
          row(5, text_cell("A5", "{{slut}}")) + row(6, text_cell("A6", "sist")),
      "<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>");
  builder.table("VoR", "A2:B4", {"Händelse", "Värde"}, " totalsRowCount=\"1\"",
                "<autoFilter ref=\"A2:B3\"/>");
  const Rendering done = render(builder.package(), risks());
  CHECK(done.told().empty());
  CHECK(done.cells("Blad1") ==
        "A1=Händelse\n"
        "B1=Värde\n"
        "A2=Intrång i IT\n"
        "B2:16\n"
        "E2=1 av 2\n"
        "A3=Avbrott i IT\n"
        "B3:12\n"
        "E3=2 av 2\n"
        "A4=Summa\n"
        "B4=SUBTOTAL(109,VoR[Värde])!28\n"
        "A5=sist\n");
  CHECK(done.part("/xl/tables/table1.xml")
            .find("ref=\"A1:B4\" totalsRowCount=\"1\"><autoFilter ref=\"A1:B3\"/>") != std::string::npos);
}

TEST_CASE("an empty table says what its marker row says") {
  WorkbookBuilder builder;
  builder.sheet("Blad1",
                row(1, text_cell("A1", "{{för varje t i Tom}}{{annars}}Inga i {{Nämnd}}.")) +
                    row(2, text_cell("A2", "Namn") + text_cell("B2", "Två")) +
                    row(3, text_cell("A3", "{{Namn}}") + formula_cell("B3", "A3&\"!\"")),
                "<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>");
  builder.table("Tom", "A2:B3", {"Namn", "Två"});
  const Rendering done = render(builder.package(), risks());
  CHECK(done.told().empty());
  CHECK(done.cells("Blad1") ==
        "A1=Namn\n"
        "B1=Två\n"
        "A2=Inga i Kulturnämnden.\n"
        "B2=A2&\"!\"!Inga i Kulturnämnden.!\n");
}

TEST_CASE("a sum over a list that is empty is a sum over the row that says so") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(1, text_cell("A1", "{{för varje t i Tom}}")) +
                             row(2, text_cell("A2", "{{t.Namn}}") + text_cell("B2", "{{varv.nr}}")) +
                             row(3, text_cell("A3", "{{annars}}")) + row(4, text_cell("A4", "Inga.")) +
                             row(5, text_cell("A5", "{{slut}}")) + row(6, formula_cell("B6", "SUM(B2:B2)")));
  const Rendering done = render(builder.package(), risks());
  CHECK(done.told().empty());
  CHECK(done.cells("Blad1") ==
        "A1=Inga.\n"
        "B2=SUM(B1:B1)!0\n");
}

TEST_CASE("a filter on the sheet forgets what it hid when the rows under it become others") {
  WorkbookBuilder builder;
  builder.sheet("Blad1",
                row(1, text_cell("A1", "Händelse")) + row(2, text_cell("A2", "{{för varje r i VoR}}")) +
                    "<row r=\"3\" hidden=\"1\">" + text_cell("A3", "{{r.Händelse}}") + "</row>" +
                    row(4, text_cell("A4", "{{slut}}")),
                "<autoFilter ref=\"A1:A4\"><filterColumn colId=\"0\"><filters><filter val=\"x\"/></filters>"
                "</filterColumn></autoFilter>");
  const Rendering done = render(builder.package(), risks());
  CHECK(done.told().empty());
  const std::string sheet = done.part("/xl/worksheets/sheet1.xml");
  CHECK(sheet.find("hidden") == std::string::npos);
  CHECK(sheet.find("<autoFilter ref=\"A1:A4\"/>") != std::string::npos);
}

TEST_CASE("rules, views and links follow rows of blocks") {
  WorkbookBuilder builder;
  builder.sheet(
      "Blad1",
      row(1, text_cell("A1", "{{om Klar}}")) + row(2, text_cell("A2", "borta")) +
          row(3, text_cell("A3", "{{slut}}")) + row(4, text_cell("A4", "Rubrik")) +
          row(5, text_cell("A5", "{{för varje r i VoR}}")) + row(6, text_cell("A6", "{{r.Händelse}}")) +
          row(7, text_cell("B7", "{{r.Värde}}")) + row(8, text_cell("A8", "{{slut}}")) +
          row(9, text_cell("A9", "slut")),
      "<mergeCells><mergeCell ref=\"A6:B6\"/><mergeCell ref=\"C6:C7\"/></mergeCells>"
      "<conditionalFormatting sqref=\"B7\"><cfRule type=\"expression\" "
      "priority=\"1\"><formula>$B7&gt;10</formula>"
      "</cfRule></conditionalFormatting>"
      "<conditionalFormatting sqref=\"A2\"><cfRule type=\"expression\" priority=\"2\"><formula>A2=1</formula>"
      "</cfRule></conditionalFormatting>"
      "<hyperlinks><hyperlink ref=\"A6\" location=\"Blad1!A9\"/></hyperlinks>"
      "<extLst><ext xmlns:x14=\"u14\" xmlns:xm=\"um\"><x14:conditionalFormattings><x14:conditionalFormatting>"
      "<x14:cfRule type=\"expression\"><xm:f>$B7&gt;Blad1!$A$9</xm:f></x14:cfRule><xm:sqref>B7 A9</xm:sqref>"
      "</x14:conditionalFormatting></"
      "x14:conditionalFormattings><x14:sparklines><x14:sparkline><xm:f>Blad1!A6:B6</xm:f>"
      "<xm:sqref>D6</xm:sqref></x14:sparkline></x14:sparklines></ext></extLst>",
      "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"4\" topLeftCell=\"A5\" state=\"frozen\"/>"
      "<selection pane=\"bottomLeft\" activeCell=\"A9\" sqref=\"A9\"/></sheetView></sheetViews>");
  const Rendering done = render(builder.package(), risks());
  CHECK(done.told().empty());
  const std::string sheet = done.part("/xl/worksheets/sheet1.xml");
  INFO(sheet);
  CHECK(sheet.find("<mergeCell ref=\"A2:B2\"/><mergeCell ref=\"C2:C3\"/><mergeCell ref=\"A4:B4\"/>"
                   "<mergeCell ref=\"C4:C5\"/><mergeCell ref=\"A6:B6\"/><mergeCell ref=\"C6:C7\"/>") !=
        std::string::npos);
  CHECK(sheet.find("<conditionalFormatting sqref=\"B3 B5 B7\"><cfRule type=\"expression\" priority=\"1\">"
                   "<formula>$B3&gt;10</formula>") != std::string::npos);
  CHECK(sheet.find("priority=\"2\"") == std::string::npos);
  CHECK(sheet.find(
            "<hyperlink ref=\"A2\" location=\"Blad1!A8\"/><hyperlink ref=\"A4\" location=\"Blad1!A8\"/>") !=
        std::string::npos);
  CHECK(sheet.find("<xm:f>$B3&gt;Blad1!$A$8</xm:f></x14:cfRule><xm:sqref>B3 B5 B7 A8</xm:sqref>") !=
        std::string::npos);
  CHECK(sheet.find("<xm:f>Blad1!A4:B4</xm:f><xm:sqref>D4</xm:sqref>") != std::string::npos);
  CHECK(sheet.find("<pane ySplit=\"1\" topLeftCell=\"A2\"") != std::string::npos);
  CHECK(sheet.find("activeCell=\"A8\" sqref=\"A8\"") != std::string::npos);
}

TEST_CASE("rows and cells out of order are put in order") {
  CHECK(fill(row(3, text_cell("B3", "b") + text_cell("A3", "{{Nämnd}}")) +
             row(1, text_cell("A1", "först"))) == "A1=först\nA3=Kulturnämnden\nB3=b\n");
}

TEST_CASE("a sum over an empty list is a sum over a blank row") {
  CHECK(fill(row(1, text_cell("A1", "{{för varje t i Tom}}")) +
             row(2, text_cell("A2", "{{t.Namn}}") + formula_cell("B2", "LEN(A2)")) +
             row(3, text_cell("A3", "{{slut}}")) + row(4, formula_cell("B4", "SUM(B2:B2)")) +
             row(5, text_cell("A5", "{{för varje t i Tom}}")) + row(6, formula_cell("B6", "LEN(A6)")) +
             row(7, text_cell("A7", "{{slut}}")) + row(8, text_cell("A8", "slut"))) ==
        "A1\nB1=LEN(A1)!0\nB2=SUM(B1:B1)!0\nA3=slut\n");
}

TEST_CASE("a whole table may be left out, or grow where it is chosen") {
  const auto fill_table = [](const std::string& condition) {
    WorkbookBuilder builder;
    builder.sheet("Blad1",
                  row(1, text_cell("A1", condition)) + row(2, text_cell("A2", "Händelse")) +
                      row(3, text_cell("A3", "{{Händelse}}")) + row(4, text_cell("A4", "{{slut}}")) +
                      row(5, text_cell("A5", "sist")),
                  "<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>");
    builder.table("VoR", "A2:A3", {"Händelse"});
    return render(builder.package(), risks());
  };
  const Rendering gone = fill_table("{{om Klar}}");
  CHECK(gone.told() == "");
  CHECK(gone.cells("Blad1") == "A1=sist\n");
  CHECK_FALSE(gone.package.has(opc::PartName("/xl/tables/table1.xml")));
  CHECK(gone.part("/xl/worksheets/sheet1.xml").find("tablePart") == std::string::npos);
  const Rendering grown = fill_table("{{om inte Klar}}");
  CHECK(grown.cells("Blad1") == "A1=Händelse\nA2=Avbrott\nA3=Brand\nA4=Intrång\nA5=sist\n");
  CHECK(grown.part("/xl/tables/table1.xml").find("ref=\"A1:A4\"") != std::string::npos);
}
