#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// UTF-8 text: what names, headings and sentences need. All strings are UTF-8.
namespace lg {

/// Without blanks (also no-break and zero-width ones, tabs, line breaks) at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

/// A name for comparing: composed (NFC), case-folded, without blanks, dashes, underscores, soft hyphens,
/// zero-width characters, `*` and punctuation. "Planperiod, första år" and "planperiod  Första år" are equal.
[[nodiscard]] std::string fold(std::string_view text);

/// Composed form (NFC) of the same text.
[[nodiscard]] std::string compose_nfc(std::string_view text);

/// Swedish alphabetical order: å ä ö last, w beside v is not done, digits before letters and compared as
/// numbers ("V25-2" before "V25-10"), case ignored. Keys compare with <.
[[nodiscard]] std::string swedish_sort_key(std::string_view text);

[[nodiscard]] std::string to_lower(std::string_view text);
[[nodiscard]] std::string to_upper_first(std::string_view text);

/// At most `limit` characters (code points), cut at a word where possible and marked with "…"; line breaks
/// become blanks.
[[nodiscard]] std::string excerpt(std::string_view text, std::size_t limit = 60);

/// The number of code points.
[[nodiscard]] std::size_t length(std::string_view text);

/// Legal UTF-8 of characters that XML 1.0 allows; `changed` is set when something had to be left out or
/// replaced. CRLF, CR, VT, NEL, U+2028 and U+2029 become "\n".
struct CleanText {
  std::string text;
  bool changed = false;
};
[[nodiscard]] CleanText clean(std::string_view text);

/// The candidate that the word most likely was meant to be, or nothing when none is near. Compared folded.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 std::span<const std::string> candidates);

/// "a, b samt c".
[[nodiscard]] std::string join(std::span<const std::string> words, std::string_view last_word);

/// Pieces between `separator`, trimmed, empty ones left out.
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);

/// A decimal number written with comma or dot, blanks between thousands allowed; nothing for anything else.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

/// Shortest digits that give the same number back, with `point` as the decimal sign.
[[nodiscard]] std::string number_text(double number, char point = ',');

}  // namespace lg
