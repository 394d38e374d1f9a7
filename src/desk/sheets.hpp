#pragma once

#include "app/checklist.hpp"

#include <Poco/JSON/Array.h>

namespace lg::desk {

/// What the folder holds, kind by kind, as the page shows it: docs/formats/page-interface.md. A kind that is
/// not there and that the report would not show either is no news.
[[nodiscard]] Poco::JSON::Array sheets(const app::Checklist& checklist);

}  // namespace lg::desk
