#pragma once

#include "opc/package.hpp"
#include "wml/story_places.hpp"

#include <pugixml.hpp>

#include <string>
#include <vector>

namespace lg::merge {

/// A note that the main story's renderer wrote for one of its references.
struct WrittenNote {
  bool endnote = false;
  int id = 0;
  bool copy = false;  // of a note that was written before
  std::string xml;    // its paragraphs
};

/// The footnotes or endnotes of a document (ECMA-376 Part 1, 17.11). A note is filled in where its reference
/// stands, as often as that is written, so that it knows the row of a repeated block.
class NotesPart {
 public:
  /// Puts each note that `main` refers to below its reference.
  NotesPart(opc::PartName name, bool endnotes, pugi::xml_node notes, pugi::xml_node main);

  [[nodiscard]] int free_id() const { return free_id_; }
  [[nodiscard]] bool endnotes() const { return endnotes_; }
  [[nodiscard]] const wml::NoteHomes& homes() const { return homes_; }
  /// The part with those notes in place of the template's; it keeps its bytes when nothing differs.
  void write(opc::Package& package, const std::vector<WrittenNote>& written) const;

 private:
  opc::PartName name_;
  bool endnotes_;
  std::string head_;  // the root's start tag and the notes that nothing refers to: separators
  wml::NoteHomes homes_;
  bool has_tags_ = false;
  int placed_ = 0;  // notes that the text refers to
  int free_id_ = 1;
};

}  // namespace lg::merge
