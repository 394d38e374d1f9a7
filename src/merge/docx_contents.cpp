#include "merge/docx_contents.hpp"

#include "merge/run_properties.hpp"

#include <algorithm>

namespace lg::merge {
namespace {

std::string entry_properties(int level, const DocxCompiler& compiled, const wml::Styles& styles) {
  const std::string style = styles.id_of("toc " + std::to_string(level));
  if (style.empty()) return "";
  const auto& stored = compiled.contents_entries();
  const auto found = std::ranges::find(stored, style, &DocxCompiler::ContentsEntry::style);
  return found != stored.end() ? found->properties : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>";
}

std::string text_run(const std::string& text, const std::string& style) {
  std::string xml = "<w:r>" + (style.empty() ? "" : with_style("", style)) + "<w:t xml:space=\"preserve\">";
  append_escaped(xml, text);
  return xml + "</w:t></w:r>";
}

}  // namespace

std::string contents_xml(const DocxCompiler& compiled, const wml::Styles& styles,
                         const std::vector<Heading>& headings) {
  const std::string end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
  if (headings.empty()) {
    return "<w:p>" + entry_properties(1, compiled, styles) + compiled.contents_begin() + end + "</w:p>";
  }
  std::string xml;
  const std::string link = styles.id_of("Hyperlink");
  for (const Heading& heading : headings) {
    xml += "<w:p>" + entry_properties(heading.level, compiled, styles);
    if (&heading == &headings.front()) xml += compiled.contents_begin();
    xml += "<w:hyperlink w:anchor=\"" + heading.bookmark + "\" w:history=\"1\">";
    if (!heading.label.empty()) xml += text_run(heading.label, link) + "<w:r><w:tab/></w:r>";
    std::string text = heading.text;
    std::ranges::replace(text, '\n', ' ');
    xml += text_run(text, link) + "</w:hyperlink>";
    if (&heading == &headings.back()) xml += end;
    xml += "</w:p>";
  }
  return xml;
}

}  // namespace lg::merge
