#include "proof/document_rules.hpp"

#include "proof/chart_rules.hpp"
#include "proof/identity_rules.hpp"
#include "proof/story_rules.hpp"

#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace lg::proof {
namespace {

/// What the stories of a document may name.
struct Known {
  std::set<std::string> styles;
  std::set<std::string> lists;
  std::set<std::string> footnotes;
  std::set<std::string> endnotes;
  std::set<std::string> comments;
};

std::set<std::string> values_of(pugi::xml_node root, std::string_view element, const char* attribute) {
  std::set<std::string> values;
  for (const pugi::xml_node node : root.children()) {
    if (node.name() == element) values.insert(node.attribute(attribute).value());
  }
  return values;
}

Known known_of(const ParsedPackage& parsed, const opc::PartName& main) {
  Known known;
  known.styles = values_of(parsed.related_root(main, "styles"), "w:style", "w:styleId");
  known.lists = values_of(parsed.related_root(main, "numbering"), "w:num", "w:numId");
  known.lists.insert("0");
  known.footnotes = values_of(parsed.related_root(main, "footnotes"), "w:footnote", "w:id");
  known.endnotes = values_of(parsed.related_root(main, "endnotes"), "w:endnote", "w:id");
  known.comments = values_of(parsed.related_root(main, "comments"), "w:comment", "w:id");
  return known;
}

void check_names(pugi::xml_node root, const Known& known, Breaches& breaches) {
  const auto check = [&](pugi::xml_node node, const char* attribute, const std::set<std::string>& names,
                         const char* rule, const char* what) {
    const std::string name = node.attribute(attribute).value();
    if (!names.contains(name)) breaches.add(rule, node, std::string(what) + " (" + name + ")", name);
  };
  root.find_node([&](pugi::xml_node node) {
    const std::string_view name = node.name();
    if (name == "w:pStyle" || name == "w:rStyle" || name == "w:tblStyle") {
      check(node, "w:val", known.styles, "W35", "används en formatmall som inte finns");
    } else if (name == "w:numId") {
      check(node, "w:val", known.lists, "W09", "används en lista som inte finns");
    } else if (name == "w:footnoteReference") {
      check(node, "w:id", known.footnotes, "W06", "saknas en fotnot");
    } else if (name == "w:endnoteReference") {
      check(node, "w:id", known.endnotes, "W06", "saknas en slutkommentar");
    } else if (name == "w:commentReference") {
      check(node, "w:id", known.comments, "W05", "saknas en kommentar");
    }
    return false;
  });
}

/// The schema wants every w:abstractNum before the first w:num; Word drops lists that come too early.
void check_numbering(pugi::xml_node root, Breaches& breaches) {
  bool lists = false;
  for (const pugi::xml_node node : root.children()) {
    const std::string_view name = node.name();
    if (name == "w:num") lists = true;
    if (name == "w:abstractNum" && lists) breaches.add("W09", node, "står en listas utseende efter listorna");
  }
}

}  // namespace

std::vector<Breach> document_breaches(const ParsedPackage& parsed) {
  const opc::PartName main = parsed.package().main_part();
  const Known known = known_of(parsed, main);
  std::vector<opc::PartName> stories = {main};
  for (const std::string_view kind : {"header", "footer", "footnotes", "endnotes", "comments"}) {
    for (const opc::PartName& part : parsed.package().related(main, kind)) stories.push_back(part);
  }
  std::vector<Breach> all;
  Identities identities;
  const auto take = [&](const Breaches& some) {
    all.insert(all.end(), some.found().begin(), some.found().end());
  };
  std::set<opc::PartName> seen;
  for (const opc::PartName& story : stories) {
    const pugi::xml_node root = parsed.root(story);
    if (!root || !seen.insert(story).second) continue;
    Breaches breaches(story);
    check_story(root, breaches);
    identities.check(root, breaches);
    check_names(root, known, breaches);
    take(breaches);
  }
  for (const opc::PartName& part : parsed.package().related(main, "numbering")) {
    Breaches breaches(part);
    check_numbering(parsed.root(part), breaches);
    take(breaches);
  }
  for (const opc::PartName& part : parsed.package().part_names()) {
    Breaches breaches(part);
    check_chart(parsed.root(part), breaches);
    take(breaches);
  }
  return all;
}

}  // namespace lg::proof
