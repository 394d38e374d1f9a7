#pragma once

#include "sml/reference_mover.hpp"

#include <pugixml.hpp>

#include <vector>

namespace lg::sml {

/// Which sheets of the result a sheet of the template became, by position in the tabs' order.
using SheetPositions = std::vector<std::vector<int>>;

/// Moves the workbook's names (ECMA-376 Part 1, 18.2.5): names over a repeated row grow, print areas, print
/// titles and filters follow, and a name of one sheet follows that sheet's new position. A name of a sheet
/// that was copied is copied with it. `sheets` are the result's, in the tabs' order.
void move_defined_names(pugi::xml_node workbook, const ReferenceMover& mover,
                        const std::vector<const MovedSheet*>& sheets, const SheetPositions& positions);

}  // namespace lg::sml
