// Hazards X18 and X24: pivot tables made of a template's tags, and the pages of chart sheets.
#include "support/package_builder.hpp"
#include "support/xlsx_rendering.hpp"

#include <catch2/catch.hpp>

using namespace lg;
using namespace lg::test;

namespace {

const std::string types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

Dataset data() {
  return DatasetBuilder()
      .value("Titel", text_value("Å & B"))
      .list("L", {"n"})
      .row(text_value("a"))
      .row(text_value("b"));
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// A list in rows 2 to 4, and below it a pivot table in A6:B8 that was made of the tags.
Rendering filled() {
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(1, text_cell("A1", "n")) + row(2, text_cell("A2", "{{för varje x i L}}")) +
                             row(3, text_cell("A3", "{{x.n}}")) + row(4, text_cell("A4", "{{slut}}")) +
                             row(6, text_cell("A6", "Radetiketter")) + row(7, text_cell("A7", "{{x.n}}", 2)) +
                             row(8, text_cell("A8", "Totalsumma")) + row(10, text_cell("A10", "{{Titel}}")));
  builder.sheet_part(
      "pivotTable", "/xl/pivotTables/pivotTable1.xml",
      "<pivotTableDefinition><location ref=\"A6:B8\" firstHeaderRow=\"1\"/></pivotTableDefinition>",
      types + "pivotTable+xml");
  builder.parts()
      .relate("/xl/workbook.xml", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml")
      .part("/xl/pivotCache/pivotCacheDefinition1.xml",
            "<pivotCacheDefinition><cacheSource type=\"worksheet\"><worksheetSource ref=\"A1:A4\" "
            "sheet=\"Blad1\"/></cacheSource><cacheFields><cacheField><sharedItems><s v=\"{{för varje x i "
            "L}}\"/><s v=\"{{x.n}}\"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>",
            types + "pivotCacheDefinition+xml")
      .relate("/xl/pivotCache/pivotCacheDefinition1.xml", "pivotCacheRecords", "pivotCacheRecords1.xml")
      .part("/xl/pivotCache/pivotCacheRecords1.xml",
            "<pivotCacheRecords><r><s v=\"{{x.n}}\"/><n v=\"1\"/></r></pivotCacheRecords>",
            types + "pivotCacheRecords+xml");
  return render(builder.package(), data());
}

}  // namespace

TEST_CASE("X18: tags that a pivot table shows are no tags, and it follows the rows above it") {
  const Rendering done = filled();
  CHECK(done.told() + done.cells("Blad1") ==
        "A1=n\nA2=a\nA3=b\nA5=Radetiketter\nA6\nA7=Totalsumma\nA9=Å & B\n");
  CHECK(
      holds(done.part("/xl/pivotTables/pivotTable1.xml"), "<location ref=\"A5:B7\" firstHeaderRow=\"1\"/>"));
}

TEST_CASE("X18: what a pivot table keeps of the template's tags loses its braces") {
  const Rendering done = filled();
  CHECK(holds(done.part("/xl/pivotCache/pivotCacheDefinition1.xml"),
              "<sharedItems><s v=\"för varje x i L\"/><s v=\"x.n\"/></sharedItems>"));
  CHECK(holds(done.part("/xl/pivotCache/pivotCacheRecords1.xml"), "<r><s v=\"x.n\"/><n v=\"1\"/></r>"));
}

TEST_CASE("X24: the header of a chart sheet is filled, with its ampersands doubled") {
  PackageBuilder builder;
  builder.relate("/", "officeDocument", "xl/workbook.xml")
      .part(
          "/xl/workbook.xml",
          "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
          "<sheet name=\"Diagram\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
          types + "sheet.main+xml")
      .relate("/xl/workbook.xml", "chartsheet", "chartsheets/sheet1.xml")
      .part("/xl/chartsheets/sheet1.xml",
            "<chartsheet><headerFooter><oddHeader>&amp;L{{Titel}}</oddHeader></headerFooter></chartsheet>",
            types + "chartsheet+xml");
  const Rendering done = render(builder.package("mall.xlsx"), data());
  CHECK(holds(done.part("/xl/chartsheets/sheet1.xml"), "<oddHeader>&amp;LÅ &amp;&amp; B</oddHeader>"));
}
