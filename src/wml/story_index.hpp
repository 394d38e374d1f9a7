#pragma once

#include "wml/field_code.hpp"
#include "wml/numbering.hpp"
#include "wml/styles.hpp"

#include <pugixml.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A finished story as its fields see it: paragraphs with their numbers, fields with their results, bookmarks
/// with their texts, in the order of the document.
namespace lg::wml {

/// Places are counted in pieces of text, from the story's beginning.
struct PieceRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct StoryParagraph {
  pugi::xml_node node;
  PieceRange pieces;
  ParagraphNumber number;
  int level = 0;    // of a heading; 0 for others
  int section = 0;  // counted from 0
  int box = 0;      // 0: the story itself; each text box has a number
};

struct StoryField {
  FieldCode code;
  pugi::xml_node simple;     // w:fldSimple; null for a complex field
  pugi::xml_node begin;      // the w:r with its w:fldChar
  pugi::xml_node separator;  // null: the field has no result yet
  pugi::xml_node end;
  PieceRange result;
  std::size_t paragraph = 0;
  int box = 0;
  int group = 0;   // of an mc:AlternateContent around; 0: none
  int branch = 0;  // within it, counted from 0
};

struct StoryBookmark {
  std::string name;
  PieceRange pieces;
  std::size_t paragraph = 0;
  int box = 0;
};

struct StoryNote {
  std::size_t piece = 0;
  int number = 0;
  bool endnote = false;
};

class StoryIndex {
 public:
  /// `counter` as the story begins with it.
  StoryIndex(pugi::xml_node root, const Styles& styles, NumberingCounter counter);

  [[nodiscard]] const std::vector<StoryParagraph>& paragraphs() const { return paragraphs_; }
  [[nodiscard]] const std::vector<StoryField>& fields() const { return fields_; }  // by their ends
  [[nodiscard]] const std::vector<StoryNote>& notes() const { return notes_; }
  [[nodiscard]] const std::vector<pugi::xml_node>& sections() const { return sections_; }  // w:sectPr
  /// Null when there is none; names differ by more than case.
  [[nodiscard]] const StoryBookmark* bookmark(std::string_view name) const;
  [[nodiscard]] const std::map<std::string, StoryBookmark>& bookmarks() const { return bookmarks_; }
  [[nodiscard]] int highest_bookmark_id() const { return highest_id_; }

  /// What a reader sees between the two places in that box; nothing when it is more than one paragraph.
  [[nodiscard]] std::optional<std::string> text(PieceRange pieces, int box) const;
  [[nodiscard]] std::string text(const StoryParagraph& paragraph) const;
  /// Gives the field another result, in the format that the old one begins with; false when it has it
  /// already.
  bool set_result(const StoryField& field, const std::string& text);

 private:
  struct Piece {
    pugi::xml_node node;  // w:t, or an element that stands for one character; null: nothing yet
    std::size_t paragraph = 0;
    int box = 0;
    bool shown = true;
  };

  void walk(pugi::xml_node node);
  void take_paragraph(pugi::xml_node node);
  void take_run(pugi::xml_node run);
  void take_field_character(pugi::xml_node node);
  void take_alternatives(pugi::xml_node node);
  void take_bookmark(pugi::xml_node node);
  void take_note(bool endnote);
  void take_simple_field(pugi::xml_node node);
  void close_field(StoryField field, pugi::xml_node end);
  void add_piece(pugi::xml_node node, bool hidden);
  [[nodiscard]] pugi::xml_node put_text(const StoryField& field) const;

  struct OpenField {
    StoryField field;
    std::string code;
  };

  const Styles& styles_;
  NumberingCounter counter_;
  std::vector<StoryParagraph> paragraphs_;
  std::vector<StoryField> fields_;
  std::vector<StoryNote> notes_;
  std::vector<pugi::xml_node> sections_;
  std::map<std::string, StoryBookmark> bookmarks_;     // by lower-case name
  std::map<std::string, std::string> open_bookmarks_;  // id → lower-case name
  std::vector<Piece> pieces_;
  std::vector<OpenField> open_;
  std::size_t paragraph_ = 0;  // the one that is being read
  int box_ = 0;
  int boxes_ = 0;
  int footnotes_ = 0;
  int endnotes_ = 0;
  int highest_id_ = 0;
  int groups_ = 0;
  int group_ = 0;
  int branch_ = 0;
};

}  // namespace lg::wml
