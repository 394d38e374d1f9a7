#pragma once

#include "base/problem.hpp"
#include "merge/tag.hpp"
#include "opc/package.hpp"
#include "wml/numbering.hpp"
#include "wml/story_places.hpp"
#include "wml/styles.hpp"

#include <pugixml.hpp>

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace lg::lint {

/// A paragraph, with what the checks ask of it.
struct Line {
  pugi::xml_node node;
  int number = 0;         // as ParagraphLocation::paragraph
  std::string text;       // tags within
  int level = 0;          // of a heading, counted from 1; 0: no heading
  bool contents = false;  // of a stored table of contents
  bool older = false;     // in the form that only older versions of Word show (mc:Fallback)
  bool repeated = false;  // in a för varje
  std::vector<const merge::Tag*> tags;
};

/// A part with paragraphs.
struct Story {
  opc::PartName part;
  pugi::xml_document xml;
  wml::StoryPlaces places;
  std::vector<Line> lines;
};

/// A .docx template as its author sees it: paragraphs with their tags, in document order. `tags` and the
/// package must outlive it.
class Document {
 public:
  Document(const opc::Package& package, const std::vector<merge::Tag>& tags);
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  [[nodiscard]] const opc::Package& package() const { return package_; }
  [[nodiscard]] const std::vector<merge::Tag>& tags() const { return tags_; }
  [[nodiscard]] const wml::Styles& styles() const { return styles_; }
  /// The body first.
  [[nodiscard]] const std::deque<Story>& stories() const { return stories_; }
  [[nodiscard]] const Story& body() const { return stories_.front(); }
  /// The part that the main part names by a relationship of that kind; an empty document when it has none.
  [[nodiscard]] pugi::xml_document part(std::string_view kind) const;

 private:
  void read(const opc::PartName& part);
  void read_lines(Story& story);
  void mark_repeated(Story& story);

  const opc::Package& package_;
  const std::vector<merge::Tag>& tags_;
  wml::Styles styles_;
  wml::NumberingCounter counter_;
  std::deque<Story> stories_;
};

/// The text with a sign in the place of each byte of a tag, finished or not, so that what is left is the
/// template's own.
[[nodiscard]] std::string without_tags(std::string_view text);
inline constexpr char tag_sign = '\x01';

/// The same with the tags taken out altogether, trimmed.
[[nodiscard]] std::string own_text(std::string_view text);

}  // namespace lg::lint
