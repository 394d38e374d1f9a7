#include "merge/xlsx_template.hpp"
#include "support/package_builder.hpp"
#include "support/xlsx_rendering.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace lg;
using namespace lg::test;

namespace {

const std::string chart = R"(<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">
<c:chart><c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:f>Blad1!$B$4</c:f><c:strCache><c:ptCount val="1"/>
<c:pt idx="0"><c:v>gammalt</c:v></c:pt></c:strCache></c:strRef></c:tx>
<c:cat><c:strRef><c:f>Blad1!$A$5</c:f><c:strCache><c:ptCount val="1"/></c:strCache></c:strRef></c:cat>
<c:val><c:numRef><c:f>Blad1!$B$5:$B$5</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="1"/>
<c:pt idx="0"><c:v>9</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart>
</c:chartSpace>)";

const std::string drawing =
    R"(<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">
<xdr:twoCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>
<xdr:to><xdr:col>8</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>19</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:clientData/>
</xdr:twoCellAnchor></xdr:wsDr>)";

/// The workbook of the survey's measured battery: template row 5, everything else below or beside it.
WorkbookBuilder battery() {
  WorkbookBuilder builder;
  builder.sheet(
      "Blad1",
      row(4, text_cell("A4", "Namn") + text_cell("B4", "Antal") + text_cell("C4", "Dubbelt") +
                 text_cell("D4", "Summa hittills")) +
          row(5, text_cell("A5", "{{Namn}}") + text_cell("B5", "{{Antal}}") + formula_cell("C5", "B5*2") +
                     formula_cell("D5", "SUM(B$5:B5)")) +
          row(8, text_cell("A8", "Summa") + formula_cell("B8", "SUM(B5:B5)")) +
          row(10, "<c r=\"B10\"><v>4</v></c>" + formula_cell("C10", "B8/B10")),
      "<mergeCells count=\"2\"><mergeCell ref=\"A10:A11\"/><mergeCell ref=\"F5:G5\"/></mergeCells>"
      "<conditionalFormatting sqref=\"B5\"><cfRule type=\"expression\" dxfId=\"0\" priority=\"1\">"
      "<formula>B5&gt;$B$8</formula></cfRule></conditionalFormatting>"
      "<conditionalFormatting sqref=\"B10\"><cfRule type=\"cellIs\" dxfId=\"0\" priority=\"2\" "
      "operator=\"greaterThan\"><formula>3</formula></cfRule></conditionalFormatting>"
      "<dataValidations count=\"2\"><dataValidation type=\"list\" sqref=\"B5\">"
      "<formula1>$B$10:$B$12</formula1></dataValidation>"
      "<dataValidation type=\"whole\" sqref=\"B10\"><formula1>1</formula1></dataValidation></dataValidations>"
      "<hyperlinks><hyperlink ref=\"A8\" location=\"Blad1!B10\"/></hyperlinks>"
      "<rowBreaks count=\"1\" manualBreakCount=\"1\"><brk id=\"10\" max=\"16383\" man=\"1\"/></rowBreaks>"
      "<drawing r:id=\"rId2\"/><tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>",
      "<dimension ref=\"A4:G11\"/><sheetViews><sheetView workbookViewId=\"0\" "
      "tabSelected=\"1\"/></sheetViews>");
  builder.table("Lista", "A4:D5", {"Namn", "Antal", "Dubbelt", "Summa hittills"}, "",
                "<autoFilter ref=\"A4:D5\"/>");
  builder.sheet_part("drawing", "/xl/drawings/drawing1.xml", drawing,
                     "application/vnd.openxmlformats-officedocument.drawing+xml");
  builder.parts().relate("/xl/drawings/drawing1.xml", "chart", "/xl/charts/chart1.xml");
  builder.parts().part("/xl/charts/chart1.xml", chart,
                       "application/vnd.openxmlformats-officedocument.drawingml.chart+xml");
  builder.sheet("Blad 2", row(1, formula_cell("A1", "Blad1!B8") + formula_cell("B1", "SUM(Blad1!$B$5)")));
  builder.workbook(
      "<definedNames><definedName name=\"lista\">Blad1!$A$5</definedName>"
      "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">Blad1!$A$1:$D$12</definedName>"
      "<definedName name=\"total\">Blad1!$B$8</definedName></definedNames><calcPr calcId=\"1\"/>");
  builder.parts().relate("/xl/workbook.xml", "calcChain", "calcChain.xml");
  builder.parts().part("/xl/calcChain.xml", "<calcChain/>", "application/x-calc");
  return builder;
}

Dataset three() {
  return DatasetBuilder()
      .list("Lista", {"Namn", "Antal"})
      .row(text_value("ett"), number_value(1))
      .row(text_value("två & <3>"), number_value(2.5))
      .row(text_value("tre"), number_value(3));
}

}  // namespace

TEST_CASE("A5: a table grows and everything else in the workbook follows") {
  const Rendering done = render(battery().package(), three());
  REQUIRE(done.problems.empty());
  CHECK(done.cells("Blad1") ==
        "A4=Namn\n"
        "B4=Antal\n"
        "C4=Dubbelt\n"
        "D4=Summa hittills\n"
        "A5=ett\n"
        "B5:1\n"
        "C5=B5*2!2\n"
        "D5=SUM(B$5:B5)!1\n"
        "A6=två & <3>\n"
        "B6:2.5\n"
        "C6=B6*2!5\n"
        "D6=SUM(B$5:B6)!3.5\n"
        "A7=tre\n"
        "B7:3\n"
        "C7=B7*2!6\n"
        "D7=SUM(B$5:B7)!6.5\n"
        "A10=Summa\n"
        "B10=SUM(B5:B7)!6.5\n"
        "B12:4\n"
        "C12=B10/B12!1.625\n");
  CHECK(done.cells("Blad 2") ==
        "A1=Blad1!B10!6.5\n"
        "B1=SUM(Blad1!$B$5:$B$7)!6.5\n");

  const std::string sheet = done.part("/xl/worksheets/sheet1.xml");
  CHECK(sheet.find("<mergeCells count=\"4\"><mergeCell ref=\"F5:G5\"/><mergeCell ref=\"F6:G6\"/>"
                   "<mergeCell ref=\"F7:G7\"/><mergeCell ref=\"A12:A13\"/></mergeCells>") !=
        std::string::npos);
  CHECK(sheet.find("<conditionalFormatting sqref=\"B5:B7\"><cfRule type=\"expression\" dxfId=\"0\" "
                   "priority=\"1\"><formula>B5&gt;$B$10</formula>") != std::string::npos);
  CHECK(sheet.find("<conditionalFormatting sqref=\"B12\">") != std::string::npos);
  CHECK(sheet.find("sqref=\"B5:B7\"><formula1>$B$12:$B$14</formula1>") != std::string::npos);
  CHECK(sheet.find("<hyperlink ref=\"A10\" location=\"Blad1!B12\"/>") != std::string::npos);
  CHECK(sheet.find("<brk id=\"12\" max=\"16383\" man=\"1\"/>") != std::string::npos);
  CHECK(sheet.find("<dimension ref=\"A4:D12\"/>") != std::string::npos);
  CHECK(sheet.find("999") == std::string::npos);

  const std::string table = done.part("/xl/tables/table1.xml");
  CHECK(table.find("ref=\"A4:D7\"><autoFilter ref=\"A4:D7\"/>") != std::string::npos);

  const std::string workbook = done.part("/xl/workbook.xml");
  CHECK(workbook.find(">Blad1!$A$5:$A$7<") != std::string::npos);
  CHECK(workbook.find(">Blad1!$A$1:$D$14<") != std::string::npos);
  CHECK(workbook.find(">Blad1!$B$10<") != std::string::npos);
  CHECK(workbook.find("fullCalcOnLoad=\"1\"") != std::string::npos);
  CHECK_FALSE(done.package.has(opc::PartName("/xl/calcChain.xml")));
  CHECK(done.part("/xl/_rels/workbook.xml.rels").find("calcChain") == std::string::npos);

  const std::string drawn = done.part("/xl/drawings/drawing1.xml");
  CHECK(drawn.find("<xdr:row>11</xdr:row>") != std::string::npos);
  CHECK(drawn.find("<xdr:row>21</xdr:row>") != std::string::npos);
}

TEST_CASE("A5: a chart follows its cells and keeps a picture of them") {
  const Rendering done = render(battery().package(), three());
  const std::string drawn = done.part("/xl/charts/chart1.xml");
  CHECK(
      drawn.find(
          "<c:f>Blad1!$A$5:$A$7</c:f><c:strCache><c:ptCount val=\"3\"/><c:pt idx=\"0\"><c:v>ett</c:v></c:pt>"
          "<c:pt idx=\"1\"><c:v>två &amp; &lt;3&gt;</c:v></c:pt><c:pt idx=\"2\"><c:v>tre</c:v></c:pt>"
          "</c:strCache>") != std::string::npos);
  CHECK(drawn.find("<c:f>Blad1!$B$5:$B$7</c:f><c:numCache><c:formatCode>General</c:formatCode>") !=
        std::string::npos);
  CHECK(drawn.find("<c:pt idx=\"1\"><c:v>2.5</c:v></c:pt>") != std::string::npos);
  CHECK(drawn.find("gammalt") == std::string::npos);
  CHECK(drawn.find("<c:v>Antal</c:v>") != std::string::npos);
}

TEST_CASE("an empty list leaves its table one row, with its formulas") {
  const Dataset none = DatasetBuilder().list("Lista", {"Namn", "Antal"});
  const Rendering done = render(battery().package(), none);
  CHECK(done.cells("Blad1") ==
        "A4=Namn\n"
        "B4=Antal\n"
        "C4=Dubbelt\n"
        "D4=Summa hittills\n"
        "A5\n"
        "B5\n"
        "C5=B5*2!0\n"
        "D5=SUM(B$5:B5)!0\n"
        "A8=Summa\n"
        "B8=SUM(B5:B5)!0\n"
        "B10:4\n"
        "C10=B8/B10!0\n");
  CHECK(done.part("/xl/tables/table1.xml").find("ref=\"A4:D5\"") != std::string::npos);
}

TEST_CASE("the same data gives the same bytes") {
  CHECK(render(battery().package(), three()).package.save() ==
        render(battery().package(), three()).package.save());
}
