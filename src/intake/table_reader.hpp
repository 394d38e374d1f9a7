#pragma once

#include "base/problem.hpp"
#include "base/value.hpp"
#include "intake/form.hpp"
#include "intake/header_row.hpp"
#include "sml/workbook.hpp"

#include <string>
#include <vector>

namespace lg::intake {

/// One row of a sheet. Its problems are told only if the row is used.
struct SheetRow {
  int number = 0;  // as Excel shows it
  Row values;      // the form's columns, then SheetTable::own
  std::vector<Problem> problems;
  int last = 0;  // of a block of several rows; 0: `number` alone
};

struct SheetTable {
  const SheetOrigin* origin = nullptr;
  int header_row = 0;            // 0: no row of headings was found
  std::vector<std::string> own;  // names of the columns that the form does not declare
  std::vector<SheetRow> rows;    // those that hold something, in the sheet's order
};

/// Reads a sheet as the form says. `origin` must outlive the values; what is wrong with the sheet as a whole
/// goes to `problems`, what is wrong in a row stays with the row.
[[nodiscard]] SheetTable read_table(const sml::Worksheet& sheet, const Form& form, const HeadingMap& map,
                                    SheetOrigin& origin, Problems& problems);

}  // namespace lg::intake
