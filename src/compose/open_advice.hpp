#pragma once

#include "domain/review.hpp"

namespace lg::compose {

/// Adds *Åtgärdad* to the recommendations of DSO, of the follow-up and of audits: Ja when the row's own
/// status says so, or when every activity that takes care of it has the status Klar. What nobody has
/// recommended stays blank.
void add_carried_out(domain::Review& review);

}  // namespace lg::compose
