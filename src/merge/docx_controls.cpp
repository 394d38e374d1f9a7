#include "merge/docx_controls.hpp"

#include "base/text.hpp"
#include "merge/tag_scanner.hpp"
#include "opc/xml.hpp"
#include "wml/paragraph.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace lg::merge {
namespace {

/// Controls that show something else than one text.
constexpr std::array<std::string_view, 10> no_texts = {"checkbox",
                                                       "picture",
                                                       "repeatingSection",
                                                       "repeatingSectionItem",
                                                       "docPartObj",
                                                       "docPartList",
                                                       "group",
                                                       "bibliography",
                                                       "citation",
                                                       "equation"};

bool shows_text(pugi::xml_node control) {
  const pugi::xml_node content = control.child("w:sdtContent");
  const bool other = std::ranges::any_of(control.child("w:sdtPr").children(), [](pugi::xml_node one) {
    return std::ranges::find(no_texts, opc::local_name(one)) != no_texts.end();
  });
  const pugi::xml_node holder = content.find_node([](pugi::xml_node n) {
    const std::string_view name = n.name();
    return name == "w:sdt" || name == "w:tbl" || name == "w:tr" || name == "w:drawing" || name == "w:fldChar";
  });
  return content && !other && !holder;
}

/// The element with the runs of the control's text: its own, or its first paragraph, which stays alone.
pugi::xml_node text_holder(pugi::xml_node content) {
  const pugi::xml_node cell = content.child("w:tc");
  pugi::xml_node parent = cell ? cell : content;
  pugi::xml_node paragraph = parent.child("w:p");
  if (!paragraph) return content;
  while (const pugi::xml_node next = paragraph.next_sibling("w:p")) parent.remove_child(next);
  return paragraph;
}

/// The runs become one, which says `text` in the format of the first, or of the control where that shows a
/// prompt.
void set_shown_text(pugi::xml_node control, const std::string& text) {
  pugi::xml_node properties = control.child("w:sdtPr");
  const bool prompt = properties.remove_child("w:showingPlcHdr");
  pugi::xml_node holder = text_holder(control.child("w:sdtContent"));
  pugi::xml_document kept;
  const pugi::xml_node first =
      holder.find_node([](pugi::xml_node n) { return std::string_view(n.name()) == "w:r"; });
  const pugi::xml_node format = prompt ? properties.child("w:rPr") : first.child("w:rPr");
  if (format) kept.append_copy(format);
  for (pugi::xml_node child = holder.first_child(); child;) {
    const pugi::xml_node next = child.next_sibling();
    if (std::string_view(child.name()) != "w:pPr") holder.remove_child(child);
    child = next;
  }
  pugi::xml_node run = holder.append_child("w:r");
  if (kept.first_child()) run.append_copy(kept.first_child());
  wml::set_text(run.append_child("w:t"), text);
  properties.child("w:date").remove_attribute("w:fullDate");  // the day that the template showed
}

void name_control(pugi::xml_node control, TagParser& parser) {
  const std::string name(trim(control.child("w:sdtPr").child("w:tag").attribute("w:val").value()));
  if (name.empty() || !shows_text(control) || may_hold_tags(wml::whole_text(control.child("w:sdtContent"))))
    return;
  if (parser.names_value(name)) set_shown_text(control, "{{" + name + "}}");
}

pugi::xml_node binding_of(pugi::xml_node control) {
  const pugi::xml_node properties = control.child("w:sdtPr");
  const pugi::xml_node binding = properties.child("w:dataBinding");
  return binding ? binding : properties.child("w15:dataBinding");
}

/// The part that the store's id stands for: document properties have ids of their own, customXml parts say
/// theirs.
std::optional<opc::PartName> store_part(const opc::Package& package, const std::string& id) {
  constexpr std::pair<std::string_view, const char*> known[] = {
      {"{6c3c8bc8-f283-45ae-878a-bab7291924a1}", "core-properties"},
      {"{6668398d-a668-4e3e-a5eb-62b293d839f1}", "extended-properties"}};
  for (const auto& [store, kind] : known) {
    const auto parts = id == store ? package.related(opc::PartName("/"), kind) : std::vector<opc::PartName>{};
    if (!parts.empty() && package.has(parts.front())) return parts.front();
  }
  for (const opc::PartName& item : package.related(package.main_part(), "customXml")) {
    for (const opc::PartName& properties : package.related(item, "customXmlProps")) {
      if (!package.has(item) || !package.has(properties)) continue;
      const auto part = opc::parse_xml(package.bytes(properties), package.file_name(), properties.text());
      if (to_lower(opc::attribute(part.document_element(), "itemID").value()) == id) return item;
    }
  }
  return {};
}

/// The element that "/ns0:coreProperties[1]/ns1:title[1]" leads to; attributes and other paths lead to none.
pugi::xml_node element_at(pugi::xml_node root, std::string_view path) {
  pugi::xml_node node = root.parent();
  for (std::string step : split(path, '/')) {
    step = step.substr(0, step.find('['));
    node = opc::child(node, step.substr(step.find(':') == std::string::npos ? 0 : step.find(':') + 1));
  }
  const bool leaf = !node.find_child([](pugi::xml_node n) { return n.type() == pugi::node_element; });
  return node != root.parent() && leaf ? node : pugi::xml_node();
}

/// Only values of the whole document: a property has no rows.
bool fits_property(const std::string& text, TagParser& parser) {
  const ScannedText scanned = scan_tags(text);
  return !scanned.tags.empty() && scanned.unclosed.empty() &&
         std::ranges::all_of(scanned.tags,
                             [&](const ScannedTag& tag) { return parser.names_value(tag.inner); });
}

}  // namespace

void name_controls(pugi::xml_node within, TagParser& parser) {
  if (std::string_view(within.name()) == "w:sdt") return name_control(within, parser);
  for (const pugi::xml_node child : within.children()) {
    const std::string_view name = child.name();
    if (name == "w:sdt") name_control(child, parser);
    if (name == "w:sdt" || wml::holds_runs(name))
      name_controls(child.child("w:sdtContent") ? child.child("w:sdtContent") : child, parser);
  }
}

std::vector<opc::PartName> bind_controls(pugi::xml_node root, opc::Package& package, TagParser& parser) {
  std::vector<opc::PartName> parts;
  std::vector<pugi::xml_node> controls;
  root.find_node([&](pugi::xml_node node) {
    if (std::string_view(node.name()) == "w:sdt" && binding_of(node)) controls.push_back(node);
    return false;
  });
  for (const pugi::xml_node control : controls) {
    name_control(control, parser);
    pugi::xml_node binding = binding_of(control);
    const std::string text = wml::whole_text(control.child("w:sdtContent"));
    if (!fits_property(text, parser)) continue;
    const auto name = store_part(package, to_lower(binding.attribute("w:storeItemID").value()));
    if (!name) continue;
    pugi::xml_document part = opc::parse_xml(package.bytes(*name), package.file_name(), name->text());
    pugi::xml_node element = element_at(part.document_element(), binding.attribute("w:xpath").value());
    if (!element) continue;
    element.text() = text.c_str();
    package.replace(*name, opc::to_bytes(part));
    binding.append_attribute(bound_attribute) = "1";
    if (std::ranges::find(parts, *name) == parts.end()) parts.push_back(*name);
  }
  return parts;
}

}  // namespace lg::merge
