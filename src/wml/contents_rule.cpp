#include "wml/contents_rule.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace lg::wml {
namespace {

/// The words of a field code; what stands in quotes is one word.
std::vector<std::string> words_of(std::string_view code) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < code.size();) {
    if (code[i] == ' ' || code[i] == '\t' || code[i] == '\n') {
      ++i;
      continue;
    }
    const bool quoted = code[i] == '"';
    if (quoted) ++i;
    const std::size_t end = std::min(code.find_first_of(quoted ? "\"" : " \t\n\"", i), code.size());
    words.emplace_back(code.substr(i, end - i));
    i = quoted ? end + 1 : end;
  }
  return words;
}

bool is_switch(const std::string& word) {
  return word.starts_with("\\");
}

}  // namespace

bool is_contents_code(std::string_view field_code) {
  const std::vector<std::string> words = words_of(field_code);
  if (words.empty() || to_lower(words.front()) != "toc") return false;
  return std::ranges::none_of(words, [](const std::string& word) { return word == "\\c" || word == "\\a"; });
}

ContentsRule::ContentsRule(std::string_view field_code) {
  const std::vector<std::string> words = words_of(field_code);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& value = i + 1 < words.size() && !is_switch(words[i + 1]) ? words[i + 1] : "";
    if (words[i] == "\\u") outline_ = true;
    if (words[i] == "\\o") {
      headings_ = true;
      if (value.size() == 3 && value[1] == '-') {
        first_ = value[0] - '0';
        last_ = value[2] - '0';
      }
    }
    if (words[i] == "\\t") {
      // Swedish Word parts the list with semicolons, English with commas.
      const std::vector<std::string> pairs = split(value, value.find(';') != std::string::npos ? ';' : ',');
      for (std::size_t p = 0; p + 1 < pairs.size(); p += 2) {
        const int level = static_cast<int>(parse_number(pairs[p + 1]).value_or(0));
        const std::string name = to_lower(pairs[p]);
        styles_[name] = level;
        // The field names built-in styles in the language of the program.
        if (name.starts_with("rubrik ")) styles_["heading " + name.substr(7)] = level;
      }
    }
  }
  if (!headings_ && !outline_ && styles_.empty()) headings_ = true;
}

int ContentsRule::level(pugi::xml_node paragraph, const Styles& styles) const {
  const std::string name = styles.name_of(paragraph);
  const auto own = styles_.find(name);
  if (own != styles_.end()) return own->second;
  constexpr std::string_view heading = "heading ";
  if (headings_ && name.size() == heading.size() + 1 && name.starts_with(heading)) {
    const int level = within(name.back() - '0');
    if (level > 0) return level;
  }
  const int outline = styles.outline_level(paragraph);
  return outline_ ? within(outline) : 0;
}

}  // namespace lg::wml
