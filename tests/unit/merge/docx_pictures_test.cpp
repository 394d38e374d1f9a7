// W03, W08, W41, P01: pictures that the data gives, in the place of a placeholder.
#include "merge/docx_template.hpp"
#include "merge/picture_format.hpp"
#include "support/document.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lg;
using namespace lg::test;

namespace {

/// The least that says it is a PNG of that size.
std::string png(int width, int height) {
  const auto number = [](int value) {
    return std::string{'\0', '\0', static_cast<char>(value / 256), static_cast<char>(value % 256)};
  };
  return std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16) + number(width) + number(height) +
         std::string("\x08\x02\0\0\0....\0\0\0\0IEND\xAE\x42\x60\x82", 21);
}

template <std::size_t Size>
std::string bytes(const char (&text)[Size]) {
  return {text, Size - 1};
}

std::string picture(const std::string& alternative, const std::string& more = "") {
  return "<w:p><w:r><w:drawing><wp:inline><wp:extent cx='2000' cy='1000'/><wp:docPr id='7' name='Bild' "
         "descr='" +
         alternative + "'" + more +
         "/><a:graphic xmlns:a='a'><a:graphicData><pic:pic xmlns:pic='p'><pic:nvPicPr><pic:cNvPr id='8' "
         "name='x.png' descr='Platshållare'/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r='r' "
         "r:embed='rId3'><a:extLst><a:ext><asvg:svgBlip xmlns:asvg='s' r:embed='rId4'/></a:ext></a:extLst>"
         "</a:blip><a:srcRect l='5'/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
         "<a:off x='0' y='0'/><a:ext cx='2000' cy='1000'/></a:xfrm></pic:spPr></pic:pic></a:graphicData>"
         "</a:graphic></wp:inline></w:drawing></w:r></w:p>";
}

std::string old_picture(const std::string& alternative) {
  return "<w:p><w:r><w:pict><v:shape xmlns:v='v' id='s1' alt='" + alternative +
         "' style='width:120pt;height:60pt;mso-wrap:none'><v:imagedata xmlns:r='r' r:id='rId3' "
         "croptop='1f'/></v:shape></w:pict></w:r></w:p>";
}

struct Filled {
  opc::Package package;
  Problems problems;

  [[nodiscard]] std::string xml() const { return package.bytes(package.main_part()); }
  [[nodiscard]] std::string media() const {
    std::string names;
    for (const opc::PartName& part : package.part_names()) {
      if (part.text().find("/media/") != std::string::npos)
        names += part.text() + " " + package.content_type(part) + "\n";
    }
    return names;
  }
  [[nodiscard]] int count(const std::string& text) const {
    int found = 0;
    const std::string all = xml();
    for (std::size_t at = all.find(text); at != std::string::npos; at = all.find(text, at + 1)) ++found;
    return found;
  }
};

Filled fill(const std::string& body, const std::string& json) {
  opc::Package package = document(body);
  const opc::PartName main = package.main_part();
  opc::Relationships relationships = package.relationships(main);
  const std::string image = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
  CHECK(relationships.add(image, "media/image1.png", false) == "rId3");
  CHECK(relationships.add(image, "media/image2.svg", false) == "rId4");
  package.replace(main, relationships);
  package.add(opc::PartName("/word/media/image1.png"), png(1, 1), "image/png");
  package.add(opc::PartName("/word/media/image2.svg"), "<svg/>", "image/svg+xml");
  Dataset dataset = data(json);
  for (auto& [key, one] : dataset.pictures) {
    one.bytes = one.file == "hög.png" ? png(10, 20) : one.file == "bred.png" ? png(40, 10) : "ingen bild";
  }
  Filled filled{document(""), {}};
  const auto template_ = merge::DocxTemplate::parse(package, dataset, filled.problems);
  if (!filled.problems.has_errors(true)) filled.package = template_.render(dataset, filled.problems);
  return filled;
}

}  // namespace

TEST_CASE("W41: a picture keeps its proportions within the placeholder's box") {
  const Filled filled = fill(picture("{{bild logotyp}} Märke för {{Nämnd}}"),
                             R"({"Nämnd": "A & B", "bilder": {"logotyp": "hög.png"}})");
  CHECK(text_of(filled.problems).empty());
  const std::string xml = filled.xml();
  CHECK(xml.find("<wp:extent cx=\"500\" cy=\"1000\">") != std::string::npos);
  CHECK(xml.find("<a:ext cx=\"500\" cy=\"1000\">") != std::string::npos);
  CHECK(filled.count("descr=\"Märke för A &amp; B\"") == 2);
  CHECK(xml.find("srcRect") == std::string::npos);
  CHECK(xml.find("svgBlip") == std::string::npos);
  CHECK(filled.media() == "/word/media/image2.png image/png\n");
}

TEST_CASE("W41: the alternative text is the template's, the data's or the picture's name") {
  const std::string json =
      R"({"bilder": {"stadens_vapen": "bred.png", "b": {"fil": "hög.png", "text": "En "}}})";
  CHECK(fill(picture("{{bild stadens vapen}}"), json).count("descr=\"Stadens vapen\"") == 2);
  CHECK(fill(picture("{{bild b}}"), json).count("descr=\"En \"") == 2);
  CHECK(fill(picture("", " title='{{bild b}} Titel'"), json).count("descr=\"Titel\"") == 2);
}

TEST_CASE("W08: one picture shown often is one part, and a row may name it") {
  const Filled filled = fill(
      paragraph("{{för varje p i Personer}}") + picture("{{bild p.Foto}}") + paragraph("{{slut}}") +
          old_picture("{{bild logotyp}}"),
      R"({"bilder": {"logotyp": "hög.png"}, "Personer": [{"Foto": "logotyp"}, {"Foto": ""}, {"Foto": "Hög.png"}]})");
  CHECK(text_of(filled.problems).empty());
  CHECK(filled.count("<w:drawing>") == 2);
  CHECK(filled.count("r:embed=\"rId5\"") == 2);
  CHECK(filled.count("r:id=\"rId5\"") == 1);
  CHECK(filled.count("style=\"mso-wrap:none;width:30pt;height:60pt\"") == 1);
  CHECK(filled.count("croptop") == 0);
  CHECK(filled.count("wp:docPr name=\"Bild\" id=\"7\"") == 1);
  CHECK(filled.media() == "/word/media/image2.png image/png\n");
}

TEST_CASE("W41: a picture in the midst of a block within one paragraph") {
  const std::string drawing = picture("{{bild p.Foto}}");
  const std::string run = drawing.substr(5, drawing.size() - 11);
  const Filled filled = fill(
      "<w:p><w:r><w:t>{{för varje p i Personer}}</w:t></w:r>" + run +
          "<w:r><w:t>{{p.Namn}}{{slut}}</w:t></w:r></w:p>",
      R"({"bilder": {"a": "hög.png"}, "Personer": [{"Namn": "A", "Foto": "a"}, {"Namn": "B", "Foto": "a"}]})");
  CHECK(text_of(filled.problems).empty());
  CHECK(filled.count("<w:drawing>") == 2);
}

TEST_CASE("M046: a picture that the data does not have, also one that a row names") {
  const std::string json = R"({"bilder": {"logotyp": "hög.png"}, "Foto": "borta"})";
  CHECK(text_of(fill(picture("{{bild logotypp}}"), json).problems) ==
        "fel[M046]: Taggen ”{{bild logotypp}}”: bilden ”logotypp” finns inte.\n"
        "  plats: mall.docx › stycke 1 › ”{{bild logotypp}}”\n  tips: Menade du ”logotyp”?\n");
  const Filled named = fill(picture("{{bild Foto}}"), json);
  CHECK(text_of(named.problems) ==
        "fel[M046]: Taggen ”{{bild Foto}}”: bilden ”borta” finns inte.\n"
        "  plats: mall.docx › stycke 1 › ”{{bild Foto}}”\n"
        "  tips: Lägg bilden i mappen ”bilder” i genomgångens mapp, eller under ”bilder” i datafilen.\n");
  CHECK(named.count("descr=\"⟦saknas: bild Foto⟧\"") == 2);  // as a draft shows it
}

TEST_CASE("M047: a file that is no picture") {
  CHECK(text_of(fill(picture("{{bild a}}"), R"({"bilder": {"a": "a.png"}})").problems) ==
        "fel[M047]: Taggen ”{{bild a}}”: filen ”a.png” är ingen hel bild av slaget PNG, JPEG eller GIF.\n"
        "  plats: mall.docx › stycke 1 › ”{{bild a}}”\n"
        "  tips: Öppna bilden i ett bildprogram och spara den som PNG eller JPEG.\n");
  CHECK(text_of(fill(picture("{{bild a}}"), R"({"bilder": {"a": "a.svg"}})").problems) ==
        "fel[M047]: Taggen ”{{bild a}}”: bilden ”a.svg” är en SVG-bild, som inte alla program kan visa.\n"
        "  plats: mall.docx › stycke 1 › ”{{bild a}}”\n"
        "  tips: Spara bilden som PNG och ange den i stället.\n");
}

TEST_CASE("M049: a chart without columns side by side") {
  opc::Package package = document(
      "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' name='D' descr='{{diagram Lista}}'/><a:graphic "
      "xmlns:a='a'>"
      "<a:graphicData><c:chart xmlns:c='c' xmlns:r='r' r:id='rId3'/></a:graphicData></a:graphic></wp:inline>"
      "</w:drawing></w:r></w:p>");
  opc::Relationships relationships = package.relationships(package.main_part());
  CHECK(relationships.add("http://x/chart", "chart.xml", false) == "rId3");
  package.replace(package.main_part(), relationships);
  package.add(opc::PartName("/word/chart.xml"), "<c:chartSpace xmlns:c='c'/>", "x/chart");
  Problems problems;
  (void)merge::DocxTemplate::parse(package, data(R"({"Lista": [{"a": 1}]})"), problems);
  CHECK(
      text_of(problems) ==
      "fel[M049]: Taggen ”{{diagram Lista}}”: diagrammet har inte sina data i kolumner bredvid varandra.\n"
      "  plats: mall.docx › stycke 1 › ”{{diagram Lista}}”\n"
      "  tips: Högerklicka på diagrammet, välj Redigera data, och låt kategorierna stå i en kolumn och varje "
      "serie i en egen kolumn bredvid.\n");
}

TEST_CASE("Pictures: what their first bytes say") {
  const auto size = [](const std::string& bytes) {
    const auto format = merge::read_picture_format(bytes);
    return format ? std::string(merge::ending_of(format->kind)) + " " + std::to_string(format->width) + "x" +
                        std::to_string(format->height)
                  : "ingen";
  };
  CHECK(size(png(300, 20)) == "png 300x20");
  CHECK(size(png(300, 20).substr(0, 40)) == "ingen");  // cut short
  CHECK(size(bytes("\xFF\xD8\xFF\xE0\0\x04..\xFF\xC2\0\x0B\x08\0\x10\0\x20\x03....")) == "jpeg 32x16");
  CHECK(size(bytes("GIF89a\x05\0\x04\0......")) == "gif 5x4");
  CHECK(size(bytes("GIF89a\0\0\x04\0......")) == "ingen");
  CHECK(size("{\"fil\": \"logo.png\"}") == "ingen");
}
