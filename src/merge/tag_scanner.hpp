#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lg::merge {

/// Where a tag stands in a text, and what is between its braces.
struct ScannedTag {
  std::size_t begin = 0;  // of "{{"
  std::size_t end = 0;    // behind "}}"
  std::string inner;
};

struct ScannedText {
  std::vector<ScannedTag> tags;
  std::vector<std::size_t> unclosed;  // "{{" that no "}}" follows
  std::vector<std::size_t> unopened;  // "}}" that no "{{" goes before
};

/// Finds the tags of one paragraph or cell. One brace, and three or more together, are text.
[[nodiscard]] ScannedText scan_tags(std::string_view text);

/// True when the text holds two braces together, so that it is worth scanning.
[[nodiscard]] bool may_hold_tags(std::string_view text);

}  // namespace lg::merge
