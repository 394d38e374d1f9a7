#pragma once

#include "domain/next_year.hpp"

namespace lg::domain {

/// Puts the lists Aktiviteter and Tidigare aktiviteter into the next year: last year's activities with what
/// the plan says of them. `plan` may be null.
void carry_activities(const Review& last, const Table* plan, NextYear& next);

}  // namespace lg::domain
