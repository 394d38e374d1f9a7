#pragma once

#include "domain/review.hpp"

namespace lg::compose {

/// The points of the Fält *Beslutsförslag*, a row for each line. A number or dash that the ISAM has typed
/// before a point is left out, since the list numbers them itself.
[[nodiscard]] domain::Table decision_points(const domain::Review& review);

}  // namespace lg::compose
