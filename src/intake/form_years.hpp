#pragma once

#include <string>
#include <string_view>

namespace lg::intake {

// The report years that helps and examples are written for in the declarations.
inline constexpr int help_year = 2025;
inline constexpr int example_year = 2026;

/// The text as it is shown in a workbook for `year`: IDs ("V25-01") and years in it move as far as the year
/// does from the one that it was written for. Laws ("SFS 2025:1506") and spans of years stay; so does all
/// when `year` is 0.
[[nodiscard]] std::string in_year(std::string_view text, int written_for, int year);

}  // namespace lg::intake
