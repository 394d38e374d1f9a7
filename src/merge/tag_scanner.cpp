#include "merge/tag_scanner.hpp"

#include <algorithm>

namespace lg::merge {
namespace {

std::size_t run_length(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_not_of(text[at], at);
  return (end == std::string_view::npos ? text.size() : end) - at;
}

/// The next "{{" that is not part of a longer run.
std::size_t find_opening(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find('{', from); at != std::string_view::npos; at = text.find('{', at)) {
    const std::size_t run = run_length(text, at);
    if (run == 2) return at;
    at += run;
  }
  return std::string_view::npos;
}

}  // namespace

ScannedText scan_tags(std::string_view text) {
  ScannedText found;
  std::size_t at = 0;
  const auto note_unopened = [&](std::size_t end) {
    for (std::size_t i = text.find('}', at); i < end; i = text.find('}', i)) {
      const std::size_t run = run_length(text, i);
      if (run == 2) found.unopened.push_back(i);
      i += run;
    }
  };
  while (true) {
    const std::size_t begin = find_opening(text, at);
    note_unopened(std::min(begin, text.size()));
    if (begin == std::string_view::npos) return found;
    const std::size_t end = text.find("}}", begin + 2);
    const std::size_t next = find_opening(text, begin + 2);
    if (end == std::string_view::npos || next < end) {
      found.unclosed.push_back(begin);
      at = begin + 2;
      continue;
    }
    found.tags.push_back({begin, end + 2, std::string(text.substr(begin + 2, end - begin - 2))});
    at = end + 2;
  }
}

bool may_hold_tags(std::string_view text) {
  return text.find("{{") != std::string_view::npos || text.find("}}") != std::string_view::npos;
}

}  // namespace lg::merge
