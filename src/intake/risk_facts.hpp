#pragma once

#include <optional>
#include <string_view>

namespace lg::intake {

/// The figures of a risk that one cell holds together.
struct RiskFacts {
  std::optional<int> likelihood;
  std::optional<int> consequence;
  std::optional<int> risk_value;
  bool by_place = false;  // "3 x 4": which is which is known by their order alone
};

/// Reads "6 (Sannolikhet: 3, Konsekvens: 2)", "S: 3 K: 4", "3 x 4 = 12", "12 (Hög)", "Hög (12)", "3 -
/// Möjlig". A single figure without a label is the risk value. Nothing when the text holds no figures of that
/// kind.
[[nodiscard]] std::optional<RiskFacts> risk_facts(std::string_view text);

/// The one whole number of a text that is otherwise words: 3 of "3 - Möjlig", "Möjlig (3)". Nothing when
/// there is none, or more than one.
[[nodiscard]] std::optional<int> only_number(std::string_view text);

}  // namespace lg::intake
