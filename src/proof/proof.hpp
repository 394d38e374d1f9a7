#pragma once

#include "proof/breach.hpp"
#include "proof/parsed_package.hpp"

#include <vector>

/// The rules that a finished document is held against before it is handed out.
namespace lg::proof {

/// Every rule that the document or workbook breaks.
[[nodiscard]] std::vector<Breach> breaches_of(const ParsedPackage& parsed);

/// The breaches of a sort that `before` has none of: what a template brings with it, Word and Excel have
/// accepted, and its copies cannot be better. Their subjects are not compared, since copies have ids of their
/// own.
[[nodiscard]] std::vector<Breach> new_breaches(const std::vector<Breach>& after,
                                               const std::vector<Breach>& before);

}  // namespace lg::proof
