#include "merge/docx_trace.hpp"

#include <cstdlib>
#include <string_view>

namespace lg::merge {
namespace {

constexpr std::string_view target = "genomgang-tag";

bool is_mark(pugi::xml_node node) {
  return node.type() == pugi::node_pi && node.name() == target;
}

pugi::xml_node last_within(pugi::xml_node node) {
  while (node.last_child()) node = node.last_child();
  return node;
}

}  // namespace

std::string trace_mark(int tag) {
  return "<?" + std::string(target) + " " + std::to_string(tag) + "?>";
}

int traced_tag(pugi::xml_node node) {
  pugi::xml_node mark = node.find_node(is_mark);
  for (; !mark && node;
       node = node.previous_sibling() ? last_within(node.previous_sibling()) : node.parent()) {
    if (is_mark(node)) mark = node;
  }
  return mark ? std::atoi(mark.value()) : -1;
}

}  // namespace lg::merge
