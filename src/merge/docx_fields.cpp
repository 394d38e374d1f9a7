#include "merge/docx_fields.hpp"

#include "merge/docx_layout.hpp"

#include <algorithm>
#include <string_view>

namespace lg::merge {
namespace {

/// Takes in the fields below the node; false when one ends that did not begin.
bool follow(pugi::xml_node node, int& open) {
  bool whole = true;
  const auto take = [&](pugi::xml_node n) {
    const std::string_view type = n.attribute("w:fldCharType").value();
    if (type == "begin") ++open;
    if (type == "end" && --open < 0) whole = false;
    return false;
  };
  take(node);
  node.find_node(take);
  return whole;
}

bool holds_whole_fields(pugi::xml_node marker, const Tag& opener) {
  int open = 0;
  for (pugi::xml_node node = marker.next_sibling(); node; node = node.next_sibling()) {
    if (std::string_view(node.name()) != tag_element) {
      if (!follow(node, open)) return false;
      continue;
    }
    const int number = node.attribute("n").as_int();
    const bool closes = number == opener.closer;
    const bool divides = std::ranges::find(opener.branches, number) != opener.branches.end();
    if ((closes || divides) && open != 0) return false;
    if (closes) return true;
  }
  return true;
}

}  // namespace

void vet_block_fields(pugi::xml_node root, const std::vector<Tag>& tags, Problems& problems) {
  root.find_node([&](pugi::xml_node node) {
    if (std::string_view(node.name()) != tag_element) return false;
    const Tag& tag = tags[node.attribute("n").as_uint()];
    if (tag.closer < 0 || holds_whole_fields(node, tag)) return false;
    problems.add({Severity::error,
                  "M023",
                  tag.where,
                  "Blocket ”" + tag.raw + "” börjar eller slutar mitt i ett fält.",
                  "Låt hela fältet, till exempel en korsreferens, stå antingen i eller utanför blocket.",
                  {}});
    return false;
  });
}

}  // namespace lg::merge
