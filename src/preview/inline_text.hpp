#pragma once

#include "preview/html.hpp"
#include "preview/story.hpp"

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace lg::preview {

/// The notes that a document refers to, in the order of their references.
struct Notes {
  struct Reference {
    bool endnote = false;
    int number = 0;
    std::string note;  // its id in the part of notes
    std::string from;  // the id of the paragraph that refers to it
  };
  std::vector<Reference> references;

  const Reference& add(bool endnote, std::string note, std::string from);
};

/// What stands in a paragraph.
struct Line {
  Html html;
  bool shows = false;                  // more than blanks
  std::vector<pugi::xml_node> beside;  // charts and texts of boxes, which cannot stand within a paragraph
};

/// Writes the contents of paragraphs, which are given to it in document order: a field may begin in one and
/// end in another.
class InlineText {
 public:
  InlineText(const Story& story, Notes& notes) : story_(story), notes_(notes) {}

  [[nodiscard]] Line write(pugi::xml_node paragraph);

 private:
  /// What HTML can say of a run's format.
  struct Format {
    bool strong = false;
    bool em = false;
    std::string grade;  // "riskgrad-1"
    bool operator==(const Format&) const = default;
  };

  void walk(pugi::xml_node parent);
  void walk_run(pugi::xml_node parent, const Format& format);
  void take_field_character(pugi::xml_node node);
  void take_text(std::string_view text, const Format& format);
  void take_break(pugi::xml_node node);
  void take_drawing(pugi::xml_node node);
  void take_note(pugi::xml_node node);
  void set_format(const Format& format);
  [[nodiscard]] Format format_of(pugi::xml_node run) const;
  [[nodiscard]] bool in_code() const;

  const Story& story_;
  Notes& notes_;
  pugi::xml_node paragraph_;
  Line line_;
  Format format_;
  std::vector<bool> fields_;  // those that are open: whether their results have begun
};

}  // namespace lg::preview
