#include "merge/xlsx_pivots.hpp"

#include "merge/tag_scanner.hpp"
#include "opc/xml.hpp"
#include "sml/shared_strings.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace lg::merge {
namespace {

using opc::child;

std::string text_of(pugi::xml_node cell, const std::vector<SharedText>& strings) {
  const std::string_view type = cell.attribute("t").value();
  if (type == "inlineStr") return sml::rich_text(child(cell, "is"));
  const std::string value = child(cell, "v").child_value();
  if (type != "s") return value;
  const std::size_t number = child(cell, "v").text().as_uint();
  return number < strings.size() ? strings[number].text : "";
}

void remove_all(std::string& text, std::string_view what) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
    text.erase(at, what.size());
  }
}

}  // namespace

void blank_pivot_cells(pugi::xml_node worksheet, const std::vector<sml::CellRange>& areas,
                       const std::vector<SharedText>& strings) {
  if (areas.empty()) return;
  for (const pugi::xml_node row : child(worksheet, "sheetData").children()) {
    for (pugi::xml_node cell : row.children()) {
      const auto ref = sml::CellRef::parse(cell.attribute("r").value());
      const bool inside =
          ref && std::ranges::any_of(areas, [&](const sml::CellRange& area) { return area.contains(*ref); });
      if (!inside || !may_hold_tags(text_of(cell, strings))) continue;
      cell.remove_children();
      cell.remove_attribute("t");
    }
  }
}

void strip_cached_tags(pugi::xml_node cache) {
  for (pugi::xml_node node : cache.children()) {
    pugi::xml_attribute value = node.attribute("v");
    if (may_hold_tags(value.value())) {
      std::string plain = value.value();
      remove_all(plain, "{{");
      remove_all(plain, "}}");
      value = plain.c_str();
    }
    strip_cached_tags(node);
  }
}

}  // namespace lg::merge
