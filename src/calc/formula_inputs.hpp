#pragma once

#include "opc/package.hpp"
#include "sml/cell_ref.hpp"

#include <string>
#include <vector>

namespace lg::calc {

/// A cell that a formula reads.
struct InputCell {
  std::string sheet;
  sml::CellRef at;

  friend bool operator==(const InputCell&, const InputCell&) = default;
};

/// A formula's cell, and the cells that it counts or sums: of COUNTIFS and its like those of the rows that it
/// chose, or all where it chose none. What only says which rows to choose is none of them.
struct FormulaInputs {
  InputCell cell;
  std::vector<InputCell> from;  // each once; empty where the formula is not known
};

/// The formulas of a workbook, sheet by sheet and row by row. Throws UnreadableFile when it cannot be read.
[[nodiscard]] std::vector<FormulaInputs> formula_inputs(const opc::Package& package);

}  // namespace lg::calc
