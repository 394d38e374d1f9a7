#pragma once

#include "base/problem.hpp"

#include <vector>

namespace lg::intake {

/// Tells that rows which the sheet does not show are read as the others. `sheet` is its place.
void tell_hidden_rows(const std::vector<int>& rows, const CellLocation& sheet, Problems& problems);

}  // namespace lg::intake
