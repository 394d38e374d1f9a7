#pragma once

#include "opc/package.hpp"

namespace lg::opc {

/// Inflates every part and parses every one that is XML; throws UnreadableFile at the first that is damaged.
void require_well_formed(const Package& package);

}  // namespace lg::opc
