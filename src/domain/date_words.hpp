#pragma once

#include "base/date.hpp"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace lg::domain {

/// A day or period that a text names: "den 15 januari 2026", "sommaren 2025", "under 2025".
struct NamedPeriod {
  Date from;
  Date to;                  // the last day
  std::size_t begin = 0;    // position of its first word
  std::size_t end = 0;      // one past its last word
  bool year_alone = false;  // "2025", "år 2025": may as well be a name ("VoR 2025")
};

/// Every period among the words of a sentence in lower case, in order. Years lie within 1990–2099.
[[nodiscard]] std::vector<NamedPeriod> periods_in(std::span<const std::string_view> words);

/// The year that the word is, or 0.
[[nodiscard]] int year_word(std::string_view word);

}  // namespace lg::domain
