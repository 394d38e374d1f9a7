#pragma once

#include "domain/review.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace lg::intake {

/// The names of the steps of likelihood and consequence: those of the sheet Skalor, else the usual ones.
class ScaleWords {
 public:
  ScaleWords() = default;
  explicit ScaleWords(const domain::Review& review);

  /// 3 of "Möjlig" on the scale of the column; nothing when the scale has no such step.
  [[nodiscard]] std::optional<int> step(std::string_view heading, std::string_view word) const;

 private:
  std::map<std::string, std::map<std::string, int>> steps_;  // by folded scale, then by folded name
};

}  // namespace lg::intake
