#pragma once

#include "merge/tag.hpp"

#include <set>
#include <string>
#include <vector>

namespace lg::audit {

/// The single values and lists that the tags' conditions look at, by folded names: they choose what is shown,
/// and need not be shown themselves.
[[nodiscard]] std::set<std::string> steering_names(const std::vector<merge::Tag>& tags, const Dataset& data);

}  // namespace lg::audit
