#pragma once

#include <string>
#include <string_view>

namespace lg::intake {

// Names of the lists that a risk's level is looked up in, defined in the workbook that holds the formulas.
inline constexpr std::string_view level_starts = "Risknivå_från";
inline constexpr std::string_view level_names = "Risknivå_namn";

/// The formula of Riskvärde in the blank forms: likelihood times consequence, and nothing until both are
/// there. The cells are named as Excel does ("J7").
[[nodiscard]] std::string risk_value_formula(const std::string& likelihood, const std::string& consequence);

/// The formula of Risknivå in the blank forms: the name of the level that holds the risk value.
[[nodiscard]] std::string risk_level_formula(const std::string& risk_value);

/// Whether a formula is one of those two, whatever cells it names. What they give is known without a stored
/// result, which programs that do not count leave out when they save.
[[nodiscard]] bool is_risk_formula(std::string_view formula);

}  // namespace lg::intake
