#include "merge/docx_property_fields.hpp"

#include "base/text.hpp"
#include "merge/docx_field_forms.hpp"
#include "opc/xml.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace lg::merge {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> field_names = {
    {{"title", "title"},
     {"subject", "subject"},
     {"creator", "author"},
     {"keywords", "keywords"},
     {"description", "comments"},
     {"category", "category"},
     {"Company", "company"},
     {"Manager", "manager"}}};

/// A property of the document's own is text when its value is; of numbers and dates Word chooses the form.
bool is_text(pugi::xml_node value) {
  const std::string_view type = opc::local_name(value);
  return type == "lpwstr" || type == "lpstr" || type == "bstr";
}

/// The property that the field shows; "" for other fields.
std::string property_of(const wml::FieldCode& code) {
  constexpr std::array<std::string_view, 5> own = {"title", "subject", "author", "keywords", "comments"};
  if (code.kind() == "docproperty") return to_lower(code.argument());
  // With a word behind, such a field sets the property.
  return std::ranges::find(own, code.kind()) != own.end() && code.arguments().empty() ? code.kind() : "";
}

}  // namespace

std::map<std::string, std::string> property_texts(const opc::Package& package) {
  std::map<std::string, std::string> texts;
  for (const std::string_view kind : {"core-properties", "extended-properties", "custom-properties"}) {
    for (const opc::PartName& name : package.related(opc::PartName("/"), kind)) {
      if (!package.has(name)) continue;
      const auto part = opc::parse_xml(package.bytes(name), package.file_name(), name.text());
      for (const pugi::xml_node property : part.document_element().children()) {
        if (kind == "custom-properties") {
          const pugi::xml_node value = property.find_child(&is_text);
          if (value) texts[to_lower(property.attribute("name").value())] = value.text().get();
          continue;
        }
        const auto known = std::ranges::find(field_names, opc::local_name(property),
                                             &std::pair<std::string_view, std::string_view>::first);
        if (known != field_names.end()) texts[std::string(known->second)] = property.text().get();
      }
    }
  }
  return texts;
}

bool refresh_property_fields(wml::StoryIndex& story, const std::map<std::string, std::string>& texts) {
  bool changed = false;
  for (const wml::StoryField& field : story.fields()) {
    const auto found = texts.find(property_of(field.code));
    if (found == texts.end()) continue;
    const auto text = formed(found->second, field.code);
    if (text) changed = story.set_result(field, *text) || changed;
  }
  return changed;
}

}  // namespace lg::merge
