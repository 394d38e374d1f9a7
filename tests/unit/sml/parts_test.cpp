#include "sml/chart_references.hpp"
#include "sml/defined_names.hpp"
#include "sml/table_part.hpp"

#include <catch2/catch.hpp>

#include <sstream>
#include <string>
#include <vector>

using namespace lg::sml;

namespace {

struct Grown {
  RowMap rows;
  Grown() {
    rows.place({1, 1}, 1);
    for (int row = 2; row < 5; ++row) {
      const auto turn = rows.begin_turn({2, 2}, row);
      rows.place({2, 2}, row);
      rows.end_turn(turn, row);
    }
  }
  MovedSheet sheet{"B", "B", &rows};
  ReferenceMover mover{{sheet}};
};

std::string text_of(const pugi::xml_document& document) {
  std::ostringstream stream;
  document.document_element().print(stream, "", pugi::format_raw);
  return stream.str();
}

}  // namespace

TEST_CASE("a grown table forgets its filter and keeps its columns' formulas") {
  const Grown grown;
  pugi::xml_document document;
  document.load_string(
      "<table ref=\"A1:B3\" totalsRowCount=\"1\"><autoFilter ref=\"A1:B2\"><filterColumn "
      "colId=\"0\"><filters/>"
      "</filterColumn></autoFilter><sortState ref=\"A2:B2\"><sortCondition "
      "ref=\"A2\"/></sortState><tableColumns>"
      "<tableColumn name=\"a\"><calculatedColumnFormula>A2*$A$9</calculatedColumnFormula>"
      "<totalsRowFormula>SUM(A2:A2)</totalsRowFormula></tableColumn><tableColumn "
      "name=\"b\"/></tableColumns></table>");
  move_table(document.document_element(), grown.sheet, grown.mover, true);
  rename_columns(document.document_element(), {{2, "två\nrader"}});
  CHECK(text_of(document) ==
        "<table ref=\"A1:B5\" totalsRowCount=\"1\"><autoFilter ref=\"A1:B4\"/><sortState ref=\"A2:B4\">"
        "<sortCondition ref=\"A2:A4\"/></sortState><tableColumns><tableColumn name=\"a\">"
        "<calculatedColumnFormula>A2*$A$11</calculatedColumnFormula><totalsRowFormula>SUM(A2:A4)</"
        "totalsRowFormula>"
        "</tableColumn><tableColumn name=\"två_x000a_rader\"/></tableColumns></table>");
}

TEST_CASE("names of a copied sheet are copied with it") {
  const Grown grown;
  pugi::xml_document document;
  document.load_string(
      "<workbook><definedNames><definedName name=\"x\" localSheetId=\"0\">B!$A$2</definedName>"
      "<definedName name=\"y\">B!$A$3</definedName></definedNames></workbook>");
  const MovedSheet copy{"B", "C d", nullptr};
  move_defined_names(document.document_element(), grown.mover, {&grown.sheet, &copy}, {{0, 1}});
  CHECK(text_of(document) ==
        "<workbook><definedNames><definedName name=\"x\" localSheetId=\"0\">B!$A$2:$A$4</definedName>"
        "<definedName name=\"x\" localSheetId=\"1\">'C d'!$A$2</definedName>"
        "<definedName name=\"y\">B!$A$5</definedName></definedNames></workbook>");
}

TEST_CASE("a chart's levels of names are written column by column, the last first") {
  pugi::xml_document document;
  document.load_string(
      "<c:x xmlns:c=\"c\"><c:f>B!$A$2:$B$3</c:f><c:multiLvlStrCache><c:ptCount val=\"1\"/><c:lvl/>"
      "</c:multiLvlStrCache></c:x>");
  const auto cells = [](const ChartRange&) {
    return std::optional<std::vector<ShownCell>>({{"a", false}, {"b", false}, {"", false}, {"d", false}});
  };
  CHECK(refresh_caches(document, cells));
  CHECK(
      text_of(document) ==
      "<c:x xmlns:c=\"c\"><c:f>B!$A$2:$B$3</c:f><c:multiLvlStrCache><c:ptCount val=\"2\"/><c:lvl>"
      "<c:pt idx=\"0\"><c:v>b</c:v></c:pt><c:pt idx=\"1\"><c:v>d</c:v></c:pt></c:lvl><c:lvl><c:pt idx=\"0\">"
      "<c:v>a</c:v></c:pt></c:lvl></c:multiLvlStrCache></c:x>");
}

TEST_CASE("only references to cells can be read for a chart") {
  CHECK(chart_ranges("(B!$A$2,B!$A$4:$A$5)").size() == 2);
  CHECK(chart_ranges("bok.xlsx!namn").empty());
  CHECK(chart_ranges("[1]B!$A$2").empty());
  CHECK(chart_ranges("Tabell[kolumn]").empty());
}
