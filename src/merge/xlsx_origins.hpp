#pragma once

#include "merge/cell_use.hpp"

#include <memory>
#include <string>
#include <vector>

namespace lg::merge {

/// One cell of the data that a finished cell was made of; a cell made of several has several.
struct CellOrigin {
  const std::string* sheet = nullptr;  // name of the finished sheet, owned by CellOrigins
  int row = 0;                         // of the finished cell
  int column = 0;
  CellUse from;
};

/// Where the filled-in cells of a workbook came from, sheet by sheet, in the order they were written.
struct CellOrigins {
  std::vector<std::unique_ptr<const std::string>> sheets;
  std::vector<CellOrigin> cells;
};

}  // namespace lg::merge
