#pragma once

#include "base/problem.hpp"

#include <string>
#include <vector>

namespace lg::app {

/// One kind of problem, with all its places.
struct ProblemGroup {
  Problem problem;  // the first of them
  std::vector<Location> places;
};

/// The problems, worst first, then by file, sheet and cell; those that say the same of several places
/// together.
[[nodiscard]] std::vector<ProblemGroup> grouped(const Problems& problems);

/// All problems as the terminal shows them, with a line that counts them; "" when there are none.
[[nodiscard]] std::string to_text(const Problems& problems);

}  // namespace lg::app
