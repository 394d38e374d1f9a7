#pragma once

#include "sml/cell_ref.hpp"

#include <pugixml.hpp>

#include <map>
#include <set>
#include <string>
#include <string_view>

/// The boxes that notes are shown in: shapes of a VML drawing (ECMA-376 Part 4, 19.4.2). VML need not be
/// well-formed XML (Excel writes <br> in captions of buttons), so it is edited as text and what is there
/// keeps its bytes.
namespace lg::sml {

/// Where a box lies: x:Anchor of 19.4.2.3, columns and rows counted from 0, offsets in pixels.
struct NoteBox {
  int left_column = 0, left = 0, top_row = 0, top = 0;
  int right_column = 0, right = 0, bottom_row = 0, bottom = 0;
  int width = 0, height = 0;  // in points
};

/// Boxes beside the cells that are large enough for their texts, by the widths and heights of the sheet.
/// `worksheet` is the root of the sheet's part.
[[nodiscard]] std::map<CellRef, NoteBox> boxes_for(const std::map<CellRef, std::string>& texts,
                                                   pugi::xml_node worksheet);

/// The highest block of shape numbers that a drawing has claimed (o:idmap); each sheet has its own.
[[nodiscard]] int highest_block(std::string_view vml);

/// A drawing without shapes that claims that block.
[[nodiscard]] std::string empty_note_drawing(int block);

/// Gives the cells' notes those boxes; one that is there already becomes that large and keeps its looks.
/// A drawing that nothing can be put into stays as it is.
void set_note_boxes(std::string& vml, const std::map<CellRef, NoteBox>& boxes);
/// Removes the boxes of those cells' notes.
void remove_note_shapes(std::string& vml, const std::set<CellRef>& cells);
[[nodiscard]] bool has_shapes(std::string_view vml);

}  // namespace lg::sml
