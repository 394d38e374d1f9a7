#include "sml/notes.hpp"

#include "support/package_builder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <vector>

using lg::opc::Package;
using lg::opc::PartName;
using lg::sml::CellMark;
using lg::sml::Note;
using lg::sml::with_notes;
using lg::sml::without_own_notes;
using lg::test::row;
using lg::test::text_cell;
using lg::test::WorkbookBuilder;

namespace {

const std::string sheet1 = "/xl/worksheets/sheet1.xml";

std::string part(const Package& package, const std::string& name) {
  return package.bytes(PartName(name));
}

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t from = text.find(begin) + begin.size();
  return text.substr(from, text.find(end, from) - from);
}

WorkbookBuilder two_sheets() {
  WorkbookBuilder builder;
  builder.sheet("VoR", row(1, text_cell("A1", "Rubrik")) + row(3, text_cell("B3", "{{x}}")),
                "<pageMargins left=\"1\" right=\"1\" top=\"1\" bottom=\"1\" header=\"0\" footer=\"0\"/>"
                "<tableParts count=\"0\"/>");
  builder.sheet("Mål", "");
  return builder;
}

/// A note of Ann's at B3, with its box.
WorkbookBuilder with_note_of_ann() {
  WorkbookBuilder builder;
  builder.sheet("VoR", row(3, text_cell("B3", "x")), "<legacyDrawing r:id=\"rId2\"/>");
  builder.sheet_part(
      "comments", "/xl/comments1.xml",
      "<comments "
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors><author>Ann</author>"
      "</authors><commentList><comment ref=\"B3\" authorId=\"0\"><text><t>Fråga Bo</t></text></comment>"
      "</commentList></comments>",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml");
  builder.sheet_part(
      "vmlDrawing", "/xl/drawings/vmlDrawing1.vml",
      "<xml xmlns:v=\"v\"><o:idmap v:ext=\"edit\" data=\"1\"/><v:shapetype id=\"_x0000_t202\"/>"
      "<v:shape id=\"_x0000_s1025\" fillcolor=\"pink\"><x:ClientData ObjectType=\"Note\"><x:Anchor>2, "
      "1, 2, 1, 4, 1, 4, 1</x:Anchor><x:Row>2</x:Row><x:Column>1</x:Column></x:ClientData></v:shape>"
      "<v:shape id=\"_x0000_s1026\"><br></v:shape></xml>",
      "");
  return builder;
}

std::string run(const std::string& text) {
  return "<r><rPr><sz val=\"9\"/><color indexed=\"81\"/><rFont val=\"Tahoma\"/><family val=\"2\"/></rPr><t "
         "xml:space=\"preserve\">" +
         text + "</t></r>";
}

std::string comment(const std::string& ref, const std::string& text, int author = 0) {
  return "<comment ref=\"" + ref + "\" authorId=\"" + std::to_string(author) + "\"><text>" + run(text) +
         "</text></comment>";
}

}  // namespace

TEST_CASE("a note gets its text, its box and their relationships") {
  const Package before = two_sheets().package();
  const Package noted =
      with_notes(before, std::vector<Note>{{"VoR", "B3", "", "Menade du & <x>?"}}, CellMark::none);
  CHECK(part(noted, "/xl/comments1.xml") ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        "<comments "
        "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors><author>Genomgång"
        "</author></authors><commentList>" +
            comment("B3", "Menade du &amp; &lt;x&gt;?") + "</commentList></comments>");
  CHECK(noted.related(PartName(sheet1), "comments") == std::vector{PartName("/xl/comments1.xml")});
  CHECK(noted.related(PartName(sheet1), "vmlDrawing") ==
        std::vector{PartName("/xl/drawings/vmlDrawing1.vml")});
  CHECK(part(noted, sheet1).find("footer=\"0\"/><legacyDrawing r:id=\"rId2\"/><tableParts") !=
        std::string::npos);
  const std::string vml = part(noted, "/xl/drawings/vmlDrawing1.vml");
  CHECK(vml.find("<v:shape id=\"_x0000_s1025\" type=\"#_x0000_t202\"") != std::string::npos);
  CHECK(between(vml, "<x:Anchor>", "</v:shape>") ==
        "2, 15, 1, 10, 7, 15, 3, "
        "0</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>2</x:Row><x:Column>1</x:Column>"
        "</x:ClientData>");
  for (const char* same : {"/xl/workbook.xml", "/xl/styles.xml", "/xl/worksheets/sheet2.xml"})
    CHECK(part(noted, same) == part(before, same));
}

TEST_CASE("a long note has a box that is as high as its text") {
  std::string text = "ett";
  for (int line = 0; line < 9; ++line) text += "\nrad";
  const Package noted =
      with_notes(two_sheets().package(), std::vector<Note>{{"VoR", "B3", "", text}}, CellMark::none);
  CHECK(part(noted, "/xl/drawings/vmlDrawing1.vml").find("width:240pt;height:130pt") != std::string::npos);
}

TEST_CASE("several notes of a cell become one; merged cells show theirs at the first") {
  WorkbookBuilder builder;
  builder.sheet("VoR", row(1, text_cell("A1", "x")),
                "<mergeCells count=\"1\"><mergeCell ref=\"A1:C2\"/></mergeCells>");
  const Package noted =
      with_notes(builder.package(), std::vector<Note>{{"VoR", "B2", "", "ett"}, {"VoR", "A1", "", "två"}},
                 CellMark::none);
  CHECK(between(part(noted, "/xl/comments1.xml"), "<commentList>", "</commentList>") ==
        comment("A1", "två\n\nett"));
}

TEST_CASE("what has no cell is said at the first cell of the first visible sheet") {
  const Package noted = with_notes(
      two_sheets().package(),
      std::vector<Note>{{"Saknas", "B3", "Saknas › B3", "Bladet finns inte."}, {"Mål", "", "Mål", "Tomt."}},
      CellMark::none);
  CHECK(between(part(noted, "/xl/comments1.xml"), "<commentList>", "</commentList>") ==
        comment("A1", "Saknas › B3\nBladet finns inte."));
  CHECK(between(part(noted, "/xl/comments2.xml"), "<commentList>", "</commentList>") ==
        comment("A1", "Mål\nTomt."));
  CHECK(part(noted, "/xl/drawings/vmlDrawing2.vml").find("data=\"2\"") != std::string::npos);
  CHECK(part(noted, "/xl/drawings/vmlDrawing2.vml").find("_x0000_s2049") != std::string::npos);
}

TEST_CASE("another's note stays, ours is added below it and its box grows") {
  const Package before = with_note_of_ann().package();
  const std::vector<Note> notes = {{"VoR", "B3", "", "Fel värde."}, {"VoR", "C3", "", "Också fel."}};
  const Package noted = with_notes(before, notes, CellMark::none);
  CHECK(between(part(noted, "/xl/comments1.xml"), "<authors>", "</comments>") ==
        "<author>Ann</author><author>Genomgång</author></authors><commentList><comment ref=\"B3\" "
        "authorId=\"0\"><text>"
        "<r><t>Fråga Bo</t></r>" +
            run("\n\nGenomgång:\nFel värde.") + "</text></comment>" + comment("C3", "Också fel.", 1) +
            "</commentList>");
  CHECK(part(noted, sheet1) == part(before, sheet1));
  const std::string vml = part(noted, "/xl/drawings/vmlDrawing1.vml");
  CHECK(
      vml.find("fillcolor=\"pink\"><x:ClientData ObjectType=\"Note\"><x:Anchor>2, 15, 1, 10, 7, 15, 5, 8<") !=
      std::string::npos);
  CHECK(vml.find("<br></v:shape><v:shape id=\"_x0000_s1027\"") != std::string::npos);

  const Package cleared = without_own_notes(noted);
  CHECK(between(part(cleared, "/xl/comments1.xml"), "<commentList>", "</commentList>") ==
        "<comment ref=\"B3\" authorId=\"0\"><text><r><t>Fråga Bo</t></r></text></comment>");
  CHECK(part(cleared, "/xl/drawings/vmlDrawing1.vml").find("_x0000_s1027") == std::string::npos);
  const Package again = with_notes(noted, notes, CellMark::none);
  CHECK(part(again, "/xl/comments1.xml") == part(noted, "/xl/comments1.xml"));
}

TEST_CASE("notes of ours go without a trace") {
  const Package before = two_sheets().package();
  const Package cleared =
      without_own_notes(with_notes(before, std::vector<Note>{{"VoR", "B3", "", "x"}}, CellMark::none));
  CHECK(part(cleared, sheet1) == part(before, sheet1));
  CHECK(!cleared.has(PartName("/xl/comments1.xml")));
  CHECK(!cleared.has(PartName("/xl/drawings/vmlDrawing1.vml")));
  CHECK(cleared.relationships(PartName(sheet1)).all().empty());
}

TEST_CASE("a cell with a conversation keeps it, and the note stands beside it") {
  WorkbookBuilder builder = with_note_of_ann();
  builder.sheet_part(
      "threadedComment", "/xl/threadedComments/threadedComment1.xml",
      "<ThreadedComments xmlns=\"t\"><threadedComment ref=\"B3\"><text>Fråga</text></threadedComment>"
      "</ThreadedComments>",
      "application/vnd.ms-excel.threadedcomments+xml");
  const Package noted =
      with_notes(builder.package(), std::vector<Note>{{"VoR", "B3", "", "fel"}}, CellMark::none);
  CHECK(part(noted, "/xl/comments1.xml")
            .find("<text><t>Fråga Bo</t></text></comment>" + comment("C3", "B3:\nfel", 1)) !=
        std::string::npos);
}

TEST_CASE("a coloured cell is not touched, and its colour lies above the sheet's own") {
  WorkbookBuilder builder;
  builder.sheet("VoR", "<row r=\"3\" spans=\"2:2\"><c r=\"B3\" s=\"1\"><v>45000</v></c></row>",
                "<conditionalFormatting sqref=\"B3\"><cfRule type=\"duplicateValues\" dxfId=\"0\" "
                "priority=\"1\"/></conditionalFormatting><pageMargins left=\"1\"/>");
  const Package before = builder.package();
  const Package noted = with_notes(
      before, std::vector<Note>{{"VoR", "B3", "", "x"}, {"VoR", "D3", "", "y"}, {"VoR", "A2", "", "z"}},
      CellMark::fill);
  CHECK(between(part(noted, sheet1), "<sheetData>", "<legacyDrawing") ==
        "<row r=\"3\" spans=\"2:2\"><c r=\"B3\" s=\"1\"><v>45000</v></c></row></sheetData>"
        "<conditionalFormatting sqref=\"A2 B3 D3\"><cfRule type=\"expression\" dxfId=\"1\" priority=\"1\">"
        "<formula>ISTEXT(\"Genomgång\")</formula></cfRule></conditionalFormatting>"
        "<conditionalFormatting sqref=\"B3\"><cfRule type=\"duplicateValues\" dxfId=\"0\" priority=\"2\"/>"
        "</conditionalFormatting><pageMargins left=\"1\"/>");
  const std::string styles = part(noted, "/xl/styles.xml");
  CHECK(between(styles, "<dxfs", "</dxfs>") ==
        " count=\"2\"><dxf><font><b/></font></dxf><dxf><font><color "
        "rgb=\"FF000000\"/></font><fill><patternFill patternType=\"solid\">"
        "<fgColor rgb=\"FFFFD966\"/><bgColor rgb=\"FFFFD966\"/></patternFill></fill></dxf>");
  SECTION("it goes with the notes, and a second one asks for no second format") {
    const Package cleared = without_own_notes(noted);
    CHECK(part(cleared, sheet1).find("Genomgång") == std::string::npos);
    CHECK(part(cleared, sheet1).find("priority=\"2\"/></conditionalFormatting><pageMargins") !=
          std::string::npos);
    const Package again = with_notes(noted, std::vector<Note>{{"VoR", "B4", "", "x"}}, CellMark::fill);
    CHECK(part(again, "/xl/styles.xml") == styles);
    CHECK(part(again, sheet1).find("<conditionalFormatting sqref=\"B4\">") != std::string::npos);
    CHECK(part(again, sheet1).find("A2 B3 D3") == std::string::npos);
  }
}
