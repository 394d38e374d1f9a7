#pragma once

#include "domain/review.hpp"

namespace lg::compose {

/// The steps that a risk matrix has room for side by side.
inline constexpr int most_matrix_columns = 6;

/// The steps of the consequence scale, the lowest first: the columns of the matrix.
[[nodiscard]] domain::Table consequence_steps(const domain::Review& review);

/// The risk matrix of this year's VoR: a row for each step of likelihood, the highest first, with a square
/// for each of the first six steps of consequence. An event outside of the scales has no square.
[[nodiscard]] domain::Table risk_matrix(const domain::Review& review);

/// The levels of risk, the highest first, with how many events of both years each holds.
[[nodiscard]] domain::Table risk_levels(const domain::Review& review);

}  // namespace lg::compose
