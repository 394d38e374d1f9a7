#include "calc/row_pattern.hpp"

#include <cctype>

namespace lg::calc {
namespace {

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// Of names, functions and sheets: a row's number stands between others.
bool is_word(char c) {
  return is_letter(c) || std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.' ||
         c == '\\' || c == '?' || static_cast<unsigned char>(c) >= 0x80U;
}

/// Is that the end of a column's letters, "B" or "$AC"? Three letters may be a name ("XYZ1").
bool ends_with_column(std::string_view text) {
  std::size_t letters = 0;
  while (letters < text.size() && is_letter(text[text.size() - 1 - letters])) ++letters;
  if (letters == 0 || letters > 2) return false;
  const std::string_view before = text.substr(0, text.size() - letters);
  return before.empty() || !is_word(before.back());
}

}  // namespace

std::string row_pattern(std::string_view formula, int row) {
  const std::string number = std::to_string(row);
  std::string pattern;
  pattern.reserve(formula.size());
  char quote = '\0';
  int brackets = 0;
  for (std::size_t i = 0; i < formula.size(); ++i) {
    const char c = formula[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || (c == '\'' && brackets == 0)) {
      quote = c;
    } else if (c == '[') {
      ++brackets;
    } else if (c == ']') {
      --brackets;
    } else if (brackets == 0 && c == number.front() && formula.substr(i).starts_with(number) &&
               ends_with_column(formula.substr(0, i))) {
      const std::size_t behind = i + number.size();
      const char next = behind < formula.size() ? formula[behind] : ' ';
      if (!is_word(next) && next != '(' && next != '!' && next != '[') {
        pattern += '\x01';
        i = behind - 1;
        continue;
      }
    }
    pattern += c;
  }
  return pattern;
}

}  // namespace lg::calc
