#pragma once

#include "base/problem.hpp"
#include "domain/review.hpp"
#include "intake/sheet_list.hpp"

#include <span>

namespace lg::intake {

/// Reads the sheet Uppgifter into `review.facts` and the years of the review. Every declared Fält is there
/// afterwards, whether or not a sheet had it; the sheet's own follow.
void read_facts(std::span<const KnownSheet> sheets, domain::Review& review, Problems& problems);

}  // namespace lg::intake
