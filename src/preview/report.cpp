#include "preview/report.hpp"

#include "preview/flow.hpp"
#include "preview/html.hpp"
#include "preview/story.hpp"

#include <optional>
#include <string_view>
#include <utility>

namespace lg::preview {
namespace {

/// The header that the first page has; nothing when it has none.
std::optional<opc::PartName> first_header(const Story& body) {
  const auto& sections = body.index().sections();
  if (sections.empty()) return {};
  const pugi::xml_node section = sections.front();
  const std::string_view wanted = is_on(section.child("w:titlePg")) ? "first" : "default";
  for (const pugi::xml_node reference : section.children("w:headerReference")) {
    if (reference.attribute("w:type").as_string("default") != wanted) continue;
    const opc::Package& package = body.document().package;
    const auto* found = package.relationships(body.part()).find(reference.attribute("r:id").value());
    if (found == nullptr || found->external) return {};
    opc::PartName part = body.part().resolve(found->target);
    return package.has(part) ? std::optional(std::move(part)) : std::nullopt;
  }
  return {};
}

void add_header(const Story& body, int top_level, std::vector<Block>& blocks) {
  const auto part = first_header(body);
  if (!part) return;
  const Story header(body.document(), *part, false);
  Notes none;
  Html html;
  html.open(Element::div, {{Name::css_class, "sidhuvud"}});
  const std::vector<Html> pieces = Flow(header, none, top_level).pieces(blocks_in(header.root()));
  for (const Html& piece : pieces) html.append(piece);
  html.close(Element::div);
  if (!pieces.empty()) blocks.push_back({html.text()});
}

/// The way from a note back to where it is referred to.
void write_way_back(Html& html, const Notes::Reference& reference) {
  if (reference.from.empty()) return;
  html.open(Element::a, {{Name::href, "#" + reference.from}, {Name::aria_label, "Tillbaka till texten"}});
  html.text("\u21A9\uFE0E");
  html.close(Element::a);
}

void add_notes(const Document& document, const Notes& notes, bool endnotes, int top_level,
               std::vector<Block>& blocks) {
  const std::vector<opc::PartName> parts =
      document.package.related(document.main, endnotes ? "endnotes" : "footnotes");
  if (parts.empty() || !document.package.has(parts.front())) return;
  const Story story(document, parts.front(), false);
  Notes none;  // a note refers to no other
  Flow flow(story, none, top_level);
  Html html;
  html.open(Element::ol, {{Name::css_class, "noter"}});
  bool any = false;
  for (const Notes::Reference& reference : notes.references) {
    if (reference.endnote != endnotes) continue;
    any = true;
    html.open(Element::li, {{Name::id, (endnotes ? "e-" : "n-") + std::to_string(reference.number)}});
    const pugi::xml_node note = story.root().find_child_by_attribute("w:id", reference.note.c_str());
    for (const Html& piece : flow.pieces(blocks_in(note))) html.append(piece);
    write_way_back(html, reference);
    html.close(Element::li);
  }
  html.close(Element::ol);
  if (any) blocks.push_back({html.text()});
}

}  // namespace

std::vector<Block> report_blocks(const opc::Package& report, int top_level) {
  const Document document(report);
  const Story body(document, document.main, true);
  std::vector<Block> blocks;
  add_header(body, top_level, blocks);
  Notes notes;
  Flow flow(body, notes, top_level);
  for (const Html& piece : flow.pieces(blocks_in(body.root().child("w:body"))))
    blocks.push_back({piece.text()});
  for (const bool endnotes : {false, true}) add_notes(document, notes, endnotes, top_level, blocks);
  return blocks;
}

}  // namespace lg::preview
