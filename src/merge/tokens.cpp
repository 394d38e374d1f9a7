#include "merge/tokens.hpp"

#include "base/characters.hpp"
#include "base/text.hpp"

namespace lg::merge {
namespace {

bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// Blanks as plain ones, what cannot be seen left out.
std::string plain(std::string_view inner) {
  std::string text;
  for (std::size_t i = 0; i < inner.size();) {
    const CodePoint c = code_point_at(inner, i);
    if (is_blank(c.value)) {
      text.push_back(' ');
    } else if (!is_ignorable(c.value)) {
      text.append(inner.substr(i, c.size));
    }
    i += c.size;
  }
  return text;
}

std::string_view without_quotes(std::string_view text) {
  while (!text.empty() && is_quote(code_point_at(text, 0).value))
    text.remove_prefix(code_point_at(text, 0).size);
  while (!text.empty()) {
    std::size_t last = text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
    if (!is_quote(code_point_at(text, last).value)) break;
    text.remove_suffix(text.size() - last);
  }
  return text;
}

}  // namespace

Tokens::Tokens(std::string_view inner) : text_(plain(inner)) {
  bool glued = false;
  for (std::size_t i = 0; i < text_.size();) {
    const char c = text_[i];
    if (c == ' ') {
      glued = false;
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    TokenKind kind = TokenKind::word;
    if (c == '.') {
      kind = TokenKind::dot;
    } else if (c == ',') {
      kind = TokenKind::comma;
    } else if (c == '|') {
      kind = TokenKind::pipe;
    } else {
      while (end < text_.size() && std::string_view(" .,|").find(text_[end]) == std::string_view::npos) ++end;
      // "2.5" is one word, a dot between names is not.
      if (end < text_.size() && text_[end] == '.' && is_digit(text_, end - 1) && is_digit(text_, end + 1)) {
        while (is_digit(text_, ++end)) continue;
      }
    }
    const bool word = kind == TokenKind::word;
    tokens_.push_back({kind, word ? fold(std::string_view(text_).substr(i, end - i)) : "", i, end, glued});
    glued = true;
    i = end;
  }
}

bool Tokens::match(std::size_t at, std::initializer_list<std::string_view> words) const {
  for (const std::string_view word : words) {
    if (!is(at, TokenKind::word) || tokens_[at].folded != word) return false;
    ++at;
  }
  return true;
}

std::string Tokens::raw(std::size_t from, std::size_t to) const {
  if (from >= to || from >= size()) return "";
  const std::size_t begin = tokens_[from].begin;
  return std::string(
      trim(without_quotes(trim(std::string_view(text_).substr(begin, tokens_[to - 1].end - begin)))));
}

std::size_t Tokens::spells(std::size_t at, std::string_view folded, std::string_view name) const {
  const bool dots = name.find('.') != std::string_view::npos;
  const bool commas = name.find(',') != std::string_view::npos;
  std::size_t matched = 0;
  std::size_t count = 0;  // up to the last word that belongs to the name
  for (std::size_t i = at; i < size(); ++i) {
    const Token& token = tokens_[i];
    if (token.kind == TokenKind::pipe) break;
    if ((token.kind == TokenKind::dot && !dots) || (token.kind == TokenKind::comma && !commas)) break;
    if (folded.substr(matched, token.folded.size()) != token.folded) break;
    // Once the name is whole, only a dash or the like that belongs to its last word may follow, glued.
    if (matched == folded.size() && !(token.folded.empty() && token.glued)) break;
    matched += token.folded.size();
    if (matched == folded.size()) count = i - at + 1;
  }
  return count;
}

}  // namespace lg::merge
