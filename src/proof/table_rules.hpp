#pragma once

#include "proof/breach.hpp"

#include <pugixml.hpp>

namespace lg::proof {

/// Tells of vertically merged cells of a w:tbl that go on from no cell above (W28; w:vMerge, ECMA-376 Part 1,
/// 17.4.84).
void check_merged_cells(pugi::xml_node table, Breaches& breaches);

}  // namespace lg::proof
