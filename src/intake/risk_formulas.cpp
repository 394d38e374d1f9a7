#include "intake/risk_formulas.hpp"

#include <algorithm>

namespace lg::intake {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The formula with "#" in place of each cell, without blanks and dollar signs.
std::string shape_of(std::string_view formula) {
  std::string shape;
  for (std::size_t i = 0; i < formula.size();) {
    const bool begins = i == 0 || (!is_upper(formula[i - 1]) && !is_digit(formula[i - 1]));
    std::size_t letters = i;
    while (letters < formula.size() && (is_upper(formula[letters]) || formula[letters] == '$')) ++letters;
    std::size_t end = letters;
    while (end < formula.size() && is_digit(formula[end])) ++end;
    if (begins && letters > i && end > letters) {
      shape += '#';
      i = end;
      continue;
    }
    if (formula[i] != ' ' && formula[i] != '=') shape += formula[i];
    ++i;
  }
  return shape;
}

}  // namespace

std::string risk_value_formula(const std::string& likelihood, const std::string& consequence) {
  return "=IFERROR(VALUE(" + likelihood + "&\"\")*VALUE(" + consequence + "&\"\"),\"\")";
}

std::string risk_level_formula(const std::string& risk_value) {
  return "=IF(" + risk_value + "=\"\",\"\",IFERROR(LOOKUP(" + risk_value + "," + std::string(level_starts) +
         "," + std::string(level_names) + "),\"\"))";
}

bool is_risk_formula(std::string_view formula) {
  const std::string shape = shape_of(formula);
  // As it was written until a number stored as text was counted too.
  constexpr std::string_view earlier = "IF(COUNT(#,#)<2,\"\",#*#)";
  return shape == earlier || shape == shape_of(risk_value_formula("A1", "A1")) ||
         shape == shape_of(risk_level_formula("A1"));
}

}  // namespace lg::intake
