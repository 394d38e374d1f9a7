#pragma once

#include "base/problem.hpp"
#include "lint/names.hpp"
#include "merge/tag.hpp"
#include "opc/package.hpp"

#include <vector>

namespace lg::lint {

/// What an .xlsx template's author should know of its sheets: other engines' tags, leftovers and years in
/// cells and tabs, pictures without alternative text, locked sheets whose rows grow, tables without headings.
void check_sheets(const opc::Package& package, const std::vector<merge::Tag>& tags, const Names& names,
                  Problems& problems);

}  // namespace lg::lint
