#pragma once

#include "proof/breach.hpp"
#include "proof/parsed_package.hpp"

#include <vector>

namespace lg::proof {

/// What any package must keep (ECMA-376 Part 2): parts that can be read (P05), a content type for each part
/// and a part for each content type (P01), relationships with ids of their own to parts that are there (P04),
/// and only those relationships used that exist (W08).
[[nodiscard]] std::vector<Breach> package_breaches(const ParsedPackage& parsed);

}  // namespace lg::proof
