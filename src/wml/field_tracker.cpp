#include "wml/field_tracker.hpp"

#include "wml/contents_rule.hpp"

#include <algorithm>
#include <string_view>

namespace lg::wml {
bool FieldTracker::in_contents() const {
  return std::ranges::any_of(open_, [](const Open& field) { return is_contents_code(field.code); });
}

bool FieldTracker::take(pugi::xml_node paragraph) {
  bool contents = in_contents();
  walk(paragraph, contents);
  return contents;
}

void FieldTracker::walk(pugi::xml_node node, bool& contents) {
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = child.name();
    if (name == "w:txbxContent") continue;  // a story of its own
    if (name == "w:instrText" && !open_.empty() && !open_.back().separated) {
      open_.back().code += child.text().get();
    } else if (name == "w:fldChar") {
      const std::string_view type = child.attribute("w:fldCharType").value();
      if (type == "begin") open_.emplace_back();
      if (type == "separate" && !open_.empty()) open_.back().separated = true;
      if (type != "begin" && !open_.empty() && is_contents_code(open_.back().code)) {
        contents = true;
        contents_code_ = open_.back().code;
      }
      if (type == "end" && !open_.empty()) open_.pop_back();
    } else {
      walk(child, contents);
    }
  }
}

}  // namespace lg::wml
