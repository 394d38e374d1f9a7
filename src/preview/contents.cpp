#include "preview/contents.hpp"

#include "base/text.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace lg::preview {
namespace {

/// The heading that the entry leads to; null when it is not in the document.
const wml::StoryParagraph* heading_of(const Story& story, pugi::xml_node paragraph) {
  const pugi::xml_node link = paragraph.find_node([](pugi::xml_node node) {
    return std::string_view(node.name()) == "w:hyperlink" && !node.attribute("w:anchor").empty();
  });
  if (!link) return nullptr;
  const wml::StoryBookmark* bookmark = story.index().bookmark(link.attribute("w:anchor").value());
  if (bookmark == nullptr || bookmark->paragraph >= story.index().paragraphs().size()) return nullptr;
  const wml::StoryParagraph& target = story.index().paragraphs()[bookmark->paragraph];
  return target.level > 0 ? &target : nullptr;
}

/// The level that the style of the entry says, from 0; 0 when it says none.
int level_of(const Story& story, pugi::xml_node paragraph) {
  constexpr std::string_view prefix = "toc ";
  const std::string style = story.document().styles.name_of(paragraph);
  const bool known = style.size() == prefix.size() + 1 && style.starts_with(prefix) && style.back() >= '1' &&
                     style.back() <= '9';
  return known ? style.back() - '1' : 0;
}

std::string words_of(const Story& story, pugi::xml_node paragraph) {
  const wml::StoryParagraph* own = story.find(paragraph);
  std::string words = own == nullptr ? "" : story.index().text(*own);
  const std::size_t tab = words.rfind('\t');
  if (tab != std::string::npos) words.resize(tab);
  for (char& c : words) {
    if (c == '\t') c = ' ';
  }
  return std::string(trim(words));
}

}  // namespace

ListItem contents_entry(const Story& story, pugi::xml_node paragraph) {
  ListItem entry;
  entry.id = story.id(paragraph);
  entry.data_p = story.data_p(paragraph);
  entry.level = level_of(story, paragraph);
  const wml::StoryParagraph* heading = heading_of(story, paragraph);
  if (heading == nullptr) {
    entry.html.text(words_of(story, paragraph));
    return entry;
  }
  const std::string& number = heading->number.label;
  entry.html.open(Element::a, {{Name::href, "#" + story.id(heading->node)}});
  entry.html.text(number + (number.empty() ? "" : " ") + story.index().text(*heading));
  entry.html.close(Element::a);
  return entry;
}

}  // namespace lg::preview
