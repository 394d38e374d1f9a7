#pragma once

#include "app/generate.hpp"
#include "desk/material.hpp"

namespace lg::desk {

/// What the core is asked for, of that material.
[[nodiscard]] app::GenerateRequest generate_request(const Material& material);

}  // namespace lg::desk
