#pragma once

#include "intake/foreign_grid.hpp"
#include "intake/foreign_header.hpp"
#include "intake/foreign_sheet.hpp"

namespace lg::intake {

/// Reads a sheet that looks like a page of print: a block for each risk, with labels and values beside or
/// after them ("Riskvärde: 6 (Sannolikhet: 3, Konsekvens: 2)", "Det finns en risk att …"), its controls in
/// the same way or in a small table below it, processes as headings between. Nothing when there is no risk or
/// control.
[[nodiscard]] std::optional<ForeignSheet> read_layout_print(const ForeignGrid& grid, const ForeignMap& map);

}  // namespace lg::intake
