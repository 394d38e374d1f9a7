#pragma once

#include "merge/docx_copies.hpp"
#include "merge/docx_notes.hpp"
#include "merge/docx_object_writer.hpp"
#include "merge/docx_program.hpp"
#include "merge/docx_trace.hpp"
#include "merge/rich_text.hpp"
#include "merge/scope.hpp"
#include "opc/relationships.hpp"
#include "wml/styles.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace lg::merge {

/// The first of the numbers that nothing in the template or in what was written so far has.
struct FreeNumbers {
  int id = 1;                  // bookmarks, drawings, controls
  int contents = 200'000'001;  // _Toc bookmarks
  int list = 1;                // w:num
  int footnote = 1;
  int endnote = 1;
  std::set<std::string> bookmarks =
      {};  // names that are taken, in lower case: Word sees no difference of case
};

/// Runs the steps of one story and gives its XML.
class DocxRenderer {
 public:
  DocxRenderer(const std::vector<Tag>& tags, const wml::Styles& styles, Scope& scope,
               opc::Relationships& relationships, StoryObjects& objects, const FreeNumbers& free, Trace trace,
               SourceLog* sources = nullptr);

  void run(const Step& step);

  /// The story's XML.
  [[nodiscard]] std::string finish();
  [[nodiscard]] bool added_links() const { return !links_.empty(); }
  /// What is free behind this story.
  [[nodiscard]] FreeNumbers free_numbers() const;
  /// The lists that copies began anew: new w:numId, the template's.
  [[nodiscard]] const std::vector<std::pair<int, int>>& new_lists() const { return ids_.new_lists(); }

  /// The notes of this story's references, in their order.
  [[nodiscard]] const std::vector<WrittenNote>& notes() const { return notes_; }

 private:
  void run_all(const std::vector<Step>& steps);
  void run_literal(const Step& step);
  void run_container(const Step& step);
  void run_control(const Step& step);
  void run_note(const Step& step);
  void run_object(const Step& step);
  void open_link(const std::string& target);
  void close_link();
  void run_paragraph(const Step& step);
  void remove_paragraph(std::size_t mark);
  void run_table(const Step& step);
  void run_block(const Step& step);
  void run_tag(const Step& step);
  bool run_text_paragraphs(const Step& step);

  void hand_section_on(const Step& block, const Branch* chosen);
  void open_element(const Step& step);
  void write_fresh(const FreshAttribute& fresh, int copy);
  [[nodiscard]] std::string properties_of(const Step& step) const;
  void write_value(const Shown& shown, const Step& step);
  void write_text(std::string_view text);
  void write_missing(const std::string& text, const std::string& run_properties);
  void write_spans(const std::vector<Span>& spans, const std::string& run_properties, bool in_run);
  void write_rich(const std::vector<TextParagraph>& paragraphs, const Step& step);
  void begin_paragraph(const TextParagraph& paragraph, const Step& step);
  void part_from_table();
  [[nodiscard]] std::string link_id(const std::string& target);
  [[nodiscard]] Shown look_up(const Tag& tag);
  [[nodiscard]] bool holds(const Tag& tag);

  const std::vector<Tag>& tags_;
  Scope& scope_;
  opc::Relationships& relationships_;
  StoryObjects& objects_;
  std::string bullet_style_;
  std::string link_style_;

  std::string out_;
  BlockKind last_block_ = BlockKind::none;
  std::size_t shown_ = 0;           // texts and pictures written so far
  std::size_t rows_ = 0;            // table rows written so far
  std::size_t properties_end_ = 0;  // of the paragraph begun last, where its section break goes
  bool control_emptied_ = false;
  std::vector<const Step*> open_;             // from the paragraph down to the run
  std::map<std::string, std::string> links_;  // target → relationship id
  std::map<const Step*, int> copies_;         // how often an element with fresh attributes was written
  CopyIds ids_;
  FreeNumbers free_;  // but for ids and lists
  Trace trace_;
  SourceLog* sources_;       // of Trace::sources
  std::string source_mark_;  // of the value that is being written
  bool in_note_ = false;
  std::vector<WrittenNote> notes_;
};

}  // namespace lg::merge
