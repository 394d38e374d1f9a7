#pragma once

#include "sml/row_map.hpp"

#include <pugixml.hpp>

namespace lg::sml {

/// Moves an anchor with the row its first cell is in. A shape keeps its height in rows: a chart beside a list
/// must not grow with it.
void move_anchor(pugi::xml_node anchor, const RowMap& rows);

/// All anchors of a drawing part (ECMA-376 Part 1, 20.5.2).
void move_anchors(pugi::xml_node drawing, const RowMap& rows);

/// The boxes of cell notes in a legacy VML drawing (Part 4, 19.4.2: x:Anchor and x:Row).
void move_vml_anchors(pugi::xml_node vml, const RowMap& rows);

/// The cells that notes and threaded comments belong to; those whose row is gone are removed.
void move_comments(pugi::xml_node comments, const RowMap& rows);

}  // namespace lg::sml
