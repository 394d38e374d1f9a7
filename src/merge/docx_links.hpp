#pragma once

#include "base/problem.hpp"
#include "opc/package.hpp"

namespace lg::merge {

/// Makes text of the links within the document whose target `source` has and the filled document has not,
/// since its block came to nothing; each is warned of (M090).
void unlink_lost_targets(opc::Package& package, const opc::Package& source, Problems& problems);

}  // namespace lg::merge
