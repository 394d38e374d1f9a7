#pragma once

#include <string>
#include <string_view>

namespace lg::calc {

/// The formula with its own row's number left out of relative references: "B5*$C5" and "B6*$C6" are one
/// pattern in their rows, "B$5" and "B4" stay as they are. Rows that repeat have few patterns, and so few
/// trees.
[[nodiscard]] std::string row_pattern(std::string_view formula, int row);

}  // namespace lg::calc
