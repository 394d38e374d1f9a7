#pragma once

#include "desk/material.hpp"

#include <Poco/JSON/Object.h>

namespace lg::desk {

/// The core's part of the page's state: sheets, findings, whether the documents can be made, their preview
/// (docs/formats/page-interface.md, ”The state”). No disk, no clock.
[[nodiscard]] Poco::JSON::Object state_of(const Material& material);

}  // namespace lg::desk
