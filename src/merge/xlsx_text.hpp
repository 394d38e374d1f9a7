#pragma once

#include "merge/scope.hpp"
#include "merge/tag.hpp"
#include "sml/cell_text.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace lg::merge {

/// The text of a cell, tab, sheet header or property, cut into its tags and what stands between them.
struct TextTemplate {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  struct Piece {
    std::string text;         // where tag < 0
    std::size_t run = 0;      // the rich run it stands in; of a tag the one its first brace stands in
    int tag = -1;             // number of the tag
    std::size_t next = none;  // of a block's tag: its next branch, or its end
  };

  std::vector<Piece> pieces;
  std::vector<std::string> properties;  // of each rich run; all empty: a plain text
  bool balanced = true;                 // each block that begins here ends here

  /// `numbers` are the tags that TagParser::read found in the runs' text put together.
  [[nodiscard]] static TextTemplate make(const std::vector<sml::TextRun>& runs,
                                         const std::vector<int>& numbers, const std::vector<Tag>& tags);

  /// The number of the only tag, when there is nothing else but blanks; -1 otherwise.
  [[nodiscard]] int lone_tag() const;
  [[nodiscard]] bool has_tags() const;
  [[nodiscard]] bool is_rich() const;
};

/// What takes the pieces of a rendered text: text, and the run it belongs to.
using TextSink = std::function<void(std::string_view text, std::size_t run)>;

/// What a tag within text comes to; a tag that shows nothing gives an empty text.
[[nodiscard]] Shown show_tag(const Tag& tag, Scope& scope);

/// Fills the tags in, blocks within the text as well. `source` becomes the last cell a value came from.
void render_text(const TextTemplate& text, const std::vector<Tag>& tags, Scope& scope, const TextSink& sink,
                 Source& source);
/// The same as one string.
[[nodiscard]] std::string render_text(const TextTemplate& text, const std::vector<Tag>& tags, Scope& scope);

/// A page's header or footer: its values stand in run 1, the template's own text in run 0.
void mark_header_values(TextTemplate& header);

/// In a header "&" begins a code (18.3.1.46): in a value it is doubled, and a digit behind "&14" is parted
/// from the font's size. Its values are marked.
[[nodiscard]] std::string header_text(const TextTemplate& header, const std::vector<Tag>& tags, Scope& scope);

}  // namespace lg::merge
