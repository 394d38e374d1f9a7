#include "opc/relationships.hpp"

#include "opc/xml.hpp"

#include <algorithm>
#include <cstring>

namespace lg::opc {

std::string_view kind_of(const Relationship& relationship) {
  const std::string_view type = relationship.type;
  return type.substr(type.rfind('/') + 1);
}

Relationships Relationships::parse(std::string_view rels_xml, const std::string& file,
                                   std::string_view part) {
  Relationships relationships;
  const pugi::xml_document document = parse_xml(rels_xml, file, part);
  for (const pugi::xml_node node : document.document_element().children()) {
    if (local_name(node) != "Relationship") continue;
    Relationship one;
    one.id = node.attribute("Id").value();
    one.type = node.attribute("Type").value();
    one.target = node.attribute("Target").value();
    one.external = std::strcmp(node.attribute("TargetMode").value(), "External") == 0;
    relationships.relationships_.push_back(std::move(one));
  }
  return relationships;
}

const Relationship* Relationships::find(std::string_view id) const {
  const auto found = std::ranges::find(relationships_, id, &Relationship::id);
  return found == relationships_.end() ? nullptr : &*found;
}

const Relationship* Relationships::first_of_kind(std::string_view kind) const {
  const auto found = std::ranges::find(relationships_, kind, &kind_of);
  return found == relationships_.end() ? nullptr : &*found;
}

std::string Relationships::add(std::string type, std::string target, bool external) {
  std::size_t number = relationships_.size() + 1;
  while (find("rId" + std::to_string(number)) != nullptr) ++number;
  relationships_.push_back({"rId" + std::to_string(number), std::move(type), std::move(target), external});
  return relationships_.back().id;
}

void Relationships::remove(std::string_view id) {
  std::erase_if(relationships_, [id](const Relationship& r) { return r.id == id; });
}

void Relationships::retarget(std::string_view id, std::string target) {
  const auto found = std::ranges::find(relationships_, id, &Relationship::id);
  if (found != relationships_.end()) found->target = std::move(target);
}

std::string Relationships::to_xml() const {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("Relationships");
  root.append_attribute("xmlns") = "http://schemas.openxmlformats.org/package/2006/relationships";
  for (const Relationship& one : relationships_) {
    pugi::xml_node node = root.append_child("Relationship");
    node.append_attribute("Id") = one.id.c_str();
    node.append_attribute("Type") = one.type.c_str();
    node.append_attribute("Target") = one.target.c_str();
    if (one.external) node.append_attribute("TargetMode") = "External";
  }
  return to_bytes(document);
}

}  // namespace lg::opc
