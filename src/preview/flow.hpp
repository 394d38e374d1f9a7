#pragma once

#include "preview/inline_text.hpp"
#include "preview/story.hpp"

#include <pugixml.hpp>

#include <cstdint>
#include <vector>

namespace lg::preview {

/// Writes paragraphs and tables that follow one another: of a body, a cell, a header, a note or a text box.
class Flow {
 public:
  /// `top_level`: what heading 1 becomes.
  Flow(const Story& story, Notes& notes, int top_level)
      : story_(story), notes_(notes), top_level_(top_level), text_(story, notes) {}

  /// One piece for each paragraph, list, table and table of contents that shows something.
  [[nodiscard]] std::vector<Html> pieces(const std::vector<pugi::xml_node>& blocks);

 private:
  class Pieces;
  enum class Within : std::uint8_t { text, header_cell };  // a heading of a table holds no headings

  void write_table(Html& html, pugi::xml_node table, const Html* caption, pugi::xml_node captioned);
  void write_row(Html& html, const struct TableRow& row, bool header, bool first_column);
  void write_beside(Html& html, const Line& line, pugi::xml_node paragraph);

  const Story& story_;
  Notes& notes_;
  int top_level_;
  InlineText text_;
  Within within_ = Within::text;
  int tables_of_contents_ = 0;
  int depth_ = 0;  // tables around
};

}  // namespace lg::preview
