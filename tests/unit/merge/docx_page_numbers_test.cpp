// Page numbers: the questions to whoever lays the pages out, and what is done with the answers.
#include "merge/docx_page_numbers.hpp"

#include "merge/docx_template.hpp"
#include "opc/xml.hpp"
#include "support/document.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>
#include <vector>

using namespace lg;
using test::paragraph;

namespace {

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

std::string field(const std::string& code) {
  return begin(code) + run("gammalt") + mark("end");
}

std::string p(const std::string& inner, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + inner + "</w:p>";
}

std::string contents(const std::string& code) {
  return p(begin(code) + run("gammalt")) + p(mark("end"));
}

/// The document that comes of the body when its headings are listed.
merge::DocxPageNumbers numbers_of(const std::string& body) {
  Problems problems;
  const Dataset data = test::data(R"({"x": "X"})");
  const auto parsed = merge::DocxTemplate::parse(test::document(body + paragraph("{{x}}")), data, problems);
  return merge::DocxPageNumbers(parsed.render(data, problems));
}

std::string text_below(pugi::xml_node node, const std::string& element) {
  std::string text;
  node.find_node([&](pugi::xml_node n) {
    if (n.name() == element) text += n.text().get();
    return false;
  });
  return text;
}

pugi::xml_document main_of(const opc::Package& package) {
  return opc::parse_xml(package.bytes(package.main_part()), "ut.docx", "document.xml");
}

/// What is asked for, in order: "PAGEREF _Toc200000001 \\h".
std::vector<std::string> questions(const opc::Package& package) {
  std::vector<std::string> all;
  const auto part = main_of(package);
  for (const pugi::xml_node node : part.document_element().child("w:body").children("w:p")) {
    if (text_below(node, "w:t").starts_with("genomgang-sida "))
      all.push_back(text_below(node, "w:instrText"));
  }
  return all;
}

/// The copy as a program would give it back that found these pages, in the order of the questions.
opc::Package answered(const opc::Package& copy, const std::vector<std::string>& pages) {
  pugi::xml_document part = main_of(copy);
  std::size_t next = 0;
  for (pugi::xml_node node : part.document_element().child("w:body").children("w:p")) {
    if (!text_below(node, "w:t").starts_with("genomgang-sida ")) continue;
    node.find_node([&](pugi::xml_node n) {
      const bool open = std::string_view(n.text().get()) == "?" && std::string_view(n.name()) == "w:t";
      if (open) n.text().set(pages.at(next).c_str());
      return open;
    });
    ++next;
  }
  opc::Package package = copy;
  package.replace(copy.main_part(), opc::to_bytes(part));
  return package;
}

/// Every line of text below the body, with the document's numbers.
std::string lines(const opc::Package& package) {
  std::string text;
  const auto part = main_of(package);
  for (const pugi::xml_node node : part.document_element().child("w:body").children("w:p"))
    text += text_below(node, "w:t") + "\n";
  return text;
}

}  // namespace

TEST_CASE("each entry's page is asked for, and written as Word writes it") {
  auto numbers = numbers_of(contents("TOC \\o \"1-2\" \\h \\z") + paragraph("Ett", "Rubrik1") +
                            paragraph("Två", "Rubrik1"));
  REQUIRE(numbers.needed());
  const opc::Package first = numbers.with_questions();
  CHECK(questions(first) ==
        std::vector<std::string>{" PAGEREF _Toc200000001 \\h ", " PAGEREF _Toc200000002 \\h "});
  CHECK(lines(first).starts_with("1.Ett00\n2.Två00\n"));  // room for the numbers
  CHECK_FALSE(numbers.take(answered(first, {"3", "12"})));
  CHECK(numbers.take(answered(numbers.with_questions(), {"3", "12"})));
  CHECK(numbers.complete());
  CHECK(lines(numbers.document()) == "1.Ett3\n2.Två12\n\nEtt\nTvå\nX\n");
  const std::string& xml = numbers.document().bytes(opc::PartName("/word/document.xml"));
  CHECK(xml.find("genomgang") == std::string::npos);
  CHECK(xml.find("<w:t xml:space=\"preserve\">Ett</w:t></w:r>"
                 "<w:r><w:rPr><w:noProof/><w:webHidden/></w:rPr><w:tab/></w:r>"
                 "<w:r><w:rPr><w:noProof/><w:webHidden/></w:rPr><w:fldChar w:fldCharType=\"begin\"/></w:r>"
                 "<w:r><w:rPr><w:noProof/><w:webHidden/></w:rPr><w:instrText xml:space=\"preserve\"> PAGEREF "
                 "_Toc200000001 \\h </w:instrText></w:r>"
                 "<w:r><w:rPr><w:noProof/><w:webHidden/></w:rPr><w:fldChar w:fldCharType=\"separate\"/></w:r>"
                 "<w:r><w:rPr><w:noProof/><w:webHidden/></w:rPr><w:t xml:space=\"preserve\">3</w:t></w:r>"
                 "<w:r><w:rPr><w:noProof/><w:webHidden/></w:rPr><w:fldChar w:fldCharType=\"end\"/></w:r>"
                 "</w:hyperlink>") != std::string::npos);
  // Neither the entry nor its style had a place for the number, or for the text behind the heading's.
  CHECK(xml.find("<w:tabs><w:tab w:val=\"left\" w:pos=\"440\"/>"
                 "<w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9072\"/></w:tabs>") != std::string::npos);
}

TEST_CASE("another layout changes the numbers, and that is seen") {
  auto numbers = numbers_of(contents("TOC \\o \"1-2\"") + paragraph("Ett", "Rubrik1"));
  CHECK_FALSE(numbers.take(answered(numbers.with_questions(), {"9"})));
  CHECK_FALSE(numbers.take(answered(numbers.with_questions(), {"10"})));
  CHECK(numbers.take(answered(numbers.with_questions(), {"10"})));
  CHECK(lines(numbers.document()).starts_with("1.Ett10\n"));
}

TEST_CASE("an answer that is no page is none") {
  auto numbers =
      numbers_of(contents("TOC \\o \"1-2\"") + paragraph("Ett", "Rubrik1") + paragraph("Två", "Rubrik1"));
  CHECK_FALSE(numbers.take(answered(numbers.with_questions(), {"3", "Fel: Referensen saknas"})));
  CHECK_FALSE(numbers.complete());
}

TEST_CASE("contents may have other levels or separators, or no pages") {
  const std::string headings = paragraph("Ett", "Rubrik1") + paragraph("Två", "Rubrik2");
  CHECK_FALSE(numbers_of(contents("TOC \\o \"1-2\" \\n") + headings).needed());
  auto some = numbers_of(contents("TOC \\o \"1-2\" \\n 1-1 \\p \", \"") + "" + headings);
  CHECK_FALSE(some.needed());  // a level whose style is not known counts as the first
  auto apart = numbers_of(contents("TOC \\o \"1-2\" \\p \", s. \"") + headings);
  (void)apart.take(answered(apart.with_questions(), {"3", "4"}));
  CHECK(lines(apart.document()).starts_with("1.Ett, s. 3\n1.2Två, s. 4\n"));
  CHECK_FALSE(numbers_of(headings).needed());
}

TEST_CASE("pages are shown in the form of their sections, and how many they are") {
  const auto section = [](const std::string& inside) { return "<w:sectPr>" + inside + "</w:sectPr>"; };
  const std::string here =
      "<w:bookmarkStart w:id='7' w:name='_Ref1'/>" + run("Här") + "<w:bookmarkEnd w:id='7'/>";
  auto numbers =
      numbers_of(p(field("PAGEREF _Ref1 \\h") + run(" ") + field("PAGEREF _Ref1 \\* ARABIC") + run(" ") +
                   field("NUMPAGES") + run(" ") + field("SECTIONPAGES") + run(" ") + field("PAGE")) +
                 p(here) + p("", section("<w:pgNumType w:fmt='lowerRoman'/>")) + paragraph("Del två") +
                 p(run("sist"), section("<w:pgNumType w:start='1'/>")) + paragraph("Del tre") +
                 p("", section("<w:type w:val='continuous'/>")));
  const opc::Package copy = numbers.with_questions();
  CHECK(questions(copy) ==
        std::vector<std::string>{" PAGEREF _Ref1 \\h ", " PAGEREF _genomgang_p4 \\h ",
                                 " PAGEREF _genomgang_a0 \\h ", " PAGEREF _genomgang_z0 \\h ",
                                 " PAGEREF _genomgang_a1 \\h ", " PAGEREF _genomgang_z1 \\h ",
                                 " PAGEREF _genomgang_a2 \\h ", " PAGEREF _genomgang_z2 \\h ",
                                 " PAGEREF _genomgang_a3 \\h ", " PAGEREF _genomgang_z3 \\h "});
  // Pages i–iii, then 1–2, then a part that begins on page 2 and ends on 3, then one of page 4.
  (void)numbers.take(answered(copy, {"3", "1", "1", "3", "1", "2", "2", "3", "4", "4"}));
  CHECK(lines(numbers.document()).starts_with("iii 3 7 3 i\n"));
  CHECK(numbers.document().bytes(opc::PartName("/word/document.xml")).find("_genomgang_") ==
        std::string::npos);
}
