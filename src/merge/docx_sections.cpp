#include "merge/docx_sections.hpp"

#include <cstddef>
#include <string_view>

namespace lg::merge {
namespace {

constexpr std::string_view paragraph_end = "</w:p>";

/// Where the paragraph begins that xml ends with; npos when it ends with something else.
std::size_t last_paragraph(std::string_view xml) {
  if (!xml.ends_with(paragraph_end)) return std::string_view::npos;
  std::size_t depth = 1;  // a text box holds paragraphs of its own
  std::size_t at = xml.size() - paragraph_end.size();
  while (at > 0) {
    at = xml.rfind('<', at - 1);
    if (at == std::string_view::npos) break;
    const std::string_view rest = xml.substr(at);
    if (rest.starts_with(paragraph_end)) ++depth;
    if (!rest.starts_with("<w:p>") && !rest.starts_with("<w:p ")) continue;
    const bool empty = rest[rest.find('>') - 1] == '/';
    if (!empty && --depth == 0) return at;
  }
  return std::string_view::npos;
}

}  // namespace

void hand_on_section(std::string& xml, const std::string& section) {
  constexpr std::string_view properties = "<w:pPr>";
  constexpr std::string_view properties_end = "</w:pPr>";
  if (xml.ends_with("<w:body>")) return;  // nothing stands before it
  const std::size_t begin = last_paragraph(xml);
  if (begin == std::string::npos) {
    xml += "<w:p><w:pPr>" + section + "</w:pPr></w:p>";
    return;
  }
  const std::size_t inside = xml.find('>', begin) + 1;
  if (xml.compare(inside, properties.size(), properties) != 0) {
    const bool empty = xml.compare(inside, 8, "<w:pPr/>") == 0;
    xml.replace(inside, empty ? 8 : 0, std::string(properties) + section + std::string(properties_end));
    return;
  }
  const std::size_t end = xml.find(properties_end, inside);
  if (xml.substr(inside, end - inside).find("<w:sectPr") == std::string::npos) xml.insert(end, section);
}

}  // namespace lg::merge
