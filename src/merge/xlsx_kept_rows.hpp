#pragma once

#include "merge/xlsx_workbook.hpp"

namespace lg::merge {

/// Marks the blocks of rows that a formula or name elsewhere refers to: were such a block to vanish with its
/// list empty, `=SUM(B3:B3)` below it would show #REF!. It keeps its rows once instead, blank, so that the sum
/// is 0; with an {{annars}} the first of those rows stands for them.
void mark_kept_rows(WorkbookTemplate& workbook);

}  // namespace lg::merge
