#pragma once

#include "intake/foreign_sheet.hpp"
#include "intake/header_row.hpp"

#include <string>
#include <string_view>

namespace lg::intake {

/// The position among the table's own columns of the one that says which board a row is of; -1: none.
[[nodiscard]] int board_column(const ForeignTable& table);

/// The only board of a sheet is ours; its name may be longer or shorter than in Uppgifter.
[[nodiscard]] bool is_board(std::string_view name, std::string_view ours);

/// A sheet that several boards share: keeps the rows of `board`, and those that `answers` (of kolumner.xlsx:
/// the folded name → "Läs") says are to be read. Rows of all boards together are asked about, and so is every
/// row when none is of the board. What was left out is told by `ForeignSheet::boards`.
void keep_board(ForeignSheet& sheet, const std::string& board, const HeadingMap& answers);

}  // namespace lg::intake
