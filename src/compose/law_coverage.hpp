#pragma once

#include "domain/review.hpp"

namespace lg::compose {

/// What meets each of the ten areas of cybersäkerhetslagen (2025:1506) 2 kap. 3 §: this year's events and the
/// activities, by their column *Cybersäkerhetslagen*. An activity without points of its own counts for those
/// of the events that it meets.
[[nodiscard]] domain::Table law_coverage(const domain::Review& review);

}  // namespace lg::compose
