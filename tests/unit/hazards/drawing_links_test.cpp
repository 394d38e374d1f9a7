// Hazard X16: shapes that show cells.
#include "support/package_builder.hpp"
#include "support/xlsx_rendering.hpp"

#include <catch2/catch.hpp>

using namespace lg;
using namespace lg::test;

namespace {

/// What became of a drawing that lies beside the list, or on a sheet of its own; row 4 becomes row 5.
std::string drawing(bool own_sheet, const std::string& shapes) {
  WorkbookBuilder builder;
  const std::string list = row(1, text_cell("A1", "{{för varje x i L}}")) +
                           row(2, text_cell("A2", "{{x.n}}")) + row(3, text_cell("A3", "{{slut}}")) +
                           row(4, formula_cell("A4", "SUM(A2:A2)"));
  const std::string link = "<drawing r:id=\"rId1\"/>";
  builder.sheet("Blad 1", list, own_sheet ? "" : link);
  if (own_sheet) builder.sheet("Översikt", "", link);
  builder.sheet_part("drawing", "/xl/drawings/drawing1.xml",
                     "<xdr:wsDr xmlns:xdr=\"x\">" + shapes + "</xdr:wsDr>",
                     "application/vnd.openxmlformats-officedocument.drawing+xml");
  DatasetBuilder data;
  data.list("L", {"n"});
  for (int n = 1; n <= 4; ++n) data.row(number_value(n));
  const Rendering done = render(builder.package(), data);
  const std::string part = done.told() + done.part("/xl/drawings/drawing1.xml");
  const std::size_t from = part.find("xmlns:xdr=\"x\">") + 14;
  return part.substr(from, part.rfind("</xdr:wsDr>") - from);
}

}  // namespace

TEST_CASE("X16: a text box that shows a cell follows it, on its own sheet and on another") {
  CHECK(drawing(false, "<xdr:sp textlink=\"$A$4\"/>") == "<xdr:sp textlink=\"$A$5\"/>");
  CHECK(drawing(true, "<xdr:grpSp><xdr:sp textlink=\"'Blad 1'!$A$4\"/></xdr:grpSp>") ==
        "<xdr:grpSp><xdr:sp textlink=\"'Blad 1'!$A$5\"/></xdr:grpSp>");
  CHECK(drawing(true, "<xdr:sp textlink=\"$A$4\"/>") == "<xdr:sp textlink=\"$A$4\"/>");
  CHECK(drawing(true, "<xdr:sp textlink=\"\"/>") == "<xdr:sp textlink=\"\"/>");
}

TEST_CASE("X16: a picture of cells grows and moves with them") {
  CHECK(drawing(true, "<a14:cameraTool cellRange=\"'Blad 1'!$A$2:$B$4\"/>") ==
        "<a14:cameraTool cellRange=\"'Blad 1'!$A$1:$B$5\"/>");
}
