#include "lint/document.hpp"

#include "base/text.hpp"
#include "merge/tag_scanner.hpp"
#include "opc/xml.hpp"
#include "wml/field_tracker.hpp"
#include "wml/paragraph.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace lg::lint {
namespace {

constexpr std::array<std::string_view, 4> story_kinds = {"header", "footer", "footnotes", "endnotes"};

bool is_older(pugi::xml_node node) {
  for (; node; node = node.parent()) {
    if (std::string_view(node.name()) == "mc:Fallback") return true;
  }
  return false;
}

const ParagraphLocation* place_of(const merge::Tag& tag) {
  return std::get_if<ParagraphLocation>(&tag.where);
}

}  // namespace

Document::Document(const opc::Package& package, const std::vector<merge::Tag>& tags)
    : package_(package),
      tags_(tags),
      styles_(wml::Styles::read(package, package.main_part())),
      counter_(wml::NumberingCounter::read(package, package.main_part())) {
  read(package.main_part());
  for (const std::string_view kind : story_kinds) {
    for (const opc::PartName& name : package.related(package.main_part(), kind)) {
      const bool known =
          std::ranges::any_of(stories_, [&](const Story& story) { return story.part == name; });
      if (package.has(name) && !known) read(name);
    }
  }
}

pugi::xml_document Document::part(std::string_view kind) const {
  for (const opc::PartName& name : package_.related(package_.main_part(), kind)) {
    if (package_.has(name)) return opc::parse_xml(package_.bytes(name), package_.file_name(), name.text());
  }
  return {};
}

void Document::read(const opc::PartName& part) {
  pugi::xml_document xml = opc::parse_xml(package_.bytes(part), package_.file_name(), part.text());
  wml::StoryPlaces places(package_.file_name(), part.text(), xml.document_element(), styles_, counter_);
  Story& story = stories_.emplace_back(Story{part, std::move(xml), std::move(places), {}});
  read_lines(story);
  mark_repeated(story);
}

void Document::read_lines(Story& story) {
  wml::FieldTracker fields;
  story.xml.find_node([&](pugi::xml_node node) {
    if (std::string_view(node.name()) != "w:p") return false;
    Line line;
    line.node = node;
    line.number = static_cast<int>(story.lines.size()) + 1;
    line.text = wml::Paragraph(node).text();
    line.level = styles_.outline_level(node);
    line.contents = fields.take(node);
    line.older = is_older(node);
    story.lines.push_back(std::move(line));
    return false;
  });
  for (const merge::Tag& tag : tags_) {
    const ParagraphLocation* place = place_of(tag);
    if (place == nullptr || place->part != story.part.text() || place->paragraph == 0) continue;
    const auto number = static_cast<std::size_t>(place->paragraph);
    if (number <= story.lines.size()) story.lines[number - 1].tags.push_back(&tag);
  }
}

void Document::mark_repeated(Story& story) {
  for (const Line& line : story.lines) {
    for (const merge::Tag* tag : line.tags) {
      if (tag->kind != merge::TagKind::each || tag->closer < 0) continue;
      const ParagraphLocation* end = place_of(tags_[static_cast<std::size_t>(tag->closer)]);
      if (end == nullptr || end->part != story.part.text()) continue;
      // A loop within one paragraph repeats text alone.
      if (end->paragraph == line.number) continue;
      for (int number = line.number; number <= end->paragraph; ++number)
        story.lines[static_cast<std::size_t>(number) - 1].repeated = true;
    }
  }
}

std::string without_tags(std::string_view text) {
  std::string left(text);
  const auto hide = [&](std::size_t begin, std::size_t end) {
    std::fill(left.begin() + static_cast<std::ptrdiff_t>(begin),
              left.begin() + static_cast<std::ptrdiff_t>(end), tag_sign);
  };
  const merge::ScannedText scanned = merge::scan_tags(text);
  for (const merge::ScannedTag& tag : scanned.tags) hide(tag.begin, tag.end);
  // Half a tag is told as such: to the next brace, or to the end.
  for (const std::size_t begin : scanned.unclosed)
    hide(begin, std::min({text.find("{{", begin + 2), text.find('}', begin), text.size() - 1}) + 1);
  for (const std::size_t end : scanned.unopened) {
    const std::size_t brace = text.substr(0, end).rfind('{');
    hide(brace == std::string_view::npos ? end : brace, end + 2);
  }
  return left;
}

std::string own_text(std::string_view text) {
  std::string left = without_tags(text);
  std::erase(left, tag_sign);
  return std::string(trim(left));
}

}  // namespace lg::lint
