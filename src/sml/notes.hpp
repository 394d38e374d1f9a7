#pragma once

#include "opc/package.hpp"

#include <cstdint>
#include <span>
#include <string>

/// Notes of the program's own at the cells of a workbook (ECMA-376 Part 1, 18.7): what somebody who opens it
/// is to look at, at its place.
namespace lg::sml {

/// One thing to say, and where.
struct Note {
  std::string sheet;  // its name
  std::string cell;   // "E7"
  std::string place;  // said first where there is no such sheet or cell: "Mål › L4"
  std::string text;
};

/// May the cells be coloured as well? That adds a conditional format to the sheet; the cells stay as they
/// are.
enum class CellMark : std::uint8_t { none, fill };

/// A copy with a note by "Genomgång" at each cell, in place of those an earlier copy had; several notes of
/// one cell become one. Other people's notes stay: ours is added below. A cell with a conversation (a
/// threaded comment, which hides notes) gets its note at the nearest cell to the right that has none. What
/// has no cell is said at the first cell of the first visible sheet. Nothing else of the workbook changes.
[[nodiscard]] opc::Package with_notes(const opc::Package& package, std::span<const Note> notes,
                                      CellMark mark);

/// A copy without the notes and colours that "Genomgång" made. The same package when it has none.
[[nodiscard]] opc::Package without_own_notes(const opc::Package& package);

}  // namespace lg::sml
