#pragma once

#include "proof/breach.hpp"
#include "proof/parsed_package.hpp"

#include <vector>

/// The rules that a finished document is held against before it is handed out.
namespace lg::proof {

/// Every rule that the document or workbook breaks.
[[nodiscard]] std::vector<Breach> breaches_of(const ParsedPackage& parsed);

/// The breaches that `before` does not have: what a template brings with it, Word and Excel have accepted.
[[nodiscard]] std::vector<Breach> new_breaches(const std::vector<Breach>& after,
                                               const std::vector<Breach>& before);

}  // namespace lg::proof
