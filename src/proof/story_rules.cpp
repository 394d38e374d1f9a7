#include "proof/story_rules.hpp"

#include "base/text.hpp"
#include "proof/table_rules.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

namespace lg::proof {
namespace {

bool any_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

bool is_story(std::string_view name) {
  return any_of(name, {"w:body", "w:hdr", "w:ftr", "w:footnote", "w:endnote", "w:comment", "w:txbxContent",
                       "w:tc", "w:docPartBody"});
}

/// What stands among paragraphs, rows or runs and may hold them.
bool wraps(std::string_view name) {
  return any_of(name, {"w:sdtContent", "w:customXml", "w:ins", "w:del", "w:moveFrom", "w:moveTo", "mc:Choice",
                       "mc:Fallback"});
}

pugi::xml_node last_element(pugi::xml_node node) {
  pugi::xml_node last = node.last_child();
  while (last && last.type() != pugi::node_element) last = last.previous_sibling();
  return last;
}

/// Marks between paragraphs: they part nothing.
pugi::xml_node next_block(pugi::xml_node node) {
  pugi::xml_node next = node.next_sibling();
  while (next &&
         (next.type() != pugi::node_element || std::string_view(next.name()).starts_with("w:bookmark") ||
          std::string_view(next.name()) == "w:proofErr"))
    next = next.next_sibling();
  return next;
}

/// Shows one story's elements to the rules, in document order.
class StoryCheck {
 public:
  explicit StoryCheck(Breaches& breaches) : breaches_(breaches) {}

  void take(pugi::xml_node node) {
    const std::string_view name = node.name();
    if (name == "w:p") {
      check_parent(node, is_story(parent(node)) || wraps(parent(node)));
    } else if (name == "w:r") {
      check_parent(node, parent(node) != "w:r" && !is_story(parent(node)));
    } else if (name == "w:t") {
      check_text(node);
    } else if (name == "w:tbl") {
      check_table(node);
    } else if (name == "w:tr") {
      check_parent(node, parent(node) == "w:tbl" || wraps(parent(node)));
      breaches_.check(holds(node, "w:tc"), "W26", node, "har en tabellrad inga celler");
    } else if (name == "w:sectPr") {
      check_parent(node, any_of(parent(node), {"w:body", "w:pPr", "w:docPartBody", "w:sectPrChange"}));
    } else if (name == "w:fldChar") {
      take_field(node);
    } else if (name == "w:sdtContent") {
      breaches_.check(!node.first_child().empty(), "W04", node, "är en innehållskontroll tom");
    } else if (name.starts_with("lg:")) {
      breaches_.add("W30", node, "står ett av programmets egna märken kvar");
    }
    if (is_story(name)) check_end(node, name);
  }

  void finish(pugi::xml_node root) { breaches_.check(fields_ == 0, "W12", root, "har ett fält inget slut"); }

 private:
  static std::string_view parent(pugi::xml_node node) { return node.parent().name(); }

  static bool holds(pugi::xml_node node, std::string_view name) {
    return static_cast<bool>(node.find_node([name](pugi::xml_node n) { return n.name() == name; }));
  }

  void check_parent(pugi::xml_node node, bool right) {
    if (right) return;
    breaches_.add("W30", node, "ligger " + std::string(node.name()) + " i " + std::string(parent(node)),
                  std::string(node.name()) + " " + std::string(parent(node)));
  }

  void check_text(pugi::xml_node node) {
    const std::string_view text = node.child_value();
    if (text.find_first_of("\n\r\t") != std::string_view::npos) {
      breaches_.add("W23", node, "står en radbrytning eller tabb i en text", std::string(text));
    }
    const bool edges = !text.empty() && (text.front() == ' ' || text.back() == ' ');
    if (edges && std::string_view(node.attribute("xml:space").value()) != "preserve") {
      breaches_.add("W22", node, "går blanksteg i en texts början eller slut förlorade", std::string(text));
    }
  }

  void check_table(pugi::xml_node node) {
    breaches_.check(holds(node, "w:tr"), "W26", node, "har en tabell inga rader");
    breaches_.check(node.child("w:tblGrid"), "W26", node, "har en tabell inga kolumner (tblGrid)");
    breaches_.check(std::string_view(next_block(node).name()) != "w:tbl", "W27", node,
                    "följer två tabeller på varandra utan stycke emellan");
    check_merged_cells(node, breaches_);
  }

  void take_field(pugi::xml_node node) {
    const std::string_view type = node.attribute("w:fldCharType").value();
    if (type == "begin") ++fields_;
    breaches_.check(fields_ > 0, "W12", node, "har ett fält ingen början");
    if (type == "end" && fields_ > 0) --fields_;
  }

  void check_end(pugi::xml_node node, std::string_view name) {
    pugi::xml_node last = last_element(node);
    if (name == "w:body") {
      breaches_.check(std::string_view(last.name()) == "w:sectPr", "W29", node,
                      "står avsnittets egenskaper inte sist");
      while (last && std::string_view(last.name()) == "w:sectPr") last = last.previous_sibling();
    }
    for (std::string_view outer = last.name(); any_of(outer, {"w:sdt", "w:customXml"}); outer = last.name())
      last = last_element(outer == "w:sdt" ? last.child("w:sdtContent") : last);
    while (last && std::string_view(last.name()).starts_with("w:bookmark")) last = last.previous_sibling();
    if (std::string_view(last.name()) == "w:p") return;
    breaches_.add(name == "w:tc" ? "W26" : "W27", node,
                  name == "w:tc" ? "slutar en tabellcell inte med ett stycke"
                                 : "står inget stycke sist, efter en tabell");
  }

  Breaches& breaches_;
  int fields_ = 0;
};

}  // namespace

void check_story(pugi::xml_node root, Breaches& breaches) {
  StoryCheck check(breaches);
  check.take(root);
  root.find_node([&](pugi::xml_node node) {
    if (node.type() == pugi::node_element) check.take(node);
    return false;
  });
  check.finish(root);
}

}  // namespace lg::proof
