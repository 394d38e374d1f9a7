#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lg::intake {

/// The name of a sheet or workbook, apart: "VoR 2024" is the stem "VoR" of the year 2024. A period
/// ("Aktiviteter 2025–2027") is taken off the stem but is not a year.
struct SheetName {
  std::string stem;
  std::optional<int> year;
};

[[nodiscard]] SheetName parse_sheet_name(std::string_view name);

/// The file's name without its folder and ending.
[[nodiscard]] std::string_view workbook_stem(std::string_view file_name);

}  // namespace lg::intake
