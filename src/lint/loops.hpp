#pragma once

#include "base/problem.hpp"
#include "lint/document.hpp"

namespace lg::lint {

/// Tells of what does not bear to be repeated: floating objects (M034), section breaks (M035), numbers typed
/// by hand (M036).
void check_loops(const Document& document, Problems& problems);

}  // namespace lg::lint
