#include "wml/field_code.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace lg::wml {
FieldCode::FieldCode(std::string_view code) {
  for (std::size_t i = code.find_first_not_of(" \t\r\n"); i < code.size();
       i = code.find_first_not_of(" \t\r\n", i)) {
    const bool quoted = code[i] == '"';
    if (quoted) ++i;
    const std::size_t end = std::min(code.find_first_of(quoted ? "\"" : " \t\r\n\"", i), code.size());
    words_.push_back({std::string(code.substr(i, end - i)), quoted});
    i = std::min(quoted ? end + 1 : end, code.size());
  }
  if (words_.empty()) return;
  kind_ = to_lower(words_.front().text);
  for (std::size_t i = 1; i < words_.size() && !is_switch(i); ++i) arguments_.push_back(words_[i].text);
}

bool FieldCode::is_switch(std::size_t place) const {
  return !words_[place].quoted && words_[place].text.size() == 2 && words_[place].text[0] == '\\';
}

bool FieldCode::is_switch(std::size_t place, char letter) const {
  return is_switch(place) && to_lower(words_[place].text)[1] == letter;
}

std::string FieldCode::behind(std::size_t place) const {
  return place + 1 < words_.size() && !is_switch(place + 1) ? words_[place + 1].text : "";
}

bool FieldCode::has(char letter) const {
  for (std::size_t i = 1; i < words_.size(); ++i) {
    if (is_switch(i, letter)) return true;
  }
  return false;
}

std::string FieldCode::value(char letter) const {
  for (std::size_t i = 1; i < words_.size(); ++i) {
    if (is_switch(i, letter)) return behind(i);
  }
  return "";
}

std::vector<std::string> FieldCode::formats() const {
  std::vector<std::string> all;
  for (std::size_t i = 1; i < words_.size(); ++i) {
    if (is_switch(i, '*')) all.push_back(behind(i));
  }
  return all;
}

}  // namespace lg::wml
