// Each rule that a finished document is held against: broken in one place, it speaks; kept, it is silent.
#include "merge/docx_template.hpp"
#include "merge/docx_trace.hpp"
#include "opc/xml.hpp"
#include "proof/proof.hpp"
#include "support/document.hpp"
#include "support/package_builder.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace lg;
using test::document;
using test::paragraph;
using test::row;
using test::table;

namespace {

std::string told(const opc::Package& package) {
  std::string text;
  const proof::ParsedPackage parsed = proof::ParsedPackage::read(package);
  for (const proof::Breach& breach : proof::breaches_of(parsed))
    text += breach.rule + ": " + breach.what + "\n";
  return text;
}

std::string told(const std::string& body) {
  return told(document(body));
}

std::string in_paragraph(const std::string& runs) {
  return "<w:p>" + runs + "</w:p>";
}

std::string field_part(const std::string& type) {
  return "<w:r><w:fldChar w:fldCharType='" + type + "'/></w:r>";
}

std::string control(const std::string& content) {
  return "<w:sdt><w:sdtPr><w:id w:val='9'/></w:sdtPr>" + content + "</w:sdt>";
}

std::string merged(const std::string& value) {
  return "<w:tr><w:tc><w:tcPr><w:vMerge" + value + "/></w:tcPr><w:p/></w:tc></w:tr>";
}

const std::string bookmark = "<w:bookmarkStart w:id='7' w:name='namn'/>";
const std::string bookmark_end = "<w:bookmarkEnd w:id='7'/>";
const std::string drawing =
    "<w:r><w:drawing><wp:inline><wp:docPr id='5' name='x'/></wp:inline></w:drawing></w:r>";

}  // namespace

TEST_CASE("a document that keeps every rule is not spoken of") {
  CHECK(told(paragraph("Text", "Rubrik1") + table(row({"a", "b"})) + in_paragraph(bookmark + bookmark_end) +
             control("<w:sdtContent>" + paragraph("x") + "</w:sdtContent>") +
             in_paragraph(field_part("begin") + field_part("separate") + field_part("end"))) == "");
}

TEST_CASE("W01: bookmarks") {
  CHECK(told(in_paragraph(bookmark + bookmark_end + bookmark + bookmark_end)) ==
        "W01: har två bokmärken samma nummer\nW01: har två bokmärken samma namn\n");
  CHECK(told(in_paragraph(bookmark)) == "W01: har ett bokmärke inget slut\n");
  CHECK(told(in_paragraph(bookmark_end)) == "W01: slutar ett bokmärke som inte har börjat\n");
}

TEST_CASE("W02: a paragraph's own number") {
  const std::string one = "<w:p w14:paraId='00000001'/>";
  CHECK(told(one + one) == "W02: har två stycken samma beteckning\n");
  CHECK(told("<w:p w14:paraId='80000000'/>") == "W02: har ett stycke en otillåten beteckning\n");
  // The branches of one choice say the same.
  const std::string names = " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'";
  CHECK(told("<w:p><w:r><mc:AlternateContent" + names + "><mc:Choice><w:txbxContent>" + one +
             "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + one +
             "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>") == "");
}

TEST_CASE("W03, W04: drawings and content controls") {
  CHECK(told(in_paragraph(drawing + drawing)) == "W03: har två bilder eller figurer samma nummer\n");
  const std::string one = control("<w:sdtContent>" + paragraph("x") + "</w:sdtContent>");
  CHECK(told(one + one) == "W04: har två innehållskontroller samma nummer\n");
  CHECK(told(control("<w:sdtContent/>") + paragraph("x")) == "W04: är en innehållskontroll tom\n");
}

TEST_CASE("W05, W06, W07: comments, notes, permissions") {
  CHECK(told(in_paragraph("<w:commentRangeStart w:id='1'/>")) == "W05: har en kommentar inget slut\n");
  CHECK(told(in_paragraph("<w:r><w:commentReference w:id='1'/></w:r>")) == "W05: saknas en kommentar (1)\n");
  const std::string note = "<w:r><w:footnoteReference w:id='2'/></w:r>";
  CHECK(told(in_paragraph(note + note)) ==
        "W06: hänvisar två ställen till samma not\nW06: saknas en fotnot (2)\nW06: saknas en fotnot (2)\n");
  CHECK(told(in_paragraph("<w:permStart w:id='3'/>")) == "W07: har en behörighet inget slut\n");
}

TEST_CASE("W08, W09, W35: what is named is there") {
  const std::string names = " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";
  CHECK(told(in_paragraph("<w:hyperlink" + names + " r:id='rId99'/>")) ==
        "W08: används en länk som inte finns\n");
  CHECK(told("<w:p><w:pPr><w:numPr><w:numId w:val='99'/></w:numPr></w:pPr></w:p>") ==
        "W09: används en lista som inte finns (99)\n");
  CHECK(told(paragraph("x", "Rubrik99")) == "W35: används en formatmall som inte finns (Rubrik99)\n");
}

TEST_CASE("W12: fields have a beginning and an end") {
  CHECK(told(in_paragraph(field_part("begin"))) == "W12: har ett fält inget slut\n");
  CHECK(told(in_paragraph(field_part("end"))) == "W12: har ett fält ingen början\n");
}

TEST_CASE("W22, W23: texts that Word would change") {
  CHECK(told(in_paragraph("<w:r><w:t>ett </w:t></w:r>")) ==
        "W22: går blanksteg i en texts början eller slut förlorade\n");
  CHECK(told(in_paragraph("<w:r><w:t>ett\ntvå</w:t></w:r>")) ==
        "W23: står en radbrytning eller tabb i en text\n");
}

TEST_CASE("W26, W27, W28: tables") {
  const std::string grid = "<w:tblGrid/>";
  CHECK(told("<w:tbl>" + grid + "<w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>" + paragraph("x")) ==
        "W26: slutar en tabellcell inte med ett stycke\n");
  CHECK(told("<w:tbl>" + grid + "<w:tr/></w:tbl>" + paragraph("x")) == "W26: har en tabellrad inga celler\n");
  CHECK(told("<w:tbl>" + grid + "</w:tbl>" + paragraph("x")) == "W26: har en tabell inga rader\n");
  CHECK(told("<w:tbl>" + row({"a"}) + "</w:tbl>" + paragraph("x")) ==
        "W26: har en tabell inga kolumner (tblGrid)\n");
  CHECK(told(table(row({"a"})) + table(row({"b"})) + paragraph("x")) ==
        "W27: följer två tabeller på varandra utan stycke emellan\n");
  CHECK(told(table(row({"a"}))) == "W27: står inget stycke sist, efter en tabell\n");
  // What wraps paragraphs ends as they do.
  const auto wrapped = [](const std::string& inner) {
    return told("<w:customXml w:uri='u' w:element='e'>" + inner + "</w:customXml>");
  };
  CHECK(wrapped(paragraph("x")) == "");
  CHECK(wrapped(table(row({"a"}))) == "W27: står inget stycke sist, efter en tabell\n");
  CHECK(told(table(merged("")) + paragraph("x")) ==
        "W28: går en sammanfogad cell vidare från ingen cell ovanför\n");
  CHECK(told(table(merged(" w:val='restart'") + merged("")) + paragraph("x")) == "");
}

TEST_CASE("W29, W30: what lies in what") {
  CHECK(told(paragraph("x") + "<w:sectPr/>" + paragraph("y")) == "");
  CHECK(told(in_paragraph(paragraph("x"))) == "W30: ligger w:p i w:p\n");
  CHECK(told(in_paragraph("<w:r><w:r/></w:r>")) == "W30: ligger w:r i w:r\n");
  CHECK(told(in_paragraph("<w:sectPr/>")) == "W30: ligger w:sectPr i w:p\n");
  CHECK(told("<lg:tagg xmlns:lg='urn:x'/>" + paragraph("x")) ==
        "W30: står ett av programmets egna märken kvar\n");
  test::PackageBuilder builder;
  builder.relate("/", "officeDocument", "word/document.xml")
      .part("/word/document.xml",
            "<w:document "
            "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:sectPr/>"
            "<w:p/></w:body></w:document>",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml");
  CHECK(told(builder.package("mall.docx")) == "W29: står avsnittets egenskaper inte sist\n");
}

TEST_CASE("W40: the stored points of a chart") {
  const auto chart = [](const std::string& cache) {
    opc::Package package = document(paragraph("x"));
    package.add(opc::PartName("/word/charts/chart1.xml"),
                "<c:chartSpace xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'><c:numRef>"
                "<c:f>Blad1!$A$2:$A$3</c:f><c:numCache>" +
                    cache + "</c:numCache></c:numRef></c:chartSpace>",
                "application/vnd.openxmlformats-officedocument.drawingml.chart+xml");
    return told(package);
  };
  CHECK(chart("<c:ptCount val='2'/><c:pt idx='0'/><c:pt idx='1'/>") == "");
  CHECK(chart("<c:ptCount val='1'/><c:pt idx='0'/><c:pt idx='1'/>") ==
        "W40: har ett diagram en punkt för mycket\n");
  CHECK(chart("<c:ptCount val='3'/>") == "W40: visar ett diagram fler värden än dess område har celler\n");
}

TEST_CASE("P01, P04, P05: the package") {
  opc::Package untyped = document(paragraph("x"));
  untyped.add(opc::PartName("/word/media/bild.qqq"), "x", "");
  CHECK(told(untyped) == "P01: saknas uppgiften om vad delen är för slag\n");

  opc::Package pointing = document(paragraph("x"));
  opc::Relationships relationships = pointing.relationships(pointing.main_part());
  relationships.add("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
                    "media/b.png", false);
  pointing.replace(pointing.main_part(), std::move(relationships));
  CHECK(told(pointing) == "P04: pekar en länk på /word/media/b.png, som inte finns\n");

  opc::Package damaged = document(paragraph("x"));
  damaged.replace(opc::PartName("/word/styles.xml"), "<w:styles>");
  CHECK(told(damaged) == "P05: står något som inte går att läsa\n");
}

TEST_CASE("what the template brings with it is no fault of the merging") {
  const proof::ParsedPackage before = proof::ParsedPackage::read(document(paragraph("x", "Rubrik99")));
  const proof::ParsedPackage after =
      proof::ParsedPackage::read(document(paragraph("x", "Rubrik99") + paragraph("y", "Rubrik98")));
  const auto fresh = proof::new_breaches(proof::breaches_of(after), proof::breaches_of(before));
  REQUIRE(fresh.size() == 1);
  CHECK(fresh[0].what == "används en formatmall som inte finns (Rubrik98)");

  // A drawing twice in the template may be there four times, under whatever ids.
  const auto twice = proof::ParsedPackage::read(document(in_paragraph(drawing + drawing)));
  const auto often = proof::ParsedPackage::read(document(in_paragraph(drawing + drawing + drawing)));
  CHECK(proof::new_breaches(proof::breaches_of(often), proof::breaches_of(twice)).empty());
}

TEST_CASE("a story written with marks tells which tag wrote an element") {
  const Dataset data = test::data(R"({"L": [{"a": "ett"}, {"a": "två"}], "N": "namn"})");
  Problems problems;
  const auto parsed = merge::DocxTemplate::parse(
      document(paragraph("före") + paragraph("{{för varje x i L}}") + table(row({"fast", "{{x.a}}"})) +
               paragraph("{{slut}}") + paragraph("efter {{N}}")),
      data, problems);
  const opc::Package traced = parsed.render(data, problems, merge::Trace::on);
  const auto part = opc::parse_xml(traced.bytes(traced.main_part()), "", "");
  std::string found;
  part.find_node([&](pugi::xml_node node) {
    const std::string_view name = node.name();
    if (name != "w:p" && name != "w:tbl") return false;
    const int tag = merge::traced_tag(node);
    found +=
        std::string(name) + " " + (tag < 0 ? "–" : parsed.tags()[static_cast<std::size_t>(tag)].raw) + "\n";
    return false;
  });
  CHECK(found ==
        "w:p –\nw:tbl {{x.a}}\nw:p {{för varje x i L}}\nw:p {{x.a}}\nw:p {{för varje x i L}}\nw:tbl {{x.a}}\n"
        "w:p {{för varje x i L}}\nw:p {{x.a}}\nw:p {{N}}\n");
}
