#pragma once

#include "base/problem.hpp"
#include "merge/tag.hpp"

#include <pugixml.hpp>

#include <vector>

namespace lg::merge {

/// Tells of blocks in a laid-out story that hold the one half of a field (ECMA-376 Part 1, 17.16.18): without
/// its other half Word takes the rest of the document for the field.
void vet_block_fields(pugi::xml_node root, const std::vector<Tag>& tags, Problems& problems);

}  // namespace lg::merge
