#pragma once

#include "wml/story_index.hpp"

#include <pugixml.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace lg::merge {

/// The numbers that new bookmarks may have.
struct FreeBookmarks {
  int id = 1;
  int contents = 200'000'001;  // _Toc200000001
};

/// The tables of contents and the lists of captions of a story (TOC, ECMA-376 Part 1, 17.16.5.68): their
/// entries are written anew from the finished text, each a link to its heading, in the style of its level,
/// within the field that Word updates. Page numbers are not known before the pages are laid out
/// (docx_page_numbers).
class DocxContents {
 public:
  /// Takes the old entries out of the story.
  DocxContents(const wml::Styles& styles, const std::vector<wml::StoryField>& fields);

  [[nodiscard]] bool empty() const { return places_.empty(); }

  /// Puts the entries in; `story` is the story without the old ones.
  void write(const wml::StoryIndex& story, FreeBookmarks free);

 private:
  /// One field: the runs of its separator and its end, and how its old entries looked.
  struct Place {
    wml::FieldCode code;
    pugi::xml_node separator;
    pugi::xml_node end;
    pugi::xml_node looks;  // w:pPr, one of each style
  };
  struct Entry {
    int level = 1;
    std::string label;
    std::string behind;  // between the label and the text, as the heading itself has it
    std::string text;
    std::string bookmark;
  };

  void take_out(const wml::StoryField& field);
  void take_out_paragraphs(Place& place);
  void keep_look(const Place& place, pugi::xml_node paragraph);
  [[nodiscard]] std::vector<Entry> entries(const wml::StoryIndex& story, const Place& place);
  [[nodiscard]] std::vector<Entry> captions(const wml::StoryIndex& story, const Place& place);
  void add_entry(const wml::StoryIndex& story, std::size_t paragraph, int level, std::string text, bool label,
                 std::vector<Entry>& entries);
  [[nodiscard]] const std::string& bookmark_of(const wml::StoryIndex& story, std::size_t paragraph);
  void put_entries(const Place& place, const std::vector<Entry>& entries);
  void dress(pugi::xml_node paragraph, const Place& place, const Entry& entry) const;
  void put_link(pugi::xml_node paragraph, pugi::xml_node behind, const Entry& entry) const;

  const wml::Styles& styles_;
  pugi::xml_document looks_;
  std::vector<Place> places_;
  FreeBookmarks free_;
  std::map<std::size_t, std::string> bookmarks_;  // by paragraph
};

}  // namespace lg::merge
