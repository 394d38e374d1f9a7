// What a .docx comes to: blocks of paragraphs and rows, ids, contents, texts of several paragraphs.
#include "merge/docx_template.hpp"

#include "opc/xml.hpp"
#include "support/document.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>

using namespace lg;
using test::filled;
using test::filled_xml;
using test::paragraph;
using test::row;
using test::table;

namespace {

const std::string two =
    R"({"L": [{"a": "ett", "b": "1"}, {"a": "två", "b": "2"}], "Inga": [], "Ja": true, "Nej": false,
                            "Tomt": "", "Text": "rad 1\nrad 2\n\nnytt stycke\n- punkt ett\n- punkt två\n\nslut"})";

std::set<std::string> values(const std::string& xml, const std::string& element,
                             const std::string& attribute) {
  const auto part = opc::parse_xml(xml, "ut.docx", "document.xml");
  std::set<std::string> found;
  part.find_node([&](pugi::xml_node node) {
    if (node.name() == element) found.insert(node.attribute(attribute.c_str()).value());
    return false;
  });
  return found;
}

}  // namespace

TEST_CASE("block tags take their paragraphs with them") {
  CHECK(filled(paragraph("före") + paragraph("{{för varje x i L}}") + paragraph("{{x.a}}", "Punktlista") +
                   paragraph("{{slut}}") + paragraph("efter"),
               two) == "[] före\n[Punktlista] ett\n[Punktlista] två\n[] efter\n");
  CHECK(filled(paragraph("{{om Nej}}") + paragraph("a") + paragraph("{{annars}}") + paragraph("b") +
                   paragraph("{{slut}}"),
               two) == "[] b\n");
  CHECK(
      filled(paragraph("{{om Ja}}{{för varje x i L}}") + paragraph("{{x.a}}") + paragraph("{{slut}}{{slut}}"),
             two) == "[] ett\n[] två\n");
}

TEST_CASE("a paragraph of tags that come to nothing goes, an empty one of the author's stays") {
  CHECK(filled("<w:p/>" + paragraph("{{Tomt}}") + paragraph("{{om Nej}}Dnr 1{{slut}}") + paragraph("kvar"),
               two) == "[] \n[] kvar\n");
}

TEST_CASE("rows repeat, with the tags first and last in the row or in rows of their own") {
  CHECK(filled(table(row({"A", "B"}) + row({"{{för varje x i L}}{{x.a}}", "{{x.b}}{{slut}}"})), two) ==
        "| A | B |\n| ett | 1 |\n| två | 2 |\n[] \n");
  CHECK(filled(table(row({"A", "B"}) + row({"{{för varje x i L}}", ""}) + row({"{{x.a}}", "{{x.b}}"}) +
                     row({"{{slut}}", ""})),
               two) == "| A | B |\n| ett | 1 |\n| två | 2 |\n[] \n");
  CHECK(filled(table(row({"A"}) + row({"{{för varje x i L}}{{x.a}}{{slut}}"})), two) ==
        "| A |\n| ett |\n| två |\n[] \n");
  CHECK(filled(table(row({"A", "B"}) + row({"{{för varje x i Inga}}x", "{{slut}}"})), two) == "| A | B |\n[] \n");
}

TEST_CASE("a table that loses all its rows goes, and a cell that loses its text keeps a paragraph") {
  CHECK(filled(paragraph("a") + table(row({"{{för varje x i Inga}}x", "{{slut}}"})) + paragraph("b"), two) ==
        "[] a\n[] b\n");
  CHECK(filled(table("<w:tr><w:tc>" + paragraph("{{om Nej}}") + paragraph("x") + paragraph("{{slut}}") +
                     "</w:tc></w:tr>"),
               two) == "|  |\n[] \n");
}

TEST_CASE("a document never ends with a table, and two tables never touch") {
  CHECK(filled(table(row({"{{L.antal}}"})), two) == "| 2 |\n[] \n");
  CHECK(filled(paragraph("{{för varje x i L}}") + table(row({"{{x.a}}"})) + paragraph("{{slut}}"), two) ==
        "| ett |\n[] \n| två |\n[] \n");
}

TEST_CASE("stycken makes paragraphs, lines and list items of a text") {
  CHECK(filled(paragraph("{{stycken Text}}", "Rubrik2"), two) ==
        "[Rubrik2] rad 1\nrad 2\n[Rubrik2] nytt stycke\n[Punktlista] punkt ett\n[Punktlista] punkt "
        "två\n[Rubrik2] slut\n");
  CHECK(filled(paragraph("Före {{stycken Text}} efter"), two) ==
        "[] Före rad 1\nrad 2\n[] nytt stycke\n[Punktlista] punkt ett\n[Punktlista] punkt två\n[] slut "
        "efter\n");
}

TEST_CASE("bold and links of a text keep the tag's format, and only safe links become links") {
  const std::string xml = filled_xml("<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>{{stycken t}}</w:t></w:r></w:p>",
                                     R"x({"t": "a **fet** [länk](https://x.se) [ond](javascript:1)"})x");
  CHECK(xml.find("<w:r><w:rPr><w:b/><w:i/></w:rPr><w:t xml:space=\"preserve\">fet</w:t></w:r>") != std::string::npos);
CHECK(xml.find("r:id=\"rId3\" w:history=\"1\"><w:r><w:rPr><w:i/></w:rPr><w:t "
               "xml:space=\"preserve\">länk</w:t></w:r></w:hyperlink>") != std::string::npos);
CHECK(xml.find(" [ond](javascript:1)") != std::string::npos);
}

TEST_CASE("line breaks, tabs, markup and double blanks of a value are text") {
  const std::string xml = filled_xml(paragraph("{{t}}"), R"({"t": "  a & <b>\n\tc  "})");
  CHECK(xml.find("<w:t xml:space=\"preserve\">  a &amp; &lt;b&gt;</w:t><w:br/><w:tab/>"
                 "<w:t xml:space=\"preserve\">c  </w:t>") != std::string::npos);
}

TEST_CASE("a value takes the format that its tag begins in") {
  const std::string xml = filled_xml(
      "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{L.an</w:t></w:r><w:r><w:t>tal}} st</w:t></w:r></w:p>", two);
  CHECK(xml.find("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">2</w:t></w:r><w:r><w:t "
                 "xml:space=\"preserve\"> st</w:t></w:r>") != std::string::npos);
}

TEST_CASE("bookmarks, drawings, controls and paragraph ids are unique in copies") {
  const std::string xml =
      filled_xml(paragraph("{{för varje x i L}}") +
                     "<w:p w14:paraId='00000001'><w:bookmarkStart w:id='7' "
                     "w:name='m'/><w:r><w:t>{{x.a}}</w:t></w:r><w:bookmarkEnd w:id='7'/>"
                     "<w:sdt><w:sdtPr><w:id "
                     "w:val='9'/></w:sdtPr><w:sdtContent><w:r><w:t>s</w:t></w:r></w:sdtContent></w:sdt>"
                     "<w:r><w:drawing><wp:inline><wp:docPr id='3' name='b' "
                     "descr='x'/></wp:inline></w:drawing></w:r></w:p>" +
                     paragraph("{{slut}}"),
                 two);
  CHECK(values(xml, "w:bookmarkStart", "w:id") == std::set<std::string>{"10", "7"});
  CHECK(values(xml, "w:bookmarkStart", "w:id") == values(xml, "w:bookmarkEnd", "w:id"));
  CHECK(values(xml, "w:bookmarkStart", "w:name") == std::set<std::string>{"m", "m_2"});
  CHECK(values(xml, "wp:docPr", "id").size() == 2);
  CHECK(values(xml, "w:id", "w:val").size() == 2);
  CHECK(values(xml, "w:p", "w14:paraId") == std::set<std::string>{"00000001", ""});
}

TEST_CASE("the table of contents names the headings of the finished document, with their numbers") {
  const std::string contents =
      "<w:p><w:pPr><w:pStyle w:val='Innehll1'/></w:pPr><w:r><w:fldChar w:fldCharType='begin'/></w:r>"
      "<w:r><w:instrText> TOC \\o \"1-2\" </w:instrText></w:r><w:r><w:fldChar "
      "w:fldCharType='separate'/></w:r>"
      "<w:r><w:t>{{gammalt}}</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>";
  const std::string body = contents + paragraph("Inledning", "Rubrik1") + paragraph("{{för varje x i L}}") +
                           paragraph("Om {{x.a}}", "Rubrik2") + paragraph("{{slut}}");
  CHECK(filled(body, two) ==
        "[Innehll1] 1.\tInledning\n[] 1.2\tOm ett\n[] 1.3\tOm två\n[Rubrik1] Inledning\n[Rubrik2] Om "
        "ett\n[Rubrik2] Om två\n");
  const std::string xml = filled_xml(body, two);
  CHECK(values(xml, "w:hyperlink", "w:anchor") == values(xml, "w:bookmarkStart", "w:name"));
}

TEST_CASE("any cut of a tag into three runs gives the same text") {
  const std::string text = "Till {{Nämnd}}, {{om Ja}}ja{{slut}}!";
  const std::string json = R"({"Nämnd": "förskolenämnden", "Ja": true})";
  for (std::size_t i = 1; i < text.size(); ++i) {
    for (std::size_t j = i; j < text.size(); j += 3) {
      // Word never cuts within a letter.
      const auto is_inside = [&](std::size_t at) {
        return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
      };
      if (is_inside(i) || is_inside(j)) continue;
      std::string runs;
      for (const std::string& piece : {text.substr(0, i), text.substr(i, j - i), text.substr(j)}) {
        runs += "<w:r><w:t xml:space='preserve'>" + piece + "</w:t></w:r><w:proofErr w:type='spellStart'/>";
      }
      CHECK(filled("<w:p>" + runs + "</w:p>", json) == "[] Till förskolenämnden, ja!\n");
    }
  }
}

TEST_CASE("a template without tags keeps every part, byte for byte") {
  const opc::Package package = test::document(paragraph("Inga taggar { här }"));
  Problems problems;
  const Dataset data = test::data("{}");
  const opc::Package same = merge::DocxTemplate::parse(package, data, problems).render(data, problems);
  CHECK(problems.empty());
  for (const opc::PartName& part : package.part_names()) CHECK(same.bytes(part) == package.bytes(part));
}

TEST_CASE("a template is filled twice alike, and itself stays as it was") {
  const opc::Package package =
      test::document(paragraph("{{för varje x i L}}") + paragraph("{{x.a}}") + paragraph("{{slut}}"));
  const Dataset data = test::data(two);
  Problems problems;
  const auto template_ = merge::DocxTemplate::parse(package, data, problems);
  CHECK(template_.render(data, problems).save() == template_.render(data, problems).save());
  CHECK(package.bytes(package.main_part()).find("{{x.a}}") != std::string::npos);
}

TEST_CASE("a section that a removed block ends hands its properties on") {
  const std::string section =
      "<w:p><w:pPr><w:sectPr><w:type "
      "w:val='nextPage'/></w:sectPr></w:pPr><w:r><w:t>{{slut}}</w:t></w:r></w:p>";
  const std::string xml =
      filled_xml(paragraph("a") + paragraph("{{om Nej}}") + paragraph("b") + section, two);
  CHECK(xml.find("<w:sectPr><w:type w:val=\"nextPage\"/></w:sectPr>") != std::string::npos);
}
