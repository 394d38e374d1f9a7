#include "opc/package.hpp"

#include "base/problem.hpp"
#include "opc/zip_writer.hpp"
#include "support/package_builder.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace lg;
using opc::Package;
using opc::PartName;

namespace {

std::string refusal(const std::string& name, const std::string& bytes) {
  try {
    const Package package = Package::open(name, bytes);
    (void)package.bytes(package.main_part());
  } catch (const UnreadableFile& unreadable) {
    return to_text(unreadable.problem());
  }
  return "läst";
}

std::string archive_of(const std::vector<std::pair<std::string, std::string>>& entries) {
  opc::ZipWriter writer;
  for (const auto& [name, bytes] : entries) writer.add(name, opc::deflate(bytes));
  return writer.finish();
}

const std::string content_types =
    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
    "<Default Extension='xml' ContentType='application/xml'/></Types>";

std::string utf16(std::string_view ascii) {
  std::string wide;
  for (const char c : ascii) wide.append(1, c).append(1, '\0');
  return wide;
}

const std::string compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

}  // namespace

TEST_CASE("a file that is no package is told what it seems to be") {
  CHECK(refusal("a.xlsx", "") ==
        "fel[FIL-002]: Filen är tom.\n  plats: a.xlsx\n"
        "  tips: Öppna originalet i Excel eller Word och spara det igen.\n");
  CHECK(refusal("a.xlsx", compound + utf16("EncryptedPackage")) ==
        "fel[FIL-003]: Filen är lösenordsskyddad och kan inte läsas.\n  plats: a.xlsx\n"
        "  tips: Öppna filen i Excel eller Word, ta bort skyddet (Arkiv › Info) och spara den.\n");
  CHECK(refusal("a.docx", compound + utf16("WordDocument")) ==
        "fel[FIL-004]: Filen är ett gammalt Word-dokument (.doc) och kan inte läsas.\n  plats: a.docx\n"
        "  tips: Öppna filen i Word och spara den som .docx.\n");
  CHECK(refusal("a.xlsx", compound + utf16("Workbook")) ==
        "fel[FIL-005]: Filen är en gammal Excel-arbetsbok (.xls) och kan inte läsas.\n  plats: a.xlsx\n"
        "  tips: Öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx).\n");
  CHECK(refusal("a.xlsx", "%PDF-1.7") ==
        "fel[FIL-006]: Filen är en PDF och ingen arbetsbok eller ett Word-dokument.\n  plats: a.xlsx\n"
        "  tips: Välj den .xlsx- eller .docx-fil som PDF:en gjordes av.\n");
  CHECK(refusal("a.xlsx", "PK\x03\x04") ==
        "fel[FIL-007]: Filen är skadad eller avkortad och kan inte läsas.\n  plats: a.xlsx\n"
        "  tips: Öppna den i Excel eller Word, låt programmet reparera den och spara den, eller hämta den på "
        "nytt.\n");
  CHECK(refusal("a.xlsx", "<HTML><table>") ==
        "fel[FIL-008]: Filen är en webbsida (HTML), även om namnet säger något annat.\n  plats: a.xlsx\n"
        "  tips: Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx).\n");
  CHECK(refusal("a.xlsx", "<?xml version='1.0'?><Workbook/>") ==
        "fel[FIL-009]: Filen är ren XML och ingen .xlsx- eller .docx-fil.\n  plats: a.xlsx\n"
        "  tips: Öppna den i Excel eller Word och spara den som .xlsx eller .docx.\n");
  CHECK(refusal("a.xlsx", "VoR-ID;Område\n1;2\n") ==
        "fel[FIL-010]: Filen är en textfil (till exempel CSV), även om namnet säger något annat.\n  plats: "
        "a.xlsx\n"
        "  tips: Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx).\n");
  CHECK(refusal("a.xlsx", std::string("\x00\x01\x02", 3)) ==
        "fel[FIL-011]: Filen är varken en Excel-arbetsbok (.xlsx) eller ett Word-dokument (.docx).\n  plats: "
        "a.xlsx\n"
        "  tips: Välj en fil som är sparad som .xlsx eller .docx.\n");
  CHECK(refusal("a.xlsx", archive_of({{"bild.png", "x"}})) ==
        "fel[FIL-012]: Filen är ett zip-arkiv men varken en Excel-arbetsbok eller ett Word-dokument.\n  "
        "plats: a.xlsx\n"
        "  tips: Välj en fil som är sparad som .xlsx eller .docx.\n");
  CHECK(refusal("a.xlsx", archive_of({{"[Content_Types].xml", content_types}})) ==
        "fel[FIL-013]: Filen saknar sin huvuddel och är varken en hel arbetsbok eller ett helt dokument.\n"
        "  plats: a.xlsx\n"
        "  tips: Öppna den i Excel eller Word, låt programmet reparera den och spara den på nytt.\n");
}

TEST_CASE("every way to cut a package short is refused") {
  const std::string whole =
      archive_of({{"[Content_Types].xml", content_types}, {"a.xml", std::string(3000, 'a')}});
  for (std::size_t size = 4; size + 1 < whole.size(); size += 7) {
    CHECK(refusal("a.xlsx", whole.substr(0, size)).starts_with("fel[FIL-007]"));
  }
}

TEST_CASE("a changed byte in a part is found by its checksum") {
  std::string bytes = archive_of(
      {{"[Content_Types].xml", content_types}, {"a.xml", std::string("<a>innehåll som packas</a>")}});
  const std::size_t at = bytes.find("a.xml") + 12;
  bytes[at] = static_cast<char>(bytes[at] ^ 1);
  const Package package = Package::open("a.xlsx", bytes);
  CHECK_THROWS_AS(package.bytes(PartName("/a.xml")), UnreadableFile);
}

TEST_CASE("two parts of one name, whatever their case, are refused") {
  CHECK(refusal("a.xlsx",
                archive_of({{"[Content_Types].xml", content_types}, {"xl/A.xml", "1"}, {"xl/a.xml", "2"}})) ==
        "fel[FIL-022]: Filen innehåller två delar med samma namn (”xl/a.xml”), så innehållet är tvetydigt.\n"
        "  plats: a.xlsx\n  tips: Öppna filen i Excel eller Word och spara den på nytt.\n");
}

TEST_CASE("a part that would lie outside of the package is refused") {
  CHECK(refusal("a.xlsx", archive_of({{"[Content_Types].xml", content_types}, {"../a.xml", "1"}})) ==
        "fel[FIL-023]: Filen innehåller en del med otillåtet namn (”../a.xml”).\n  plats: a.xlsx\n"
        "  tips: Använd inte filen om du inte vet varifrån den kommer; spara annars om den i Excel eller "
        "Word.\n");
}

TEST_CASE("a part packed beyond reason is refused before it fills the memory") {
  const std::string bomb =
      archive_of({{"[Content_Types].xml", content_types}, {"a.xml", std::string(3 * opc::Limits::mib, ' ')}});
  const Package package = Package::open("a.xlsx", bomb);
  try {
    (void)package.bytes(PartName("/a.xml"));
    FAIL("läst");
  } catch (const UnreadableFile& unreadable) {
    CHECK(
        to_text(unreadable.problem()) ==
        "fel[FIL-026]: Delen ”a.xml” är packad mer än 200 gånger, som bara sker i filer gjorda för att fylla "
        "datorns minne.\n  plats: a.xlsx\n"
        "  tips: Använd inte filen om du inte vet varifrån den kommer; spara annars om den i Excel.\n");
  }
}

TEST_CASE("a file beyond the limit of a file is refused by its size alone") {
  CHECK(refusal("a.xlsx", std::string(opc::limits.file + 1, 'P')) ==
        "fel[FIL-020]: Filen är större än 32 MiB, som är gränsen för en fil.\n  plats: a.xlsx\n"
        "  tips: Dela upp arbetsboken på flera, eller ta bort bilder och blad som inte behövs.\n");
}

TEST_CASE("too many parts are refused") {
  std::vector<std::pair<std::string, std::string>> entries = {{"[Content_Types].xml", content_types}};
  for (std::size_t i = 0; i < opc::limits.entries; ++i)
    entries.emplace_back("d" + std::to_string(i) + ".xml", "");
  CHECK(refusal("a.xlsx", archive_of(entries)) ==
        "fel[FIL-021]: Filen består av 2001 delar; gränsen är 2000.\n  plats: a.xlsx\n"
        "  tips: Kopiera bladen som behövs till en ny arbetsbok och spara den.\n");
}

TEST_CASE("parts that nobody changes keep their bytes, and saving twice gives the same") {
  const Package package = test::PackageBuilder()
                              .relate("/", "officeDocument", "a.xml")
                              .part("/a.xml", "<a> <b/></a>", "application/a+xml")
                              .part("/b.xml", "<b/>", "application/b+xml")
                              .package("a.xlsx");
  Package changed = package;
  changed.replace(PartName("/b.xml"), "<b>ny</b>");
  const std::string saved = changed.save();
  CHECK(saved == changed.save());
  const Package again = Package::open("b.xlsx", saved);
  CHECK(again.bytes(PartName("/a.xml")) == "<a> <b/></a>");
  CHECK(again.bytes(PartName("/b.xml")) == "<b>ny</b>");
  CHECK(again.part_names().front().text() == "/[Content_Types].xml");
  CHECK(package.bytes(PartName("/b.xml")) == "<b/>");
}

TEST_CASE("part names resolve as relationships write their targets") {
  const PartName document("/word/document.xml");
  CHECK(document.resolve("styles.xml").text() == "/word/styles.xml");
  CHECK(document.resolve("/xl/a.xml").text() == "/xl/a.xml");
  CHECK(document.resolve("../docProps/core.xml").text() == "/docProps/core.xml");
  CHECK(document.resolve("../../../etc/passwd").text() == "/etc/passwd");
  CHECK(document.resolve("bild%201.png").text() == "/word/bild 1.png");
  CHECK(document.relationships_part().text() == "/word/_rels/document.xml.rels");
  CHECK(PartName("/").relationships_part().text() == "/_rels/.rels");
  CHECK(PartName("/xl/SharedStrings.xml") == PartName("/xl/sharedStrings.xml"));
}

TEST_CASE("new relationships have a content type where the extension has none") {
  Package package = Package::open(
      "a.docx", archive_of({{"[Content_Types].xml", content_types}, {"word/document.xml", "<d/>"}}));
  const PartName rels("/word/_rels/document.xml.rels");
  CHECK(package.content_type(rels).empty());
  opc::Relationships relationships;
  relationships.add("t/comments", "comments.xml", false);
  package.replace(PartName("/word/document.xml"), std::move(relationships));
  CHECK(package.content_type(rels) == "application/vnd.openxmlformats-package.relationships+xml");
}
