#pragma once

#include "domain/review.hpp"

namespace lg::compose {

/// The key figures' values of the last three years that the sheet Nyckeltal has columns for, none later than
/// the report year: a row for each key figure and year with a value. Percentages count as 0–100, as a chart
/// shows them.
[[nodiscard]] domain::Table indicator_values(const domain::Review& review);

/// Adds to each key figure its last value, the trend since the value before it, judged by *Riktning*, and
/// whether *Målvärde* is reached.
void add_indicator_trends(domain::Review& review);

}  // namespace lg::compose
