#include "proof/package_rules.hpp"

#include "opc/xml.hpp"

#include <set>
#include <string_view>
#include <unordered_set>

namespace lg::proof {
namespace {

constexpr std::string_view relationship_ids =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

void append(std::vector<Breach>& all, const Breaches& some) {
  all.insert(all.end(), some.found().begin(), some.found().end());
}

void check_types(const ParsedPackage& parsed, std::vector<Breach>& all) {
  for (const opc::PartName& name : parsed.package().part_names()) {
    if (name.text() == "/[Content_Types].xml" || !parsed.package().content_type(name).empty()) continue;
    Breaches breaches(name);
    breaches.add("P01", {}, "saknas uppgiften om vad delen är för slag");
    append(all, breaches);
  }
}

/// The part that a .rels part belongs to: "/word/document.xml" of "/word/_rels/document.xml.rels".
opc::PartName source_of(const opc::PartName& rels) {
  std::string text = rels.text();
  const std::size_t folder = text.rfind("/_rels/");
  text.erase(folder + 1, std::string_view("_rels/").size());
  return opc::PartName(text.substr(0, text.size() - std::string_view(".rels").size()));
}

void check_targets(const ParsedPackage& parsed, const opc::PartName& rels, Breaches& breaches) {
  const opc::PartName source = source_of(rels);
  std::set<std::string> ids;
  for (const opc::Relationship& one : parsed.package().relationships(source).all()) {
    if (!ids.insert(one.id).second) breaches.add("P04", {}, "har två länkar beteckningen " + one.id, one.id);
    if (one.external || one.target.starts_with('#')) continue;
    const opc::PartName target = source.resolve(one.target.substr(0, one.target.find('#')));
    if (!parsed.package().has(target)) {
      breaches.add("P04", {}, "pekar en länk på " + target.text() + ", som inte finns", target.key());
    }
  }
}

/// The prefix that the part gives the namespace of relationship ids, with its colon; "" when it has none.
std::string prefix_of_ids(pugi::xml_node root) {
  for (const pugi::xml_attribute attribute : root.attributes()) {
    const std::string_view name = attribute.name();
    if (name.starts_with("xmlns:") && attribute.value() == relationship_ids)
      return std::string(name.substr(std::string_view("xmlns:").size())) + ":";
  }
  return "r:";
}

using Ids = std::unordered_set<std::string_view>;

/// Whether something in the bytes that looks like an attribute with that prefix has a value that is none of
/// the ids: a tenth of the time of looking at every attribute.
bool may_use_unknown(std::string_view bytes, const std::string& prefix, const Ids& known) {
  constexpr std::string_view blanks = " \t\r\n";
  for (std::size_t at = bytes.find(prefix, 1); at != std::string_view::npos;
       at = bytes.find(prefix, at + 1)) {
    if (blanks.find(bytes[at - 1]) == std::string_view::npos) continue;
    const std::size_t begin = bytes.find_first_of("\"'", at);
    if (begin == std::string_view::npos) return false;
    const std::string_view id = bytes.substr(begin + 1, bytes.find(bytes[begin], begin + 1) - begin - 1);
    if (!id.empty() && !known.contains(id)) return true;
  }
  return false;
}

void check_uses(const ParsedPackage& parsed, const opc::PartName& part, Breaches& breaches) {
  const pugi::xml_node root = parsed.root(part);
  const std::string prefix = prefix_of_ids(root);
  Ids known;
  for (const opc::Relationship& one : parsed.package().relationships(part).all()) known.insert(one.id);
  const std::string& bytes = parsed.package().bytes(part);
  const bool utf8 = bytes.find('\0') == std::string::npos;
  if (utf8 && !may_use_unknown(bytes, prefix, known)) return;
  root.find_node([&](pugi::xml_node node) {
    for (const pugi::xml_attribute attribute : node.attributes()) {
      if (!std::string_view(attribute.name()).starts_with(prefix) || *attribute.value() == '\0') continue;
      if (!known.contains(attribute.value())) {
        breaches.add("W08", node, "används en länk som inte finns", attribute.value());
      }
    }
    return false;
  });
}

}  // namespace

std::vector<Breach> package_breaches(const ParsedPackage& parsed) {
  std::vector<Breach> all;
  for (const opc::PartName& name : parsed.unreadable()) {
    Breaches breaches(name);
    breaches.add("P05", {}, "står något som inte går att läsa", name.key());
    append(all, breaches);
  }
  check_types(parsed, all);
  for (const opc::PartName& name : parsed.package().part_names()) {
    Breaches breaches(name);
    if (name.extension() == "rels") {
      check_targets(parsed, name, breaches);
    } else if (parsed.root(name)) {
      check_uses(parsed, name, breaches);
    }
    append(all, breaches);
  }
  return all;
}

}  // namespace lg::proof
