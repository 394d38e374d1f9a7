#pragma once

#include "base/problem.hpp"
#include "lint/document.hpp"

namespace lg::lint {

/// Tells of styles that the template names and does not have (M040), of another language than Swedish (M043)
/// and of fonts that none of its styles has (M044).
void check_styles(const Document& document, Problems& problems);

}  // namespace lg::lint
