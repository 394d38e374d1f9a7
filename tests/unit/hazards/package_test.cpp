// Hazards P01 to P08: the package of both formats.
#include "opc/zip_writer.hpp"
#include "support/package_builder.hpp"
#include "support/word_filling.hpp"
#include "support/xlsx_rendering.hpp"

#include <catch2/catch.hpp>

using namespace lg;
using namespace lg::test;

namespace {

const std::string word_main =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const std::string word_template =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";
const std::string json = R"({"Titel": "Plan å & <b> 😀", "År": 2026})";

std::string document_xml(const std::string& body) {
  return "<w:document xmlns:w=\"" + word_namespace + "\"><w:body>" + body +
         "<w:sectPr/></w:body></w:document>";
}

std::string utf16(const std::string& text, bool little) {
  std::string bytes = little ? "\xFF\xFE" : "\xFE\xFF";
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    const unsigned unit =
        c < 0x80 ? c : ((c & 0x1FU) << 6U) | (static_cast<unsigned char>(text[i + 1]) & 0x3FU);
    i += c < 0x80 ? 1 : 2;
    const auto high = static_cast<char>(unit >> 8U);
    const auto low = static_cast<char>(unit & 0xFFU);
    bytes += little ? std::string{low, high} : std::string{high, low};
  }
  return bytes;
}

/// A document whose parts are named and related as the test says.
std::string zipped(const std::vector<std::pair<std::string, std::string>>& entries) {
  opc::ZipWriter writer;
  for (const auto& [name, bytes] : entries) writer.add(name, opc::deflate(bytes));
  return writer.finish();
}

std::string types(const std::string& inner) {
  return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">" + inner +
         "</Types>";
}

std::string relationship(const std::string& target, const std::string& kind = "officeDocument",
                         const std::string& id = "rId1") {
  return "<Relationship Id=\"" + id +
         "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind +
         "\" Target=\"" + target + "\"/>";
}

std::string relationships(const std::string& inner) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inner +
         "</Relationships>";
}

}  // namespace

TEST_CASE("P01: endings and names of parts are compared whatever their case, and what is added has a type") {
  const std::string bytes = zipped(
      {{"[Content_Types].xml",
        types("<Default Extension=\"XML\" ContentType=\"application/xml\"/><Default Extension=\"Rels\" "
              "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
              "<Override PartName=\"/Word/Document.xml\" ContentType=\"" +
              word_main + "\"/>")},
       {"_rels/.rels", relationships(relationship("word/document.xml"))},
       {"word/document.xml", document_xml(paragraph("{{stycken t}}"))}});
  const Filled done =
      fill(opc::Package::open("mall.docx", bytes), R"x({"t": "[länk](https://exempel.se)"})x");
  CHECK(done.told.empty());
  const opc::Package read = opc::Package::open("ut.docx", done.package.save());
  CHECK(read.content_type(read.main_part()) == word_main);
  for (const opc::PartName& name : read.part_names()) {
    if (name.text() != "/[Content_Types].xml") CHECK_FALSE(read.content_type(name).empty());
  }
}

TEST_CASE("P02: FIL-022: two parts of one name are refused") {
  try {
    (void)opc::Package::open(
        "mall.docx",
        zipped({{"[Content_Types].xml", types("")}, {"word/a.xml", "<a/>"}, {"word/A.xml", "<a/>"}}));
    FAIL("lästes");
  } catch (const UnreadableFile& fault) {
    CHECK(to_text(fault.problem()).starts_with("fel[FIL-0"));
    CHECK(to_text(fault.problem()).find("mall.docx") != std::string::npos);
  }
}

TEST_CASE("P03: names that lead out of the package are refused") {
  for (const std::string name :
       {"../ond.xml", "/ond.xml", "C:/ond.xml", "word\\..\\ond.xml", "word/../../ond.xml"}) {
    INFO(name);
    CHECK_THROWS_AS(
        opc::Package::open("mall.docx", zipped({{"[Content_Types].xml", types("")}, {name, "<a/>"}})),
        UnreadableFile);
  }
}

TEST_CASE("P04: the main part is found by its relationship, and targets are absolute, relative or escaped") {
  const std::string bytes = zipped(
      {{"[Content_Types].xml",
        types("<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" "
              "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
              "<Override PartName=\"/text/document2.xml\" ContentType=\"" +
              word_main + "\"/>")},
       {"_rels/.rels", relationships(relationship("/text/document2.xml"))},
       {"text/document2.xml", document_xml(paragraph("{{Titel}}"))},
       {"text/_rels/document2.xml.rels", relationships(relationship("../parts/mitt%20huvud.xml", "header") +
                                                       relationship("/parts/fot.xml", "footer", "rId2"))},
       {"parts/mitt huvud.xml",
        "<w:hdr xmlns:w=\"" + word_namespace + "\">" + paragraph("h {{År}}") + "</w:hdr>"},
       {"parts/fot.xml", "<w:ftr xmlns:w=\"" + word_namespace + "\">" + paragraph("f {{År}}") + "</w:ftr>"}});
  const Filled done = fill(opc::Package::open("mall.docx", bytes), json);
  CHECK(done.told.empty());
  CHECK(texts(done.main(), "w:t") == Strings{"Plan å & <b> 😀"});
  CHECK(texts(done.part("/parts/mitt huvud.xml"), "w:t") == Strings{"h ", "2026"});
  CHECK(texts(done.part("/parts/fot.xml"), "w:t") == Strings{"f ", "2026"});
}

TEST_CASE("P04: M074: strict documents are refused, and strict workbooks are filled") {
  opc::Package package = document("");
  package.replace(package.main_part(),
                  "<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'/>");
  CHECK(fill(package, json).told.starts_with("fel[M074]"));
  WorkbookBuilder builder;
  builder.sheet("Blad1", "");
  opc::Package book = builder.package();
  book.replace(opc::PartName("/xl/worksheets/sheet1.xml"),
               "<worksheet xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><sheetData><row "
               "r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{{X}}</t></is></c></row></sheetData></worksheet>");
  const Rendering done = render(book, DatasetBuilder().value("X", text_value("x")));
  CHECK(done.told() + done.cells("Blad1") == "A1=x\n");
}

TEST_CASE("P05: parts in UTF-16, with either order of bytes, are filled and written in UTF-8") {
  for (const bool little : {true, false}) {
    PackageBuilder builder;
    builder.relate("/", "officeDocument", "word/document.xml")
        .part("/word/document.xml",
              utf16("<?xml version=\"1.0\" encoding=\"UTF-16\" standalone=\"yes\"?>" +
                        document_xml(paragraph("Å {{Titel}}")),
                    little),
              word_main)
        .relate("/word/document.xml", "header", "header1.xml")
        .part("/word/header1.xml",
              utf16("<w:hdr xmlns:w=\"" + word_namespace + "\">" + paragraph("{{År}}") + "</w:hdr>", little),
              "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml");
    builder.relate("/", "core-properties", "docProps/core.xml")
        .part("/docProps/core.xml",
              utf16("<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:title>Å "
                    "{{År}}</dc:title></cp:coreProperties>",
                    little),
              "application/vnd.openxmlformats-package.core-properties+xml");
    const Filled done = fill(builder.package("mall.docx"), json);
    CHECK(done.told.empty());
    CHECK(done.main().starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"));
    CHECK(texts(done.main(), "w:t") == Strings{"Å ", "Plan å & <b> 😀"});
    CHECK(texts(done.part("/word/header1.xml"), "w:t") == Strings{"2026"});
    CHECK(texts(done.part("/docProps/core.xml"), "dc:title") == Strings{"Å 2026"});
  }
}

TEST_CASE("P05: workbooks in UTF-16 are filled, and parts that nobody changes keep their bytes") {
  PackageBuilder builder;
  const std::string main =
      " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
  const std::string kept = utf16("<styleSheet" + main + "><cellXfs><xf/></cellXfs></styleSheet>", true);
  const std::string sml = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  builder.relate("/", "officeDocument", "xl/workbook.xml")
      .part("/xl/workbook.xml",
            utf16("<workbook" + main +
                      "><sheets><sheet name=\"Å\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
                  true),
            sml + "sheet.main+xml")
      .relate("/xl/workbook.xml", "worksheet", "worksheets/sheet1.xml")
      .part("/xl/worksheets/sheet1.xml",
            utf16("<worksheet" + main +
                      "><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>",
                  true),
            sml + "worksheet+xml")
      .relate("/xl/workbook.xml", "sharedStrings", "sharedStrings.xml")
      .part("/xl/sharedStrings.xml", utf16("<sst" + main + "><si><t>å {{X}}</t></si></sst>", true),
            sml + "sharedStrings+xml")
      .relate("/xl/workbook.xml", "styles", "styles.xml")
      .part("/xl/styles.xml", kept, sml + "styles+xml");
  const Rendering done = render(builder.package("mall.xlsx"), DatasetBuilder().value("X", text_value("ö")));
  CHECK(done.told() + done.cells("Å") == "A1=å ö\n");
  // Whoever reads the saved package again sees the same bytes as before.
  CHECK(done.package.save().find(kept) == std::string::npos);  // packed
  const opc::Package plain = builder.package("mall.xlsx");
  CHECK(render(plain, DatasetBuilder().value("Y", text_value("ö"))).package.save().size() > 0);
}

TEST_CASE("P06: a template becomes a document, whatever its ending, and macros are refused") {
  opc::Package package = document(paragraph("{{Titel}}"));
  package.set_content_type(package.main_part(), word_template);
  const Filled done = fill(package, json);
  CHECK(done.package.content_type(done.package.main_part()) == word_main);
  opc::Package plain = document(paragraph("utan tagg"));
  plain.set_content_type(plain.main_part(), word_template);
  const Filled same = fill(plain, json);
  CHECK(same.package.content_type(same.package.main_part()) == word_main);
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(1, text_cell("A1", "{{X}}")));
  const Rendering book =
      render(builder.package("mall.xltx", "template"), DatasetBuilder().value("X", text_value("x")));
  CHECK(book.package.content_type(book.package.main_part()) ==
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");
  package.set_content_type(package.main_part(), "application/vnd.ms-word.document.macroEnabled.main+xml");
  CHECK(fill(package, json).told.starts_with("fel[M072]"));
  CHECK(render(builder.package("mall.xlsm", "macroEnabled"), DatasetBuilder().value("X", text_value("x")))
            .told()
            .starts_with("fel[MALL-110]"));
}

TEST_CASE("P07: properties are filled, and counts and history of the template are gone") {
  const std::string properties = "application/vnd.openxmlformats-officedocument.";
  WordTemplate made(paragraph("{{Titel}}"));
  made.part_of("/", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
               "/docProps/core.xml",
               "<cp:coreProperties xmlns:cp='c' xmlns:dc='d'><dc:title>Om "
               "{{År}}</dc:title><dc:creator>Informationssäkerhetssamordnaren</"
               "dc:creator><cp:lastPrinted>2019-01-01T00:00:00Z</cp:lastPrinted><cp:revision>17</"
               "cp:revision></cp:coreProperties>",
               "application/vnd.openxmlformats-package.core-properties+xml");
  made.part_of("/", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties",
               "/docProps/app.xml",
               "<Properties><Template>Normal.dotm</Template><TotalTime>99</TotalTime><Pages>7</"
               "Pages><Words>9</Words><Company>{{År}} AB</Company></Properties>",
               properties + "extended-properties+xml");
  made.part_of("/", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties",
               "/docProps/custom.xml",
               "<Properties xmlns:vt='v'><property name='Dnr'><vt:lpwstr>IS "
               "{{År}}</vt:lpwstr></property><property name='Antal'><vt:i4>3</vt:i4></property></Properties>",
               properties + "custom-properties+xml");
  const Filled done = fill(made.package(), json);
  CHECK(done.told.empty());
  CHECK(done.part("/docProps/core.xml")
            .find("<dc:title>Om "
                  "2026</dc:title><dc:creator>Informationssäkerhetssamordnaren</dc:creator></"
                  "cp:coreProperties>") != std::string::npos);
  CHECK(done.part("/docProps/app.xml")
            .find("<Properties><Template>Normal.dotm</Template><Company>2026 AB</Company></Properties>") !=
        std::string::npos);
  CHECK(done.part("/docProps/custom.xml")
            .find("<vt:lpwstr>IS 2026</vt:lpwstr></property><property name=\"Antal\"><vt:i4>3</vt:i4>") !=
        std::string::npos);
}

TEST_CASE("P08: the same template and data give the same bytes, the types first") {
  const opc::Package package = document(paragraph("{{Titel}}") + paragraph("{{stycken Titel}}"));
  const std::string bytes = fill(package, json).package.save();
  CHECK(bytes == fill(package, json).package.save());
  CHECK(bytes.substr(30, 19) == "[Content_Types].xml");
}
