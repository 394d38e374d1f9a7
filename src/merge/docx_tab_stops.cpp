#include "merge/docx_tab_stops.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace lg::merge {
namespace {

/// What stands before w:tabs in a paragraph's properties (17.3.1.26).
constexpr std::array<std::string_view, 10> before_tabs = {
    "w:pStyle",  "w:keepNext",    "w:keepLines", "w:pageBreakBefore",
    "w:framePr", "w:numPr",       "w:pBdr",      "w:suppressLineNumbers",
    "w:shd",     "w:widowControl"};

pugi::xml_node tabs_of(pugi::xml_node paragraph) {
  pugi::xml_node properties = paragraph.child("w:pPr");
  if (!properties) properties = paragraph.prepend_child("w:pPr");
  if (const pugi::xml_node tabs = properties.child("w:tabs")) return tabs;
  pugi::xml_node last;
  for (const pugi::xml_node node : properties.children()) {
    if (std::ranges::find(before_tabs, std::string_view(node.name())) != before_tabs.end()) last = node;
  }
  return last ? properties.insert_child_after("w:tabs", last) : properties.prepend_child("w:tabs");
}

void add_stop(pugi::xml_node tabs, const char* kind, int place) {
  pugi::xml_node stop = tabs.append_child("w:tab");
  stop.append_attribute("w:val") = kind;
  if (std::string_view(kind) == "right") stop.append_attribute("w:leader") = "dot";
  stop.append_attribute("w:pos") = place;
}

}  // namespace

int line_width(pugi::xml_node section) {
  constexpr int a4 = 11906;
  constexpr int margin = 1417;
  const pugi::xml_node margins = section.child("w:pgMar");
  return section.child("w:pgSz").attribute("w:w").as_int(a4) - margins.attribute("w:left").as_int(margin) -
         margins.attribute("w:right").as_int(margin) - margins.attribute("w:gutter").as_int(0);
}

void add_tab_stops(pugi::xml_node paragraph, const wml::Styles& styles, const EntryTabs& needs) {
  const wml::TabStops stops = styles.tab_stops(paragraph);
  const bool right = needs.page && !stops.right;
  const bool left = needs.label > 0 && !stops.left && (stops.right || right);
  if (!left && !right) return;
  const pugi::xml_node tabs = tabs_of(paragraph);
  constexpr int step = 220;  // half a line's height and two figures, in the size that text has mostly
  if (left) add_stop(tabs, "left", step * needs.level + step / 2 * std::max(needs.label, 2));
  if (right) add_stop(tabs, "right", needs.width);
}

}  // namespace lg::merge
