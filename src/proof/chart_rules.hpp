#pragma once

#include "proof/breach.hpp"

#include <pugixml.hpp>

namespace lg::proof {

/// Tells of a chart part (c:chartSpace) whose stored points do not fit together: a point beyond c:ptCount or
/// twice, or more points than its range has cells (W40, X17; ECMA-376 Part 1, 21.2.2). Nothing
/// for parts of other kinds.
void check_chart(pugi::xml_node root, Breaches& breaches);

}  // namespace lg::proof
