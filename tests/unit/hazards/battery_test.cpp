// The battery of the survey (template-language.md, A4): each row of its table, with what is right.
#include "support/word_filling.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace lg;
using namespace lg::test;

namespace {

const std::string json =
    R"({"L": [{"a": "ett"}, {"a": "två"}, {"a": "tre"}], "Inga": [], "Nej": false, "Ja": true, "Titel": "Plan"})";

std::string run(const std::string& text) {
  return "<w:r><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
}

Filled filled(const std::string& body, const std::string& data = json) {
  return fill(document(body), data);
}

std::string body(const std::string& inner, const std::string& data = json) {
  const Filled done = filled(inner, data);
  return done.told + body_of(done.main());
}

std::string looped(const std::string& inner) {
  return paragraph("{{för varje x i L}}") + inner + paragraph("{{slut}}");
}

std::string cell(const std::string& paragraphs) {
  return "<w:tc>" + paragraphs + "</w:tc>";
}

std::size_t different(const Strings& values) {
  return std::set<std::string>(values.begin(), values.end()).size();
}

}  // namespace

TEST_CASE("A4: a missing variable is an error with a suggestion, and no document") {
  CHECK(filled(paragraph("{{Titl}}")).told ==
        "fel[M012]: Taggen ”{{Titl}}”: Fältet ”Titl” finns inte.\n  plats: mall.docx › stycke 1 › "
        "”{{Titl}}”\n  tips: "
        "Menade du ”Titel”?\n");
}

TEST_CASE("A4: signs of markup in a value are text") {
  CHECK(texts(body(paragraph("{{t}}"), R"({"t": "a & b < c > d"})"), "w:t") == Strings{"a & b < c > d"});
}

TEST_CASE("A4: a new line and a tab in a value are a break and a tab, in their order") {
  CHECK(body(paragraph("{{t}}"), R"({"t": "a\nb\tc"})") ==
        "<w:p><w:r><w:t xml:space=\"preserve\">a</w:t><w:br/><w:t xml:space=\"preserve\">b</w:t><w:tab/><w:t "
        "xml:space=\"preserve\">c</w:t></w:r></w:p>");
}

TEST_CASE("A4: control characters in a value become a line break or nothing") {
  CHECK(
      body(paragraph("{{t}}"), R"({"t": "a\u000bb\u0002c"})") ==
      "<w:p><w:r><w:t xml:space=\"preserve\">a</w:t><w:br/><w:t xml:space=\"preserve\">bc</w:t></w:r></w:p>");
}

TEST_CASE("A4: curly quotes typed in a condition are of no account") {
  CHECK(texts(body(paragraph("{{om Titel är ”Plan”}}ja{{slut}}")), "w:t") == Strings{"ja"});
  CHECK(texts(body(paragraph("{{om Titel är ’Plan’}}ja{{slut}}")), "w:t") == Strings{"ja"});
}

TEST_CASE("A4: a numbered list in three turns is counted from one in each") {
  const std::string item = "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>" +
                           run("steg") + "</w:p>";
  CHECK(all(filled(looped(paragraph("{{x.a}}") + item + item)).main(), "w:numId", "w:val") ==
        Strings{"1", "1", "2", "2", "3", "3"});
}

TEST_CASE("A4: a bookmark, a paragraph's id, a control, a drawing in a loop: each is one of its kind") {
  const std::string xml =
      filled(looped("<w:p w14:paraId='00000001'><w:bookmarkStart w:id='1' w:name='m'/>" + run("{{x.a}}") +
                    "<w:bookmarkEnd w:id='1'/><w:sdt><w:sdtPr><w:id w:val='2'/></w:sdtPr><w:sdtContent>" +
                    run("s") +
                    "</w:sdtContent></w:sdt><w:r><w:drawing><wp:inline><wp:docPr id='3'/><pic:cNvPr "
                    "id='4'/></wp:inline></w:drawing></w:r></w:p>"))
          .main();
  CHECK(different(all(xml, "w:bookmarkStart", "w:id")) == 3);
  CHECK(different(all(xml, "w:bookmarkStart", "w:name")) == 3);
  CHECK(count(xml, "w14:paraId=") == 1);
  CHECK(different(all(xml, "w:id", "w:val")) == 3);
  CHECK(different(all(xml, "wp:docPr", "id")) == 3);
  CHECK(different(all(xml, "pic:cNvPr", "id")) == 3);
  CHECK(count(xml, "<w:sdtContent></w:sdtContent>") == 0);
}

TEST_CASE("A4: a comment in a loop is one, a note in a loop is one in each turn") {
  WordTemplate made(looped("<w:p><w:commentRangeStart w:id='0'/>" + run("{{x.a}}") +
                           "<w:commentRangeEnd w:id='0'/><w:r><w:commentReference "
                           "w:id='0'/></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"));
  made.part("footnotes", "w:footnotes",
            "<w:footnote w:id='2'>" + paragraph("not om {{x.a}}") + "</w:footnote>");
  const Filled done = fill(made.package(), json);
  CHECK(all(done.main(), "w:commentReference", "w:id").size() == 1);
  CHECK(all(done.main(), "w:footnoteReference", "w:id") == Strings{"2", "3", "4"});
  CHECK(all(done.part("/word/footnotes.xml"), "w:footnote", "w:id") == Strings{"2", "3", "4"});
}

TEST_CASE("A4: a block that does not hold is all of a cell: the cell keeps a paragraph") {
  CHECK(body(table("<w:tr>" + cell(paragraph("{{om Nej}}") + paragraph("x") + paragraph("{{slut}}")) +
                   "</w:tr>"))
            .find("<w:tc><w:p></w:p></w:tc>") != std::string::npos);
  CHECK(body(table("<w:tr>" + cell(paragraph("{{om Nej}}x{{slut}}")) + "</w:tr>"))
            .find("<w:tc><w:p></w:p></w:tc>") != std::string::npos);
}

TEST_CASE("A4: an empty list over all rows takes the table away, over one row that row, and the grid stays") {
  CHECK(body(paragraph("a") + table(row({"{{för varje x i Inga}}{{x.a}}", "{{slut}}"})) + paragraph("b"))
            .find("w:tbl") == std::string::npos);
  CHECK(body(table(row({"A", "B"}) + row({"{{för varje x i Inga}}{{x.a}}", "{{slut}}"})))
            .find("<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>") != std::string::npos);
}

TEST_CASE("A4: a block of paragraphs that does not hold leaves nothing behind") {
  CHECK(body(paragraph("{{om Nej}}") + paragraph("x") + paragraph("{{slut}}") + "<w:p/>") == "<w:p/>");
}

TEST_CASE("A4: a section break in a loop keeps its references in every turn, and adds no section") {
  const std::string xml =
      filled(looped(paragraph("{{x.a}}") + "<w:p><w:pPr><w:sectPr><w:headerReference w:type='default' "
                                           "r:id='rId9'/></w:sectPr></w:pPr></w:p>"))
          .main();
  CHECK(count(xml, "<w:headerReference w:type=\"default\" r:id=\"rId9\"/>") == 3);
  CHECK(count(xml, "<w:sectPr") == 4);
}

TEST_CASE("A4: a block that opens in a cell and closes outside is refused") {
  CHECK(filled(table("<w:tr>" + cell(paragraph("{{om Ja}}")) + "</w:tr>") + paragraph("{{slut}}"))
            .told.starts_with("fel[M023]: Blocket ”{{om Ja}}” börjar och slutar på olika ställen"));
}

TEST_CASE("A4: a loop that is never closed is told with its place, with all other faults at once") {
  const std::string told =
      filled(paragraph("Inledning", "Rubrik1") + paragraph("{{för varje x i L}}") + paragraph("{{x.b}}"))
          .told;
  CHECK(told.find(
            "fel[M020]: Blocket ”{{för varje x i L}}” avslutas aldrig.\n  plats: mall.docx › 1. Inledning › ") !=
        std::string::npos);
  CHECK(told.find("fel[M012]") != std::string::npos);
}

TEST_CASE("A4: a field that is never closed is an error, never text") {
  CHECK(filled(paragraph("Under {{Titel har"))
            .told.starts_with("fel[M001]: ”{{Titel har” börjar med {{ men avslutas inte med }}."));
}

TEST_CASE("A4: two lists of repetitions on one line") {
  CHECK(texts(body(paragraph("{{för varje x i L}}{{x.a}} {{slut}}och {{för varje y i L}}{{y.a}} {{slut}}.")),
              "w:t") ==
        Strings{"ett", " ", "två", " ", "tre", " ", "och ", "ett", " ", "två", " ", "tre", " ", "."});
}

TEST_CASE("A4: a tag in a tracked change is refused") {
  CHECK(filled("<w:p><w:ins w:id='1'>" + run("{{Titel}}") + "</w:ins></w:p>").told.starts_with("fel[M030]"));
  CHECK(filled("<w:p><w:del w:id='1'><w:r><w:delText>{{Titel}}</w:delText></w:r></w:del></w:p>")
            .told.starts_with("fel[M030]"));
}
