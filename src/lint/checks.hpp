#pragma once

#include "base/problem.hpp"
#include "base/value.hpp"
#include "lint/unused_data.hpp"
#include "merge/tag.hpp"
#include "opc/package.hpp"

#include <vector>

namespace lg::lint {

/// Tells everything that a template's author should know beside the tags' own faults. `tags` are those that
/// the template's parsing gave, for the same data.
void check_document(const opc::Package& package, const std::vector<merge::Tag>& tags, const Dataset& data,
                    Basis basis, Problems& problems);
void check_workbook(const opc::Package& package, const std::vector<merge::Tag>& tags, const Dataset& data,
                    Basis basis, Problems& problems);

}  // namespace lg::lint
