#pragma once

#include "calc/result.hpp"

#include <optional>
#include <string>

namespace lg::calc {

/// What COUNTIF and its like look for (18.17.7.61): "Klar", ">=10", "<>", "A25*", a number.
class Criterion {
 public:
  /// Nothing when it cannot be told without Excel: an error, an unknown value.
  [[nodiscard]] static std::optional<Criterion> of(const Result& asked);

  /// Does the cell hold it? Nothing when the cell is unknown.
  [[nodiscard]] std::optional<bool> matches(const Result& cell) const;

 private:
  enum class Test : unsigned char { equal, different, less, less_or_equal, more, more_or_equal };

  [[nodiscard]] bool holds(int order) const;
  [[nodiscard]] bool equals(const Result& cell) const;

  Test test_ = Test::equal;
  Result wanted_;         // Empty: an empty cell
  bool pattern_ = false;  // `wanted_` is a text with * or ?
};

}  // namespace lg::calc
