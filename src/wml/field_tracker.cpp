#include "wml/field_tracker.hpp"

#include "wml/field_code.hpp"

#include <algorithm>
#include <string_view>

namespace lg::wml {
namespace {

bool is_contents(std::string_view code) {
  return FieldCode(code).kind() == "toc";
}

}  // namespace

bool FieldTracker::in_contents() const {
  return std::ranges::any_of(open_, [](const Open& field) { return field.contents; });
}

bool FieldTracker::take(pugi::xml_node paragraph) {
  bool text = false;
  bool contents = in_contents();
  const bool within = contents;
  walk(paragraph, text, contents);
  // A paragraph with no more of the contents than their end holds text like any other.
  return text || (within && in_contents());
}

void FieldTracker::walk(pugi::xml_node node, bool& text, bool& contents) {
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = child.name();
    if (name == "w:txbxContent") continue;  // a story of its own
    if (name == "w:instrText" && !open_.empty() && !open_.back().separated) {
      open_.back().code += child.text().get();
    } else if (name == "w:t") {
      text = text || contents;
    } else if (name == "w:fldChar") {
      take_character(child.attribute("w:fldCharType").value());
      contents = in_contents();
    } else {
      const bool simple = name == "w:fldSimple" && is_contents(child.attribute("w:instr").value());
      bool within = contents || simple;
      walk(child, text, within);
      if (!simple) contents = within;
    }
  }
}

void FieldTracker::take_character(std::string_view type) {
  if (type == "begin") open_.emplace_back();
  if (open_.empty()) return;
  if (type == "separate") {
    open_.back().separated = true;
    open_.back().contents = is_contents(open_.back().code);
  } else if (type == "end") {
    open_.pop_back();
  }
}

}  // namespace lg::wml
