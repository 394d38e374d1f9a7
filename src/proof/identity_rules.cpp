#include "proof/identity_rules.hpp"

#include <cstdlib>
#include <string_view>
#include <vector>

namespace lg::proof {
namespace {

/// What Word shows when it knows the newer content; the fallback repeats its ids.
bool in_fallback(pugi::xml_node node) {
  for (; node; node = node.parent()) {
    if (std::string_view(node.name()) == "mc:Fallback") return true;
  }
  return false;
}

/// Starts and ends of one kind in a part: each start has one end behind it.
struct Pairs {
  std::map<std::string, pugi::xml_node> open;
  std::set<std::string> started;

  void start(pugi::xml_node node, const char* rule, const char* twice, Breaches& breaches) {
    const std::string id = node.attribute("w:id").value();
    if (!started.insert(id).second) breaches.add(rule, node, twice, id);
    open.emplace(id, node);
  }
  void end(pugi::xml_node node, const char* rule, const char* alone, Breaches& breaches) {
    const std::string id = node.attribute("w:id").value();
    if (open.erase(id) == 0) breaches.add(rule, node, alone, id);
  }
  void finish(const char* rule, const char* endless, Breaches& breaches) const {
    for (const auto& [id, node] : open) breaches.add(rule, node, endless, id);
  }
};

void unique(std::set<std::string>& known, pugi::xml_node node, const std::string& value, const char* rule,
            const char* what, Breaches& breaches) {
  if (value.empty() || in_fallback(node) || known.insert(value).second) return;
  breaches.add(rule, node, what, value);
}

}  // namespace

void Identities::check(pugi::xml_node root, Breaches& breaches) {
  Pairs bookmarks;
  Pairs comments;
  Pairs permissions;
  std::set<std::string> comment_marks;
  std::set<std::string> paragraphs;
  std::set<std::string> notes;
  root.find_node([&](pugi::xml_node node) {
    const std::string_view name = node.name();
    if (const pugi::xml_attribute id = node.attribute("w14:paraId"); id && !in_fallback(node)) {
      unique(paragraphs, node, id.value(), "W02", "har två stycken samma beteckning", breaches);
      const unsigned long number = std::strtoul(id.value(), nullptr, 16);
      if (number == 0 || number >= 0x80000000UL) {
        breaches.add("W02", node, "har ett stycke en otillåten beteckning", id.value());
      }
    }
    if (name == "w:bookmarkStart") {
      bookmarks.start(node, "W01", "har två bokmärken samma nummer", breaches);
      unique(bookmark_names_, node, node.attribute("w:name").value(), "W01", "har två bokmärken samma namn",
             breaches);
    } else if (name == "w:bookmarkEnd") {
      bookmarks.end(node, "W01", "slutar ett bokmärke som inte har börjat", breaches);
    } else if (name == "w:permStart") {
      permissions.start(node, "W07", "har två behörigheter samma nummer", breaches);
    } else if (name == "w:permEnd") {
      permissions.end(node, "W07", "slutar en behörighet som inte har börjat", breaches);
    } else if (name == "w:commentRangeStart") {
      comments.start(node, "W05", "har två kommentarer samma nummer", breaches);
    } else if (name == "w:commentRangeEnd") {
      comments.end(node, "W05", "slutar en kommentar som inte har börjat", breaches);
    } else if (name == "w:commentReference") {
      unique(comment_marks, node, node.attribute("w:id").value(), "W05",
             "hänvisar två ställen till samma kommentar", breaches);
    } else if (name == "w:footnoteReference" || name == "w:endnoteReference") {
      unique(notes, node, std::string(name.substr(2, 1)) + node.attribute("w:id").value(), "W06",
             "hänvisar två ställen till samma not", breaches);
    } else if (name == "w:id" && std::string_view(node.parent().name()) == "w:sdtPr") {
      unique(controls_, node, node.attribute("w:val").value(), "W04",
             "har två innehållskontroller samma nummer", breaches);
    } else if (name == "wp:docPr") {
      unique(drawings_, node, node.attribute("id").value(), "W03",
             "har två bilder eller figurer samma nummer", breaches);
    }
    return false;
  });
  bookmarks.finish("W01", "har ett bokmärke inget slut", breaches);
  permissions.finish("W07", "har en behörighet inget slut", breaches);
  comments.finish("W05", "har en kommentar inget slut", breaches);
}

}  // namespace lg::proof
