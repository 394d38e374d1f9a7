#include "merge/docx_lists.hpp"

#include "opc/xml.hpp"

#include <pugixml.hpp>

#include <map>

namespace lg::merge {
namespace {

constexpr int levels = 9;

void restart(pugi::xml_node num, pugi::xml_node abstract) {
  num.remove_children();
  num.append_child("w:abstractNumId").append_attribute("w:val") =
      abstract.attribute("w:abstractNumId").value();
  for (int level = 0; level < levels; ++level) {
    const pugi::xml_node own =
        abstract.find_child_by_attribute("w:lvl", "w:ilvl", std::to_string(level).c_str());
    pugi::xml_node change = num.append_child("w:lvlOverride");
    change.append_attribute("w:ilvl") = level;
    change.append_child("w:startOverride").append_attribute("w:val") =
        own.child("w:start").attribute("w:val").as_int(1);
  }
}

}  // namespace

void add_lists(opc::Package& package, const std::vector<std::pair<int, int>>& lists) {
  const auto parts = package.related(package.main_part(), "numbering");
  if (lists.empty() || parts.empty()) return;
  const opc::PartName& name = parts.front();
  pugi::xml_document part = opc::parse_xml(package.bytes(name), package.file_name(), name.text());
  pugi::xml_node root = part.document_element();
  std::map<int, pugi::xml_node> abstracts;  // by w:numId
  pugi::xml_node last;
  for (const pugi::xml_node num : root.children("w:num")) {
    last = num;
    abstracts[num.attribute("w:numId").as_int()] = root.find_child_by_attribute(
        "w:abstractNum", "w:abstractNumId", num.child("w:abstractNumId").attribute("w:val").value());
  }
  for (const auto& [number, like] : lists) {
    last = root.insert_child_after("w:num", last);
    last.append_attribute("w:numId") = number;
    restart(last, abstracts[like]);
  }
  package.replace(name, opc::to_bytes(part));
}

}  // namespace lg::merge
