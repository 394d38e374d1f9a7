#pragma once

#include "sml/cell_ref.hpp"

#include <pugixml.hpp>

#include <set>
#include <string>
#include <string_view>

/// The part that holds the texts of a sheet's notes (ECMA-376 Part 1, 18.7.3 CT_Comments).
namespace lg::sml {

/// A part without notes, in the namespace of the workbook's parts.
[[nodiscard]] std::string empty_note_part(std::string_view main_namespace);

/// The cells that have a note.
[[nodiscard]] std::set<CellRef> noted_cells(pugi::xml_node comments);

/// Adds a note by "Genomgång"; to a note that the cell has already it is added below. Gives the whole text.
std::string add_note(pugi::xml_node comments, CellRef cell, std::string_view text);

/// Takes out what "Genomgång" wrote, and gives the cells that have no note any longer.
[[nodiscard]] std::set<CellRef> remove_own_notes(pugi::xml_node comments);

}  // namespace lg::sml
