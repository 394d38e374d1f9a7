#pragma once

#include "cli/arguments.hpp"

#include <string>

namespace lg::cli {

/// What the program does and its commands, examples first.
[[nodiscard]] std::string help_of_all();
/// One command with its options, example first.
[[nodiscard]] std::string help_of(const Command& command);

}  // namespace lg::cli
