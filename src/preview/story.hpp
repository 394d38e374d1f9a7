#pragma once

#include "opc/package.hpp"
#include "opc/part_name.hpp"
#include "wml/numbering.hpp"
#include "wml/story_index.hpp"
#include "wml/styles.hpp"

#include <pugixml.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lg::preview {

/// What a document's parts have in common.
struct Document {
  explicit Document(const opc::Package& report);

  const opc::Package& package;
  opc::PartName main;
  wml::Styles styles;
  wml::NumberingCounter counter;
  std::map<std::string, std::string, std::less<>> style_names;  // lower-case, by id, of all kinds of style
};

/// A part with paragraphs, open for showing.
class Story {
 public:
  /// `is_main`: its paragraphs have ids and numbers.
  Story(const Document& document, const opc::PartName& part, bool is_main);

  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] const opc::PartName& part() const { return part_; }
  [[nodiscard]] const wml::StoryIndex& index() const { return index_; }
  [[nodiscard]] pugi::xml_node root() const { return xml_.document_element(); }

  /// The paragraph's place among all of the part, from 1; 0 of one that is not shown.
  [[nodiscard]] int number(pugi::xml_node paragraph) const;
  [[nodiscard]] const wml::StoryParagraph* find(pugi::xml_node paragraph) const;
  /// That number as data-p says it, and as its id; "" outside of the main part.
  [[nodiscard]] std::string data_p(pugi::xml_node paragraph) const;
  [[nodiscard]] std::string id(pugi::xml_node paragraph) const;
  /// Whether it belongs to what a table of contents, or of captions, shows.
  [[nodiscard]] bool in_contents(pugi::xml_node paragraph) const;

 private:
  const Document& document_;
  opc::PartName part_;
  bool is_main_;
  pugi::xml_document xml_;
  wml::StoryIndex index_;
  std::unordered_map<std::size_t, int> numbers_;  // by the paragraph's hash_value()
  std::vector<bool> contents_;
};

/// The paragraphs and tables of a body, cell, header or note, through what may stand around them: content
/// controls, insertions, the first of several forms of the same thing.
[[nodiscard]] std::vector<pugi::xml_node> blocks_in(pugi::xml_node parent);

/// Whether a property such as w:b or w:vanish is on (17.17.4).
[[nodiscard]] bool is_on(pugi::xml_node property);

}  // namespace lg::preview
