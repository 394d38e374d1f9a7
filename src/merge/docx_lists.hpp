#pragma once

#include "opc/package.hpp"

#include <utility>
#include <vector>

namespace lg::merge {

/// Adds a w:num (ECMA-376 Part 1, 17.9.15) for each pair (new w:numId, the template's): the same list, which
/// begins anew on every level.
void add_lists(opc::Package& package, const std::vector<std::pair<int, int>>& lists);

}  // namespace lg::merge
