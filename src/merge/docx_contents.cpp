#include "merge/docx_contents.hpp"

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

std::string text_run(const std::string& text) {
  std::string xml = "<w:r><w:t xml:space=\"preserve\">";
  append_escaped(xml, text);
  return xml + "</w:t></w:r>";
}

}  // namespace

int deepest_level(const std::string& field_code) {
  const std::size_t option = field_code.find("\\o");
  const std::size_t dash = option == std::string::npos ? option : field_code.find('-', option);
  const std::size_t digit = dash == std::string::npos ? dash : field_code.find_first_of("123456789", dash);
  return digit == std::string::npos ? 9 : field_code[digit] - '0';
}

std::string contents_xml(const std::string& field_code, const DocxCompiler& compiled,
                         const wml::Styles& styles, const std::vector<Heading>& headings) {
  const int deepest = deepest_level(field_code);
  std::vector<const Heading*> listed;
  for (const Heading& heading : headings) {
    if (heading.level <= deepest) listed.push_back(&heading);
  }
  const std::string end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
  if (listed.empty()) {
    return "<w:p>" + entry_properties(1, compiled, styles) + compiled.contents_begin() + end + "</w:p>";
  }
  std::string xml;
  for (const Heading* heading : listed) {
    xml += "<w:p>" + entry_properties(heading->level, compiled, styles);
    if (heading == listed.front()) xml += compiled.contents_begin();
    xml += "<w:hyperlink w:anchor=\"" + heading->bookmark + "\" w:history=\"1\">";
    if (!heading->label.empty()) xml += text_run(heading->label) + "<w:r><w:tab/></w:r>";
    std::string text = heading->text;
    std::ranges::replace(text, '\n', ' ');
    xml += text_run(text) + "</w:hyperlink>";
    if (heading == listed.back()) xml += end;
    xml += "</w:p>";
  }
  return xml;
}

}  // namespace lg::merge
