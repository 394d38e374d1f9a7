#pragma once

#include "merge/tag.hpp"
#include "wml/styles.hpp"

#include <pugixml.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lg::merge {

/// What the last thing written between paragraphs was: Word wants a paragraph behind a table.
enum class BlockKind : std::uint8_t { none, paragraph, table };

enum class StepKind : std::uint8_t {
  literal,    // XML as it stands
  element,    // a start tag, steps, an end tag
  container,  // an element that must end with a paragraph: a cell, the body, a header, a note
  paragraph,  // w:p with tags or with a heading's number
  table,      // w:tbl: gone when no row is left
  row,        // w:tr
  run,        // w:r with tags
  tag,        // a value, stycken, infoga or sidbrytning within a run
  block,      // för varje or om
  contents,   // the entries of a table of contents
};

/// An attribute whose value must differ in each copy of what holds it.
enum class FreshKind : std::uint8_t {
  bookmark,       // w:bookmarkStart w:id
  bookmark_name,  // w:bookmarkStart w:name
  bookmark_end,   // w:bookmarkEnd w:id: as its start
  drawing,        // wp:docPr id and its like
  control,        // w:sdtPr/w:id
  first_only,     // w14:paraId: copies go without
};

struct FreshAttribute {
  FreshKind kind = FreshKind::first_only;
  std::string name;
  std::string value;
};

struct Step;

struct Branch {
  int tag = -1;  // the else_when or otherwise tag that begins it; -1: the block's own first part
  std::vector<Step> steps;
};

/// One step of writing a story. A laid-out story is compiled to steps once and run for each document.
struct Step {
  StepKind kind = StepKind::literal;
  std::string open;                   // literal: the XML; else the start tag without its ">"
  std::string close;                  // the end tag
  std::string text;                   // literal: the text within, where it is needed for headings
  BlockKind block = BlockKind::none;  // literal: its last paragraph or table
  bool shows = false;                 // literal: holds text or a picture
  std::size_t rows = 0;               // literal: table rows at its top
  std::vector<FreshAttribute> fresh;  // behind `open`, when the element is repeated
  std::vector<Step> steps;
  std::vector<Branch> branches;  // block
  int tag = -1;                  // tag, block

  // paragraph
  bool only_tags = false;
  int outline_level = 0;        // of a heading
  wml::NumberingUse numbering;  // of a heading
  std::string own_properties;   // w:pPr as XML
  std::string properties;       // the same without a section break, for the paragraphs that stycken adds
  // run, and the tags within
  std::string run_properties;  // w:rPr as XML
  // table: its like stood right before it in the template
  bool follows_table = false;
};

/// Compiles laid-out stories (docx_layout) to steps.
class DocxCompiler {
 public:
  DocxCompiler(const std::vector<Tag>& tags, const wml::Styles& styles, bool numbers_headings)
      : tags_(tags), styles_(styles), numbers_headings_(numbers_headings) {}

  /// The step that writes the story's root element and all within.
  [[nodiscard]] Step compile(pugi::xml_node root);

  /// w:pPr of the stored contents entries, by style id, as they were found.
  struct ContentsEntry {
    std::string style;
    std::string properties;
  };
  [[nodiscard]] const std::vector<ContentsEntry>& contents_entries() const { return entries_; }
  /// The runs that begin the contents' field, up to its separator.
  [[nodiscard]] const std::string& contents_begin() const { return contents_begin_; }

 private:
  std::vector<Step> compile_children(pugi::xml_node parent);
  pugi::xml_node compile_block(pugi::xml_node marker, std::vector<Step>& steps);
  void compile_node(pugi::xml_node node, std::vector<Step>& steps);
  [[nodiscard]] Step compile_element(pugi::xml_node node);
  void fill_paragraph(pugi::xml_node node, Step& step);
  [[nodiscard]] Step literal(pugi::xml_node node) const;
  pugi::xml_node compile_contents(pugi::xml_node first, std::vector<Step>& steps);
  [[nodiscard]] bool is_dynamic(pugi::xml_node node) const;
  [[nodiscard]] const Tag& tag_of(pugi::xml_node marker) const;

  const std::vector<Tag>& tags_;
  const wml::Styles& styles_;
  bool numbers_headings_;
  int repeats_ = 0;  // för varje blocks around
  std::vector<ContentsEntry> entries_;
  std::string contents_begin_;
};

/// "&lt;" and the like, for text and attribute values.
void append_escaped(std::string& xml, std::string_view text);

}  // namespace lg::merge
