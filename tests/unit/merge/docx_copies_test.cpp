// Ids, names and pairs of marks in the copies of a block, and the table of contents.
#include "opc/xml.hpp"
#include "support/document.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace lg;
using test::filled_xml;
using test::paragraph;

namespace {

const std::string json = R"({"L": [{"a": "ett"}, {"a": "två"}], "Nej": false, "Text": "En\n\nTvå"})";

/// The attribute's values, in the document's order.
std::vector<std::string> all(const std::string& xml, const std::string& element,
                             const std::string& attribute) {
  const auto part = opc::parse_xml(xml, "ut.docx", "document.xml");
  std::vector<std::string> found;
  part.find_node([&](pugi::xml_node node) {
    if (node.name() == element) found.emplace_back(node.attribute(attribute.c_str()).value());
    return false;
  });
  return found;
}

std::string looped(const std::string& inner) {
  return filled_xml(paragraph("{{för varje x i L}}") + inner + paragraph("{{slut}}"), json);
}
using Strings = std::vector<std::string>;

std::string field(const std::string& code, const std::string& result) {
  return "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>" + code +
         "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>" + result +
         "<w:r><w:fldChar w:fldCharType='end'/></w:r>";
}

}  // namespace

TEST_CASE("what refers to a bookmark of the same copy follows it") {
  const std::string xml =
      looped("<w:p>" + field(" REF _Ref5 \\h ", "<w:r><w:t>{{x.a}}</w:t></w:r>") +
             "<w:hyperlink w:anchor='_Ref5'><w:r><w:t>l</w:t></w:r></w:hyperlink><w:fldSimple w:instr=' "
             "PAGEREF _Ref5 '/>"
             "<w:bookmarkStart w:id='7' w:name='_Ref5'/><w:bookmarkEnd w:id='7'/>"
             "<w:bookmarkStart w:id='8' w:name='_GoBack'/><w:bookmarkEnd w:id='8'/></w:p>");
  CHECK(all(xml, "w:bookmarkStart", "w:name") == Strings{"_Ref5", "_Ref5_2"});
  CHECK(all(xml, "w:hyperlink", "w:anchor") == Strings{"_Ref5", "_Ref5_2"});
  CHECK(all(xml, "w:fldSimple", "w:instr") == Strings{" PAGEREF _Ref5 ", " PAGEREF _Ref5_2 "});
  CHECK(xml.find(" REF _Ref5 \\h ") < xml.find(" REF _Ref5_2 \\h "));
  CHECK(xml.find(" REF _Ref5_2 \\h ") != std::string::npos);
}

TEST_CASE("halves of bookmarks and comments that a removed block leaves go") {
  const std::string xml = filled_xml(
      "<w:p><w:bookmarkStart w:id='3' w:name='a'/><w:commentRangeStart w:id='0'/></w:p>" +
          paragraph("{{om Nej}}") +
          "<w:p><w:bookmarkEnd w:id='3'/><w:bookmarkStart w:id='8' w:name='b'/><w:commentRangeEnd w:id='0'/>"
          "<w:r><w:commentReference w:id='0'/></w:r></w:p>" +
          paragraph("{{slut}}") + "<w:p><w:bookmarkEnd w:id='8'/></w:p>",
      json);
  CHECK(xml.find("bookmark") == std::string::npos);
  CHECK(xml.find("comment") == std::string::npos);
}

TEST_CASE("a bookmark that crosses a loop has one start and one end") {
  const std::string xml =
      filled_xml("<w:p><w:bookmarkStart w:id='3' w:name='a'/></w:p>" + paragraph("{{för varje x i L}}") +
                     "<w:p><w:bookmarkEnd w:id='3'/><w:r><w:t>{{x.a}}</w:t></w:r><w:bookmarkStart w:id='4' "
                     "w:name='b'/></w:p>" +
                     paragraph("{{slut}}") + "<w:p><w:bookmarkEnd w:id='4'/></w:p>",
                 json);
  CHECK(all(xml, "w:bookmarkStart", "w:name") == Strings{"a", "b"});
  CHECK(all(xml, "w:bookmarkEnd", "w:id") == Strings{"3", "4"});
}

TEST_CASE("a comment belongs to the first copy only") {
  const std::string xml = looped(
      "<w:p><w:commentRangeStart w:id='0'/><w:r><w:t>{{x.a}}</w:t></w:r><w:commentRangeEnd w:id='0'/>"
      "<w:r><w:commentReference w:id='0'/></w:r></w:p>");
  CHECK(all(xml, "w:commentRangeStart", "w:id") == Strings{"0"});
  CHECK(all(xml, "w:commentRangeEnd", "w:id") == Strings{"0"});
  CHECK(all(xml, "w:commentReference", "w:id") == Strings{"0"});
}

TEST_CASE("shapes of old drawings and permissions have ids of their own in copies") {
  const std::string xml = looped(
      "<w:p><w:permStart w:id='77' w:edGrp='everyone'/><w:r><w:t>{{x.a}}</w:t></w:r><w:permEnd "
      "w:id='77'/><w:r><w:pict>"
      "<v:shapetype xmlns:v='v' id='_x0000_t202'/><v:shape xmlns:v='v' xmlns:o='o' id='Textruta' "
      "o:spid='_x0000_s1025' type='#_x0000_t202'/></w:pict></w:r></w:p>");
  CHECK(all(xml, "v:shapetype", "id") == Strings{"_x0000_t202"});
  CHECK(all(xml, "v:shape", "id") == Strings{"Textruta", "_x0000_s1027"});
  CHECK(all(xml, "v:shape", "o:spid") == Strings{"_x0000_s1025", "_x0000_s1028"});
  CHECK(all(xml, "w:permStart", "w:id") == Strings{"77", "1026"});
  CHECK(all(xml, "w:permEnd", "w:id") == Strings{"77", "1026"});
}

TEST_CASE("a list within a repeated block begins anew in each copy") {
  const auto item = [](const std::string& text) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>" + text +
           "</w:t></w:r></w:p>";
  };
  CHECK(all(looped(paragraph("r {{x.a}}") + item("ett") + item("två")), "w:numId", "w:val") ==
        Strings{"1", "1", "2", "2"});
  // Where the list counts the copies it goes on, and so does one that stands outside as well.
  CHECK(all(looped(item("{{x.a}}") + paragraph("text")), "w:numId", "w:val") == Strings{"1", "1"});
  CHECK(all(filled_xml(item("före") + paragraph("{{för varje x i L}}") + paragraph("{{x.a}}") + item("a") +
                           item("b") + paragraph("{{slut}}"),
                       json),
            "w:numId", "w:val") == Strings{"1", "1", "1", "1", "1"});
}

TEST_CASE("the contents keep a heading's old target, so that references to it go on working") {
  const std::string xml = filled_xml(
      "<w:p>" + field(" TOC \\o \"1-2\" ", "<w:r><w:t>gammalt</w:t></w:r>") + "</w:p>" +
          "<w:p><w:pPr><w:pStyle w:val='Rubrik1'/></w:pPr><w:bookmarkStart w:id='1' w:name='_Toc101'/>"
          "<w:r><w:t>Inledning</w:t></w:r><w:bookmarkEnd w:id='1'/></w:p><w:p>" +
          field(" PAGEREF _Toc101 ", "<w:r><w:t>3</w:t></w:r>") + "</w:p>" + paragraph("{{Text}}"),
      json);
  CHECK(all(xml, "w:hyperlink", "w:anchor") == Strings{"_Toc101"});
  CHECK(all(xml, "w:bookmarkStart", "w:name") == Strings{"_Toc101"});
}

TEST_CASE("the contents list what their field code names, and every heading that stycken makes") {
  const auto entries = [](const std::string& code) {
    return all(filled_xml("<w:p>" + field(code, "<w:r><w:t>g</w:t></w:r>") + "</w:p>" +
                              paragraph("Ett", "Rubrik1") + paragraph("{{stycken Text}}", "Rubrik2") +
                              "<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:r><w:t>Nivå</w:t></w:r></w:p>",
                          json),
               "w:hyperlink", "w:anchor")
        .size();
  };
  CHECK(entries(" TOC \\o \"1-3\" \\h ") == 3);
  CHECK(entries(" TOC \\o \"1-1\" ") == 1);
  CHECK(entries(" TOC \\h \\t \"Rubrik 2;1\" ") == 2);
  CHECK(entries(" TOC \\o \"1-3\" \\u ") == 4);
  CHECK(entries(" TOC ") == 3);
}
