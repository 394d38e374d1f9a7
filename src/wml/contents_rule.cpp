#include "wml/contents_rule.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace lg::wml {
namespace {

/// The id that Word makes of a style's name: its ASCII letters and digits. Built-in styles are named in the
/// field as the program shows them ("Liststycke"), in the styles part in English; the id tells which it is.
std::string id_made_of(std::string_view name) {
  std::string id;
  for (const char c : to_lower(name)) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    if (kept) id += c;
  }
  return id;
}

}  // namespace

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
    ids_[id_made_of(name)] = level;
    // The field names built-in styles in the language of the program.
    if (name.starts_with("rubrik ")) styles_["heading " + name.substr(7)] = level;
  }
  if (!headings_ && !outline_ && styles_.empty()) headings_ = true;
}

int ContentsRule::level(pugi::xml_node paragraph, const Styles& styles) const {
  const std::string name = styles.name_of(paragraph);
  const auto own = styles_.find(name);
  if (own != styles_.end()) return own->second;
  const std::string_view id = paragraph.child("w:pPr").child("w:pStyle").attribute("w:val").value();
  const auto by_id = ids_.find(to_lower(id));
  if (by_id != ids_.end() && !id.empty()) return by_id->second;
  constexpr std::string_view heading = "heading ";
  if (headings_ && name.size() == heading.size() + 1 && name.starts_with(heading)) {
    const int level = within(name.back() - '0');
    if (level > 0) return level;
  }
  const int outline = styles.outline_level(paragraph);
  return outline_ ? within(outline) : 0;
}

}  // namespace lg::wml
