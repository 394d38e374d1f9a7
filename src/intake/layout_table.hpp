#pragma once

#include "intake/foreign_columns.hpp"
#include "intake/foreign_grid.hpp"
#include "intake/foreign_header.hpp"
#include "intake/foreign_sheet.hpp"

namespace lg::intake {

/// Reads somebody else's table: headings in one or two rows, rows that head groups (a process, a goal), cells
/// merged over several rows, a risk with a row for each control, totals and legends around. Nothing when the
/// sheet has no such headings. `hint` is the form that the sheet's name says; null: nothing.
[[nodiscard]] std::optional<ForeignSheet> read_layout_table(const ForeignGrid& grid, const ForeignMap& map,
                                                            const Form* hint);

}  // namespace lg::intake
