#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lg::app {

/// What several problems of one code say together, and what is told of each.
struct GroupSentence {
  enum class Each : unsigned char {
    quote,    // the first ”…” of its message: the activity, the name
    message,  // its whole message
  };
  std::string text;  // "8 aktiviteter saknar ansvarig."
  Each each = Each::message;
};

/// The sentence for `count` problems of that code; nothing for a code whose problems stand alone unless they
/// say the very same.
[[nodiscard]] std::optional<GroupSentence> group_sentence(std::string_view code, std::size_t count);

}  // namespace lg::app
