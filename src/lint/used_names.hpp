#pragma once

#include "base/value.hpp"
#include "merge/tag.hpp"

#include <set>
#include <vector>

namespace lg::lint {

/// The fields and lists that the tags show, compare, sort or group by.
[[nodiscard]] std::set<const Field*> used_names(const std::vector<merge::Tag>& tags, const Dataset& data);

}  // namespace lg::lint
