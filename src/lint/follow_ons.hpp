#pragma once

#include "base/problem.hpp"

namespace lg::lint {

/// The problems without those that follow from another: a block tag with the wrong braces (M050) leaves its
/// fields without a row and its other end without a block.
[[nodiscard]] Problems without_follow_ons(const Problems& problems);

}  // namespace lg::lint
