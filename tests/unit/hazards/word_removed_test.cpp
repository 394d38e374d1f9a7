// Hazards W01 to W12: what a block that comes to nothing leaves behind, and ids that a template has twice.
#include "support/word_filling.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace lg;
using namespace lg::test;

namespace {

const std::string json = R"({"L": [{"a": "ett"}, {"a": "två"}], "Nej": false, "Titel": "Plan"})";

std::string looped(const std::string& inner) {
  return paragraph("{{för varje x i L}}") + inner + paragraph("{{slut}}");
}

std::string never(const std::string& inner) {
  return paragraph("{{om Nej}}") + inner + paragraph("{{slut}}");
}

std::string comment_start(const std::string& id) {
  return "<w:commentRangeStart w:id='" + id + "'/>";
}

std::string comment_end(const std::string& id) {
  return "<w:commentRangeEnd w:id='" + id + "'/><w:r><w:commentReference w:id='" + id + "'/></w:r>";
}

std::string text(const std::string& words) {
  return "<w:r><w:t>" + words + "</w:t></w:r>";
}

std::string comment(const std::string& id, const std::string& paragraph_id) {
  return "<w:comment w:id='" + id + "'><w:p w14:paraId='" + paragraph_id + "'>" + text("k" + id) +
         "</w:p></w:comment>";
}

std::string item(const std::string& words, const std::string& level = "0") {
  return "<w:p><w:pPr><w:numPr><w:ilvl w:val='" + level + "'/><w:numId w:val='1'/></w:numPr></w:pPr>" +
         text(words) + "</w:p>";
}

std::string drawing(const std::string& id) {
  return "<w:r><w:drawing><wp:inline><wp:docPr id='" + id +
         "' name='b' descr='x'/></wp:inline></w:drawing></w:r>";
}

}  // namespace

TEST_CASE("W03: ids of copies are none that a shape of the old form has") {
  std::string shapes;
  for (int number = 1026; number < 1030; ++number)
    shapes += "<w:r><w:pict><v:shape id='s" + std::to_string(number) + "' o:spid='_x0000_s" +
              std::to_string(number) + "'/></w:pict></w:r>";
  std::string rows;
  for (int i = 0; i < 300; ++i) rows += std::string(i == 0 ? "" : ",") + R"({"a": "r"})";
  const Filled done =
      fill(document(looped("<w:p>" + shapes + text("{{x.a}}") + "</w:p>")), R"({"L": [)" + rows + "]}");
  const Strings numbers = all(done.main(), "v:shape", "o:spid");
  CHECK(numbers.size() == 1200);
  CHECK(std::set<std::string>(numbers.begin(), numbers.end()).size() == 1200);
}

TEST_CASE("W03: embedded objects have ids of their own in copies, and each names its own shape") {
  const std::string object =
      "<w:r><w:object><v:shape id='_x0000_i1025'/><o:OLEObject Type='Embed' ShapeID='_x0000_i1025' "
      "ObjectID='_1700000000'/></w:object></w:r>";
  const std::string xml = fill(document(looped("<w:p>" + object + text("{{x.a}}") + "</w:p>")), json).main();
  const Strings objects = all(xml, "o:OLEObject", "ObjectID");
  CHECK(objects.size() == 2);
  CHECK(objects.front() == "_1700000000");
  CHECK(objects.back() != objects.front());
  CHECK(objects.back().size() == objects.front().size());
  CHECK(all(xml, "o:OLEObject", "ShapeID") == all(xml, "v:shape", "id"));
}

TEST_CASE("W03: an id that the template has twice is there once") {
  const std::string control =
      "<w:sdt><w:sdtPr><w:id w:val='5'/></w:sdtPr><w:sdtContent>" + text("k") + "</w:sdtContent></w:sdt>";
  WordTemplate word("<w:p>" + drawing("1") + drawing("2") + drawing("1") + control + control +
                    text("{{Titel}}") + "</w:p>");
  word.part("header", "w:hdr", "<w:p>" + drawing("2") + "</w:p>");
  const Filled done = fill(word.package(), json);
  // The header has no tags and keeps its bytes.
  CHECK(all(done.main(), "wp:docPr", "id") == Strings{"1", "6", "7"});
  CHECK(all(done.main(), "w:id", "w:val") == Strings{"5", "8"});
}

TEST_CASE("W05: a comment of a removed block goes, from all the parts that know of it") {
  WordTemplate word("<w:p>" + comment_start("0") + text("{{Titel}}") + comment_end("0") + "</w:p>" +
                    never("<w:p>" + comment_start("1") + text("bort") + comment_end("1") + "</w:p>"));
  word.part("comments", "w:comments", comment("0", "00000001") + comment("1", "00000002"));
  word.part("commentsExtended", "w15:commentsEx",
            "<w15:commentEx w15:paraId='00000001'/><w15:commentEx w15:paraId='00000002'/>");
  const Filled done = fill(word.package(), json);
  CHECK(all(done.part("/word/comments.xml"), "w:comment", "w:id") == Strings{"0"});
  CHECK(all(done.part("/word/commentsExtended.xml"), "w15:commentEx", "w15:paraId") == Strings{"00000001"});
}

TEST_CASE("W05: a comment that loses half of its text keeps its three marks") {
  for (const std::string& body : {never("<w:p>" + comment_start("0") + text("bort") + "</w:p>") + "<w:p>" +
                                      text("{{Titel}}") + comment_end("0") + "</w:p>",
                                  "<w:p>" + comment_start("0") + text("{{Titel}}") + "</w:p>" +
                                      never("<w:p><w:commentRangeEnd w:id='0'/></w:p>") +
                                      "<w:p><w:r><w:commentReference w:id='0'/></w:r></w:p>"}) {
    const std::string xml = fill(document(body), json).main();
    CHECK(all(xml, "w:commentRangeStart", "w:id") == Strings{"0"});
    CHECK(all(xml, "w:commentRangeEnd", "w:id") == Strings{"0"});
    CHECK(all(xml, "w:commentReference", "w:id") == Strings{"0"});
    CHECK(xml.find("commentRangeStart") < xml.find("commentRangeEnd"));
  }
}

TEST_CASE("W06: a note of a removed block goes, also where no note has tags") {
  WordTemplate word("<w:p>" + text("{{Titel}}") + "<w:r><w:footnoteReference w:id='1'/></w:r></w:p>" +
                    never("<w:p><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"));
  word.part(
      "footnotes", "w:footnotes",
      "<w:footnote w:id='-1' w:type='separator'><w:p w:rsidR='00AA'/></w:footnote><w:footnote w:id='1'><w:p/>"
      "</w:footnote><w:footnote w:id='2'><w:p/></w:footnote>");
  const std::string notes = fill(word.package(), json).part("/word/footnotes.xml");
  CHECK(all(notes, "w:footnote", "w:id") == Strings{"-1", "1"});
  CHECK(count(notes, "w:rsid") == 0);
}

TEST_CASE("W09: a block that is one list counts from one in each copy, unless it has one point in each") {
  CHECK(all(fill(document(looped(item("{{x.a}}") + item("b"))), json).main(), "w:numId", "w:val") ==
        Strings{"1", "1", "2", "2"});
  CHECK(all(fill(document(looped(item("{{x.a}}") + item("under", "1") + item("under", "1"))), json).main(),
            "w:numId", "w:val") == Strings{"1", "1", "1", "1", "1", "1"});
}

TEST_CASE("W10: the contents take a style that the field names in the language of the program") {
  const std::string contents =
      "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> TOC \\h \\t \"Punktlista;1\" "
      "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>g</w:t></w:r><w:r>"
      "<w:fldChar w:fldCharType='end'/></w:r></w:p>";
  const std::string xml =
      fill(document(contents + looped(paragraph("{{x.a}}", "Punktlista")) + paragraph("annat")), json).main();
  CHECK(all(xml, "w:hyperlink", "w:anchor").size() == 2);
}

TEST_CASE("W01: M090: a link to what did not come along becomes text") {
  const Filled done = fill(document(never("<w:p><w:bookmarkStart w:id='1' w:name='Mål'/>" + text("mål") +
                                          "<w:bookmarkEnd w:id='1'/></w:p>") +
                                    "<w:p>" + text("Se ") + "<w:hyperlink w:anchor='Mål'>" + text("målet") +
                                    "</w:hyperlink>" + text(" {{Titel}}.") + "</w:p>"),
                           json);
  CHECK(count(done.main(), "w:hyperlink") == 0);
  CHECK(texts(done.main(), "w:t") == Strings{"Se ", "målet", " ", "Plan", "."});
  CHECK(done.told ==
        "varning[M090]: Länken ”målet” leder till ett ställe som inte kom med i dokumentet; den är nu vanlig "
        "text.\n"
        "  plats: mall.docx › ”Se målet Plan.”\n"
        "  tips: Låt länken stå i samma block som det den leder till, eller ta bort den.\n");
}

TEST_CASE("rows in content controls are counted as rows") {
  const Filled done = fill(document(table(row({"a"}) + "<w:sdt><w:sdtContent>" + row({"{{Titl}}"}) +
                                          "</w:sdtContent></w:sdt>" + row({"{{Tietl}}"})) +
                                    paragraph("slut")),
                           json);
  CHECK(done.told.find("tabell 1, rad 2 › ”{{Titl}}”") != std::string::npos);
  CHECK(done.told.find("tabell 1, rad 3 › ”{{Tietl}}”") != std::string::npos);
}

TEST_CASE("W12: a reference that shows the tag of what it refers to is no tag of its own") {
  const auto reference = [](const std::string& code, const std::string& result) {
    return "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> " + code +
           " </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>" + text(result) +
           "<w:r><w:fldChar w:fldCharType='end'/></w:r>";
  };
  const std::string heading =
      "<w:p><w:pPr><w:pStyle w:val='Rubrik1'/></w:pPr><w:bookmarkStart w:id='1' w:name='_Ref1'/>" +
      text("{{x.a}}") + "<w:bookmarkEnd w:id='1'/></w:p>";
  WordTemplate word("<w:p>" + text("Se ") + reference("REF _Ref1 \\h", "{{x.a}}") + text(" i {{Titel}}") +
                    "</w:p>" + looped(heading));
  word.part("header", "w:hdr", "<w:p>" + reference("STYLEREF \"Rubrik 1\"", "{{x.a}}") + "</w:p>");
  const Filled done = fill(word.package(), json);
  CHECK(done.told == "");
  CHECK(texts(done.main(), "w:t") == Strings{"Se ", "ett", " i ", "Plan", "ett", "två"});
  CHECK(texts(done.part("/word/header.xml"), "w:t") == Strings{"ett"});
}
