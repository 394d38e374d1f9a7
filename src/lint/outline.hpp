#pragma once

#include "base/problem.hpp"
#include "lint/document.hpp"

namespace lg::lint {

/// Holds the headings of a report's template against those that the city prescribes (M061): which are
/// missing, moved, of another level, or not among them. A document with few of them is no such report.
void check_outline(const Document& document, Problems& problems);

}  // namespace lg::lint
