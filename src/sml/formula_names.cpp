#include "sml/formula_names.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace lg::sml {
namespace {

bool is_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
         c == '\\' || c == '?' || byte >= 0x80;
}

/// The end of a string or of a quoted sheet name that begins at `from`.
std::size_t end_of_quoted(std::string_view text, std::size_t from) {
  const std::size_t end = text.find(text[from], from + 1);
  return end == std::string_view::npos ? text.size() : end + 1;
}

/// The end of "[…]"; "'" takes the next character as it is (ECMA-376 Part 1, 18.17.6.3).
std::size_t end_of_brackets(std::string_view text, std::size_t from) {
  int depth = 0;
  for (std::size_t i = from; i < text.size(); ++i) {
    if (text[i] == '\'')
      ++i;
    else if (text[i] == '[')
      ++depth;
    else if (text[i] == ']' && --depth == 0)
      return i + 1;
  }
  return text.size();
}

std::size_t end_of_word(std::string_view text, std::size_t from) {
  while (from < text.size() && is_word(text[from])) ++from;
  return from;
}

}  // namespace

std::string without_sheets(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const bool quoted = text[at] == '"' || text[at] == '\'';
    const std::size_t end = quoted ? end_of_quoted(text, at) : at + 1;
    const bool sheet = text[at] == '\'' && end < text.size() && text[end] == '!';
    if (!sheet) plain += text.substr(at, end - at);
    at = sheet ? end + 1 : end;
  }
  return plain;
}

std::string with_new_tables(std::string_view text, const NewNames& tables) {
  std::string renamed;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    std::size_t end = at + 1;
    if (c == '"' || c == '\'') end = end_of_quoted(text, at);
    if (c == '[') end = end_of_brackets(text, at);
    if (is_word(c)) end = end_of_word(text, at);
    const std::string_view token = text.substr(at, end - at);
    const char next = end < text.size() ? text[end] : '\0';
    const auto table = is_word(c) && next != '(' && next != '!' ? tables.find(to_lower(token)) : tables.end();
    renamed += table == tables.end() ? std::string(token) : table->second;
    at = end;
  }
  return renamed;
}

}  // namespace lg::sml
