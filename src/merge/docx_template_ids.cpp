#include "merge/docx_template_ids.hpp"

#include <string_view>

namespace lg::merge {
namespace {

pugi::xml_attribute drawing_id(pugi::xml_node node) {
  return std::string_view(node.name()) == "wp:docPr" ? node.attribute("id") : pugi::xml_attribute();
}

pugi::xml_attribute control_id(pugi::xml_node node) {
  const bool control =
      std::string_view(node.name()) == "w:id" && std::string_view(node.parent().name()) == "w:sdtPr";
  return control ? node.attribute("w:val") : pugi::xml_attribute();
}

}  // namespace

void TemplateIds::keep(pugi::xml_node story) {
  story.find_node([this](pugi::xml_node node) {
    if (const auto id = drawing_id(node)) drawings_.insert(id.value());
    if (const auto id = control_id(node)) controls_.insert(id.value());
    return false;
  });
}

void TemplateIds::make_unique(pugi::xml_node story, int& free) {
  story.find_node([&](pugi::xml_node node) {
    if (auto id = drawing_id(node); id && !drawings_.insert(id.value()).second) id = free++;
    if (auto id = control_id(node); id && !controls_.insert(id.value()).second) id = free++;
    return false;
  });
}

}  // namespace lg::merge
