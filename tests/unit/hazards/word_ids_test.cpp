// Hazards W01 to W12: ids and references in what is repeated.
#include "support/word_filling.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace lg;
using namespace lg::test;

namespace {

const std::string json =
    R"({"L": [{"a": "ett"}, {"a": "två"}, {"a": "tre"}], "Nej": false, "Titel": "Plan"})";

std::string looped(const std::string& inner) {
  return paragraph("{{för varje x i L}}") + inner + paragraph("{{slut}}");
}

std::string filled_loop(const std::string& inner) {
  const Filled done = fill(document(looped(inner)), json);
  return done.told + done.main();
}

std::string field(const std::string& code, const std::string& result) {
  return "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>" + code +
         "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>" + result +
         "</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>";
}

std::string bookmark(const std::string& id, const std::string& name) {
  return "<w:bookmarkStart w:id='" + id + "' w:name='" + name +
         "'/><w:r><w:t>{{x.a}}</w:t></w:r><w:bookmarkEnd w:id='" + id + "'/>";
}

std::string item(const std::string& text, const std::string& list = "1") {
  return "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='" + list +
         "'/></w:numPr></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

std::set<std::string> unique(const Strings& values) {
  return {values.begin(), values.end()};
}

}  // namespace

TEST_CASE("W01: a bookmark has a number of its own in each copy, and its end the same") {
  const std::string xml = filled_loop("<w:p>" + bookmark("7", "m") + "</w:p>");
  const Strings starts = all(xml, "w:bookmarkStart", "w:id");
  CHECK(starts.size() == 3);
  CHECK(unique(starts).size() == 3);
  CHECK(all(xml, "w:bookmarkEnd", "w:id") == starts);
  CHECK(all(xml, "w:bookmarkStart", "w:name") == Strings{"m", "m_2", "m_3"});
}

TEST_CASE("W01: a long name is cut so that its number fits in 40 characters, never within a letter") {
  const std::string name = "Abcdefghijklmnopqrstuvwxyzabcdefåäö_abcd";
  for (const std::string& one :
       all(filled_loop("<w:p>" + bookmark("7", name) + "</w:p>"), "w:bookmarkStart", "w:name")) {
    std::size_t letters = 0;
    for (const char c : one) letters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
    CHECK(letters <= 40);
  }
  CHECK(all(filled_loop("<w:p>" + bookmark("7", name) + "</w:p>"), "w:bookmarkStart", "w:name").back() ==
        "Abcdefghijklmnopqrstuvwxyzabcdef_3");
}

TEST_CASE("W01: a copy's name is never one that the template has already") {
  const std::string xml = fill(document(looped("<w:p>" + bookmark("7", "m") + "</w:p>") +
                                        "<w:p><w:bookmarkStart w:id='8' w:name='m_2'/>"
                                        "<w:bookmarkEnd w:id='8'/></w:p>"),
                               json)
                              .main();
  const Strings names = all(xml, "w:bookmarkStart", "w:name");
  CHECK(unique(names).size() == names.size());
}

TEST_CASE("W01: the place of the last edit goes, its start and its end") {
  const std::string xml =
      fill(document("<w:p><w:bookmarkStart w:id='3' w:name='_GoBack'/><w:r><w:t>{{Titel}}</w:t></w:r>"
                    "<w:bookmarkEnd w:id='3'/></w:p>"),
           json)
          .main();
  CHECK(xml.find("bookmark") == std::string::npos);
}

TEST_CASE("W01: references within a copy follow it, those outside keep the first") {
  const std::string inside = "<w:p>" + bookmark("7", "m") + field(" REF m \\h ", "r") +
                             field(" PAGEREF m ", "1") + field(" HYPERLINK \\l \"m\" ", "l") + "</w:p>";
  const std::string xml =
      fill(document(looped(inside) + "<w:p>" + field(" REF m \\h ", "ute") +
                    "<w:hyperlink w:anchor='m'><w:r><w:t>l</w:t></w:r></w:hyperlink></w:p>"),
           json)
          .main();
  CHECK(texts(xml, "w:instrText") == Strings{" REF m \\h ", " PAGEREF m ", " HYPERLINK \\l \"m\" ",
                                             " REF m_2 \\h ", " PAGEREF m_2 ", " HYPERLINK \\l \"m_2\" ",
                                             " REF m_3 \\h ", " PAGEREF m_3 ", " HYPERLINK \\l \"m_3\" ",
                                             " REF m \\h "});
  CHECK(all(xml, "w:hyperlink", "w:anchor") == Strings{"m"});
}

TEST_CASE("W01: bookmarks in rows, and in blocks within blocks, are unique") {
  const std::string rows =
      table("<w:tr><w:tc><w:p>" + std::string("<w:r><w:t>{{för varje y i L}}</w:t></w:r>") +
            bookmark("4", "rad") + "</w:p></w:tc><w:tc>" + paragraph("{{slut}}") + "</w:tc></w:tr>");
  const std::string xml = filled_loop(rows);
  const Strings names = all(xml, "w:bookmarkStart", "w:name");
  CHECK(names.size() == 9);
  CHECK(unique(names).size() == 9);
  CHECK(unique(all(xml, "w:bookmarkStart", "w:id")).size() == 9);
}

TEST_CASE("W02: paragraph ids stand in the first copy only") {
  const std::string xml = filled_loop(
      "<w:p w14:paraId='0A0B0C0D' w14:textId='77777777'><w:r><w:t>{{x.a}}</w:t></w:r></w:p>" +
      table("<w:tr w14:paraId='0A0B0C0E' w14:textId='1'><w:tc>" + paragraph("a") + "</w:tc></w:tr>"));
  for (const std::string id :
       {"w14:paraId=\"0A0B0C0D\"", "w14:textId=\"77777777\"", "w14:paraId=\"0A0B0C0E\""})
    CHECK(count(xml, id) == 1);
}

TEST_CASE("W02: the pair in the two forms of a text box stays a pair") {
  const std::string box =
      "<w:txbxContent><w:p w14:paraId='0000000A'><w:r><w:t>{{x.a}}</w:t></w:r></w:p></w:txbxContent>";
  const std::string xml =
      filled_loop("<w:p><w:r><mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback>" + box +
                  "</mc:Fallback></mc:AlternateContent></w:r></w:p>");
  CHECK(count(xml, "w14:paraId=\"0000000A\"") == 2);
}

TEST_CASE("W03: drawings have ids of their own, also those within them and those of the old form") {
  const std::string xml = filled_loop(
      "<w:p><w:r><w:t>{{x.a}}</w:t></w:r><w:r><w:drawing><wp:inline><wp:docPr id='3' name='b'/><pic:cNvPr "
      "id='4'/>"
      "<wps:cNvPr id='5'/><wpg:cNvPr id='6'/><wpc:cNvPr id='7'/></wp:inline></w:drawing></w:r><w:r><w:object>"
      "<v:shape id='_x0000_i1025'/><o:OLEObject ShapeID='_x0000_i1025'/></w:object></w:r></w:p>");
  for (const std::string element : {"wp:docPr", "pic:cNvPr", "wps:cNvPr", "wpg:cNvPr", "wpc:cNvPr"})
    CHECK(unique(all(xml, element, "id")).size() == 3);
  CHECK(unique(all(xml, "v:shape", "id")).size() == 3);
  CHECK(all(xml, "o:OLEObject", "ShapeID") == all(xml, "v:shape", "id"));
}

TEST_CASE("W03: ids of copies are none that a header, a footer or a note has") {
  const auto picture = [](const std::string& id) {
    return "<w:p><w:r><w:t>{{Titel}}</w:t></w:r><w:r><w:drawing><wp:docPr xmlns:wp='wp' id='" + id +
           "'/></w:drawing></w:r></w:p>";
  };
  WordTemplate made(
      looped("<w:p><w:r><w:t>{{x.a}}</w:t></w:r><w:r><w:drawing><wp:docPr id='1'/></w:drawing></w:r></w:p>"));
  made.part("header", "w:hdr", picture("2")).part("footer", "w:ftr", picture("3"));
  const Filled done = fill(made.package(), json);
  Strings ids;
  for (const std::string& xml : {done.main(), done.part("/word/header.xml"), done.part("/word/footer.xml")}) {
    for (const std::string& id : all(xml, "wp:docPr", "id")) ids.push_back(id);
  }
  CHECK(ids.size() == 5);
  CHECK(unique(ids).size() == 5);
}

TEST_CASE("W03: ids of copies are none that a header without tags has") {
  WordTemplate made(
      looped("<w:p><w:r><w:t>{{x.a}}</w:t></w:r><w:r><w:drawing><wp:docPr id='1'/></w:drawing></w:r></w:p>"));
  made.part("header", "w:hdr",
            "<w:p><w:r><w:drawing><wp:docPr xmlns:wp='wp' id='2'/></w:drawing></w:r></w:p>");
  const Strings ids = all(fill(made.package(), json).main(), "wp:docPr", "id");
  CHECK(std::set<std::string>(ids.begin(), ids.end()).contains("2") == false);
}

TEST_CASE("W04: content controls have ids of their own in copies, and none is left empty") {
  const auto control = [](const std::string& id, const std::string& inner) {
    return "<w:sdt><w:sdtPr><w:id w:val='" + id + "'/></w:sdtPr><w:sdtContent>" + inner +
           "</w:sdtContent></w:sdt>";
  };
  const std::string xml = filled_loop(control("9", paragraph("{{x.a}}")) + "<w:p>" +
                                      control("10", "<w:r><w:t>{{x.a}}</w:t></w:r>") + "</w:p>" +
                                      control("11", paragraph("{{om Nej}}x{{slut}}")));
  CHECK(all(xml, "w:id", "w:val").size() == 6);
  CHECK(unique(all(xml, "w:id", "w:val")).size() == 6);
  CHECK(xml.find("<w:sdtContent></w:sdtContent>") == std::string::npos);
}

TEST_CASE("W04: the items of a repeating section keep their structure") {
  const std::string section =
      "<w:sdt><w:sdtPr><w:id "
      "w:val='20'/><w15:repeatingSection/></w:sdtPr><w:sdtContent><w:sdt><w:sdtPr><w:id w:val='21'/>"
      "<w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>" +
      paragraph("{{x.a}}") + "</w:sdtContent></w:sdt></w:sdtContent></w:sdt>";
  const std::string xml = filled_loop(section);
  CHECK(count(xml, "<w15:repeatingSection/></w:sdtPr><w:sdtContent><w:sdt><w:sdtPr><w:id") == 3);
  CHECK(unique(all(xml, "w:id", "w:val")).size() == 6);
}

TEST_CASE("W05: a comment in a repeated block is one comment with its three marks") {
  const std::string xml = filled_loop(
      "<w:p><w:commentRangeStart w:id='0'/><w:r><w:t>{{x.a}}</w:t></w:r><w:commentRangeEnd w:id='0'/><w:r>"
      "<w:commentReference w:id='0'/></w:r></w:p>");
  for (const std::string mark : {"w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"})
    CHECK(count(xml, mark) == 1);
}

TEST_CASE("W06: the separators of notes keep their ids") {
  WordTemplate made(
      looped("<w:p><w:r><w:t>{{x.a}}</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"));
  made.part("footnotes", "w:footnotes",
            "<w:footnote w:type='separator' w:id='-1'><w:p/></w:footnote><w:footnote "
            "w:type='continuationSeparator' "
            "w:id='0'><w:p/></w:footnote><w:footnote w:id='2'><w:p><w:r><w:t>om "
            "{{x.a}}</w:t></w:r></w:p></w:footnote>");
  const Filled done = fill(made.package(), json);
  CHECK(all(done.part("/word/footnotes.xml"), "w:footnote", "w:id") == Strings{"-1", "0", "2", "3", "4"});
  CHECK(all(done.main(), "w:footnoteReference", "w:id") == Strings{"2", "3", "4"});
  CHECK(done.part("/word/footnotes.xml").find("om tre") == std::string::npos);  // text and value are two w:t
  CHECK(texts(done.part("/word/footnotes.xml"), "w:t") == Strings{"om ", "ett", "om ", "två", "om ", "tre"});
}

TEST_CASE("W07: every kind of tracked change is refused, in every part") {
  const std::string told = "fel[M030]: Mallen innehåller spårade ändringar.";
  for (const std::string change :
       {"<w:ins w:id='1'><w:r><w:t>{{Titel}}</w:t></w:r></w:ins>",
        "<w:del w:id='1'><w:r><w:delText>x</w:delText></w:r></w:del>", "<w:moveFrom w:id='1'/>",
        "<w:moveTo w:id='1'/>", "<w:moveFromRangeStart w:id='1' w:name='m'/>",
        "<w:moveToRangeStart w:id='1' w:name='m'/>", "<w:customXmlInsRangeStart w:id='1'/>",
        "<w:customXmlDelRangeStart w:id='1'/>", "<w:customXmlMoveFromRangeStart w:id='1'/>",
        "<w:customXmlMoveToRangeStart w:id='1'/>"}) {
    INFO(change);
    CHECK(fill(document("<w:p>" + change + "</w:p>"), json).told.starts_with(told));
    WordTemplate made(paragraph("{{Titel}}"));
    made.part("header", "w:hdr", "<w:p>" + change + "</w:p>");
    CHECK(fill(made.package(), json).told.starts_with(told));
  }
}

TEST_CASE("W07: what a permission is for has an id of its own in each copy") {
  const std::string xml = filled_loop(
      "<w:p><w:permStart w:id='77' w:edGrp='everyone'/><w:r><w:t>{{x.a}}</w:t></w:r><w:permEnd "
      "w:id='77'/></w:p>");
  CHECK(unique(all(xml, "w:permStart", "w:id")).size() == 3);
  CHECK(all(xml, "w:permStart", "w:id") == all(xml, "w:permEnd", "w:id"));
}

TEST_CASE(
    "W08: a picture in a repeated block is one part, and a link in a header is a relationship of the "
    "header") {
  const std::string image = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
  WordTemplate made(
      looped("<w:p><w:r><w:t>{{x.a}}</w:t></w:r><w:r><w:drawing><wp:inline><wp:docPr id='1'/><a:blip "
             "r:embed='rId3'/>"
             "</wp:inline></w:drawing></w:r></w:p>"));
  made.part_of("main", image, "/word/media/image1.png", "PNG", "image/png");
  made.part("header", "w:hdr", paragraph("{{stycken Text}}"));
  const Filled done =
      fill(made.package(), R"x({"L": [{"a": "1"}, {"a": "2"}], "Text": "[länk](https://exempel.se)"})x");
  CHECK(all(done.main(), "a:blip", "r:embed") == Strings{"rId3", "rId3"});
  std::size_t media = 0;
  for (const opc::PartName& name : done.package.part_names())
    media += name.text().find("/media/") != std::string::npos ? 1U : 0U;
  CHECK(media == 1);
  const Strings ids = all(done.part("/word/header.xml"), "w:hyperlink", "r:id");
  REQUIRE(ids.size() == 1);
  const auto* link = done.package.relationships(opc::PartName("/word/header.xml")).find(ids.front());
  REQUIRE(link != nullptr);
  CHECK(link->target == "https://exempel.se");
  CHECK(link->external);
}

TEST_CASE("W09: a list of each copy's own starts every level anew, behind all that was there") {
  const Filled done = fill(document(looped(paragraph("r {{x.a}}") + item("ett") + item("två"))), json);
  CHECK(all(done.main(), "w:numId", "w:val") == Strings{"1", "1", "2", "2", "3", "3"});
  const std::string numbering = done.part("/word/numbering.xml");
  CHECK(all(numbering, "w:num", "w:numId") == Strings{"1", "2", "3"});
  CHECK(numbering.rfind("<w:abstractNum ") < numbering.find("<w:num "));
  CHECK(all(numbering, "w:startOverride", "w:val") ==
        Strings{"1", "2", "1", "1", "1", "1", "1", "1", "1", "1", "2", "1", "1", "1", "1", "1", "1", "1"});
}

TEST_CASE("W09: numbers that come from a style, and bullets, go on") {
  const Filled done =
      fill(document(looped(paragraph("Om {{x.a}}", "Rubrik2") + paragraph("punkt", "Punktlista") +
                           paragraph("punkt", "Punktlista"))),
           json);
  CHECK(done.main().find("w:numId") == std::string::npos);
  CHECK(all(done.part("/word/numbering.xml"), "w:num", "w:numId") == Strings{"1"});
}

TEST_CASE("W12: tags are refused in a field's code, and half a field in a block") {
  CHECK(
      fill(document("<w:p>" + field(" REF {{Titel}} ", "x") + "</w:p>"), json).told.starts_with("fel[M032]"));
  CHECK(fill(document(looped("<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p>") +
                      "<w:p><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"),
             json)
            .told.starts_with("fel[M023]"));
}

TEST_CASE("W12: a field over several paragraphs is repeated as a whole") {
  const std::string xml = filled_loop(
      "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> QUOTE x "
      "</w:instrText></w:r><w:r><w:fldChar "
      "w:fldCharType='separate'/></w:r><w:r><w:t>{{x.a}}</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></"
      "w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>");
  CHECK(all(xml, "w:fldChar", "w:fldCharType") ==
        Strings{"begin", "separate", "end", "begin", "separate", "end", "begin", "separate", "end"});
}
