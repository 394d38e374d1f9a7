#pragma once

#include "intake/foreign_sheet.hpp"

#include <string>

namespace lg::intake {

/// Gives the risks of a sheet without Område the area that the sheet says in another way: its process, a
/// column of units, a goal, or the name of the sheet. Does nothing when any risk has an area of its own.
/// What was taken is kept in `ForeignSheet::area_from`.
void give_area(ForeignSheet& sheet, const std::string& sheet_name);

}  // namespace lg::intake
