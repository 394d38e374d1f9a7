#include "sml/workbook.hpp"

#include "app/cell_listing.hpp"
#include "base/problem.hpp"
#include "support/package_builder.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace lg;
using test::row;
using test::WorkbookBuilder;

namespace {

/// What `celler` prints of the workbook, or the problem that stops it.
std::string listing(const opc::Package& package) {
  try {
    return app::list_cells("bok.xlsx", package.save());
  } catch (const UnreadableFile& unreadable) {
    return to_text(unreadable.problem());
  }
}

std::string cells(const std::string& xml) {
  return listing(WorkbookBuilder().sheet("Blad", row(1, xml)).package());
}

}  // namespace

TEST_CASE("every type of cell is read as what it is") {
  CHECK(
      cells("<c r='A1' t='inlineStr'><is><r><t>fet </t></r><r><t>text</t></r><rPh><t>x</t></rPh></is></c>") ==
      "Blad\tA1\ts\tfet text\n");
  CHECK(cells("<c r='A1'><v>12.5</v></c>") == "Blad\tA1\tn\t12.5\n");
  CHECK(cells("<c r='A1' t='b'><v>1</v></c><c r='B1' t='b'><v>0</v></c>") ==
        "Blad\tA1\tb\tTRUE\nBlad\tB1\tb\tFALSE\n");
  CHECK(cells("<c r='A1' t='e'><v>#REF!</v></c>") == "Blad\tA1\te\t#REF!\n");
  CHECK(cells("<c r='A1' t='str'><f>B1</f><v>rad 1&#10;rad 2</v></c>") == "Blad\tA1\ts\trad 1\\nrad 2\n");
  CHECK(cells("<c r='A1' s='1'><v>45944</v></c>") == "Blad\tA1\td\t2025-10-14\n");
  CHECK(cells("<c r='A1' s='1'><v>45944.5</v></c>") == "Blad\tA1\td\t2025-10-14T12:00\n");
  CHECK(cells("<c r='A1' t='d'><v>2025-10-14</v></c>") == "Blad\tA1\td\t2025-10-14\n");
}

TEST_CASE("escaped characters of SpreadsheetML are decoded") {
  CHECK(cells("<c r='A1' t='inlineStr'><is><t>a_x000D__x000A_b _x005F_x000D_ _x00</t></is></c>") ==
        "Blad\tA1\ts\ta\\nb _x000D_ _x00\n");
}

TEST_CASE("cells without a reference stand where they come, and rows out of order are put in order") {
  CHECK(listing(WorkbookBuilder()
                    .sheet("Blad",
                           "<row r='3'><c><v>3</v></c></row><row r='1'><c><v>1</v></c><c r='D1'><v>4</v></c>"
                           "<c><v>5</v></c></row>")
                    .package()) == "Blad\tA1\tn\t1\nBlad\tD1\tn\t4\nBlad\tE1\tn\t5\nBlad\tA3\tn\t3\n");
}

TEST_CASE("a merged range is read at its top-left cell") {
  CHECK(listing(WorkbookBuilder()
                    .sheet("Blad", row(1, "<c r='A1'><v>1</v></c><c r='B1'><v>2</v></c>"),
                           "<mergeCells count='1'><mergeCell ref='A1:B1'/></mergeCells>")
                    .package()) == "Blad\tA1\tn\t1\n");
}

TEST_CASE("dates of the 1904 system are four years on") {
  WorkbookBuilder builder;
  builder.sheet("Blad", row(1, "<c r='A1' s='1'><v>44482</v></c>"));
  const opc::Package package = builder.package();
  opc::Package other = package;
  std::string xml = package.bytes(package.main_part());
  xml.insert(xml.find("<sheets"), "<workbookPr date1904='1'/>");
  other.replace(package.main_part(), xml);
  CHECK(listing(package) == "Blad\tA1\td\t2021-10-13\n");
  CHECK(listing(other) == "Blad\tA1\td\t2025-10-14\n");
}

TEST_CASE("a cell that points at no shared string is refused at its place") {
  CHECK(listing(WorkbookBuilder()
                    .sheet("Blad", row(1, "<c r='C1' t='s'><v>7</v></c>"))
                    .shared_strings("<si><t>x</t></si>")
                    .package()) ==
        "fel[FIL-044]: Cellens text saknas i filen, som är skadad.\n  plats: bok.xlsx › Blad › C1\n"
        "  tips: Öppna arbetsboken i Excel, låt programmet reparera den och spara den på nytt.\n");
}

TEST_CASE("a text beyond the limit of a cell is refused at its place") {
  CHECK(cells("<c r='A1' t='inlineStr'><is><t>" + std::string(1'000'001, 'x') + "</t></is></c>") ==
        "fel[FIL-043]: Texten i cellen är längre än 1000000 tecken.\n  plats: bok.xlsx › Blad › A1\n"
        "  tips: Korta texten i cellen.\n");
}

TEST_CASE("one long shared text that many cells show is refused by its sum") {
  std::string shown;
  for (int i = 1; i <= 80; ++i) shown += row(i, "<c r='A" + std::to_string(i) + "' t='s'><v>0</v></c>");
  CHECK(listing(WorkbookBuilder()
                    .sheet("Blad", shown)
                    .shared_strings("<si><t>" + std::string(900'000, 'x') + "</t></si>")
                    .package()) ==
        "fel[FIL-042]: Arbetsboken har mer än 64 MiB text i cellerna, som är gränsen.\n  plats: bok.xlsx\n"
        "  tips: Dela upp arbetsboken på flera, eller ta bort blad som inte behövs.\n");
}

TEST_CASE("workbooks of other kinds are told by their kind") {
  test::PackageBuilder binary;
  binary.relate("/", "officeDocument", "xl/workbook.bin")
      .part("/xl/workbook.bin", "x", "application/vnd.ms-excel.sheet.binary.macroEnabled.main");
  CHECK(listing(binary.package("bok.xlsx")) ==
        "fel[FIL-015]: Filen är en binär Excel-arbetsbok (.xlsb) och kan inte läsas.\n  plats: bok.xlsx\n"
        "  tips: Öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx).\n");
  test::PackageBuilder document;
  document.relate("/", "officeDocument", "word/document.xml")
      .part("/word/document.xml", "<x/>",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml");
  CHECK(listing(document.package("bok.xlsx")) ==
        "fel[FIL-016]: Filen är ett Word-dokument och ingen arbetsbok.\n  plats: bok.xlsx\n"
        "  tips: Välj en Excel-arbetsbok (.xlsx).\n");
}
