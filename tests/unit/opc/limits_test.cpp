// What is refused before it fills the memory, each limit with its whole message.
#include "opc/limits.hpp"

#include "app/cell_listing.hpp"
#include "base/problem.hpp"
#include "opc/xml.hpp"
#include "opc/zip_writer.hpp"
#include "support/package_builder.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace lg;

namespace {

/// What the call is refused with; "" when it is not.
template <class Call>
std::string refusal(Call&& call) {
  try {
    std::forward<Call>(call)();
  } catch (const UnreadableFile& unreadable) {
    return to_text(unreadable.problem());
  }
  return "";
}

std::string archive_of(const std::vector<std::pair<std::string, std::string>>& parts) {
  opc::ZipWriter writer;
  writer.add("[Content_Types].xml",
             opc::deflate("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"));
  for (const auto& [name, bytes] : parts) writer.add(name, opc::deflate(bytes));
  return writer.finish();
}

/// Blanks that pack well, with as many bytes that do not as keep the part within the limit of the ratio.
std::string large_part(std::size_t size) {
  std::string bytes(size, ' ');
  unsigned random = 12345;
  for (std::size_t i = 0; i < size / 150; ++i) {
    random = random * 1103515245U + 12345U;
    bytes[i] = static_cast<char>('!' + (random >> 16U) % 90);
  }
  return bytes;
}

std::string listed(const std::string& rows) {
  return refusal([&] {
    (void)app::list_cells("bok.xlsx", test::WorkbookBuilder().sheet("Blad", rows).package().save());
  });
}

constexpr const char* smaller = "  tips: Ta bort rader och blad som inte behövs och spara arbetsboken.\n";
constexpr const char* fewer = "  tips: Dela upp arbetsboken på flera, eller ta bort blad som inte behövs.\n";

}  // namespace

TEST_CASE("FIL-024: a part packed in another way") {
  std::string bytes = archive_of({{"a.xml", "<a>text som packas text som packas text som packas</a>"}});
  for (const auto& [mark, place] : {std::pair{"PK\x03\x04", 8}, std::pair{"PK\x01\x02", 10}}) {
    for (std::size_t at = bytes.find(mark); at != std::string::npos; at = bytes.find(mark, at + 4)) {
      bytes[at + static_cast<std::size_t>(place)] = 9;  // DEFLATE64
    }
  }
  CHECK(refusal([&] { (void)opc::Package::open("a.xlsx", bytes); }) ==
        "fel[FIL-024]: Filen är packad på ett sätt som Excel och Word inte använder.\n  plats: a.xlsx\n"
        "  tips: Öppna filen i Excel eller Word och spara den på nytt.\n");
}

TEST_CASE("FIL-025 and FIL-027: a part, and all parts together, that are too large") {
  const auto one =
      opc::Package::open("a.xlsx", archive_of({{"a.xml", std::string(opc::limits.part + 1, ' ')}}));
  CHECK(refusal([&] { (void)one.bytes(opc::PartName("/a.xml")); }) ==
        std::string("fel[FIL-025]: Delen ”a.xml” är större än 64 MiB uppackad.\n  plats: a.xlsx\n") +
            smaller);
  const std::string large = large_part(opc::limits.part - 1);
  const auto many = opc::Package::open(
      "a.xlsx", archive_of({{"a.xml", large}, {"b.xml", large}, {"c.xml", large}, {"d.xml", large}}));
  CHECK(refusal([&] {
          for (const char* name : {"/a.xml", "/b.xml", "/c.xml", "/d.xml"})
            (void)many.bytes(opc::PartName(name));
        }) == std::string("fel[FIL-027]: Filen är större än 192 MiB uppackad.\n  plats: a.xlsx\n") + smaller);
}

TEST_CASE("FIL-035: more elements than a document may have") {
  const std::string elements(2 * opc::limits.elements + 2, '<');
  CHECK(refusal([&] { (void)opc::parse_xml(elements, "a.xlsx", "/a.xml"); }) ==
        "fel[FIL-035]: Delen ”/a.xml” har fler element än gränsen tillåter.\n  plats: a.xlsx\n"
        "  tips: Öppna filen i Excel eller Word, låt programmet reparera den och spara den på nytt.\n");
}

TEST_CASE("FIL-040 and FIL-041: more rows and cells than a workbook may have") {
  std::string rows;
  for (std::size_t i = 0; i <= opc::limits.rows; ++i) rows += "<row><c><v>" + std::to_string(i * 7919 % 999'983) + "</v></c></row>";
  CHECK(listed(rows) ==
        std::string("fel[FIL-040]: Arbetsboken har fler än 200000 rader med innehåll, som är gränsen.\n"
                    "  plats: bok.xlsx\n") +
            fewer);
  rows.clear();
  for (int i = 0; i < 200; ++i) {
    rows += "<row>";
    for (int c = 0; c < 10'010; ++c) rows += "<c><v>" + std::to_string((i + c) * 7919 % 9973) + "</v></c>";
    rows += "</row>";
  }
  CHECK(listed(rows) == std::string("fel[FIL-041]: Arbetsboken har fler än 2000000 celler, som är gränsen.\n"
                                    "  plats: bok.xlsx\n") +
                            fewer);
}

TEST_CASE("FIL-045: more sheets than a workbook may have") {
  test::WorkbookBuilder builder;
  for (std::size_t i = 0; i <= opc::limits.sheets; ++i) builder.sheet("Blad" + std::to_string(i), "");
  CHECK(refusal([&] { (void)app::list_cells("bok.xlsx", builder.package().save()); }) ==
        "fel[FIL-045]: Arbetsboken har fler än 256 blad, som är gränsen.\n  plats: bok.xlsx\n"
        "  tips: Dela upp arbetsboken på flera.\n");
}

TEST_CASE("FIL-014 and FIL-018: a part that is not there, and a main part that is no workbook") {
  test::PackageBuilder lacking;
  lacking.relate("/", "officeDocument", "xl/workbook.xml")
      .part("/xl/workbook.xml",
            "<workbook xmlns:r='urn:r'><sheets><sheet name='A' r:id='rId1'/></sheets></workbook>",
            "application/xml")
      .relate("/xl/workbook.xml", "worksheet", "worksheets/sheet1.xml");
  CHECK(refusal([&] { (void)app::list_cells("bok.xlsx", lacking.package("bok.xlsx").save()); }) ==
        "fel[FIL-014]: Delen ”/xl/worksheets/sheet1.xml” saknas i filen.\n  plats: bok.xlsx\n"
        "  tips: Öppna den i Excel eller Word, låt programmet reparera den och spara den på nytt.\n");
  test::PackageBuilder other;
  other.relate("/", "officeDocument", "a.xml").part("/a.xml", "<a/>", "application/xml");
  CHECK(refusal([&] { (void)app::list_cells("bok.xlsx", other.package("bok.xlsx").save()); }) ==
        "fel[FIL-018]: Filen är ingen Excel-arbetsbok.\n  plats: bok.xlsx\n"
        "  tips: Välj en fil som är sparad som .xlsx i Excel.\n");
}
