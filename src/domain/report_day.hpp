#pragma once

#include "domain/review.hpp"

#include <optional>
#include <string_view>

namespace lg::domain {

/// The value of a Fält of the sheet Uppgifter; a blank one when it is not there.
[[nodiscard]] const Value& fact(const Review& review, std::string_view name);

/// The day that the texts are held against: Rapportdatum, else the first day of the report year, so that
/// what has passed has passed for certain. Nothing when neither is known.
[[nodiscard]] std::optional<Date> report_day(const Review& review);

}  // namespace lg::domain
