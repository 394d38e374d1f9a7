#pragma once

#include "intake/column_contents.hpp"
#include "intake/foreign_header.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace lg::intake {

/// Whether the heading at the position, taken for the step of the consequence, describes it in words: there
/// are sentences under it, or texts where another free heading of the same word has steps.
[[nodiscard]] bool describes_consequence(const ForeignHeader& header,
                                         const std::vector<ColumnContents>& contents,
                                         const std::vector<bool>& used, std::size_t position);

/// A free heading of the consequence with texts under it; nothing when there is none.
[[nodiscard]] std::optional<std::size_t> find_description(const ForeignHeader& header,
                                                          const std::vector<ColumnContents>& contents,
                                                          const std::vector<bool>& used);

}  // namespace lg::intake
