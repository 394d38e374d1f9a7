#pragma once

#include "domain/review.hpp"

namespace lg::compose {

/// Adds *Tidigare beslut* to the decisions: Ja for those that the report can tell of, taken before
/// Rapportdatum (before the report year where no such date is given) or without a date.
void add_earlier_decisions(domain::Review& review);

}  // namespace lg::compose
