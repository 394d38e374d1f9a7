#pragma once

#include "domain/review.hpp"

namespace lg::compose {

/// Every risk of the year with what has become of it since last year's VoR, and those that are gone.
/// *Förändring* is blank where it cannot be told: there is no VoR of last year, or a risk value is missing.
[[nodiscard]] domain::Table risk_changes(const domain::Review& review);

}  // namespace lg::compose
