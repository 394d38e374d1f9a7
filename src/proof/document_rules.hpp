#pragma once

#include "proof/breach.hpp"
#include "proof/parsed_package.hpp"

#include <vector>

namespace lg::proof {

/// What a Word document must keep beside the rules of packages: story_rules and identity_rules, and that what
/// is named is there: styles (W35), lists (W09), notes (W06), comments (W05), charts whose stored points are
/// whole (W40).
[[nodiscard]] std::vector<Breach> document_breaches(const ParsedPackage& parsed);

}  // namespace lg::proof
