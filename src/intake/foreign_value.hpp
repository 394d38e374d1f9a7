#pragma once

#include "intake/column_contents.hpp"
#include "intake/foreign_grid.hpp"
#include "intake/foreign_header.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace lg::intake {

/// The headings, by position, that say a risk's value: one whose cells hold likelihood and consequence
/// together ("5 x 2"), and one whose cells hold the value itself.
struct ValueHeadings {
  std::optional<std::size_t> packed;
  std::optional<std::size_t> stated;
};

/// Finds them among the free headings and `taken`, the one that is used so far. A free heading states the
/// value when its word is the risk value's and numbers stand under it.
[[nodiscard]] ValueHeadings find_values(const ForeignHeader& header,
                                        const std::vector<ColumnContents>& contents,
                                        const std::vector<bool>& used, std::optional<std::size_t> taken);

/// How many rows have a number that is their likelihood times their consequence, of those that have all
/// three.
struct Agreement {
  int agreeing = 0;
  int compared = 0;
};

/// The columns are the sheet's, 1 for A; the rows are those below `header_row`.
[[nodiscard]] Agreement compare_products(const ForeignGrid& grid, int header_row, int likelihood,
                                         int consequence, int value);

}  // namespace lg::intake
