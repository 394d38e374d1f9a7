// Hazards X10 to X18: merged cells, rules, names, tables, filters, drawings, charts and pivot tables around
// rows that repeat.
#include "support/package_builder.hpp"
#include "support/xlsx_rendering.hpp"

#include <catch2/catch.hpp>

using namespace lg;
using namespace lg::test;

namespace {

const std::string main_types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
const std::string drawing_type = "application/vnd.openxmlformats-officedocument.drawing+xml";

Dataset data() {
  return DatasetBuilder()
      .value("Nej", flag_value(false))
      .list("L", {"n"})
      .row(number_value(1))
      .row(number_value(2))
      .row(number_value(3))
      .row(number_value(4))
      .list("Tom", {"n"});
}

/// Row 6 stands four times, in rows 5 to 8; row 10 becomes row 11.
std::string block(const std::string& inside = "", const std::string& after = "") {
  return row(5, text_cell("A5", "{{för varje x i L}}")) + row(6, text_cell("B6", "{{x.n}}") + inside) +
         row(7, text_cell("A7", "{{slut}}")) + after;
}

std::string sheet_of(const Rendering& done, const std::string& number = "1") {
  return done.told() + done.part("/xl/worksheets/sheet" + number + ".xml");
}

std::string filled(const std::string& after, const std::string& rows = block()) {
  WorkbookBuilder builder;
  builder.sheet("Blad1", rows, after);
  return sheet_of(render(builder.package(), data()));
}

bool holds(const std::string& text, const std::string& word) {
  return text.find(word) != std::string::npos;
}

std::string anchor(const std::string& row, const std::string& attributes = "") {
  return "<xdr:twoCellAnchor" + attributes + "><xdr:from><xdr:col>1</xdr:col><xdr:row>" + row +
         "</xdr:row></xdr:from><xdr:to><xdr:col>2</xdr:col><xdr:row>" + std::to_string(std::stoi(row) + 5) +
         "</xdr:row></xdr:to></xdr:twoCellAnchor>";
}

}  // namespace

TEST_CASE("X10: merged cells are copied with their rows, moved below them, counted, and never overlap") {
  CHECK(holds(filled("<mergeCells count=\"3\"><mergeCell ref=\"B6:C6\"/><mergeCell "
                     "ref=\"A10:B11\"/><mergeCell ref=\"D1:D3\"/></mergeCells>"),
              "<mergeCells count=\"6\"><mergeCell ref=\"D1:D3\"/><mergeCell ref=\"B5:C5\"/><mergeCell "
              "ref=\"B6:C6\"/><mergeCell ref=\"B7:C7\"/>"
              "<mergeCell ref=\"B8:C8\"/><mergeCell ref=\"A11:B12\"/></mergeCells>"));
  const std::string none = filled("<mergeCells count=\"1\"><mergeCell ref=\"A2:B2\"/></mergeCells>",
                                  row(1, text_cell("A1", "{{om Nej}}")) + row(2, text_cell("A2", "x")) +
                                      row(3, text_cell("A3", "{{slut}}")));
  CHECK_FALSE(holds(none, "mergeCells"));
}

TEST_CASE("X11: a rule grows over all copies, is not copied, and its formula is of its first cell") {
  const std::string sheet = filled(
      "<conditionalFormatting sqref=\"B6 D10\"><cfRule type=\"expression\" dxfId=\"0\" "
      "priority=\"1\"><formula>$B6&gt;$B$10</formula></cfRule></conditionalFormatting>"
      "<conditionalFormatting sqref=\"B10\"><cfRule type=\"dataBar\" priority=\"2\"><dataBar><cfvo "
      "type=\"min\"/><cfvo type=\"formula\" val=\"$B$10\"/></dataBar></cfRule></conditionalFormatting>");
  CHECK(holds(sheet,
              "<conditionalFormatting sqref=\"B5:B8 D11\"><cfRule type=\"expression\" dxfId=\"0\" "
              "priority=\"1\"><formula>$B5&gt;$B$11</formula></cfRule></conditionalFormatting>"
              "<conditionalFormatting sqref=\"B11\"><cfRule type=\"dataBar\" priority=\"2\"><dataBar><cfvo "
              "type=\"min\"/><cfvo type=\"formula\" val=\"$B$11\"/>"));
}

TEST_CASE("X11: the newer form of a rule follows as well") {
  const std::string sheet = filled(
      "<extLst><ext><x14:conditionalFormattings xmlns:x14=\"x14\" "
      "xmlns:xm=\"xm\"><x14:conditionalFormatting><x14:cfRule type=\"dataBar\" id=\"{1}\"><x14:dataBar>"
      "<x14:cfvo "
      "type=\"formula\"><xm:f>$B$10</xm:f></x14:cfvo></x14:dataBar></x14:cfRule><xm:sqref>B6</xm:sqref></"
      "x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>");
  CHECK(holds(sheet, "<xm:f>$B$11</xm:f>"));
  CHECK(holds(sheet, "<xm:sqref>B5:B8</xm:sqref>"));
}

TEST_CASE("X12: an input rule grows, its list follows, and so does its newer form") {
  const std::string sheet = filled(
      "<dataValidations count=\"2\"><dataValidation type=\"list\" "
      "sqref=\"B6\"><formula1>$A$10:$A$12</formula1></dataValidation><dataValidation type=\"custom\" "
      "sqref=\"C10\"><formula1>C10&gt;B10</formula1>"
      "</dataValidation></dataValidations><extLst><ext><x14:dataValidations xmlns:x14=\"x14\" "
      "xmlns:xm=\"xm\" count=\"1\"><x14:dataValidation "
      "type=\"list\"><x14:formula1><xm:f>Blad1!$A$10:$A$12</xm:f></x14:formula1>"
      "<xm:sqref>D6</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>");
  CHECK(holds(sheet,
              "<dataValidations count=\"2\"><dataValidation type=\"list\" "
              "sqref=\"B5:B8\"><formula1>$A$11:$A$13</formula1></dataValidation><dataValidation "
              "type=\"custom\" sqref=\"C11\"><formula1>C11&gt;B11</formula1>"));
  CHECK(holds(sheet, "<xm:f>Blad1!$A$11:$A$13</xm:f></x14:formula1><xm:sqref>D5:D8</xm:sqref>"));
}

TEST_CASE("X13: names of cells, lists, print areas, print titles and filters follow") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", block("", row(10, text_cell("A10", "x"))), "<autoFilter ref=\"A4:B6\"/>");
  builder.workbook(
      "<definedNames><definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" "
      "hidden=\"1\">Blad1!$A$4:$B$6</definedName><definedName name=\"_xlnm.Print_Area\" "
      "localSheetId=\"0\">Blad1!$A$1:$D$10</definedName>"
      "<definedName name=\"_xlnm.Print_Titles\" "
      "localSheetId=\"0\">Blad1!$A:$A,Blad1!$1:$4</definedName><definedName "
      "name=\"cell\">Blad1!$B$10</definedName><definedName name=\"lista\">Blad1!$B$6</definedName>"
      "<definedName name=\"konstant\">0.25</definedName><definedName "
      "name=\"trasig\">#REF!</definedName></definedNames>");
  const Rendering done = render(builder.package(), data());
  const std::string workbook = done.told() + done.part("/xl/workbook.xml");
  CHECK(holds(workbook, "name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">Blad1!$A$4:$B$8<"));
  CHECK(holds(sheet_of(done), "<autoFilter ref=\"A4:B8\"/>"));
  CHECK(holds(workbook, "name=\"_xlnm.Print_Area\" localSheetId=\"0\">Blad1!$A$1:$D$11<"));
  CHECK(holds(workbook, "name=\"_xlnm.Print_Titles\" localSheetId=\"0\">Blad1!$A:$A,Blad1!$1:$4<"));
  CHECK(holds(workbook, "name=\"cell\">Blad1!$B$11<"));
  CHECK(holds(workbook, "name=\"lista\">Blad1!$B$5:$B$8<"));
  CHECK(holds(workbook, "name=\"konstant\">0.25<"));
  CHECK(holds(workbook, "name=\"trasig\">#REF!<"));
}

TEST_CASE(
    "X14: a table grows with its total, its formulas and headings that are tags, and headings stay texts") {
  WorkbookBuilder builder;
  builder.sheet(
      "Blad1",
      row(4, text_cell("A4", "n") + text_cell("B4", "Rad\nett") + text_cell("C4", "{{L.antal}} st")) +
          row(5, text_cell("A5", "{{n}}") + formula_cell("B5", "L[[#This Row],[n]]*2")) +
          row(6, text_cell("A6", "Summa") + formula_cell("B6", "SUBTOTAL(109,L[Rad\nett])")),
      "<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>");
  builder.table("L", "A4:C6", {"n", "Rad_x000a_ett", "gammal"}, " totalsRowCount=\"1\"",
                "<autoFilter ref=\"A4:C5\"/>");
  const Rendering done = render(builder.package(), data());
  const std::string table = done.told() + done.part("/xl/tables/table1.xml");
  CHECK(holds(table,
              "id=\"1\" name=\"L\" displayName=\"L\" ref=\"A4:C9\" totalsRowCount=\"1\"><autoFilter "
              "ref=\"A4:C8\"/>"));
  CHECK(holds(table,
              "<tableColumn id=\"1\" name=\"n\"/><tableColumn id=\"2\" name=\"Rad_x000a_ett\"/><tableColumn "
              "id=\"3\" name=\"4 st\"/>"));
  CHECK(holds(done.cells("Blad1"), "C4=4 st\n"));
  CHECK(holds(done.cells("Blad1"), "B8=L[[#This Row],[n]]*2!8\nA9=Summa\n"));
}

TEST_CASE("X14: an empty list leaves a table its one row") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(1, text_cell("A1", "n")) + row(2, text_cell("A2", "{{n}}")),
                "<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>");
  builder.table("Tom", "A1:A2", {"n"});
  CHECK(holds(render(builder.package(), data()).part("/xl/tables/table1.xml"), "ref=\"A1:A2\""));
}

TEST_CASE("X15: a filter that hid rows shows them, and its sorting covers the rows that came") {
  const std::string sheet = filled(
      "<autoFilter ref=\"A4:B6\"><filterColumn colId=\"1\"><filters><filter "
      "val=\"9\"/></filters></filterColumn><sortState ref=\"A5:B6\"><sortCondition "
      "ref=\"B5:B6\"/></sortState></autoFilter>",
      row(4, text_cell("A4", "g")) + row(5, text_cell("A5", "{{för varje x i L}}")) +
          "<row r=\"6\" hidden=\"1\">" + text_cell("B6", "{{x.n}}") + "</row>" +
          row(7, text_cell("A7", "{{slut}}")));
  CHECK_FALSE(holds(sheet, "hidden"));
  CHECK_FALSE(holds(sheet, "filterColumn"));
  CHECK(holds(sheet, "<autoFilter ref=\"A4:B8\">"));
  CHECK(holds(sheet, "<sortCondition ref=\"B5:B8\"/>"));
}

TEST_CASE("X16: pictures move with their rows and keep their size, those fixed to the page stay") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", block(), "<drawing r:id=\"rId1\"/>");
  builder.sheet_part(
      "drawing", "/xl/drawings/drawing1.xml",
      "<xdr:wsDr xmlns:xdr=\"x\" xmlns:mc=\"mc\">" + anchor("9") + anchor("9", " editAs=\"absolute\"") +
          "<xdr:oneCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>11</xdr:row></xdr:from></"
          "xdr:oneCellAnchor><mc:AlternateContent><mc:Choice>" +
          anchor("20", " editAs=\"oneCell\"") + "</mc:Choice></mc:AlternateContent></xdr:wsDr>",
      drawing_type);
  const std::string drawing = render(builder.package(), data()).part("/xl/drawings/drawing1.xml");
  std::vector<std::string> rows;
  for (std::size_t at = drawing.find("<xdr:row>"); at != std::string::npos;
       at = drawing.find("<xdr:row>", at + 1))
    rows.push_back(drawing.substr(at + 9, drawing.find('<', at + 9) - at - 9));
  CHECK(rows == std::vector<std::string>{"10", "15", "9", "14", "12", "21", "26"});
}

TEST_CASE("X16: notes, their boxes, threads of comments and their authors follow") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", block("", row(10, text_cell("A10", "x"))), "<legacyDrawing r:id=\"rId2\"/>");
  builder.sheet_part("comments", "/xl/comments1.xml",
                     "<comments><authors><author>tc={1}</author></authors><commentList><comment ref=\"A10\" "
                     "authorId=\"0\"/><comment ref=\"B6\" authorId=\"0\"/></commentList></comments>",
                     main_types + "comments+xml");
  builder.sheet_part("vmlDrawing", "/xl/drawings/vmlDrawing1.vml",
                     "<xml xmlns:v=\"v\" xmlns:x=\"x\"><v:shape id=\"_x0000_s1025\"><x:ClientData "
                     "ObjectType=\"Note\"><x:Anchor>1, 15, 9, 2, 3, 60, 12, "
                     "5</x:Anchor><x:Row>9</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>",
                     "");
  builder.sheet_part("threadedComment", "/xl/threadedComments/threadedComment1.xml",
                     "<ThreadedComments><threadedComment ref=\"A10\" personId=\"{9}\" "
                     "id=\"{1}\"><text>hej</text></threadedComment></ThreadedComments>",
                     "application/vnd.ms-excel.threadedcomments+xml");
  builder.parts()
      .relate("/xl/workbook.xml", "person", "persons/person.xml")
      .part("/xl/persons/person.xml", "<personList><person displayName=\"A\" id=\"{9}\"/></personList>",
            "application/vnd.ms-excel.person+xml");
  const Rendering done = render(builder.package(), data());
  CHECK(done.told().empty());
  CHECK(holds(done.part("/xl/comments1.xml"),
              "<comment ref=\"A11\" authorId=\"0\"/><comment ref=\"B5\" authorId=\"0\"/>"));
  CHECK(holds(done.part("/xl/drawings/vmlDrawing1.vml"),
              "<x:Anchor>1, 15, 10, 2, 3, 60, 13, 5</x:Anchor><x:Row>10</x:Row>"));
  CHECK(holds(done.part("/xl/threadedComments/threadedComment1.xml"), "ref=\"A11\" personId=\"{9}\""));
  CHECK(done.part("/xl/persons/person.xml") ==
        "<personList><person displayName=\"A\" id=\"{9}\"/></personList>");
}

TEST_CASE("X16: form controls, embedded objects and slicers follow their rows, and their parts are kept") {
  WorkbookBuilder builder;
  builder.sheet(
      "Blad1", block("", row(10, text_cell("A10", "x"))),
      "<oleObjects><oleObject progId=\"P\" shapeId=\"1025\" "
      "r:id=\"rId1\"><objectPr><anchor><from><col>0</col><row>9</row></from><to><col>2</col><row>12</row></"
      "to></anchor></objectPr></oleObject></oleObjects>"
      "<controls><control shapeId=\"1026\" r:id=\"rId2\" name=\"Kryss\"><controlPr linkedCell=\"$B$10\" "
      "listFillRange=\"Blad1!$A$10:$A$12\"><anchor><from><col>0</col><row>9</row></from><to><col>2</"
      "col><row>10</row></to></anchor></controlPr></control></controls>"
      "<extLst><ext><x14:slicerList xmlns:x14=\"x14\"><x14:slicer "
      "r:id=\"rId3\"/></x14:slicerList></ext></extLst>");
  builder.sheet_part("oleObject", "/xl/embeddings/oleObject1.bin", "BIN",
                     "application/vnd.openxmlformats-officedocument.oleObject");
  builder.sheet_part("ctrlProp", "/xl/ctrlProps/ctrlProp1.xml", "<formControlPr fmlaLink=\"$B$10\"/>",
                     "application/vnd.ms-excel.controlproperties+xml");
  builder.sheet_part("slicer", "/xl/slicers/slicer1.xml",
                     "<slicers><slicer name=\"n\" cache=\"c\"/></slicers>",
                     "application/vnd.ms-excel.slicer+xml");
  const Rendering done = render(builder.package(), data());
  const std::string sheet = sheet_of(done);
  CHECK(holds(
      sheet,
      "<objectPr><anchor><from><col>0</col><row>10</row></from><to><col>2</col><row>13</row></to></anchor>"));
  CHECK(holds(sheet,
              "<controlPr linkedCell=\"$B$11\" "
              "listFillRange=\"Blad1!$A$11:$A$13\"><anchor><from><col>0</col><row>10</row></from><to><col>2</"
              "col><row>11</row></to>"));
  CHECK(holds(done.part("/xl/ctrlProps/ctrlProp1.xml"), "fmlaLink=\"$B$11\""));
  CHECK(done.part("/xl/embeddings/oleObject1.bin") == "BIN");
  CHECK(holds(sheet, "<x14:slicer r:id=\"rId3\"/>"));
  CHECK(holds(done.part("/xl/slicers/slicer1.xml"), "<slicer name=\"n\" cache=\"c\"/>"));
}

TEST_CASE("X17: every reference of a chart grows, with what it keeps of the cells, also from another sheet") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(4, text_cell("B4", "Antal")) + block("<c r=\"C6\"><v>5</v></c>"));
  builder.sheet("Diagram", row(1, text_cell("A1", "x")), "<drawing r:id=\"rId1\"/>");
  builder.sheet_part("drawing", "/xl/drawings/drawing1.xml", "<xdr:wsDr xmlns:xdr=\"x\"/>", drawing_type);
  const auto reference = [](const std::string& formula) {
    return "<c:numRef><c:f>" + formula +
           "</c:f><c:numCache><c:formatCode>0</c:formatCode><c:ptCount val=\"1\"/><c:pt "
           "idx=\"0\"><c:v>99</c:v></c:pt></c:numCache></c:numRef>";
  };
  builder.parts().relate("/xl/drawings/drawing1.xml", "chart", "/xl/charts/chart1.xml");
  builder.parts().part(
      "/xl/charts/chart1.xml",
      "<c:chartSpace xmlns:c=\"c\"><c:ser><c:tx><c:strRef><c:f>Blad1!$B$4</c:f><c:strCache><c:ptCount "
      "val=\"1\"/><c:pt idx=\"0\"><c:v>99</c:v></c:pt></c:strCache></c:strRef></c:tx><c:errBars><c:plus>" +
          reference("Blad1!$C$6") + "</c:plus></c:errBars><c:cat>" + reference("Blad1!$B$6:$B$6") +
          "</c:cat><c:val>" + reference("Blad1!$B$6:$C$6") + "</c:val></c:ser></c:chartSpace>",
      "application/vnd.openxmlformats-officedocument.drawingml.chart+xml");
  const Rendering done = render(builder.package(), data());
  const std::string chart = done.told() + done.part("/xl/charts/chart1.xml");
  CHECK(holds(chart,
              "<c:f>Blad1!$B$4</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>Antal</c:v>"));
  CHECK(holds(chart,
              "<c:plus><c:numRef><c:f>Blad1!$C$5:$C$8</c:f><c:numCache><c:formatCode>0</"
              "c:formatCode><c:ptCount val=\"4\"/>"));
  CHECK(
      holds(chart,
            "<c:cat><c:numRef><c:f>Blad1!$B$5:$B$8</c:f><c:numCache><c:formatCode>0</c:formatCode><c:ptCount "
            "val=\"4\"/><c:pt idx=\"0\"><c:v>1</c:v></c:pt><c:pt idx=\"1\"><c:v>2</c:v></c:pt>"));
  CHECK(holds(chart, "<c:f>Blad1!$B$5:$C$8</c:f>"));
  CHECK_FALSE(holds(chart, "99"));
}

TEST_CASE("X17: a chart of the newer kinds grows, with the points that it keeps") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", block("<c r=\"C6\" t=\"inlineStr\"><is><t>r</t></is></c>"),
                "<drawing r:id=\"rId1\"/>");
  builder.sheet_part("drawing", "/xl/drawings/drawing1.xml", "<xdr:wsDr xmlns:xdr=\"x\"/>", drawing_type);
  builder.parts().relate("/xl/drawings/drawing1.xml", "chartEx", "/xl/charts/chartEx1.xml");
  builder.parts().part(
      "/xl/charts/chartEx1.xml",
      "<cx:chartSpace xmlns:cx=\"cx\"><cx:chartData><cx:data id=\"0\"><cx:strDim "
      "type=\"cat\"><cx:f>Blad1!$C$6</cx:f><cx:lvl ptCount=\"1\"><cx:pt "
      "idx=\"0\">99</cx:pt></cx:lvl></cx:strDim>"
      "<cx:numDim type=\"val\"><cx:f>Blad1!$B$6:$B$6</cx:f><cx:lvl ptCount=\"1\" formatCode=\"0\"><cx:pt "
      "idx=\"0\">99</cx:pt></cx:lvl></cx:numDim></cx:data></cx:chartData></cx:chartSpace>",
      "application/vnd.ms-office.chartex+xml");
  const Rendering done = render(builder.package(), data());
  CHECK(holds(done.told() + done.part("/xl/charts/chartEx1.xml"),
              "<cx:strDim type=\"cat\"><cx:f>Blad1!$C$5:$C$8</cx:f><cx:lvl ptCount=\"4\"><cx:pt "
              "idx=\"0\">r</cx:pt><cx:pt idx=\"1\">r</cx:pt><cx:pt idx=\"2\">r</cx:pt><cx:pt "
              "idx=\"3\">r</cx:pt></cx:lvl></cx:strDim>"
              "<cx:numDim type=\"val\"><cx:f>Blad1!$B$5:$B$8</cx:f><cx:lvl ptCount=\"4\" "
              "formatCode=\"0\"><cx:pt idx=\"0\">1</cx:pt><cx:pt idx=\"1\">2</cx:pt><cx:pt "
              "idx=\"2\">3</cx:pt><cx:pt idx=\"3\">4</cx:pt></cx:lvl></cx:numDim>"));
}

TEST_CASE("X17: characters that XML cannot hold are escaped in what a chart keeps") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", block("<c r=\"C6\" t=\"inlineStr\"><is><t>a_x001B_b_xFFFF_</t></is></c>"),
                "<drawing r:id=\"rId1\"/>");
  builder.sheet_part("drawing", "/xl/drawings/drawing1.xml", "<xdr:wsDr xmlns:xdr=\"x\"/>", drawing_type);
  builder.parts().relate("/xl/drawings/drawing1.xml", "chart", "/xl/charts/chart1.xml");
  builder.parts().part("/xl/charts/chart1.xml",
                       "<c:chartSpace xmlns:c=\"c\"><c:strRef><c:f>Blad1!$C$6</c:f><c:strCache><c:ptCount "
                       "val=\"1\"/></c:strCache></c:strRef></c:chartSpace>",
                       "application/vnd.openxmlformats-officedocument.drawingml.chart+xml");
  CHECK(holds(render(builder.package(), data()).part("/xl/charts/chart1.xml"),
              "<c:pt idx=\"0\"><c:v>a_x001b_b_xffff_</c:v></c:pt>"));
}

TEST_CASE("X17: a sparkline in a repeated row is one in each copy, one below draws all copies") {
  const std::string sheet = filled(
      "<extLst><ext><x14:sparklineGroups xmlns:x14=\"x14\" "
      "xmlns:xm=\"xm\"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>Blad1!B6:C6</"
      "xm:f><xm:sqref>D6</xm:sqref></x14:sparkline>"
      "<x14:sparkline><xm:f>Blad1!B6:B6</xm:f><xm:sqref>D10</xm:sqref></x14:sparkline></x14:sparklines></"
      "x14:sparklineGroup></x14:sparklineGroups></ext></extLst>",
      block("", row(10, text_cell("A10", "x"))));
  CHECK(holds(sheet, "<xm:f>Blad1!B5:C5</xm:f><xm:sqref>D5</xm:sqref>"));
  CHECK(holds(sheet, "<xm:f>Blad1!B8:C8</xm:f><xm:sqref>D8</xm:sqref>"));
  CHECK(holds(sheet, "<xm:f>Blad1!B5:B8</xm:f><xm:sqref>D11</xm:sqref>"));
}

TEST_CASE("X18: a pivot table is read anew when the workbook is opened, from the rows that came") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(4, text_cell("B4", "n")) + block());
  builder.parts()
      .relate("/xl/workbook.xml", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml")
      .part("/xl/pivotCache/pivotCacheDefinition1.xml",
            "<pivotCacheDefinition refreshOnLoad=\"0\"><cacheSource type=\"worksheet\"><worksheetSource "
            "ref=\"B4:B6\" sheet=\"Blad1\"/></cacheSource></pivotCacheDefinition>",
            main_types + "pivotCacheDefinition+xml");
  builder.parts()
      .relate("/xl/workbook.xml", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition2.xml")
      .part("/xl/pivotCache/pivotCacheDefinition2.xml",
            "<pivotCacheDefinition><cacheSource type=\"worksheet\"><worksheetSource "
            "name=\"Tabell1\"/></cacheSource></pivotCacheDefinition>",
            main_types + "pivotCacheDefinition+xml");
  const Rendering done = render(builder.package(), data());
  CHECK(holds(done.part("/xl/pivotCache/pivotCacheDefinition1.xml"),
              "refreshOnLoad=\"1\"><cacheSource type=\"worksheet\"><worksheetSource ref=\"B4:B8\" "
              "sheet=\"Blad1\"/>"));
  CHECK(holds(done.part("/xl/pivotCache/pivotCacheDefinition2.xml"),
              "refreshOnLoad=\"1\"><cacheSource type=\"worksheet\"><worksheetSource name=\"Tabell1\"/>"));
}
