#include "intake/sheet_name.hpp"

#include "base/characters.hpp"
#include "base/text.hpp"

namespace lg::intake {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The year 2000–2099 that the text ends in, and not a longer number.
std::optional<int> year_at_end(std::string_view text) {
  if (text.size() < 4) return {};
  const std::string_view digits = text.substr(text.size() - 4);
  int year = 0;
  for (const char c : digits) {
    if (!is_digit(c)) return {};
    year = year * 10 + (c - '0');
  }
  const bool longer = text.size() > 4 && is_digit(text[text.size() - 5]);
  if (longer || year < 2000 || year > 2099) return {};
  return year;
}

/// The text without dashes, underscores and blanks at its end; `dash` tells whether there was a dash.
std::string_view without_joint(std::string_view text, bool& dash) {
  dash = false;
  while (!text.empty()) {
    std::size_t begin = text.size() - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
    const char32_t last = code_point_at(text, begin).value;
    if (!is_blank(last) && !is_dash(last) && last != U'_') break;
    dash = dash || is_dash(last);
    text.remove_suffix(text.size() - begin);
  }
  return text;
}

}  // namespace

SheetName parse_sheet_name(std::string_view name) {
  name = trim(name);
  const auto year = year_at_end(name);
  if (!year) return {std::string(name), {}};
  bool dash = false;
  const std::string_view stem = without_joint(name.substr(0, name.size() - 4), dash);
  if (!dash || !year_at_end(stem)) return {std::string(stem), year};
  const std::string_view before = without_joint(stem.substr(0, stem.size() - 4), dash);
  return {std::string(before), {}};
}

std::string_view workbook_stem(std::string_view file_name) {
  const std::size_t slash = file_name.find_last_of("/\\");
  if (slash != std::string_view::npos) file_name.remove_prefix(slash + 1);
  const std::size_t dot = file_name.rfind('.');
  return file_name.substr(0, dot);
}

}  // namespace lg::intake
