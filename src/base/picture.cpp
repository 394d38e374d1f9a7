#include "base/picture.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace lg {
namespace {

/// The name of a file without its folders and its ending.
std::string_view stem(std::string_view file) {
  file = file.substr(file.find_last_of("/\\") + 1);
  constexpr std::size_t longest_ending = 5;
  const std::size_t dot = file.rfind('.');
  const bool ending = dot != std::string_view::npos && dot > 0 && file.size() - dot <= longest_ending &&
                      file.find(' ', dot) == std::string_view::npos;
  return ending ? file.substr(0, dot) : file;
}

}  // namespace

const Picture* find_picture(const Pictures& pictures, std::string_view name) {
  const std::string key = fold(name);
  const auto found = pictures.find(key);
  if (found != pictures.end()) return &found->second;
  if (key.empty()) return nullptr;
  for (const bool whole : {true, false}) {
    for (const auto& [unused, picture] : pictures) {
      const bool same = whole ? fold(picture.file) == key : fold(stem(picture.file)) == fold(stem(name));
      if (same && !picture.file.empty()) return &picture;
    }
  }
  return nullptr;
}

std::string readable_name(std::string_view name) {
  std::string words(stem(name));
  std::ranges::replace(words, '_', ' ');
  std::ranges::replace(words, '-', ' ');
  return to_upper_first(trim(words));
}

}  // namespace lg
