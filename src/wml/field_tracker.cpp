#include "wml/field_tracker.hpp"

#include <algorithm>
#include <string_view>

namespace lg::wml {
namespace {

bool is_contents(std::string_view code) {
  const std::size_t start = code.find_first_not_of(" \t\n");
  return start != std::string_view::npos && code.substr(start).starts_with("TOC");
}

}  // namespace

bool FieldTracker::in_contents() const {
  return std::ranges::any_of(open_, [](const Open& field) { return is_contents(field.code); });
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
      if (type != "begin" && !open_.empty() && is_contents(open_.back().code)) {
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
