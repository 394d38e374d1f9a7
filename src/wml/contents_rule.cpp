#include "wml/contents_rule.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace lg::wml {
ContentsRule::ContentsRule(const FieldCode& code) {
  outline_ = code.has('u');
  headings_ = code.has('o');
  if (const std::string levels = code.value('o'); levels.size() == 3 && levels[1] == '-') {
    first_ = levels[0] - '0';
    last_ = levels[2] - '0';
  }
  // Swedish Word parts the list with semicolons, English with commas.
  const std::string list = code.value('t');
  const std::vector<std::string> pairs = split(list, list.find(';') != std::string::npos ? ';' : ',');
  for (std::size_t p = 0; p + 1 < pairs.size(); p += 2) {
    const int level = static_cast<int>(parse_number(pairs[p + 1]).value_or(0));
    const std::string name = to_lower(trim(pairs[p]));
    styles_[name] = level;
    // The field names built-in styles in the language of the program.
    if (name.starts_with("rubrik ")) styles_["heading " + name.substr(7)] = level;
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
