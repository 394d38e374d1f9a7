#pragma once

#include "domain/review.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace lg::domain {

/// What has become of a risk since last year's VoR.
enum class RiskChange : std::uint8_t {
  added,
  raised,
  lowered,
  unchanged,
  gone,
  unknown,  // one of the years has no risk value, or no VoR of last year is there
};

/// "ny", "höjd", "sänkt", "oförändrad", "utgår"; empty for `unknown`.
[[nodiscard]] std::string_view word_for(RiskChange change);

/// One risk, in both years.
struct RiskMove {
  const Row* now = nullptr;     // of `VoR`; null when the risk is gone
  const Row* before = nullptr;  // of `förra årets VoR`; null when it is new
  RiskChange change = RiskChange::unknown;
};

/// Every risk of the year in the order of `VoR`, then those of last year that no row goes on from. A row goes
/// on from the one that its Föregående VoR-ID names, else from the one with its own VoR-ID; raised and
/// lowered go by Riskvärde. The rows are the review's.
[[nodiscard]] std::vector<RiskMove> risk_moves(const Review& review);

}  // namespace lg::domain
