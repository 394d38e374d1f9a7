#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lg::merge {

/// A stretch of a paragraph with one look.
struct Span {
  std::string text;  // "\n" is a line break
  bool bold = false;
  std::string link;  // http, https or mailto; empty: no link
};

/// One paragraph of a text that a cell holds.
struct TextParagraph {
  bool bullet = false;
  std::vector<Span> spans;
};

/// A cell's text as paragraphs: a blank line parts them, a line that begins with "- " or "• " is a list item,
/// `**fet**` is bold and `[text](https://…)` a link. Nothing else is markup.
[[nodiscard]] std::vector<TextParagraph> paragraphs_of(std::string_view text);

}  // namespace lg::merge
