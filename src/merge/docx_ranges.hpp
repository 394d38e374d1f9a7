#pragma once

#include <cstddef>
#include <string>

/// Marks that come in pairs, a start and an end with the same id: bookmarks, comments' ranges, permissions
/// (ECMA-376 Part 1, 17.13). A repeated or removed block may hold one half only.
namespace lg::merge {

/// Leaves one start and one end behind it of each id, and one reference of each comment; other halves go.
[[nodiscard]] std::string with_whole_ranges(std::string xml);

/// The marks in xml from `begin` on, one after the other, without what stands between them.
[[nodiscard]] std::string range_marks(const std::string& xml, std::size_t begin);

}  // namespace lg::merge
