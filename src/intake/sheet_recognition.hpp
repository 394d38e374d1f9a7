#pragma once

#include "base/problem.hpp"
#include "intake/column_map.hpp"
#include "intake/sheet_list.hpp"

namespace lg::intake {

/// Settles how each sheet is read. What kolumner.xlsx says of a sheet comes first; a sheet of risks or
/// controls that is not laid out as its form is understood in its own layout; a sheet with another name is
/// known by its headings, unless the folder has that list for the year already. Tells of each of these, and
/// of sheets that nobody knows. `report_year` is 0 when it is not known.
void recognise_sheets(FoundSheets& found, const ColumnMap& columns, int report_year, const std::string& board,
                      Problems& problems);

}  // namespace lg::intake
