#pragma once

#include "base/problem.hpp"
#include "cli/outcome.hpp"

#include <string>
#include <vector>

namespace lg::full {

/// The answer of --json: problems and files with their SHA-256, as the contract says.
[[nodiscard]] std::string to_json(const Problems& problems, const std::vector<cli::WrittenFile>& files);

}  // namespace lg::full
