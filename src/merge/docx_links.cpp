#include "merge/docx_links.hpp"

#include "base/text.hpp"
#include "merge/docx_field_results.hpp"
#include "opc/xml.hpp"
#include "wml/paragraph.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lg::merge {
namespace {

using Names = std::set<std::string, std::less<>>;

/// The values of that attribute of those elements; a template's may stand in quotes of either kind.
Names values_in(std::string_view xml, std::string_view element, const std::string& attribute) {
  Names values;
  for (std::size_t at = xml.find(element); at != std::string_view::npos; at = xml.find(element, at + 1)) {
    const std::string_view tag = xml.substr(at, xml.find('>', at) - at);
    const std::size_t name = tag.find(" " + attribute + "=");
    if (name == std::string_view::npos) continue;
    const std::size_t from = name + attribute.size() + 3;
    if (from <= tag.size()) values.emplace(tag.substr(from, tag.find(tag[from - 1], from) - from));
  }
  return values;
}

Names bookmarks_of(const opc::Package& package, const std::vector<opc::PartName>& stories) {
  Names names;
  for (const opc::PartName& story : stories) {
    if (package.has(story)) names.merge(values_in(package.bytes(story), "<w:bookmarkStart", "w:name"));
  }
  return names;
}

std::vector<opc::PartName> stories_of(const opc::Package& package) {
  const opc::PartName main = package.main_part();
  std::vector<opc::PartName> stories = {main};
  for (const std::string_view kind : {"header", "footer", "footnotes", "endnotes"}) {
    for (opc::PartName& name : package.related(main, kind)) stories.push_back(std::move(name));
  }
  return stories;
}

/// What is in a link stays; a link that leads out of the document as well keeps that.
void unlink(pugi::xml_node link) {
  if (link.attribute("r:id")) {
    link.remove_attribute("w:anchor");
    return;
  }
  while (link.first_child()) link.parent().insert_move_before(link.first_child(), link);
  link.parent().remove_child(link);
}

void tell(const opc::Package& package, const opc::PartName& part, pugi::xml_node link, Problems& problems) {
  pugi::xml_node paragraph = link.parent();
  while (paragraph && std::string_view(paragraph.name()) != "w:p") paragraph = paragraph.parent();
  std::string text;
  link.find_node([&](pugi::xml_node node) {
    if (std::string_view(node.name()) == "w:t") text += node.text().get();
    return false;
  });
  problems.add(
      {Severity::warning,
       lost_reference_code,
       ParagraphLocation{package.file_name(), part.text(), "", excerpt(wml::Paragraph(paragraph).text())},
       "Länken ”" + excerpt(text) +
           "” leder till ett ställe som inte kom med i dokumentet; den är nu vanlig text.",
       "Låt länken stå i samma block som det den leder till, eller ta bort den.",
       {}});
}

void unlink_in(opc::Package& package, const opc::PartName& story, const Names& lost, Problems& problems) {
  const auto part = opc::parse_xml(package.bytes(story), package.file_name(), story.text());
  std::vector<pugi::xml_node> links;
  part.find_node([&](pugi::xml_node node) {
    if (std::string_view(node.name()) == "w:hyperlink" && lost.contains(node.attribute("w:anchor").value()))
      links.push_back(node);
    return false;
  });
  for (const pugi::xml_node link : links) {
    tell(package, story, link, problems);
    unlink(link);
  }
  package.replace(story, opc::to_bytes(part));
}

}  // namespace

void unlink_lost_targets(opc::Package& package, const opc::Package& source, Problems& problems) {
  const std::vector<opc::PartName> stories = stories_of(package);
  const Names there = bookmarks_of(package, stories);
  Names gone = bookmarks_of(source, stories);
  std::erase_if(gone, [&](const std::string& name) { return there.contains(name); });
  if (gone.empty()) return;
  for (const opc::PartName& story : stories) {
    if (!package.has(story)) continue;
    const Names anchors = values_in(package.bytes(story), "<w:hyperlink", "w:anchor");
    Names lost;
    std::ranges::set_intersection(anchors, gone, std::inserter(lost, lost.end()));
    if (!lost.empty()) unlink_in(package, story, lost, problems);
  }
}

}  // namespace lg::merge
