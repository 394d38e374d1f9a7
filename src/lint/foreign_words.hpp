#pragma once

#include "lint/names.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace lg::lint {

/// What stands between the braces of a foreign tag, in the words of this language.
struct ForeignMeaning {
  std::string remedy;  // "Skriv {{slut}}."
  bool certain = true;
};

/// `open` is the brace that it stands behind: "{%", "${", "«" … Nothing when it is ordinary text.
[[nodiscard]] std::optional<ForeignMeaning> meaning_of(std::string_view inner, std::string_view open,
                                                       const Names& names);

}  // namespace lg::lint
