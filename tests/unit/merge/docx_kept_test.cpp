// Nothing but tags may vanish: breaks, symbols, marks, section properties beside them.
#include "support/document.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace lg;
using test::filled_xml;
using test::paragraph;
using test::row;
using test::table;

namespace {

const std::string json =
    R"({"L": [{"a": "ett"}, {"a": "två"}], "Inga": [], "Nej": false, "Ja": true, "Tomt": "", "Text": "Ett\n\nTvå"})";
const std::string page_break = "<w:r><w:br w:type=\"page\"/></w:r>";

std::string run(const std::string& inner) {
  return "<w:r>" + inner + "</w:r>";
}
std::string tag(const std::string& text) {
  return "<w:r><w:t>" + text + "</w:t></w:r>";
}
std::string section(const std::string& kind) {
  return "<w:sectPr><w:type w:val=\"" + kind + "\"/></w:sectPr>";
}

/// The body without its end.
std::string body(const std::string& template_body) {
  const std::string xml = filled_xml(template_body, json);
  const std::size_t begin = xml.find("<w:body>") + 8;
  return xml.substr(begin, xml.rfind("<w:sectPr/>") - begin);
}

std::size_t count(const std::string& text, const std::string& word) {
  std::size_t found = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("the paragraph behind a last table stands before the section properties") {
  const std::string xml = body(paragraph("{{Text}}") + table(row({"a"})));
  CHECK(xml.ends_with("</w:tbl><w:p></w:p>"));
}

TEST_CASE("what shows without being text keeps the paragraph of an empty tag") {
  for (const std::string& kept :
       {page_break, run("<w:br w:type=\"column\"/>"), run("<w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/>"),
        std::string("<m:oMath><m:r/></m:oMath>"), run("<w:pgNum/>"), run("<w:footnoteRef/>"),
        run("<w:commentReference w:id=\"1\"/>"), run("<w:footnoteReference w:id=\"1\"/>")}) {
    CHECK(body("<w:p>" + tag("{{Tomt}}") + kept + "</w:p>").find(kept) != std::string::npos);
    // In a block it goes with the block.
    CHECK(body("<w:p>" + tag("{{om Nej}}") + kept + tag("{{slut}}") + "</w:p>").find(kept) ==
          std::string::npos);
  }
}

TEST_CASE("a bookmark of a paragraph that goes moves to its neighbour") {
  CHECK(body("<w:p><w:bookmarkStart w:id='1' w:name='m'/>" + tag("{{Tomt}}") +
             "<w:bookmarkEnd w:id='1'/></w:p>" + paragraph("x"))
            .starts_with("<w:bookmarkStart w:id=\"1\" w:name=\"m\"/><w:bookmarkEnd w:id=\"1\"/><w:p>"));
}

TEST_CASE("what stands before stycken goes into the first paragraph, what stands after into the last") {
  const std::string xml = body("<w:p>" + run("<w:tab/>") + "<w:bookmarkStart w:id='1' w:name='m'/>" +
                               tag("{{stycken Text}}") + "<w:bookmarkEnd w:id='1'/>" + page_break + "</w:p>");
  const std::size_t second = xml.find("</w:p>");
  CHECK(xml.find("<w:tab/>") < xml.find("Ett"));
  CHECK(xml.find("<w:bookmarkStart") < second);
  CHECK(xml.find("w:type=\"page\"") > xml.find("Två"));
  CHECK(count(xml, "<w:p>") == 2);
}

TEST_CASE("the note's number stays before a note of stycken") {
  const std::string xml = body("<w:p>" + run("<w:footnoteRef/>") + tag(" {{stycken Text}}") + "</w:p>");
  CHECK(xml.find("<w:footnoteRef/>") < xml.find("Ett"));
}

TEST_CASE("a block tag's paragraph with a page break or a note stays, emptied") {
  const std::string with_break = "<w:p>" + tag("{{slut}}") + page_break + "</w:p>";
  CHECK(body(paragraph("{{om Nej}}") + paragraph("x") + with_break) == "<w:p>" + page_break + "</w:p>");
  const std::string break_first = "<w:p>" + page_break + tag("{{om Nej}}") + "</w:p>";
  CHECK(body(break_first + paragraph("x") + paragraph("{{slut}}")) == "<w:p>" + page_break + "</w:p>");
  const std::string note = run("<w:footnoteReference w:id=\"1\"/>");
  CHECK(body(paragraph("{{om Ja}}") + paragraph("x") + "<w:p>" + tag("{{slut}}") + note + "</w:p>")
            .find(note) != std::string::npos);
}

TEST_CASE("the section break of a stycken paragraph ends its last paragraph") {
  const std::string xml =
      body("<w:p><w:pPr>" + section("nextPage") + "</w:pPr>" + tag("{{stycken Text}}") + "</w:p>");
  CHECK(xml.find("<w:sectPr>") > xml.find("Ett"));
  CHECK(xml.find("<w:sectPr>") < xml.find("Två"));
  CHECK(count(xml, "<w:sectPr>") == 1);
}

TEST_CASE("a removed block hands its first section break on to the paragraph before") {
  const std::string breaks = "<w:p><w:pPr>" + section("nextPage") + "</w:pPr></w:p><w:p><w:pPr>" +
                             section("oddPage") + "</w:pPr></w:p>";
  const std::string block = paragraph("{{om Nej}}") + breaks + paragraph("{{slut}}");
  CHECK(body("<w:p><w:r><w:t>a</w:t></w:r></w:p>" + block) ==
        "<w:p><w:pPr>" + section("nextPage") + "</w:pPr><w:r><w:t>a</w:t></w:r></w:p>");
  CHECK(body("<w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr></w:p>" + block) ==
        "<w:p><w:pPr><w:jc w:val=\"left\"/>" + section("nextPage") + "</w:pPr></w:p>");
  CHECK(body(table(row({"a"})) + block)
            .ends_with("</w:tbl><w:p><w:pPr>" + section("nextPage") + "</w:pPr></w:p>"));
  // A break of its own is kept, and nothing before needs none.
  const std::string own = "<w:p><w:pPr>" + section("evenPage") + "</w:pPr></w:p>";
  CHECK(body(own + block) == own);
  CHECK(body(block + "<w:p/>") == "<w:p/>");
  CHECK(count(body("<w:p/>" + paragraph("{{för varje x i Inga}}") + breaks + paragraph("{{slut}}")),
              "<w:sectPr>") == 1);
}

TEST_CASE("a content control goes when its content does") {
  const std::string rows = "<w:sdt><w:sdtPr/><w:sdtContent>" + row({"{{för varje x i Inga}}x{{slut}}"}) +
                           "</w:sdtContent></w:sdt>";
  CHECK(count(body(table(row({"A"}) + rows)), "w:sdt") == 0);
  const std::string paragraphs =
      "<w:sdt><w:sdtPr/><w:sdtContent>" + paragraph("{{Tomt}}") + "</w:sdtContent></w:sdt>";
  CHECK(body(paragraphs + "<w:p/>") == "<w:p/>");
  CHECK(count(body("<w:p/><w:sdt><w:sdtContent>" + paragraph("{{Text}}") + "</w:sdtContent></w:sdt>"),
              "<w:sdt>") == 1);
}

TEST_CASE("a merged cell whose first row goes begins with the next") {
  const auto merged = [](const std::string& merge, const std::string& first, const std::string& second) {
    return "<w:tr><w:tc><w:tcPr>" + merge + "</w:tcPr>" + paragraph(first) + "</w:tc><w:tc>" +
           paragraph(second) + "</w:tc></w:tr>";
  };
  const std::string xml = body(table(merged("<w:vMerge w:val='restart'/>", "{{om Nej}}", "a{{slut}}") +
                                     merged("<w:vMerge/>", "", "b") + merged("<w:vMerge/>", "", "{{Text}}")));
  CHECK(count(xml, "<w:vMerge w:val=\"restart\"/>") == 1);
  CHECK(xml.find("<w:vMerge w:val=\"restart\"/>") < xml.find("<w:vMerge/>"));
}

TEST_CASE("M023: a block that holds the one half of a field") {
  const std::string begin = run("<w:fldChar w:fldCharType=\"begin\"/>");
  const std::string end = run("<w:fldChar w:fldCharType=\"end\"/>");
  const std::string paragraphs = test::filled(
      paragraph("{{om Nej}}") + "<w:p>" + begin + "</w:p>" + paragraph("{{slut}}") + "<w:p>" + end + "</w:p>",
      json);
  CHECK(paragraphs ==
        "fel[M023]: Blocket ”{{om Nej}}” börjar eller slutar mitt i ett fält.\n  plats: mall.docx › stycke 1 › ”{{om "
        "Nej}}”\n"
        "  tips: Låt hela fältet, till exempel en korsreferens, stå antingen i eller utanför blocket.\n");
  CHECK(test::filled("<w:p>" + tag("{{om Nej}}") + begin + tag("{{slut}}") + end + "</w:p>", json)
            .starts_with("fel[M023]: Blocket ”{{om Nej}}” börjar eller slutar mitt i ett fält."));
  CHECK(test::filled("<w:p>" + tag("{{om Nej}}") + begin + end + tag("{{slut}}") + tag("x") + "</w:p>",
                     json) == "[] x\n");
}
