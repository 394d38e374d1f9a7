#include "preview/report.hpp"

#include "support/document.hpp"
#include "support/word_filling.hpp"

#include <catch2/catch.hpp>

using namespace lg;
using namespace lg::test;

namespace {

/// The blocks, one a line.
std::string shown(const opc::Package& package, int top_level = 3) {
  std::string html;
  for (const preview::Block& block : preview::report_blocks(package, top_level)) html += block.html + "\n";
  return html;
}
std::string shown(const std::string& body) {
  return shown(document(body));
}

std::string run(const std::string& properties, const std::string& inner) {
  return "<w:r><w:rPr>" + properties + "</w:rPr>" + inner + "</w:r>";
}
std::string item(const std::string& text, int list, int level = 0) {
  return "<w:p><w:pPr><w:numPr><w:ilvl w:val='" + std::to_string(level) + "'/><w:numId w:val='" +
         std::to_string(list) + "'/></w:numPr></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}
std::string cell(const std::string& text, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(text) + "</w:tc>";
}
std::string header_row(const std::string& cells) {
  return "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + cells + "</w:tr>";
}
std::string row_of(const std::string& cells) {
  return "<w:tr>" + cells + "</w:tr>";
}

}  // namespace

TEST_CASE("headings show their numbers, paragraphs theirs, and blank ones count but are not shown") {
  CHECK(shown(paragraph("Sammanfattning", "Rubrik1") + paragraph("Text") + paragraph(" ") +
              paragraph("Faktorer", "Rubrik2") + paragraph("Mer")) ==
        "<h3 id=\"p-1\" data-p=\"1\"><span class=\"nummer\">1.</span> Sammanfattning</h3>\n"
        "<p id=\"p-2\" data-p=\"2\">Text</p>\n"
        "<h4 id=\"p-4\" data-p=\"4\"><span class=\"nummer\">1.2</span> Faktorer</h4>\n"
        "<p id=\"p-5\" data-p=\"5\">Mer</p>\n");
  CHECK(shown(document(paragraph("Djupt", "Rubrik2")), 6) ==
        "<div role=\"heading\" aria-level=\"7\" id=\"p-1\" data-p=\"1\"><span class=\"nummer\">1.2</span> "
        "Djupt</div>\n");
}

TEST_CASE("what a document says is text, whatever it looks like") {
  CHECK(shown(paragraph("&lt;script>alert(1)&lt;/script> ]]> &amp;lt; \"a\" 'b'") +
              paragraph("&lt;img src=x onerror=alert(1)>", "Rubrik1")) ==
        "<p id=\"p-1\" data-p=\"1\">&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; &amp;lt; &quot;a&quot; "
        "&#39;b&#39;</p>\n"
        "<h3 id=\"p-2\" data-p=\"2\"><span class=\"nummer\">1.</span> &lt;img src=x "
        "onerror=alert(1)&gt;</h3>\n");
}

TEST_CASE("a link outwards is its text alone") {
  WordTemplate file(
      "<w:p><w:hyperlink "
      "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' r:id='rId3'>"
      "<w:r><w:t>Läs mer</w:t></w:r></w:hyperlink></w:p>"
      "<w:p><w:hyperlink w:anchor='x\" onclick=\"alert(1)'><w:r><w:t>Dit</w:t></w:r></w:hyperlink></w:p>");
  opc::Relationships relationships = file.package().relationships(file.package().main_part());
  relationships.add("http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
                    "javascript:alert(1)", true);
  file.package().replace(file.package().main_part(), std::move(relationships));
  CHECK(shown(file.package()) ==
        "<p id=\"p-1\" data-p=\"1\">Läs mer</p>\n"
        "<p id=\"p-2\" data-p=\"2\">Dit</p>\n");
}

TEST_CASE("bold and italic, tabs and line breaks; nothing that is deleted, hidden or a field's code") {
  CHECK(
      shown(
          "<w:p>" + run("<w:b/>", "<w:t>Fet</w:t>") + run("<w:b/><w:i/>", "<w:t> och lutad</w:t>") +
          run("<w:b w:val='0'/>", "<w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t><w:br w:type='page'/>") +
          run("<w:vanish/>", "<w:t>dold</w:t>") +
          "<w:del><w:r><w:delText>borta</w:delText></w:r></w:del><w:ins><w:r><w:t>nytt</w:t></w:r></w:ins>" +
          "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>" +
          "<w:r><w:t>kod</w:t></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>7</w:t></w:r>" +
          "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>") ==
      "<p id=\"p-1\" data-p=\"1\"><strong>Fet</strong><strong><em> och lutad</em></strong><span "
      "class=\"tab\"> </span>a<br>bnytt7</p>\n");
}

TEST_CASE("paragraphs of a list are one list, those of a deeper level within the item before") {
  CHECK(
      shown(item("Ett", 9) + item("Under", 9, 1) + item("Två", 9) + item("Annan lista", 8) +
            paragraph("Slut")) ==
      "<ul><li id=\"p-1\" data-p=\"1\">Ett<ul><li id=\"p-2\" data-p=\"2\">Under</li></ul></li><li id=\"p-3\" "
      "data-p=\"3\">Två</li></ul>\n"
      "<ul><li id=\"p-4\" data-p=\"4\">Annan lista</li></ul>\n"
      "<p id=\"p-5\" data-p=\"5\">Slut</p>\n");
}

TEST_CASE("a list that counts begins where its numbers do; numbers of other forms are text") {
  // The numbering of headings: 1., and below it 1.2.
  CHECK(shown(item("Ett", 1) + item("Två", 1) + paragraph("Mellan") + item("Tre", 1)) ==
        "<ol><li id=\"p-1\" data-p=\"1\">Ett</li><li id=\"p-2\" data-p=\"2\">Två</li></ol>\n"
        "<p id=\"p-3\" data-p=\"3\">Mellan</p>\n"
        "<ol><li id=\"p-4\" data-p=\"4\" value=\"3\">Tre</li></ol>\n");
  CHECK(shown(item("Ett", 1) + paragraph("Mellan") + item("Under", 1, 1)) ==
        "<ol><li id=\"p-1\" data-p=\"1\">Ett</li></ol>\n"
        "<p id=\"p-2\" data-p=\"2\">Mellan</p>\n"
        "<ol class=\"egna\"><li id=\"p-3\" data-p=\"3\"><span class=\"nummer\">1.2</span> Under</li></ol>\n");
}

TEST_CASE("a table has its headings, its merged cells and a name") {
  CHECK(
      shown("<w:tbl><w:tblPr><w:tblLook w:firstColumn='1'/><w:tblCaption w:val='Roller &amp; "
            "ansvar'/></w:tblPr>" +
            header_row(cell("") + cell("Ansvar", "<w:gridSpan w:val='2'/>")) +
            row_of(cell("ISAM", "<w:vMerge w:val='restart'/>") + cell("a") + cell("b")) +
            row_of(cell("", "<w:vMerge/>") + cell("c") + cell("d")) + "</w:tbl>") ==
      "<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"Roller &amp; ansvar\"><table "
      "aria-label=\"Roller &amp; ansvar\"><thead><tr><td></td><th scope=\"col\" colspan=\"2\"><p id=\"p-2\" "
      "data-p=\"2\">Ansvar</p></th></tr></thead><tbody><tr><th scope=\"row\" rowspan=\"2\"><p id=\"p-3\" "
      "data-p=\"3\">ISAM</p></th><td><p id=\"p-4\" data-p=\"4\">a</p></td><td><p id=\"p-5\" "
      "data-p=\"5\">b</p></td></tr><tr><td><p id=\"p-7\" data-p=\"7\">c</p></td><td><p id=\"p-8\" "
      "data-p=\"8\">d</p></td></tr></tbody></table></div>\n");
}

TEST_CASE("a table of contents leads to the headings of the preview") {
  const std::string entry =
      "<w:p><w:pPr><w:pStyle w:val='Innehll1'/></w:pPr><w:r><w:fldChar w:fldCharType='begin'/></w:r>"
      "<w:r><w:instrText> TOC \\o \"1-2\" </w:instrText></w:r><w:r><w:fldChar "
      "w:fldCharType='separate'/></w:r>"
      "<w:hyperlink w:anchor='_Toc1'><w:r><w:t>gammal text</w:t></w:r><w:r><w:tab/><w:t>3</w:t></w:r>"
      "</w:hyperlink></w:p>"
      "<w:p><w:pPr><w:pStyle w:val='Innehll1'/></w:pPr><w:hyperlink w:anchor='borta'><w:r><w:t>Utan "
      "rubrik</w:t></w:r><w:r><w:tab/><w:t>4</w:t></w:r></w:hyperlink></w:p>"
      "<w:p><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>";
  CHECK(shown(entry + "<w:p><w:pPr><w:pStyle w:val='Rubrik1'/></w:pPr><w:bookmarkStart w:id='1' "
                      "w:name='_Toc1'/><w:r><w:t>Mål</w:t></w:r><w:bookmarkEnd w:id='1'/></w:p>") ==
        "<nav aria-label=\"Innehåll\"><ul><li id=\"p-1\" data-p=\"1\"><a href=\"#p-4\">1. Mål</a></li><li "
        "id=\"p-2\" data-p=\"2\">Utan rubrik</li></ul></nav>\n"
        "<h3 id=\"p-4\" data-p=\"4\"><span class=\"nummer\">1.</span> Mål</h3>\n");
}
