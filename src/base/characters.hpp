#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Single characters: what base/text stands on.
namespace lg {

struct CodePoint {
  char32_t value = 0;
  std::size_t size = 1;  // bytes
  bool valid = true;     // false: not legal UTF-8; value is then U+FFFD and size 1
};

/// The code point that begins at byte `offset` (which must be within the text).
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t offset);

void append_utf8(std::string& text, char32_t value);

/// A blank or a line break of any kind, the no-break ones as well.
[[nodiscard]] bool is_blank(char32_t c);

/// Zero-width characters and the soft hyphen: not seen, so not compared.
[[nodiscard]] bool is_ignorable(char32_t c);

/// Any hyphen or dash.
[[nodiscard]] bool is_dash(char32_t c);

/// A straight or curly quotation mark, single or double.
[[nodiscard]] bool is_quote(char32_t c);

/// XML 1.0, 2.2: the characters that a document may hold.
[[nodiscard]] bool is_xml_character(char32_t c);

/// fold() for text that is not all ASCII.
[[nodiscard]] std::string fold_unicode(std::string_view text);

}  // namespace lg
