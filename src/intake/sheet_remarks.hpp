#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lg::intake {

/// A line that is about the sheet and not in it: a total, a legend, a date of printing, a page.
[[nodiscard]] bool is_remark(std::string_view text);

/// A line after which comes something else than the table: a risk matrix, a legend, a scale.
[[nodiscard]] bool ends_table(std::string_view text);

/// A word of a risk level, alone or with its limits: "Kritisk", "Låg 1–4", "Hög risk".
[[nodiscard]] bool is_level(std::string_view text);

/// The year of a line such as "År och fas: 2025, Planering" or "Verksamhetsår 2025"; nothing for any other.
[[nodiscard]] std::optional<int> year_of_remark(std::string_view text);

/// The text begins as a line of sums or means does: "Totalt", "Summa Bad", "Medelvärde".
[[nodiscard]] bool is_total(std::string_view text);

/// The text in a control's column says that the risk has no control: "–", "Ingen", "Ej aktuellt".
[[nodiscard]] bool says_no_control(std::string_view text);

}  // namespace lg::intake
