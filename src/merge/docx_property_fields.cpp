#include "merge/docx_property_fields.hpp"

#include "base/text.hpp"
#include "opc/xml.hpp"
#include "wml/paragraph.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace lg::merge {
namespace {

constexpr std::pair<std::string_view, std::string_view> field_names[] = {
    {"title", "title"},          {"subject", "subject"},   {"creator", "author"},  {"keywords", "keywords"},
    {"description", "comments"}, {"category", "category"}, {"Company", "company"}, {"Manager", "manager"}};

/// The property that the field code names; "" for other fields.
std::string property_of(std::string_view code) {
  code = trim(code);
  constexpr std::string_view word = "docproperty";
  if (to_lower(code.substr(0, word.size())) != word) return "";
  code = trim(code.substr(word.size()));
  if (code.starts_with('"')) return to_lower(code.substr(1, code.find('"', 1) - 1));
  return to_lower(code.substr(0, code.find_first_of(" \t\\")));
}

/// Puts the text into the first of the elements and leaves the others empty.
void set_result(const std::vector<pugi::xml_node>& texts, const std::string& result) {
  for (const pugi::xml_node t : texts) wml::set_text(t, t == texts.front() ? result : "");
}

/// One field that is open: its code, and the elements of its result.
struct OpenField {
  std::string code;
  bool separated = false;
  std::vector<pugi::xml_node> texts;
};

}  // namespace

std::map<std::string, std::string> property_texts(const opc::Package& package) {
  std::map<std::string, std::string> texts;
  for (const std::string_view kind : {"core-properties", "extended-properties", "custom-properties"}) {
    for (const opc::PartName& name : package.related(opc::PartName("/"), kind)) {
      if (!package.has(name) || package.bytes(name).find("{{") == std::string::npos) continue;
      const auto part = opc::parse_xml(package.bytes(name), package.file_name(), name.text());
      for (const pugi::xml_node property : part.document_element().children()) {
        std::string field = to_lower(property.attribute("name").value());
        for (const auto& [element, known] : field_names) {
          if (opc::local_name(property) == element) field = known;
        }
        const pugi::xml_node value = kind == "custom-properties" ? property.first_child() : property;
        const std::string text = value.text().get();
        if (!field.empty() && text.find("{{") != std::string::npos) texts[field] = text;
      }
    }
  }
  return texts;
}

void refresh_property_fields(pugi::xml_node root, const std::map<std::string, std::string>& texts) {
  if (texts.empty()) return;
  std::vector<OpenField> open;
  const auto close = [&](const OpenField& field) {
    const auto text = texts.find(property_of(field.code));
    if (text != texts.end()) set_result(field.texts, text->second);
  };
  root.find_node([&](pugi::xml_node node) {
    const std::string_view name = node.name();
    const std::string_view type = node.attribute("w:fldCharType").value();
    if (type == "begin") open.emplace_back();
    if (type == "separate" && !open.empty()) open.back().separated = true;
    if (type == "end" && !open.empty()) {
      close(open.back());
      open.pop_back();
    }
    if (name == "w:instrText" && !open.empty()) open.back().code += node.text().get();
    if (name == "w:t" && !open.empty() && open.back().separated) open.back().texts.push_back(node);
    if (name == "w:fldSimple") {
      OpenField field{node.attribute("w:instr").value(), true, {}};
      node.find_node([&](pugi::xml_node n) {
        if (std::string_view(n.name()) == "w:t") field.texts.push_back(n);
        return false;
      });
      close(field);
    }
    return false;
  });
}

}  // namespace lg::merge
