#pragma once

#include "base/location.hpp"
#include "wml/numbering.hpp"
#include "wml/styles.hpp"

#include <pugixml.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lg::wml {

/// Which paragraph of its part each footnote or endnote begins with, for notes that stand below their
/// references.
struct NoteHomes {
  std::string reference;                          // "w:footnoteReference"
  std::string part;                               // "/word/footnotes.xml"
  std::map<std::string, int, std::less<>> first;  // by the note's id; counted from 1

  /// Of a part of notes.
  [[nodiscard]] static NoteHomes of(pugi::xml_node notes, std::string part, bool endnotes);
};

/// Where the paragraphs of a story stand, said so that a person finds them: the nearest heading with the
/// number that it shows, and how far from it. Blank paragraphs are not counted, nor are those of tables and
/// text boxes, which a reader sees as things of their own.
class StoryPlaces {
 public:
  StoryPlaces(std::string file, std::string part, pugi::xml_node root, const Styles& styles,
              NumberingCounter counter, std::vector<NoteHomes> notes = {});

  /// The place of the paragraph that the node is or lies in, else of the first paragraph below it, with an
  /// excerpt of `text`.
  [[nodiscard]] ParagraphLocation of(pugi::xml_node node, std::string_view text) const;

 private:
  struct Place {
    int paragraph = 0;
    std::string part;  // empty: the story's own
    std::string spot;
    std::size_t heading = 0;  // its place in headings_
  };
  struct Around;

  void walk(pugi::xml_node node, Around around);
  void enter(pugi::xml_node paragraph, Around& around);
  [[nodiscard]] const Place* find(pugi::xml_node node) const;

  std::string file_;
  std::string part_;
  const Styles& styles_;
  NumberingCounter counter_;
  std::vector<NoteHomes> notes_;
  std::vector<std::string> headings_ = {""};
  std::unordered_map<std::size_t, Place> places_;  // by the paragraph's hash_value()
  int paragraphs_ = 0;
  int counted_ = 0;  // paragraphs since the last heading
  int tables_ = 0;
};

}  // namespace lg::wml
