#pragma once

#include "merge/xlsx_workbook.hpp"

namespace lg::merge {

/// Marks the blocks of rows that a formula or name elsewhere refers to and that have no {{annars}}: were such
/// a block to vanish with its list empty, `=SUM(B3:B3)` below it would show #REF!. It keeps its rows once
/// instead, blank, so that the sum is 0 and the count is 0.
void mark_kept_rows(WorkbookTemplate& workbook);

}  // namespace lg::merge
