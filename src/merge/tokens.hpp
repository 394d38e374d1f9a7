#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace lg::merge {

enum class TokenKind : std::uint8_t { word, dot, comma, pipe };

struct Token {
  TokenKind kind = TokenKind::word;
  std::string folded;     // for comparing; empty for a word of dashes or punctuation only
  std::size_t begin = 0;  // in Tokens::text
  std::size_t end = 0;
  bool glued = false;  // no blank between it and the token before
};

/// What stands between the braces of a tag, cut into words, dots, commas and bars. Blanks of every kind part
/// words; what cannot be seen (zero-width characters, soft hyphens) is left out.
class Tokens {
 public:
  explicit Tokens(std::string_view inner);

  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  [[nodiscard]] const Token& operator[](std::size_t i) const { return tokens_[i]; }
  [[nodiscard]] const std::string& text() const { return text_; }

  /// True when the words from `at` on are these, given folded.
  [[nodiscard]] bool match(std::size_t at, std::initializer_list<std::string_view> words) const;
  [[nodiscard]] bool is(std::size_t at, std::string_view word) const { return match(at, {word}); }
  [[nodiscard]] bool is(std::size_t at, TokenKind kind) const {
    return at < size() && tokens_[at].kind == kind;
  }

  /// The tokens [from, to) as they were written, trimmed, without quotation marks around them.
  [[nodiscard]] std::string raw(std::size_t from, std::size_t to) const;

  /// How many tokens from `at` on spell the folded name; 0 when they do not. Dots and commas are crossed only
  /// where `name` as written holds them.
  [[nodiscard]] std::size_t spells(std::size_t at, std::string_view folded, std::string_view name) const;

 private:
  std::string text_;
  std::vector<Token> tokens_;
};

}  // namespace lg::merge
