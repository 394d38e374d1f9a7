// Hazard X17: charts that are drawn from defined names.
#include "support/package_builder.hpp"
#include "support/xlsx_rendering.hpp"

#include <catch2/catch.hpp>

using namespace lg;
using namespace lg::test;

namespace {

std::string dimension(const std::string& formula) {
  return "<cx:numDim type=\"val\"><cx:f>" + formula +
         "</cx:f><cx:lvl ptCount=\"1\" formatCode=\"0\"><cx:pt idx=\"0\">99</cx:pt></cx:lvl></cx:numDim>";
}

std::string series(const std::string& formula) {
  return "<c:val><c:numRef><c:f>" + formula +
         "</c:f><c:numCache><c:formatCode>0</c:formatCode><c:ptCount val=\"1\"/><c:pt "
         "idx=\"0\"><c:v>99</c:v></c:pt></c:numCache></c:numRef></c:val>";
}

/// What became of a chart's content, drawn from rows 2 and 3 of "Blad 1"; "Stilla" has nothing to fill in.
std::string chart(const std::string& content) {
  WorkbookBuilder builder;
  builder.sheet("Blad 1",
                row(1, text_cell("A1", "{{för varje x i L}}")) + row(2, text_cell("A2", "{{x.n}}")) +
                    row(3, text_cell("A3", "{{slut}}")),
                "<drawing r:id=\"rId1\"/>");
  builder.sheet_part("drawing", "/xl/drawings/drawing1.xml", "<xdr:wsDr xmlns:xdr=\"x\"/>",
                     "application/vnd.openxmlformats-officedocument.drawing+xml");
  builder.sheet("Stilla", row(1, "<c r=\"A1\"><v>99</v></c>"));
  builder.workbook(
      "<definedNames><definedName name=\"Belopp\">'Blad 1'!$A$2</definedName>"
      "<definedName name=\"Eget\" localSheetId=\"0\">'Blad 1'!$A$2:$A$2</definedName>"
      "<definedName name=\"Rörligt\">OFFSET('Blad 1'!$A$2,0,0,COUNTA('Blad 1'!$A$2:$A$2),1)</definedName>"
      "<definedName name=\"Orört\">OFFSET(Stilla!$A$1,0,0,1,1)</definedName>"
      "<definedName name=\"_xlchart.v1.0\" hidden=\"1\">'Blad 1'!$A$2:$A$2</definedName></definedNames>");
  builder.parts().relate("/xl/drawings/drawing1.xml", "chart", "/xl/charts/chart1.xml");
  builder.parts().part("/xl/charts/chart1.xml",
                       "<c:chartSpace xmlns:c=\"c\" xmlns:cx=\"cx\">" + content + "</c:chartSpace>",
                       "application/vnd.openxmlformats-officedocument.drawingml.chart+xml");
  const Dataset data =
      DatasetBuilder().list("L", {"n"}).row(number_value(1)).row(number_value(2)).row(number_value(3));
  const Rendering done = render(builder.package(), data);
  const std::string all = done.told() + done.part("/xl/charts/chart1.xml");
  const std::size_t from = all.find("xmlns:cx=\"cx\">") + 14;
  return all.substr(from, all.rfind("</c:chartSpace>") - from);
}

const std::string three =
    "<c:ptCount val=\"3\"/><c:pt idx=\"0\"><c:v>1</c:v></c:pt><c:pt idx=\"1\"><c:v>2</c:v></c:pt>"
    "<c:pt idx=\"2\"><c:v>3</c:v></c:pt></c:numCache></c:numRef></c:val>";

}  // namespace

TEST_CASE("X17: a series drawn from a name shows the cells that the name came to mean") {
  for (const std::string formula : {"[0]!Belopp", "'Blad 1'!belopp", "'Blad 1'!Eget"}) {
    CHECK(chart(series(formula)) ==
          "<c:val><c:numRef><c:f>" + formula + "</c:f><c:numCache><c:formatCode>0</c:formatCode>" + three);
  }
  CHECK(chart(dimension("_xlchart.v1.0")) ==
        "<cx:numDim type=\"val\"><cx:f>_xlchart.v1.0</cx:f><cx:lvl ptCount=\"3\" formatCode=\"0\"><cx:pt "
        "idx=\"0\">1</cx:pt><cx:pt idx=\"1\">2</cx:pt><cx:pt idx=\"2\">3</cx:pt></cx:lvl></cx:numDim>");
}

TEST_CASE("X17: of a name that only a calculation can tell nothing is kept, unless its sheet is unchanged") {
  CHECK(chart(series("[0]!Rörligt")) ==
        "<c:val><c:numRef><c:f>[0]!Rörligt</c:f><c:numCache><c:formatCode>0</c:formatCode><c:ptCount "
        "val=\"0\"/></c:numCache></c:numRef></c:val>");
  CHECK(chart(series("[0]!Orört")) == series("[0]!Orört"));
  CHECK(chart(series("[1]!Belopp")) == series("[1]!Belopp"));
}

TEST_CASE("X17: a chart of a copied sheet is drawn from that copy's own name") {
  WorkbookBuilder builder;
  builder.sheet("{{varje p i L}}", row(1, text_cell("A1", "{{p.n}}")), "<drawing r:id=\"rId1\"/>");
  builder.sheet_part("drawing", "/xl/drawings/drawing1.xml", "<xdr:wsDr xmlns:xdr=\"x\"/>",
                     "application/vnd.openxmlformats-officedocument.drawing+xml");
  builder.workbook(
      "<definedNames><definedName name=\"Eget\" localSheetId=\"0\">'{{varje p i L}}'!$A$1</definedName>"
      "</definedNames>");
  builder.parts().relate("/xl/drawings/drawing1.xml", "chart", "/xl/charts/chart1.xml");
  builder.parts().part("/xl/charts/chart1.xml",
                       "<c:chartSpace xmlns:c=\"c\">" + series("'{{varje p i L}}'!Eget") + "</c:chartSpace>",
                       "application/vnd.openxmlformats-officedocument.drawingml.chart+xml");
  const Dataset data = DatasetBuilder().list("L", {"n"}).row(number_value(7)).row(number_value(8));
  const Rendering done = render(builder.package(), data);
  const auto drawn = [&](const std::string& part, const std::string& sheet, const std::string& value) {
    return done.part(part).find("<c:f>'" + sheet +
                                "'!Eget</c:f><c:numCache><c:formatCode>0</c:formatCode><c:ptCount "
                                "val=\"1\"/><c:pt idx=\"0\"><c:v>" +
                                value + "</c:v>") != std::string::npos;
  };
  CHECK(drawn("/xl/charts/chart1.xml", "7", "7"));
  CHECK(drawn("/xl/charts/chart2.xml", "8", "8"));
}
