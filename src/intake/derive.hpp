#pragma once

#include "base/problem.hpp"
#include "domain/review.hpp"

namespace lg::intake {

/// Fills what follows from what the sheets say: risk values and levels, the columns of joined rows, an
/// activity's years and sentence of responsibility, the years of the plan, the order of rows.
void derive(domain::Review& review, Problems& problems);

}  // namespace lg::intake
