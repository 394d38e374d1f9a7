#pragma once

#include "calc/result.hpp"
#include "opc/package.hpp"
#include "sml/cell_ref.hpp"

#include <map>
#include <utility>
#include <vector>

namespace lg::calc {

/// What the formulas of a workbook's sheets give, by part; row by row.
using FormulaResults = std::map<opc::PartName, std::vector<std::pair<sml::CellRef, Result>>>;

/// Puts into the workbook what its formulas give, so that who reads it without calculating (a preview, a
/// phone, next year's run) sees figures too. What only Excel can tell stays open, and Excel calculates all
/// anew when it opens the file. Gives what was put in.
FormulaResults write_cached_results(opc::Package& package);

}  // namespace lg::calc
