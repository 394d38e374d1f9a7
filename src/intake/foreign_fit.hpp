#pragma once

#include "intake/column_contents.hpp"
#include "intake/foreign_header.hpp"
#include "intake/foreign_sheet.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lg::intake {

/// Whether the contents may be values of the column: steps of a scale, its choices, short texts.
[[nodiscard]] bool may_hold(const Column& column, const ColumnContents& contents);

/// Whether the contents may be steps of the column's scale in words and figures: "3 - Kännbar", "Allvarlig".
[[nodiscard]] bool may_be_steps(const Column& column, const ColumnContents& contents);

/// The heading holds the word of ours, in any form: "Bedömd sannolikhet", "Hur sannolikt är det?".
[[nodiscard]] bool mentions(const ForeignColumn& column, std::string_view heading);

/// Of two headings that are the same column: the surer, but what the sheet shows goes before what it hides,
/// for last year's figures are often kept in hidden columns.
[[nodiscard]] bool goes_before(const ForeignColumn& one, const ForeignColumn& other,
                               std::optional<HeadingGuess> ForeignColumn::*side);

/// A later column with the same heading, over steps of a scale; nothing when there is none to be seen.
[[nodiscard]] std::optional<std::size_t> find_twin(const ForeignHeader& header,
                                                   const std::vector<ColumnContents>& contents,
                                                   std::size_t position);

/// A free column that says in words of yes and no which risks are of information security, whatever its
/// heading says beside that; nothing when there is none.
[[nodiscard]] std::optional<std::size_t> find_security(const ForeignHeader& header,
                                                       const std::vector<ColumnContents>& contents,
                                                       const std::vector<bool>& used);

/// Notes which other headings kolumner.xlsx makes the same column as the one that is used; likelihood and
/// consequence together in one column and their product in another are no conflict.
void note_conflict(const ForeignHeader& header, const std::vector<ColumnContents>& contents, const Form& form,
                   std::optional<HeadingGuess> ForeignColumn::*side, std::size_t used, ForeignSheet& sheet);

/// The name that a column of the sheet's own keeps, and none of `names` has: its heading, with that of its
/// group or its letter where that is needed. It is added to the names.
[[nodiscard]] std::string own_name(const ForeignColumn& column, std::set<std::string>& names);

/// The heading with that of the group of columns over it.
[[nodiscard]] std::string shown(const ForeignColumn& column);

}  // namespace lg::intake
