#include "merge/docx_shown_tags.hpp"

#include "merge/tag_scanner.hpp"
#include "wml/field_code.hpp"
#include "wml/paragraph.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace lg::merge {
namespace {

bool refers(std::string_view code) {
  const std::string kind = wml::FieldCode(code).kind();
  return kind == "ref" || kind == "styleref" || kind.starts_with("_ref");
}

struct OpenField {
  std::string code;
  bool separated = false;
  std::vector<pugi::xml_node> texts;  // of its result

  void clear_tags() const {
    std::string shown;
    for (const pugi::xml_node text : texts) shown += text.text().get();
    if (!may_hold_tags(shown) || !refers(code)) return;
    for (const pugi::xml_node text : texts) wml::set_text(text, "");
  }
};

class ShownTags {
 public:
  void walk(pugi::xml_node node) {
    for (const pugi::xml_node child : node.children()) take(child);
  }

 private:
  void take(pugi::xml_node node) {
    const std::string_view name = node.name();
    if (name == "w:fldSimple") {
      open_.push_back({node.attribute("w:instr").value(), true, {}});
      walk(node);
      close();
    } else if (name == "w:fldChar") {
      take_character(node.attribute("w:fldCharType").value());
    } else if (name == "w:instrText" && !open_.empty() && !open_.back().separated) {
      open_.back().code += node.text().get();
    } else if (name == "w:t") {
      for (OpenField& field : open_) {
        if (field.separated) field.texts.push_back(node);
      }
    } else {
      walk(node);
    }
  }

  void take_character(std::string_view type) {
    if (type == "begin") open_.emplace_back();
    if (open_.empty()) return;
    if (type == "separate") open_.back().separated = true;
    if (type == "end") close();
  }

  void close() {
    open_.back().clear_tags();
    open_.pop_back();
  }

  std::vector<OpenField> open_;
};

}  // namespace

void clear_shown_tags(pugi::xml_node story) {
  ShownTags().walk(story);
}

}  // namespace lg::merge
