#pragma once

#include "proof/breach.hpp"
#include "proof/parsed_package.hpp"

#include <vector>

namespace lg::proof {

/// What a workbook must keep beside the rules of packages: sheet_rules, sheets with legal names of their own
/// (X22), names for one sheet or the book that say something (X13), tables whose columns bear the names of
/// their headings and that have a row (X14, X15), an order of calculation without cells that are gone (X09),
/// charts of sheets that are there (X17).
[[nodiscard]] std::vector<Breach> workbook_breaches(const ParsedPackage& parsed);

}  // namespace lg::proof
