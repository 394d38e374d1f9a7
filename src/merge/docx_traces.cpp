#include "merge/docx_traces.hpp"

#include "opc/xml.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lg::merge {
namespace {

/// Removes the children of those names; true when there was one.
template <std::size_t count>
bool remove_children(pugi::xml_node parent, const std::array<std::string_view, count>& names) {
  std::vector<pugi::xml_node> gone;
  for (const pugi::xml_node child : parent.children()) {
    if (std::ranges::find(names, opc::local_name(child)) != names.end()) gone.push_back(child);
  }
  for (const pugi::xml_node child : gone) parent.remove_child(child);
  return !gone.empty();
}

template <std::size_t count>
void remove_from(opc::Package& package, const std::vector<opc::PartName>& parts,
                 const std::array<std::string_view, count>& names) {
  for (const opc::PartName& name : parts) {
    if (!package.has(name)) continue;
    const pugi::xml_document part = opc::parse_xml(package.bytes(name), package.file_name(), name.text());
    if (remove_children(part.document_element(), names)) package.replace(name, opc::to_bytes(part));
  }
}

std::vector<opc::PartName> chosen(std::vector<opc::PartName> parts, const auto& condition) {
  std::erase_if(parts, [&](const opc::PartName& part) { return !condition(part); });
  return parts;
}

void remove_revision_ids(pugi::xml_node node) {
  for (pugi::xml_attribute attribute = node.first_attribute(); attribute;) {
    const pugi::xml_attribute next = attribute.next_attribute();
    if (std::string_view(attribute.name()).starts_with("w:rsid")) node.remove_attribute(attribute);
    attribute = next;
  }
}

}  // namespace

void remove_traces(pugi::xml_node root) {
  std::vector<pugi::xml_node> gone;
  std::set<std::string> ids;
  root.find_node([&](pugi::xml_node node) {
    const std::string_view name = node.name();
    const bool start =
        name == "w:bookmarkStart" && std::string_view(node.attribute("w:name").value()) == "_GoBack";
    if (start) ids.insert(node.attribute("w:id").value());
    const bool end = name == "w:bookmarkEnd" && ids.contains(node.attribute("w:id").value());
    if (start || end || name == "w:proofErr") gone.push_back(node);
    remove_revision_ids(node);
    return false;
  });
  for (pugi::xml_node node : gone) node.parent().remove_child(node);
}

void remove_traces(opc::Package& package, const opc::Package& source) {
  constexpr std::array<std::string_view, 4> settings = {"rsids", "proofState", "trackRevisions",
                                                        "updateFields"};
  constexpr std::array<std::string_view, 9> counts = {
      "TotalTime", "Pages",      "Words",        "Characters",   "CharactersWithSpaces",
      "Lines",     "Paragraphs", "HeadingPairs", "TitlesOfParts"};
  constexpr std::array<std::string_view, 2> history = {"lastPrinted", "revision"};
  const opc::PartName root("/");
  const auto asks = [&](const opc::PartName& part) {
    return package.has(part) && package.bytes(part).find("updateFields") != std::string::npos;
  };
  const auto filled = [&](const opc::PartName& part) {
    return package.has(part) && package.bytes(part) != source.bytes(part);
  };
  remove_from(package, chosen(package.related(package.main_part(), "settings"), asks), settings);
  remove_from(package, chosen(package.related(root, "extended-properties"), filled), counts);
  remove_from(package, chosen(package.related(root, "core-properties"), filled), history);
}

void warn_of_legacies(const opc::Package& package, Problems& problems) {
  const auto warn = [&](std::string code, std::string message, std::string hint) {
    problems.add({Severity::warning,
                  std::move(code),
                  FileLocation{package.file_name()},
                  std::move(message),
                  std::move(hint),
                  {}});
  };
  const opc::PartName main = package.main_part();
  for (const opc::PartName& name : package.related(main, "settings")) {
    if (!package.has(name)) continue;
    const auto part = opc::parse_xml(package.bytes(name), package.file_name(), name.text());
    if (opc::child(part.document_element(), "trackRevisions")) {
      warn("M083", "Mallen spårar ändringar, och det gör det färdiga dokumentet också.",
           "Öppna mallen i Word, välj Granska › Spåra ändringar så att det är av, och spara.");
    }
    const pugi::xml_node protection = opc::child(part.document_element(), "documentProtection");
    const std::string_view enforced = opc::attribute(protection, "enforcement").value();
    if (enforced != "1" && enforced != "true" && enforced != "on") continue;
    warn("M081", "Mallen är skyddad mot ändringar, och det blir det färdiga dokumentet också.",
         "Öppna mallen i Word, välj Granska › Begränsa redigering › Stoppa skydd och spara, om dokumentet "
         "ska gå att "
         "ändra i.");
  }
  if (package.related(main, "aFChunk").empty()) return;
  warn("M082",
       "Mallen har en inbäddad text i ett annat format, som bara Word visar och där inga taggar fylls i.",
       "Öppna mallen i Word och spara den; texten blir då en del av mallen.");
}

}  // namespace lg::merge
