#pragma once

#include "base/problem.hpp"
#include "base/value.hpp"
#include "lint/document.hpp"

namespace lg::lint {

/// Tells of headings that may come out empty (M033): all that they show is values that need not be there.
void check_empty_headings(const Document& document, const Dataset& data, Problems& problems);

/// Tells of headings that come out more than one level below the heading before, whatever the blocks leave
/// out (M041).
void check_heading_levels(const Document& document, Problems& problems);

}  // namespace lg::lint
