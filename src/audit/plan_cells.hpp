#pragma once

#include "merge/cell_use.hpp"
#include "merge/xlsx_origins.hpp"
#include "opc/package.hpp"
#include "sml/cell_ref.hpp"
#include "sml/workbook.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace lg::audit {

/// For sets of uses: a formula may count every row of a list, and each is noted once.
struct CellUseHash {
  std::size_t operator()(const merge::CellUse& use) const {
    constexpr std::uint64_t spread = 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = std::hash<const SheetOrigin*>{}(use.cell.sheet);
    for (const int part : {use.cell.row, use.cell.column, static_cast<int>(use.how)})
      mixed = (mixed ^ static_cast<std::uint64_t>(part)) * spread ^ (mixed >> 29U);
    return mixed;
  }
};

/// A cell of a finished plan: one that shows something, or that a cell of the workbooks was filled into.
struct PlanCell {
  std::string sheet;
  sml::CellRef at;
  std::string text;  // as a reader sees it, near enough: dates and numbers without their format
  bool formula = false;
  std::string reads;  // of a formula: the plan's cells that it counts, "Aktivitetsplan › F6:F8, F11"
  std::vector<merge::CellUse> from;  // of a formula: what those cells were made of; empty: the template's own
};

/// Of a plan with more cells than this no formula is followed to what it counts, and no protocol has the cells
/// one by one: it would take longer, and more room, than all documents together.
inline constexpr std::size_t most_followed_cells = 20'000;

/// Takes away the cells that only chose the words (CellUse::How::steering) where others stand in them.
void keep_shown(std::vector<merge::CellUse>& uses);

/// All of them, sheet by sheet and row by row.
[[nodiscard]] std::vector<PlanCell> plan_cells(const opc::Package& plan, const sml::Workbook& values,
                                               const merge::CellOrigins& origins);

}  // namespace lg::audit
