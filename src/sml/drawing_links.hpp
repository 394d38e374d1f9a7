#pragma once

#include "sml/reference_mover.hpp"

#include <pugixml.hpp>

namespace lg::sml {

/// Moves the cells that shapes of a drawing show: a text box's `textlink` (ECMA-376 Part 1, 20.5.2.29) and
/// the `cellRange` of a picture of cells ([MS-ODRAWXML] 2.4.1.2). `sheet`: the one the drawing lies on. True
/// when there was something to move.
bool move_drawing_links(pugi::xml_node drawing, const ReferenceMover& mover, const MovedSheet& sheet);

}  // namespace lg::sml
