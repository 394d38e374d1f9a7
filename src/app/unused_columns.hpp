#pragma once

#include "base/value.hpp"
#include "merge/tag.hpp"

#include <string>
#include <vector>

namespace lg::app {

/// Columns of the user's own, with values, that neither template names: "VoR.Vår anteckning".
[[nodiscard]] std::vector<std::string> unused_columns(const std::vector<merge::Tag>& report,
                                                      const std::vector<merge::Tag>& plan,
                                                      const Dataset& data);

}  // namespace lg::app
