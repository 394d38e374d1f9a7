#pragma once

#include "domain/review.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lg::domain {

/// The scales that risks are measured by: those of the sheet Skalor, else the defaults here.
struct Scales {
  struct Level {
    int from = 0;  // risk values, both ends within
    int to = 0;
    std::string name;
    std::vector<Source> cells = {};  // of Skalor: Från, Till and Benämning
  };

  int likelihood_from = 1;
  int likelihood_to = 5;
  int consequence_from = 1;
  int consequence_to = 5;
  int threshold = 10;  // from this risk value an event must be dealt with
  std::vector<Level> levels;

  /// The level's name; empty when no level holds the value.
  [[nodiscard]] std::string level_of(int risk_value) const;
  /// The level that holds the value; null when none does.
  [[nodiscard]] const Level* find_level(int risk_value) const;
};

[[nodiscard]] Scales scales_of(const Review& review);

/// The value as a whole number; nothing when it is no number.
[[nodiscard]] std::optional<int> whole(const Value& value);

/// True when the value is a whole number that is not within `from`–`to`.
[[nodiscard]] bool lies_outside(const Value& value, int from, int to);

}  // namespace lg::domain
