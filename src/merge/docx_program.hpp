#pragma once

#include "merge/docx_fresh.hpp"
#include "merge/docx_objects.hpp"
#include "merge/tag.hpp"
#include "wml/numbering.hpp"

#include <pugixml.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace lg::merge {

/// What the last thing written between paragraphs was: Word wants a paragraph behind a table.
enum class BlockKind : std::uint8_t { none, paragraph, table };

enum class StepKind : std::uint8_t {
  literal,    // XML as it stands
  element,    // a start tag, steps, an end tag
  control,    // w:sdt: gone when its content is
  note,       // the reference to a note, and within it the note
  reference,  // a field code that names a bookmark
  container,  // an element that must end with a paragraph: a cell, the body, a header, a note
  paragraph,  // w:p with tags
  table,      // w:tbl: gone when no row is left
  row,        // w:tr
  run,        // w:r with tags
  tag,        // a value, stycken, infoga or sidbrytning within a run
  block,      // för varje or om
  object,     // a picture or chart that the data gives
};

/// An attribute that an alternative text, a picture or a chart gives.
struct ObjectAttribute {
  ObjectField field = ObjectField::text;
  std::string name;
  std::size_t number = 0;  // of the text or object
};

struct Step;

struct Branch {
  int tag = -1;  // the else_when or otherwise tag that begins it; -1: the block's own first part
  std::vector<Step> steps;
  std::string section = {};  // the first section break within
};

/// One step of writing a story. A laid-out story is compiled to steps once and run for each document.
struct Step {
  StepKind kind = StepKind::literal;
  std::string open;                   // literal: the XML; else the start tag without its ">"
  std::string close;                  // the end tag
  std::string text;                   // note: its id
  BlockKind block = BlockKind::none;  // literal: its last paragraph or table
  bool begins_table = false;  // literal: its first is a table, with no other before it in the template
  bool shows = false;         // literal: holds text or a picture
  std::size_t rows = 0;       // literal: table rows at its top
  std::vector<FreshAttribute> fresh;  // behind `open`, when the element is repeated
  std::vector<Step> steps;
  std::vector<Branch> branches;        // block
  int tag = -1;                        // tag, block
  RepeatedNames names;                 // block: what each turn names anew
  bool only_once = false;              // copies go without the element
  int object = -1;                     // object: its number
  std::vector<ObjectAttribute> given;  // behind `open`

  // paragraph
  bool only_tags = false;
  bool plain = false;      // nothing but runs of text and tags, not even a tab
  std::string properties;  // w:pPr as XML, without a section break
  std::string section;     // the section break
  int list = 0;            // the w:numId in `properties` that each copy has anew
  // run, and the tags within
  std::string run_properties;  // w:rPr as XML
  // table
  bool follows_table = false;  // its like stood right before it in the template
  bool merges = false;         // has vertically merged cells
};

/// Compiles laid-out stories (docx_layout) to steps.
class DocxCompiler {
 public:
  DocxCompiler(const std::vector<Tag>& tags, const wml::NumberingCounter& lists, bool has_objects)
      : tags_(tags), lists_(lists), has_objects_(has_objects) {}

  /// The step that writes the story's root element and all within.
  [[nodiscard]] Step compile(pugi::xml_node root);

 private:
  std::vector<Step> compile_children(pugi::xml_node parent);
  pugi::xml_node compile_block(pugi::xml_node marker, std::vector<Step>& steps);
  void compile_part(pugi::xml_node& node, Branch& branch);
  void compile_node(pugi::xml_node node, std::vector<Step>& steps);
  [[nodiscard]] Step compile_element(pugi::xml_node node);
  void fill_attributes(pugi::xml_node node, Step& step) const;
  [[nodiscard]] Step compile_reference(pugi::xml_node node) const;
  void fill_paragraph(pugi::xml_node node, Step& step);
  [[nodiscard]] Step literal(pugi::xml_node node) const;
  [[nodiscard]] bool is_dynamic(pugi::xml_node node) const;
  [[nodiscard]] const Tag& tag_of(pugi::xml_node marker) const;

  const std::vector<Tag>& tags_;
  const wml::NumberingCounter& lists_;
  bool has_objects_;
  int repeats_ = 0;               // för varje blocks around
  RepeatedNames names_;           // theirs
  std::map<int, int> list_uses_;  // docx_repeats
};

[[nodiscard]] std::string xml_of(pugi::xml_node node);

/// True for the tags that come to whole paragraphs.
[[nodiscard]] constexpr bool is_rich(const Tag& tag) {
  return tag.kind == TagKind::paragraphs || tag.kind == TagKind::insert;
}

/// "&lt;" and the like, for text and attribute values.
void append_escaped(std::string& xml, std::string_view text);

}  // namespace lg::merge
