#include "merge/docx_stale_facts.hpp"

#include "opc/xml.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace lg::merge {
namespace {

constexpr std::array<std::string_view, 8> counts = {
    "Pages", "Words",      "Characters",   "CharactersWithSpaces",
    "Lines", "Paragraphs", "HeadingPairs", "TitlesOfParts"};
constexpr std::array<std::string_view, 1> questions = {"updateFields"};

template <std::size_t N>
void remove_elements(opc::Package& package, const opc::PartName& name,
                     const std::array<std::string_view, N>& names) {
  if (!package.has(name)) return;
  pugi::xml_document part = opc::parse_xml(package.bytes(name), package.file_name(), name.text());
  pugi::xml_node root = part.document_element();
  bool changed = false;
  for (pugi::xml_node node = root.first_child(); node;) {
    const pugi::xml_node next = node.next_sibling();
    if (std::ranges::find(names, opc::local_name(node)) != names.end())
      changed = root.remove_child(node) || changed;
    node = next;
  }
  if (changed) package.replace(name, opc::to_bytes(part));
}

}  // namespace

void remove_stale_facts(opc::Package& package) {
  for (const opc::PartName& name : package.related(opc::PartName("/"), "extended-properties"))
    remove_elements(package, name, counts);
  for (const opc::PartName& name : package.related(package.main_part(), "settings"))
    remove_elements(package, name, questions);
}

}  // namespace lg::merge
