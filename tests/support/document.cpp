#include "support/document.hpp"

#include "app/verification.hpp"
#include "full/json_data.hpp"
#include "merge/docx_template.hpp"
#include "opc/xml.hpp"
#include "support/package_builder.hpp"
#include "wml/paragraph.hpp"

namespace lg::test {
namespace {

constexpr const char* word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

std::string heading_style(int level) {
  const std::string number = std::to_string(level);
  return "<w:style w:type='paragraph' w:styleId='Rubrik" + number + "'><w:name w:val='heading " + number +
         "'/><w:pPr><w:numPr><w:ilvl w:val='" + std::to_string(level - 1) +
         "'/><w:numId w:val='1'/></w:numPr>" + "<w:outlineLvl w:val='" + std::to_string(level - 1) +
         "'/></w:pPr></w:style>";
}

std::string styles() {
  return "<w:styles xmlns:w='" + std::string(word) +
         "'><w:style w:type='paragraph' w:default='1' w:styleId='Normal'>" +
         "<w:name w:val='Normal'/></w:style>" + heading_style(1) + heading_style(2) +
         "<w:style w:type='paragraph' w:styleId='Punktlista'><w:name w:val='List Bullet'/></w:style>" +
         "<w:style w:type='paragraph' w:styleId='Innehll1'><w:name w:val='toc 1'/></w:style></w:styles>";
}

std::string numbering() {
  return "<w:numbering xmlns:w='" + std::string(word) +
         "'><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt "
         "w:val='decimal'/>" +
         "<w:lvlText w:val='%1.'/></w:lvl><w:lvl w:ilvl='1'><w:start w:val='2'/><w:numFmt w:val='decimal'/>" +
         "<w:lvlText w:val='%1.%2'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId "
         "w:val='0'/></w:num>" +
         "</w:numbering>";
}

void outline(pugi::xml_node parent, std::string& text) {
  for (const pugi::xml_node node : parent.children()) {
    const std::string_view name = node.name();
    if (name == "w:p") {
      const wml::Paragraph paragraph(node);
      text += "[" + paragraph.style_id() + "] " + paragraph.text() + "\n";
    } else if (name == "w:tr") {
      for (const pugi::xml_node cell : node.children("w:tc")) {
        text += "|";
        for (const pugi::xml_node p : cell.children("w:p")) text += " " + wml::Paragraph(p).text();
        text += " ";
      }
      text += "|\n";
    } else {
      outline(node, text);
    }
  }
}

opc::Package render(const std::string& body, const std::string& json, Problems& problems) {
  const Dataset dataset = data(json);
  const opc::Package source = document(body);
  const auto template_ = merge::DocxTemplate::parse(source, dataset, problems);
  if (problems.has_errors(true)) return document("");
  opc::Package result = template_.render(dataset, problems);
  app::verify(template_, dataset, source, result.save(), problems);
  return result;
}

}  // namespace

opc::Package document(const std::string& body) {
  PackageBuilder builder;
  builder.relate("/", "officeDocument", "word/document.xml")
      .part("/word/document.xml",
            "<w:document xmlns:w='" + std::string(word) +
                "' xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml' "
                "xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'><w:body>" +
                body + "<w:sectPr/></w:body></w:document>",
            std::string(types) + "document.main+xml")
      .relate("/word/document.xml", "styles", "styles.xml")
      .part("/word/styles.xml", styles(), std::string(types) + "styles+xml")
      .relate("/word/document.xml", "numbering", "numbering.xml")
      .part("/word/numbering.xml", numbering(), std::string(types) + "numbering+xml");
  return builder.package("mall.docx");
}

std::string paragraph(const std::string& text, const std::string& style) {
  const std::string properties = style.empty() ? "" : "<w:pPr><w:pStyle w:val='" + style + "'/></w:pPr>";
  return "<w:p>" + properties + "<w:r><w:t xml:space='preserve'>" + text + "</w:t></w:r></w:p>";
}

std::string row(const std::initializer_list<std::string>& cells) {
  std::string xml = "<w:tr>";
  for (const std::string& cell : cells) xml += "<w:tc>" + paragraph(cell) + "</w:tc>";
  return xml + "</w:tr>";
}

std::string table(const std::string& rows) {
  return "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid>" + rows + "</w:tbl>";
}

Dataset data(const std::string& json) {
  Problems ignored;
  return full::read_json("data.json", json, ignored);
}

std::string text_of(const Problems& problems) {
  std::string text;
  for (const Problem& problem : problems) text += to_text(problem);
  return text;
}

std::string filled(const std::string& body, const std::string& json) {
  Problems problems;
  const opc::Package package = render(body, json, problems);
  std::string text;
  if (!problems.has_errors(true)) {
    const auto part = opc::parse_xml(package.bytes(package.main_part()), "ut.docx", "document.xml");
    outline(part.document_element(), text);
  }
  return text + text_of(problems);
}

std::string filled_xml(const std::string& body, const std::string& json) {
  Problems problems;
  const opc::Package package = render(body, json, problems);
  std::string told;
  for (const Problem& problem : problems) told += problem.severity == Severity::note ? "" : to_text(problem);
  return told + package.bytes(package.main_part());
}

}  // namespace lg::test
