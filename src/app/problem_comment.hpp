#pragma once

#include "base/problem.hpp"

#include <string>

namespace lg::app {

/// The place as a comment in its file says it: without the file.
[[nodiscard]] std::string place_within(Location where);

/// What a comment at the problem's place says: how serious, what is wrong, what to do, and where else to
/// look.
[[nodiscard]] std::string comment_on(const Problem& problem);

}  // namespace lg::app
