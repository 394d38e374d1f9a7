#include "preview/report.hpp"
#include "support/document.hpp"
#include "support/word_filling.hpp"

#include <catch2/catch.hpp>

using namespace lg;
using namespace lg::test;

namespace {

const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string shown(const opc::Package& package) {
  std::string html;
  for (const preview::Block& block : preview::report_blocks(package, 3)) html += block.html + "\n";
  return html;
}

/// A drawing that holds `inner`, with that alternative text.
std::string drawing(const std::string& text, const std::string& inner) {
  return "<w:r><w:drawing><wp:inline><wp:docPr id='1' name='n' descr='" + text + "'/>" + inner +
         "</wp:inline></w:drawing></w:r>";
}
std::string picture(const std::string& text, const std::string& id) {
  return drawing(text, "<a:blip xmlns:a='a' xmlns:r='r' r:embed='" + id + "'/>");
}

/// The third relationship of the main part and those behind it.
void add_media(WordTemplate& file, const std::string& name, const std::string& bytes) {
  file.part_of("main", office + "image", "/word/media/" + name, bytes,
               "image/" + name.substr(name.size() - 3));
}

}  // namespace

TEST_CASE("a picture lies in the page with its text; one that no page can show is its text alone") {
  WordTemplate file("<w:p><w:r><w:t>Se </w:t></w:r>" + picture("Karta &quot;a&quot; &lt;b>", "rId3") +
                    "</w:p><w:p>" + picture("Ritning", "rId4") + "</w:p><w:p>" + picture("", "rId99") +
                    "</w:p>" +
                    "<w:p><w:r><w:pict><v:shape xmlns:v='v' alt='Vapen'><v:imagedata xmlns:r='r' "
                    "r:id='rId5'/></v:shape></w:pict></w:r></w:p>");
  add_media(file, "a.png", "\x89PNG\r\n\x1A\nxyz");
  add_media(file, "b.emf", "<svg onload='alert(1)'/>");
  add_media(file, "c.jpg", "\xFF\xD8\xFF\xE0");
  CHECK(shown(file.package()) ==
        "<p id=\"p-1\" data-p=\"1\">Se <img src=\"data:image/png;base64,iVBORw0KGgp4eXo=\" alt=\"Karta "
        "&quot;a&quot; &lt;b&gt;\"></p>\n"
        "<p id=\"p-2\" data-p=\"2\"><span class=\"bild\">Bild: Ritning</span></p>\n"
        "<p id=\"p-3\" data-p=\"3\"><span class=\"bild\">Bild</span></p>\n"
        "<p id=\"p-4\" data-p=\"4\"><img src=\"data:image/jpeg;base64,/9j/4A==\" alt=\"Vapen\"></p>\n");
}

TEST_CASE("a chart is its text and a table of the figures that it keeps") {
  WordTemplate file("<w:p>" + drawing("Nyckeltal per år", "<c:chart xmlns:c='c' xmlns:r='r' r:id='rId3'/>") +
                    "</w:p>");
  const auto points = [](const std::string& kind, const std::string& values) {
    return "<c:" + kind + "Ref><c:f>Sheet1!$A$2:$A$3</c:f><c:" + kind +
           "Cache><c:formatCode>0.0</c:formatCode><c:ptCount val='2'/>" + values + "</c:" + kind +
           "Cache></c:" + kind + "Ref>";
  };
  file.part_of("main", office + "chart", "/word/charts/chart1.xml",
               "<c:chartSpace xmlns:c='c'><c:chart><c:plotArea><c:barChart><c:ser><c:tx><c:v>Utfall "
               "&lt;b></c:v></c:tx><c:cat>" +
                   points("str", "<c:pt idx='0'><c:v>2024</c:v></c:pt><c:pt idx='1'><c:v>2025</c:v></c:pt>") +
                   "</c:cat><c:val>" + points("num", "<c:pt idx='0'><c:v>12.5</c:v></c:pt>") +
                   "</c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>",
               "application/vnd.openxmlformats-officedocument.drawingml.chart+xml");
  CHECK(shown(file.package()) ==
        "<figure class=\"diagram\" id=\"p-1\" data-p=\"1\"><figcaption>Nyckeltal per år</figcaption><table "
        "aria-label=\"Nyckeltal per år\"><thead><tr><td></td><th scope=\"col\">Utfall "
        "&lt;b&gt;</th></tr></thead><tbody><tr><th scope=\"row\">2024</th><td "
        "class=\"n\">12,5</td></tr><tr><th "
        "scope=\"row\">2025</th><td class=\"n\"></td></tr></tbody></table></figure>\n");
}

TEST_CASE("a damaged chart is its text alone, a formula its signs in a row") {
  WordTemplate file("<w:p>" + drawing("Mål", "<c:chart xmlns:c='c' xmlns:r='r' r:id='rId3'/>") +
                    "</w:p><w:p><m:oMath xmlns:m='m'><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>");
  file.part_of("main", office + "chart", "/word/charts/chart1.xml", "<c:chartSpace", "application/xml");
  CHECK(shown(file.package()) ==
        "<figure class=\"diagram\" id=\"p-1\" data-p=\"1\"><figcaption>Mål</figcaption></figure>\n"
        "<p id=\"p-2\" data-p=\"2\">a+b</p>\n");
}

TEST_CASE("the paragraphs of a text box follow the one that holds it, in the form that Word shows") {
  const std::string box =
      "<w:r><mc:AlternateContent xmlns:mc='mc'><mc:Choice Requires='wps'><w:drawing><wp:anchor><wp:docPr "
      "id='1' "
      "name='n'/><w:txbxContent>" +
      paragraph("I rutan") +
      "</w:txbxContent></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" +
      paragraph("I rutan") + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
  CHECK(shown(document("<w:p><w:r><w:t>Före</w:t></w:r>" + box + "</w:p>" + paragraph("Efter"))) ==
        "<p id=\"p-1\" data-p=\"1\">Före</p><div class=\"textruta\"><p id=\"p-2\" data-p=\"2\">I "
        "rutan</p></div>\n"
        "<p id=\"p-4\" data-p=\"4\">Efter</p>\n");
}

TEST_CASE("notes stand last, numbered, with a way back") {
  WordTemplate file("<w:p><w:r><w:t>Läst</w:t></w:r><w:r><w:footnoteReference w:id='7'/></w:r></w:p>" +
                    paragraph("Slut"));
  file.part("footnotes", "w:footnotes",
            "<w:footnote w:id='0' w:type='separator'>" + paragraph("") +
                "</w:footnote><w:footnote w:id='7'>" + paragraph("Se &lt;lagen>.") + "</w:footnote>");
  CHECK(shown(file.package()) ==
        "<p id=\"p-1\" data-p=\"1\">Läst<sup><a href=\"#n-1\" aria-label=\"Fotnot 1\">1</a></sup></p>\n"
        "<p id=\"p-2\" data-p=\"2\">Slut</p>\n"
        "<ol class=\"noter\"><li id=\"n-1\"><p>Se &lt;lagen&gt;.</p><a href=\"#p-1\" aria-label=\"Tillbaka "
        "till "
        "texten\">↩\uFE0E</a></li></ol>\n");
}

TEST_CASE("the header of the first page comes first, and bears no numbers of the text") {
  opc::Package package = document("");
  const std::string word = "xmlns:w='" + word_namespace + "'";
  package.replace(package.main_part(),
                  "<w:document " + word + " xmlns:r='r'><w:body>" + paragraph("Text") +
                      "<w:sectPr><w:headerReference w:type='default' r:id='rId3'/><w:headerReference "
                      "w:type='first' r:id='rId4'/><w:titlePg/></w:sectPr></w:body></w:document>");
  opc::Relationships relationships = package.relationships(package.main_part());
  relationships.add(office + "header", "header1.xml", false);
  relationships.add(office + "header", "header2.xml", false);
  package.replace(package.main_part(), std::move(relationships));
  for (const std::string name : {"1", "2"})
    package.add(opc::PartName("/word/header" + name + ".xml"),
                "<w:hdr " + word + ">" + paragraph("Huvud " + name) + "</w:hdr>", "application/xml");
  CHECK(shown(package) ==
        "<div class=\"sidhuvud\"><p>Huvud 2</p></div>\n"
        "<p id=\"p-1\" data-p=\"1\">Text</p>\n");
}

TEST_CASE("a caption belongs to the table that follows it") {
  opc::Package package = document(
      "<w:p><w:pPr><w:pStyle w:val='B'/></w:pPr><w:r><w:t>Roller</w:t></w:r></w:p>" + table(row({"a"})) +
      "<w:p><w:pPr><w:pStyle w:val='B'/></w:pPr><w:r><w:t>Ensam</w:t></w:r></w:p>");
  package.replace(
      opc::PartName("/word/styles.xml"),
      "<w:styles xmlns:w='" + word_namespace +
          "'><w:style w:type='paragraph' w:styleId='B'><w:name w:val='caption'/></w:style></w:styles>");
  CHECK(shown(package) ==
        "<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"Roller\"><table><caption id=\"p-1\" "
        "data-p=\"1\">Roller</caption><tbody><tr><td><p id=\"p-2\" "
        "data-p=\"2\">a</p></td></tr></tbody></table></div>\n"
        "<p class=\"bildtext\" id=\"p-3\" data-p=\"3\">Ensam</p>\n");
}
