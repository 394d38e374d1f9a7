#pragma once

#include "app/next_year.hpp"
#include "base/problem.hpp"

#include <filesystem>

namespace lg::cli {

/// Last year's workbooks, and what may be its activity plan: the workbooks among its documents. Throws
/// UnreadableFile when there is no such folder.
[[nodiscard]] app::NextYearRequest read_last_year(const std::filesystem::path& folder, Problems& problems);

}  // namespace lg::cli
