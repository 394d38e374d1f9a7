#pragma once

#include <string_view>
#include <vector>

namespace lg::domain {

/// The sentences of a text, each without blanks at its ends. A line is never part of two sentences; a full
/// stop within a number or after a common abbreviation ("t.ex.", "kap.") ends none. Pieces of the text
/// itself.
[[nodiscard]] std::vector<std::string_view> sentences_of(std::string_view text);

/// The lines of a text that are not blank.
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);

/// The words of a text: letters and digits, with what joins them within ("it-stöd", "2025-10-14", "IMY:s").
/// Pieces of the text itself.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);

/// A letter or digit, or a byte of a character beyond ASCII that is no blank, dash or quotation mark.
[[nodiscard]] bool is_word_byte(std::string_view text, std::size_t at);

/// True when `line` is an item of a list: it begins with "- ", "• " or the like.
[[nodiscard]] bool is_list_item(std::string_view line);

/// The line without the mark that makes it an item.
[[nodiscard]] std::string_view without_mark(std::string_view line);

}  // namespace lg::domain
