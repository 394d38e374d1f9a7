// The results that fields have in a finished document: contents, captions, references.
#include "merge/docx_template.hpp"
#include "opc/xml.hpp"
#include "support/document.hpp"
#include "wml/paragraph.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <vector>

using namespace lg;
using test::paragraph;

namespace {

const std::string json = R"({"L": [{"a": "ett"}, {"a": "två"}, {"a": "tre"}], "x": "X", "Nej": false})";

std::string run(const std::string& text) {
  return "<w:r><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
}

std::string mark(const std::string& type) {
  return "<w:r><w:fldChar w:fldCharType='" + type + "'/></w:r>";
}

std::string begin(const std::string& code) {
  return mark("begin") + "<w:r><w:instrText xml:space='preserve'> " + code + " </w:instrText></w:r>" +
         mark("separate");
}

std::string field(const std::string& code, const std::string& result = "gammalt") {
  return begin(code) + run(result) + mark("end");
}

std::string p(const std::string& inner, const std::string& style = "") {
  const std::string properties = style.empty() ? "" : "<w:pPr><w:pStyle w:val='" + style + "'/></w:pPr>";
  return "<w:p>" + properties + inner + "</w:p>";
}

std::string bookmark(const std::string& name, const std::string& inner) {
  static int id = 100;
  const std::string number = std::to_string(++id);
  return "<w:bookmarkStart w:id='" + number + "' w:name='" + name + "'/>" + inner + "<w:bookmarkEnd w:id='" +
         number + "'/>";
}

std::string loop(const std::string& inner) {
  return paragraph("{{för varje r i L}}") + inner + paragraph("{{slut}}");
}

std::string filled(const std::string& body) {
  return test::filled(body + paragraph("{{x}}"), json);
}

std::string contents(const std::string& code) {
  return p(begin(code) + run("gammal rubrik\t9"), "Innehll1") + p(mark("end"));
}

const std::string end = "[] \n";  // the paragraph that the field of the contents ends in

}  // namespace

TEST_CASE("captions are counted through the finished document, in the form that they ask for") {
  CHECK(filled(loop(p(run("Tabell ") + field("SEQ Tabell \\* ARABIC", "7") + run(". {{r.a}}"))) +
               p(field("SEQ tabell"))) ==
        "[] Tabell 1. ett\n[] Tabell 2. två\n[] Tabell 3. tre\n[] 4\n[] X\n");
  CHECK(filled(p(field("SEQ A \\* ROMAN")) + p(field("SEQ A \\* roman")) + p(field("SEQ B \\* ALPHABETIC")) +
               p(field("SEQ A \\c")) + p(field("SEQ A \\r 9")) + p(field("SEQ A \\n")) +
               p(field("SEQ A \\h")) + p(field("SEQ A"))) ==
        "[] I\n[] ii\n[] A\n[] 2\n[] 9\n[] 10\n[] \n[] 12\n[] X\n");
  // Forms that Word alone knows keep what Word wrote, and so does the number at a bookmark.
  CHECK(filled(p(field("SEQ A \\* Ordinal", "1:a")) + p(field("SEQ A mitt", "5")) + p(field("SEQ A"))) ==
        "[] 1:a\n[] 5\n[] 2\n[] X\n");
  CHECK(filled("<w:p><w:fldSimple w:instr=' SEQ A '/></w:p>") == "[] 1\n[] X\n");
}

TEST_CASE("captions begin anew under each heading when they say so") {
  const std::string caption =
      p(run("Tabell ") + field("STYLEREF 1 \\s") + run("-") + field("SEQ Tabell \\s 1"));
  CHECK(filled(paragraph("Ett", "Rubrik1") + caption + caption + paragraph("Två", "Rubrik1") +
               paragraph("Under", "Rubrik2") + caption) ==
        "[Rubrik1] Ett\n[] Tabell 1-1\n[] Tabell 1-2\n[Rubrik1] Två\n[Rubrik2] Under\n[] Tabell 2-1\n[] X\n");
}

TEST_CASE("both branches of a drawing show the same number") {
  const auto branch = [](const std::string& name, const std::string& inner) {
    return "<mc:" + name + "><w:pict><w:txbxContent>" + inner + "</w:txbxContent></w:pict></mc:" + name + ">";
  };
  const std::string two = p(field("SEQ A")) + p(field("SEQ A"));
  const std::string box =
      p("<w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>" +
        branch("Choice", two) + branch("Fallback", two) + "</mc:AlternateContent></w:r>");
  const std::string xml = test::filled_xml(box + p(field("SEQ A")) + paragraph("{{x}}"), json);
  const auto part = opc::parse_xml(xml, "ut.docx", "document.xml");
  std::string numbers;
  part.find_node([&](pugi::xml_node n) {
    if (std::string_view(n.name()) == "w:t") numbers += n.text().get() + std::string(" ");
    return false;
  });
  CHECK(numbers == "1 2 1 2 3 X ");
}

TEST_CASE("a reference shows the caption of its own copy, and from outside that of the first") {
  const std::string caption = p(bookmark("_Ref1", run("Tabell ") + field("SEQ Tabell")) + run(": {{r.a}}")) +
                              p(run("se ") + field("REF _Ref1 \\h"));
  CHECK(
      filled(p(run("Först: ") + field("REF _Ref1 \\h \\* MERGEFORMAT")) + loop(caption)) ==
      "[] Först: Tabell 1\n"
      "[] Tabell 1: ett\n[] se Tabell 1\n[] Tabell 2: två\n[] se Tabell 2\n[] Tabell 3: tre\n[] se Tabell 3\n"
      "[] X\n");
}

TEST_CASE("references to headings show their texts and their numbers") {
  const std::string headings =
      paragraph("Ett", "Rubrik1") + p(bookmark("_Ref2", run("Rubrik {{x}}")), "Rubrik2");
  CHECK(filled(p(field("REF _Ref2 \\r \\h") + run(" ") + field("REF _Ref2 \\n") + run(" ") +
                 field("REF _Ref2 \\w \\t") + run(" ") + field("REF _Ref2 \\h") + run(" ") +
                 field("REF _Ref2 \\* Lower") + run(" ") + field("_Ref2")) +
               headings) ==
        "[] 1.2 1.2 1.2 Rubrik X rubrik x Rubrik X\n[Rubrik1] Ett\n[Rubrik2] Rubrik X\n[] X\n");
  // What Word alone can say keeps what Word wrote.
  CHECK(filled(p(field("REF _Ref2 \\p", "nedan")) + headings) ==
        "[] nedan\n[Rubrik1] Ett\n[Rubrik2] Rubrik X\n[] X\n");
}

TEST_CASE("a reference to what a block left out is told of") {
  CHECK(filled(p(run("se ") + field("REF _Ref3 \\h", "Tabell 3")) + paragraph("{{om Nej}}") +
               p(bookmark("_Ref3", run("Tabell 3"))) + paragraph("{{slut}}")) ==
        "[] se Tabell 3\n[] X\n"
        "varning[M090]: Korsreferensen ”REF _Ref3” hänvisar till ett ställe som inte kom med i dokumentet.\n"
        "  plats: mall.docx › ”se Tabell 3”\n"
        "  tips: Låt korsreferensen stå i samma block som det den hänvisar till, eller ta bort den.\n");
}

TEST_CASE("a page that a reference names is the template's, and that is said") {
  CHECK(filled(p(run("se sidan ") + field("PAGEREF _Ref4 \\h", "4")) + p(bookmark("_Ref4", run("Här")))) ==
        "[] se sidan 4\n[] Här\n[] X\n"
        "upplysning[M091]: Sidnumret i hänvisningen är mallens och kan vara ett annat i dokumentet.\n"
        "  plats: mall.docx › ”se sidan 4”\n"
        "  tips: Kör kommandot med --sidnummer, eller öppna dokumentet i Word, markera allt med Ctrl+A och "
        "tryck "
        "F9.\n");
}

TEST_CASE("the contents list the finished headings, and the field's own end stays") {
  CHECK(filled(contents("TOC \\o \"1-2\" \\h") + loop(paragraph("Om {{r.a}}", "Rubrik1"))) ==
        "[Innehll1] 1.\tOm ett\n[Innehll1] 2.\tOm två\n[Innehll1] 3.\tOm tre\n[] \n"
        "[Rubrik1] Om ett\n[Rubrik1] Om två\n[Rubrik1] Om tre\n[] X\n");
  // Text beside the field's end is the document's.
  CHECK(filled(p(begin("TOC \\o \"1-2\"") + run("gammalt")) + p(mark("end") + run("Efter {{x}}")) +
               paragraph("Ett", "Rubrik1")) == "[Innehll1] 1.\tEtt\n[] Efter X\n[Rubrik1] Ett\n[] X\n");
}

TEST_CASE("contents without a heading keep their field") {
  const std::string xml = test::filled_xml(contents("TOC \\o \"1-2\" \\h") + paragraph("{{x}}"), json);
  CHECK(xml.find("gammal") == std::string::npos);
  CHECK(xml.find("w:fldCharType=\"separate\"/></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType=\"end\"") !=
        std::string::npos);
}

TEST_CASE("two contents in one document each follow their own field code") {
  const std::string headings = paragraph("Ett", "Rubrik1") + paragraph("Under", "Rubrik2");
  CHECK(filled(contents("TOC \\o \"1-1\"") + contents("TOC \\o \"1-2\"") + headings) ==
        "[Innehll1] 1.\tEtt\n[] \n[Innehll1] 1.\tEtt\n[] 1.2\tUnder\n[] \n"
        "[Rubrik1] Ett\n[Rubrik2] Under\n[] X\n");
}

TEST_CASE("a list of captions is written anew") {
  const std::string caption = p(run("Tabell ") + field("SEQ Tabell") + run(". {{r.a}}"));
  CHECK(filled(contents("TOC \\h \\c \"Tabell\"") + loop(caption)) ==
        "[Innehll1] Tabell 1. ett\n[] Tabell 2. två\n[] Tabell 3. tre\n[] \n"
        "[] Tabell 1. ett\n[] Tabell 2. två\n[] Tabell 3. tre\n[] X\n");
  CHECK(filled(contents("TOC \\a \"Tabell\"") + p(run("Tabell ") + field("SEQ Tabell") + run(": Allt"))) ==
        "[Innehll1] Allt\n[] \n[] Tabell 1: Allt\n[] X\n");
}

TEST_CASE("a heading is listed on one line with what a reader sees of it") {
  const std::string odd =
      "<w:r><w:t>Rad</w:t><w:br/><w:t>två</w:t><w:tab/><w:t>och</w:t></w:r>"
      "<w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r>" +
      bookmark("b", run(" märkt")) + field("REF b", "fält");
  CHECK(filled(contents("TOC \\o \"1-2\"") + p(odd, "Rubrik1"))
            .starts_with("[Innehll1] 1.\tRad två och märkt märkt\n"));
}

TEST_CASE("headings in cells and controls are listed, those in text boxes are not") {
  const std::string box = p(run("Utanför") + "<w:r><w:pict><w:txbxContent>" + paragraph("I ruta", "Rubrik1") +
                            "</w:txbxContent></w:pict></w:r>");
  const std::string control =
      "<w:sdt><w:sdtContent>" + paragraph("I kontroll", "Rubrik1") + "</w:sdtContent></w:sdt>";
  const std::string cell =
      "<w:tbl><w:tblGrid/><w:tr><w:tc>" + paragraph("I cell", "Rubrik1") + "</w:tc></w:tr></w:tbl>";
  // The number of the one in the box is taken.
  CHECK(filled(contents("TOC \\o \"1-2\"") + box + control + cell)
            .starts_with("[Innehll1] 2.\tI kontroll\n[Innehll1] 3.\tI cell\n[] \n"));
}

TEST_CASE("two hundred headings of one name have two hundred targets") {
  std::string rows;
  for (int i = 0; i < 200; ++i) rows += paragraph("Samma", "Rubrik1");
  const std::string xml = test::filled_xml(contents("TOC \\o \"1-2\"") + rows + paragraph("{{x}}"), json);
  const auto part = opc::parse_xml(xml, "ut.docx", "document.xml");
  std::vector<std::string> targets;
  std::vector<std::string> names;
  part.find_node([&](pugi::xml_node n) {
    if (std::string_view(n.name()) == "w:hyperlink") targets.emplace_back(n.attribute("w:anchor").value());
    if (std::string_view(n.name()) == "w:bookmarkStart") names.emplace_back(n.attribute("w:name").value());
    return false;
  });
  CHECK(targets.size() == 200);
  CHECK(targets == names);
  CHECK(std::set<std::string>(names.begin(), names.end()).size() == 200);
}

TEST_CASE("no field is marked as out of date, so that nothing is asked at opening") {
  const std::string dirty =
      "<w:p><w:r><w:fldChar w:fldCharType='begin' w:dirty='true'/></w:r>"
      "<w:r><w:instrText> TOC \\o </w:instrText></w:r>" +
      mark("end") + "</w:p>";
  const std::string xml = test::filled_xml(dirty + paragraph("Ett", "Rubrik1") + paragraph("{{x}}"), json);
  CHECK(xml.find("w:dirty") == std::string::npos);
  CHECK(xml.find("w:hyperlink") != std::string::npos);  // nor need the field have had a result
}

TEST_CASE("contents as a simple field are written anew") {
  CHECK(filled("<w:p><w:fldSimple w:instr=' TOC \\o '><w:r><w:t>{{gammalt}}</w:t></w:r></w:fldSimple></w:p>" +
               paragraph("Ett", "Rubrik1") + paragraph("Två", "Rubrik1")) ==
        "[Innehll1] 1.\tEtt\n[Innehll1] 2.\tTvå\n[Rubrik1] Ett\n[Rubrik1] Två\n[] X\n");
}

TEST_CASE("a reference to a note shows its number") {
  CHECK(filled(p(run("not ") + field("NOTEREF n \\h")) + p("<w:r><w:footnoteReference w:id='2'/></w:r>") +
               p(bookmark("n", "<w:r><w:footnoteReference w:id='3'/></w:r>"))) ==
        "[] not 2\n[] \n[] \n[] X\n");
}

namespace {

/// The header after a document with that body was filled in.
std::string header_of(const std::string& body, const std::string& inner) {
  const opc::PartName name("/word/header1.xml");
  opc::Package package = test::document(body + paragraph("{{x}}"));
  const opc::PartName main = package.main_part();
  opc::Relationships relationships = package.relationships(main);
  relationships.add("http://schemas.openxmlformats.org/officeDocument/2006/relationships/header",
                    "header1.xml", false);
  package.replace(main, std::move(relationships));
  package.add(
      name,
      "<w:hdr xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>" + inner + "</w:hdr>",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml");
  Problems problems;
  const Dataset data = test::data(json);
  const auto parsed = merge::DocxTemplate::parse(package, data, problems);
  return parsed.render(data, problems).bytes(name);
}

}  // namespace

TEST_CASE("a header without tags shows the finished headings") {
  const std::string body = paragraph("Om {{x}}", "Rubrik1") + paragraph("Mer", "Rubrik1");
  CHECK(header_of(body, p(field("STYLEREF \"Rubrik 1\""))).find(">Om X</w:t>") != std::string::npos);
  CHECK(header_of(body, p(field("STYLEREF 1 \\n"))).find(">1</w:t>") != std::string::npos);
}

TEST_CASE("a header whose fields need nothing keeps its bytes") {
  const std::string page = p(field("PAGE")) + p(field("NUMPAGES"));
  CHECK(header_of("", page).find("w:fldCharType='begin'") != std::string::npos);
  const std::string right = p(field("STYLEREF 1", "Om X"));
  CHECK(header_of(paragraph("Om {{x}}", "Rubrik1"), right).find("w:fldCharType='begin'") !=
        std::string::npos);
}
