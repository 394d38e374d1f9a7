#include "merge/docx_field_forms.hpp"

#include "base/text.hpp"
#include "wml/numbering.hpp"

#include <algorithm>
#include <array>

namespace lg::merge {

std::optional<std::string> formed(int number, const wml::FieldCode& code, std::string_view otherwise) {
  if (code.has('#')) return {};
  std::string form(otherwise);
  for (const std::string& word : code.formats()) {
    const std::string lower = to_lower(word);
    if (lower == "arabic") form = "decimal";
    if (lower == "roman") form = word == "roman" ? "lowerRoman" : "upperRoman";
    if (lower == "alphabetic") form = word == "alphabetic" ? "lowerLetter" : "upperLetter";
    constexpr std::array<std::string_view, 6> others = {"ordinal", "cardtext",   "ordtext",
                                                        "hex",     "dollartext", "arabicdash"};
    if (std::ranges::find(others, lower) != others.end()) return {};
  }
  return wml::number_in_form(number, form);
}

std::optional<std::string> formed(std::string text, const wml::FieldCode& code) {
  std::ranges::replace_if(
      text, [](char c) { return c == '\n' || c == '\t'; }, ' ');
  for (const std::string& word : code.formats()) {
    const std::string form = to_lower(word);
    if (form == "lower") text = to_lower(text);
    if (form == "firstcap") text = to_upper_first(text);
    if (form == "upper" || form == "caps") return {};
  }
  return text;
}

}  // namespace lg::merge
