#pragma once

#include "base/date.hpp"

#include <optional>
#include <string_view>

namespace lg::intake {

/// A date as people write it: "2025-10-14", "2025-10-14 09:10", "20251014", "14 oktober 2025", or a period
/// ("2025-10", "oktober 2025", "Q3 2025", "kvartal 3 2025", "2025"), which is its first day, or its last when
/// `period_end`. Nothing for what can be read in two ways ("03/04/2025") or in none.
[[nodiscard]] std::optional<Date> read_date_text(std::string_view text, bool period_end);

}  // namespace lg::intake
