#include "wml/paragraph.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using lg::wml::Paragraph;

namespace {

/// A w:p whose runs hold `texts`, each run with a format of its own.
pugi::xml_document paragraph_of(const std::vector<std::string>& texts) {
  pugi::xml_document document;
  pugi::xml_node p = document.append_child("w:p");
  for (const std::string& text : texts) {
    pugi::xml_node run = p.append_child("w:r");
    run.append_child("w:rPr").append_child("w:b");
    lg::wml::set_text(run.append_child("w:t"), text);
  }
  return document;
}

std::string xml(const pugi::xml_document& document) {
  struct Writer : pugi::xml_writer {
    std::string text;
    void write(const void* data, std::size_t size) override {
      text.append(static_cast<const char*>(data), size);
    }
  };
  Writer writer;
  document.print(writer, "", pugi::format_raw | pugi::format_no_declaration);
  return writer.text;
}

}  // namespace

TEST_CASE("a tag is cut out wherever Word has cut it into runs, and what is beside it keeps its text") {
  const std::string text = "Under {{antal}} fall";
  const std::size_t begin = text.find("{{");
  for (std::size_t i = 1; i < text.size(); ++i) {
    for (std::size_t j = i; j < text.size(); ++j) {
      const auto document = paragraph_of({text.substr(0, i), text.substr(i, j - i), text.substr(j)});
      Paragraph paragraph(document.first_child());

      const pugi::xml_node put = paragraph.cut(begin, begin + 9, "lg:tag");

      CHECK(paragraph.text() == "Under  fall");
      // The text before the element is the text before the tag.
      std::string before;
      for (const pugi::xml_node run : document.first_child().children("w:r")) {
        bool reached = false;
        for (const pugi::xml_node child : run.children()) {
          reached = reached || child == put;
          if (!reached) before += child.text().get();
        }
        if (reached) break;
      }
      CHECK(before == "Under ");
    }
  }
}

TEST_CASE("a line break and a tab within a tag go with it") {
  pugi::xml_document document;
  document.load_string("<w:p><w:r><w:t>{{a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>}} c</w:t></w:r></w:p>");
  Paragraph paragraph(document.first_child());
  CHECK(paragraph.text() == "{{a\nb\t}} c");
  (void)paragraph.cut(0, 8, "lg:tag");
  CHECK(xml(document) == "<w:p><w:r><lg:tag/><w:t xml:space=\"preserve\"> c</w:t></w:r></w:p>");
}

TEST_CASE("a run is parted at an element, and both halves keep its format") {
  const auto document = paragraph_of({"före{{x}}efter"});
  Paragraph paragraph(document.first_child());
  (void)lg::wml::lift_out_of_run(paragraph.cut(5, 10, "lg:tag"));
  CHECK(xml(document) ==
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>före</w:t></w:r><lg:tag/>"
        "<w:r><w:rPr><w:b/></w:rPr><w:t>efter</w:t></w:r></w:p>");
}

TEST_CASE("the text leaves out properties, deleted text, hidden text and field codes") {
  pugi::xml_document document;
  document.load_string(
      "<w:p><w:pPr><w:pStyle w:val='Rubrik1'/><w:tabs><w:tab w:pos='100'/></w:tabs></w:pPr>"
      "<w:r><w:t>1</w:t><w:tab/></w:r><w:del><w:r><w:delText>gammal</w:delText></w:r></w:del>"
      "<w:r><w:rPr><w:vanish/></w:rPr><w:t>dold</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
      "<w:hyperlink><w:r><w:t>länk</w:t></w:r></w:hyperlink></w:p>");
  const Paragraph paragraph(document.first_child());
  CHECK(paragraph.text() == "1\tlänk");
  CHECK(paragraph.style_id() == "Rubrik1");
}
