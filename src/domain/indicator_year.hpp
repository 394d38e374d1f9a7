#pragma once

#include "base/value.hpp"

namespace lg::domain {

/// The year that a column of the sheet Nyckeltal is about: "2025", "Utfall 2025"; 0 for any other heading.
[[nodiscard]] int indicator_year(const Field& field);

}  // namespace lg::domain
