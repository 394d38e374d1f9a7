#include "wml/styles.hpp"

#include "base/text.hpp"
#include "opc/xml.hpp"

namespace lg::wml {
namespace {

constexpr int longest_chain = 20;  // of styles based on one another; a longer one goes in circles

/// w:outlineLvl counts from 0; 9 means body text (17.3.1.20).
int outline_level_in(pugi::xml_node properties) {
  const pugi::xml_node level = properties.child("w:outlineLvl");
  if (!level) return -1;
  const int value = level.attribute("w:val").as_int(9);
  return value >= 0 && value < 9 ? value + 1 : 0;
}

void add_tab_stops(pugi::xml_node properties, TabStops& stops) {
  for (const pugi::xml_node tab : properties.child("w:tabs").children("w:tab")) {
    const std::string_view kind = tab.attribute("w:val").value();
    stops.left = stops.left || kind == "left" || kind == "start" || kind == "num";
    stops.right = stops.right || kind == "right" || kind == "end";
  }
}

}  // namespace

Styles Styles::read(const opc::Package& package, const opc::PartName& document) {
  Styles styles;
  const auto parts = package.related(document, "styles");
  if (parts.empty() || !package.has(parts.front())) return styles;
  const auto part = opc::parse_xml(package.bytes(parts.front()), package.file_name(), parts.front().text());
  for (const pugi::xml_node node : part.document_element().children("w:style")) {
    const std::string id = node.attribute("w:styleId").value();
    const pugi::xml_node properties = node.child("w:pPr");
    Style style;
    style.based_on = node.child("w:basedOn").attribute("w:val").value();
    style.outline_level = outline_level_in(properties);
    if (const pugi::xml_node numbering = properties.child("w:numPr")) {
      style.num_id = numbering.child("w:numId").attribute("w:val").as_int(-1);
      style.level = numbering.child("w:ilvl").attribute("w:val").as_int(-1);
    }
    add_tab_stops(properties, style.tabs);
    style.name = to_lower(node.child("w:name").attribute("w:val").value());
    styles.ids_.emplace(style.name, id);
    const bool paragraph = std::string_view(node.attribute("w:type").value()) == "paragraph";
    if (paragraph && node.attribute("w:default").as_bool()) styles.default_id_ = id;
    styles.styles_.emplace(id, std::move(style));
  }
  return styles;
}

std::string Styles::id_of(std::string_view name) const {
  const auto found = ids_.find(to_lower(name));
  return found == ids_.end() ? "" : found->second;
}

std::string Styles::name_of(pugi::xml_node paragraph) const {
  const pugi::xml_node style = paragraph.child("w:pPr").child("w:pStyle");
  const auto found = styles_.find(style.attribute("w:val").as_string(default_id_.c_str()));
  return found == styles_.end() ? "" : found->second.name;
}

int Styles::outline_level(pugi::xml_node paragraph) const {
  const pugi::xml_node properties = paragraph.child("w:pPr");
  const int own = outline_level_in(properties);
  if (own >= 0) return own;
  std::string id = properties.child("w:pStyle").attribute("w:val").as_string(default_id_.c_str());
  for (int i = 0; i < longest_chain; ++i) {
    const auto style = styles_.find(id);
    if (style == styles_.end()) return 0;
    if (style->second.outline_level >= 0) return style->second.outline_level;
    id = style->second.based_on;
  }
  return 0;
}

NumberingUse Styles::numbering(pugi::xml_node paragraph) const {
  const pugi::xml_node properties = paragraph.child("w:pPr");
  const pugi::xml_node own = properties.child("w:numPr");
  int num_id = own ? own.child("w:numId").attribute("w:val").as_int(-1) : -1;
  int level = own ? own.child("w:ilvl").attribute("w:val").as_int(-1) : -1;
  std::string id = properties.child("w:pStyle").attribute("w:val").as_string(default_id_.c_str());
  for (int i = 0; i < longest_chain && (num_id < 0 || level < 0); ++i) {
    const auto style = styles_.find(id);
    if (style == styles_.end()) break;
    if (num_id < 0) num_id = style->second.num_id;
    if (level < 0) level = style->second.level;
    id = style->second.based_on;
  }
  return {num_id < 0 ? 0 : num_id, level < 0 ? 0 : level};
}

TabStops Styles::tab_stops(pugi::xml_node paragraph) const {
  const pugi::xml_node properties = paragraph.child("w:pPr");
  TabStops stops;
  add_tab_stops(properties, stops);
  std::string id = properties.child("w:pStyle").attribute("w:val").as_string(default_id_.c_str());
  for (int i = 0; i < longest_chain; ++i) {
    const auto style = styles_.find(id);
    if (style == styles_.end()) break;
    stops.left = stops.left || style->second.tabs.left;
    stops.right = stops.right || style->second.tabs.right;
    id = style->second.based_on;
  }
  return stops;
}

}  // namespace lg::wml
