#pragma once

#include "merge/tag.hpp"
#include "merge/tag_scanner.hpp"
#include "merge/tokens.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lg::merge {

/// A word that is none of the tag language, and what was meant.
struct MeantWord {
  std::string word;  // as written: "endfor", "slutt"
  std::string hint;
  TagKind kind = TagKind::broken;  // of the block tag that it stands for; broken: no block tag
  std::string row;                 // of a loop: what its row is called, folded
  std::string end_word;            // of an end: what stands behind it, folded
};

/// For a tag that begins with a word of another language, or with one that is nearly ours.
[[nodiscard]] std::optional<MeantWord> meant_word(const Tokens& tokens);

/// A block tag that lacks its braces at one end, which is told as such: it opens or ends its block all the
/// same.
struct HalfTag {
  std::size_t begin = 0;
  std::string inner;
};

/// Those of a text, in order.
[[nodiscard]] std::vector<HalfTag> half_tags(std::string_view text, const ScannedText& scanned);

}  // namespace lg::merge
