#pragma once

#include "intake/foreign_grid.hpp"
#include "intake/foreign_words.hpp"
#include "intake/header_row.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lg::intake {

/// What kolumner.xlsx says of one sheet's headings: the folded heading in the file → ours, for each form.
struct ForeignMap {
  HeadingMap events;    // VoR
  HeadingMap controls;  // IKP
};

/// One column of somebody else's table.
struct ForeignColumn {
  sml::CellRef ref;   // of the heading
  std::string text;   // the heading in one line
  std::string above;  // the heading of the group of columns over it; empty: none
  std::optional<HeadingGuess> event;
  std::optional<HeadingGuess> control;
  bool left_out = false;
  bool hidden = false;  // the sheet does not show the column
};

/// "S (kolumn F)": how kolumner.xlsx names one of several headings with the same word.
[[nodiscard]] std::string one_of_many(const ForeignColumn& column);

struct ForeignHeader {
  int first_row = 0;
  int last_row = 0;
  std::vector<ForeignColumn> columns;  // from left to right
};

/// Finds the row of headings, or the two rows of them where a merged heading stands over others, among the
/// first forty rows with content. Nothing when no row has three headings of a risk or a control.
[[nodiscard]] std::optional<ForeignHeader> find_foreign_header(const ForeignGrid& grid,
                                                               const ForeignMap& map);

/// The guess of one heading, kolumner.xlsx first.
void guess_both(ForeignColumn& column, const ForeignMap& map);

}  // namespace lg::intake
