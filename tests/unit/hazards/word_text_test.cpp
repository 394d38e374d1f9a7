// Hazards W20 to W27 and W37, W38: where tags are found, what values come to, what containers must keep.
#include "support/word_filling.hpp"

#include <catch2/catch.hpp>

using namespace lg;
using namespace lg::test;

namespace {

const std::string json =
    R"({"L": [{"a": "ett"}, {"a": "två"}], "Inga": [], "Nej": false, "Tomt": "", "Min titel": "Plan", "Å": "å-värde"})";

std::string run(const std::string& text, const std::string& properties = "") {
  return "<w:r>" + properties + "<w:t xml:space='preserve'>" + text + "</w:t></w:r>";
}

std::string body(const std::string& inner, const std::string& data = json) {
  const Filled done = fill(document(inner), data);
  return done.told + body_of(done.main());
}

}  // namespace

TEST_CASE("W20: a tag is found across whatever Word may put within it") {
  // Each cuts "{{Min titel}}" in two: between the runs, or around the second half.
  const std::vector<std::pair<std::string, std::string>> wrappers = {
      {"<w:proofErr w:type='spellStart'/>", ""},
      {"<w:bookmarkStart w:id='1' w:name='m'/>", "<w:bookmarkEnd w:id='1'/>"},
      {"<w:r><w:lastRenderedPageBreak/></w:r>", ""},
      {"<w:r><w:softHyphen/></w:r>", ""},
      {"<w:hyperlink w:anchor='x'>", "</w:hyperlink>"},
      {"<w:smartTag w:element='place'>", "</w:smartTag>"},
      {"<w:sdt><w:sdtPr><w:id w:val='1'/></w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>"},
      {"<w:fldSimple w:instr=' QUOTE '>", "</w:fldSimple>"},
      {"<w:customXml w:element='e'>", "</w:customXml>"},
      {"<w:dir w:val='ltr'>", "</w:dir>"},
      {"<w:permStart w:id='4' w:edGrp='everyone'/>", "<w:permEnd w:id='4'/>"}};
  for (const auto& [open, close] : wrappers) {
    INFO(open);
    const std::string xml = body("<w:p>" + run("Om {{Min ", "<w:rPr><w:b/></w:rPr>") + open +
                                 run("titel}} nu") + close + "</w:p>");
    CHECK(texts(xml, "w:t") == Strings{"Om ", "Plan", " nu"});
    CHECK(xml.find("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Om </w:t><w:t "
                   "xml:space=\"preserve\">Plan</w:t></w:r>") != std::string::npos);
  }
}

TEST_CASE("W20: a tag is found in the result of a field, and across its edge") {
  const std::string begin =
      "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> QUOTE </w:instrText></w:r><w:r>"
      "<w:fldChar w:fldCharType='separate'/></w:r>";
  const std::string end = "<w:r><w:fldChar w:fldCharType='end'/></w:r>";
  CHECK(texts(body("<w:p>" + begin + run("{{Min titel}}") + end + "</w:p>"), "w:t") == Strings{"Plan"});
  const std::string across = body("<w:p>" + begin + run("{{Min ") + end + run("titel}}") + "</w:p>");
  CHECK(texts(across, "w:t") == Strings{"Plan"});
  CHECK(all(across, "w:fldChar", "w:fldCharType") == Strings{"begin", "separate", "end"});
}

TEST_CASE("W20: a hyphen that does not break is a hyphen") {
  CHECK(
      texts(body("<w:p>" + std::string("<w:r><w:t>{{e</w:t><w:noBreakHyphen/><w:t>post}}</w:t></w:r></w:p>"),
                 R"({"e-post": "a@b.se"})"),
            "w:t") == Strings{"a@b.se"});
}

TEST_CASE("W20: formats beside the tag stay as they were") {
  CHECK(body("<w:p>" + run("a {{Min", "<w:rPr><w:i/></w:rPr>") + run(" titel}} b", "<w:rPr><w:u/></w:rPr>") +
             run(" c") + "</w:p>") ==
        "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">a </w:t><w:t "
        "xml:space=\"preserve\">Plan</w:t></w:r>"
        "<w:r><w:rPr><w:u/></w:rPr><w:t xml:space=\"preserve\"> b</w:t></w:r><w:r><w:t "
        "xml:space=\"preserve\"> c</w:t></w:r></w:p>");
}

TEST_CASE("W21: a line break and a tab within a tag are blanks, and go") {
  for (const std::string blank : {"<w:br/>", "<w:tab/>", "<w:cr/>"}) {
    const std::string xml = body("<w:p><w:r><w:t>{{Min</w:t>" + blank + "<w:t>titel}}</w:t></w:r></w:p>");
    CHECK(texts(xml, "w:t") == Strings{"Plan"});
    CHECK(xml.find("<w:br/>") == std::string::npos);
    CHECK(xml.find("<w:tab/>") == std::string::npos);
  }
}

TEST_CASE("W22: blanks first, last and between words survive, in values and beside them") {
  const std::string xml = body("<w:p>" + run("före  {{t}}  efter") + "</w:p>", R"({"t": " a  b "})");
  CHECK(xml.find("<w:t xml:space=\"preserve\">före  </w:t><w:t xml:space=\"preserve\"> a  b </w:t>") !=
        std::string::npos);
  CHECK(xml.find("<w:t xml:space=\"preserve\">  efter</w:t>") != std::string::npos);
}

TEST_CASE("W22: blanks survive where the template had no need of saying so") {
  const std::string xml = body("<w:p><w:r><w:t>före {{t}} efter</w:t></w:r></w:p>", R"({"t": "x"})");
  CHECK(xml.find("<w:t xml:space=\"preserve\">före </w:t>") != std::string::npos);
  CHECK(xml.find("<w:t xml:space=\"preserve\"> efter</w:t>") != std::string::npos);
}

TEST_CASE("W23: every kind of line break becomes one, outside of the text, in order") {
  const std::string xml = body(paragraph("{{t}}"), R"({"t": "a\nb\r\nc\rd\u000be\u0085f\u2028g\u2029h\ti"})");
  std::string inner = xml.substr(xml.find("<w:t "));
  inner = inner.substr(0, inner.find("</w:r>"));
  std::string plain;
  for (std::size_t at = 0; at < inner.size();) {
    if (inner[at] != '<') {
      plain += inner[at++];
      continue;
    }
    const std::size_t end = inner.find('>', at) + 1;
    const std::string tag = inner.substr(at, end - at);
    plain += tag == "<w:br/>" ? "/" : tag == "<w:tab/>" ? ">" : "";
    at = end;
  }
  CHECK(plain == "a/b/c/d/e/f/g/h>i");
}

TEST_CASE("W24: markup and characters that XML forbids never reach the part") {
  const Filled done = fill(document(paragraph("{{t}}") + paragraph("{{stycken t}}")),
                           R"({"t": "a & b < c > d ]]> <w:p/> {{L}} \u0002\u001f\ufffe\uffff slut"})");
  CHECK(texts(done.main(), "w:t") ==
        Strings{"a & b < c > d ]]> <w:p/> {{L}}  slut", "a & b < c > d ]]> <w:p/> {{L}}  slut"});
  CHECK(done.main().find("a &amp; b &lt; c &gt; d ]]&gt; &lt;w:p/&gt;") != std::string::npos);
}

TEST_CASE("W25: a name typed with a combining ring is the same name, and values are composed") {
  CHECK(texts(body("<w:p>" + run("{{A\u030A}}") + "</w:p>"), "w:t") == Strings{"å-värde"});
  CHECK(texts(body(paragraph("{{t}}"), "{\"t\": \"a\u030A\"}"), "w:t") == Strings{"å"});
}

TEST_CASE("W26: a cell keeps a paragraph and a table a row, and the grid is left alone") {
  const std::string grid = "<w:tblGrid><w:gridCol w:w=\"100\"/><w:gridCol w:w=\"200\"/></w:tblGrid>";
  const auto made = [&](const std::string& rows) { return "<w:tbl>" + grid + rows + "</w:tbl>"; };
  const std::string kept = body(made(row({"A", "B"}) + row({"{{för varje x i Inga}}x", "{{slut}}"})));
  CHECK(count(kept, "<w:tr>") == 1);
  CHECK(kept.find(grid) != std::string::npos);
  CHECK(body(paragraph("a") + made(row({"{{för varje x i Inga}}x", "{{slut}}"}))).find("w:tbl") ==
        std::string::npos);
  CHECK(body(made("<w:tr><w:tc>" + paragraph("{{Tomt}}") + "</w:tc><w:tc>" +
                  paragraph("{{om Nej}}x{{slut}}") + "</w:tc></w:tr>"))
            .find("<w:tr><w:tc><w:p></w:p></w:tc><w:tc><w:p></w:p></w:tc></w:tr>") != std::string::npos);
  // A table within a cell that goes leaves the cell a paragraph.
  CHECK(body(made("<w:tr><w:tc>" + made(row({"{{för varje x i Inga}}x", "{{slut}}"})) +
                  paragraph("{{Tomt}}") + "</w:tc></w:tr>"))
            .find("<w:tc><w:p></w:p></w:tc>") != std::string::npos);
}

TEST_CASE("W27: a paragraph follows a table that ends a cell, a header, a note or a text box") {
  const std::string last = table(row({"{{L.antal}}"})) + paragraph("{{Tomt}}");
  const std::string end = "</w:tbl><w:p></w:p>";
  CHECK(body(table("<w:tr><w:tc>" + last + "</w:tc></w:tr>")).find(end + "</w:tc>") != std::string::npos);
  CHECK(body("<w:p><w:r><w:pict><v:textbox><w:txbxContent>" + last +
             "</w:txbxContent></v:textbox></w:pict></w:r></w:p>")
            .find(end + "</w:txbxContent>") != std::string::npos);
  WordTemplate made(paragraph("x") + "<w:p><w:r><w:footnoteReference w:id='2'/></w:r></w:p>");
  made.part("header", "w:hdr", last).part("footer", "w:ftr", last);
  made.part("footnotes", "w:footnotes", "<w:footnote w:id='2'>" + last + "</w:footnote>");
  const Filled done = fill(made.package(), json);
  CHECK(done.part("/word/header.xml").find(end + "</w:hdr>") != std::string::npos);
  CHECK(done.part("/word/footer.xml").find(end + "</w:ftr>") != std::string::npos);
  CHECK(done.part("/word/footnotes.xml").find(end + "</w:footnote>") != std::string::npos);
}

TEST_CASE("W27: two tables that become neighbours are kept apart") {
  const std::string xml = body(table(row({"a"})) + paragraph("{{om Nej}}") + paragraph("x") +
                               paragraph("{{slut}}") + table(row({"b"})) + paragraph("{{Min titel}}"));
  CHECK(xml.find("</w:tbl><w:p></w:p><w:tbl>") != std::string::npos);
  CHECK(xml.find("</w:tbl><w:tbl>") == std::string::npos);
  // Also when the paragraph between them held nothing but an empty value.
  CHECK(body(table(row({"a"})) + paragraph("{{Tomt}}") + table(row({"b"})) + paragraph("x"))
            .find("</w:tbl><w:tbl>") == std::string::npos);
}

TEST_CASE("W37: a paragraph of tags that come to nothing stays where something else needs it") {
  const std::string anchored =
      "<w:p><w:r><w:drawing><wp:anchor><wp:docPr id='1' name='b'/></wp:anchor></w:drawing></w:r>" +
      run("{{Tomt}}") + "</w:p>";
  CHECK(body(anchored).find("wp:anchor") != std::string::npos);
  CHECK(body("<w:p><w:pPr><w:sectPr><w:type w:val='nextPage'/></w:sectPr></w:pPr>" + run("{{Tomt}}") +
             "</w:p>" + paragraph("x"))
            .find("nextPage") != std::string::npos);
  CHECK(body(paragraph("a") + paragraph("{{Tomt}}") + "<w:p/>") ==
        "<w:p><w:r><w:t xml:space=\"preserve\">a</w:t></w:r></w:p><w:p/>");
}

TEST_CASE("W38: a value has its tag's format, hidden text is no tag, and capitals change nothing") {
  CHECK(body("<w:p>" + run("{{min TITEL}}", "<w:rPr><w:b/><w:i/><w:caps/></w:rPr>") + "</w:p>") ==
        "<w:p><w:r><w:rPr><w:b/><w:i/><w:caps/></w:rPr><w:t xml:space=\"preserve\">Plan</w:t></w:r></w:p>");
  const std::string hidden =
      body("<w:p>" + run("{{Okänd}}", "<w:rPr><w:vanish/></w:rPr>") + run("{{Min titel}}") + "</w:p>");
  CHECK(texts(hidden, "w:t") == Strings{"{{Okänd}}", "Plan"});
  CHECK(texts(body("<w:p>" + run("{{Min titel}}", "<w:rPr><w:vanish w:val='0'/></w:rPr>") + "</w:p>"),
              "w:t") == Strings{"Plan"});
}
