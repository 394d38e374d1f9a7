#pragma once

#include <string>

namespace lg::merge {

/// The table, as XML, with every vertically merged cell (w:vMerge, ECMA-376 Part 1, 17.4.84) that has no cell
/// above to go on with made the first of its own.
[[nodiscard]] std::string with_whole_merges(const std::string& table);

}  // namespace lg::merge
