#pragma once

#include "merge/docx_program.hpp"
#include "merge/rich_text.hpp"
#include "merge/scope.hpp"
#include "opc/relationships.hpp"
#include "wml/numbering.hpp"
#include "wml/styles.hpp"

#include <map>
#include <string>
#include <vector>

namespace lg::merge {

/// A heading as it stands in the finished document.
struct Heading {
  int level = 1;
  std::string label;  // "1.3.2"; empty for one without number
  std::string text;
  std::string bookmark;  // what the contents point at
};

/// Runs the steps of one story and gives its XML.
class DocxRenderer {
 public:
  DocxRenderer(const std::vector<Tag>& tags, const wml::Styles& styles, wml::NumberingCounter counter,
               Scope& scope, opc::Relationships& relationships, int first_free_id);

  void run(const Step& step);

  [[nodiscard]] const std::vector<Heading>& headings() const { return headings_; }
  /// The story's XML; `contents` goes where the table of contents stood.
  [[nodiscard]] std::string finish(const std::string& contents);
  [[nodiscard]] bool added_links() const { return !links_.empty(); }
  /// The first id that neither the template nor what was written so far has.
  [[nodiscard]] int first_free_id() const { return next_id_; }

 private:
  void run_all(const std::vector<Step>& steps);
  void run_literal(const Step& step);
  void run_container(const Step& step);
  void run_paragraph(const Step& step);
  void run_table(const Step& step);
  void run_block(const Step& step);
  void run_tag(const Step& step);
  bool run_text_paragraphs(const Step& step);

  void open_element(const Step& step);
  void write_fresh(const FreshAttribute& fresh, int copy);
  void write_value(const Shown& shown, const Step& step);
  void write_text(std::string_view text);
  void write_missing(const std::string& text, const std::string& run_properties);
  void write_spans(const std::vector<Span>& spans, const std::string& run_properties, bool in_run);
  void write_rich(const std::vector<TextParagraph>& paragraphs, const Step& step);
  void begin_paragraph(const TextParagraph& paragraph, const std::string& properties);
  void part_from_table();
  [[nodiscard]] std::string link_id(const std::string& target);
  [[nodiscard]] Shown rich_value(const Tag& tag);

  const std::vector<Tag>& tags_;
  const wml::Styles& styles_;
  wml::NumberingCounter counter_;
  Scope& scope_;
  opc::Relationships& relationships_;
  std::string bullet_style_;
  std::string link_style_;

  std::string out_;
  BlockKind last_block_ = BlockKind::none;
  std::size_t shown_ = 0;  // texts and pictures written so far
  std::size_t rows_ = 0;   // table rows written so far
  std::string* heading_text_ = nullptr;
  std::vector<const Step*> open_;  // from the paragraph down to the run
  std::vector<Heading> headings_;
  std::vector<std::size_t> contents_places_;
  std::map<std::string, std::string> links_;  // target → relationship id
  std::map<const Step*, int> copies_;         // how often an element with fresh attributes was written
  std::map<std::string, int> bookmarks_;      // original id → the current copy's
  int next_id_;
};

}  // namespace lg::merge
