#pragma once

#include "domain/review.hpp"

#include <string>
#include <string_view>

/// What the parts of the roll-over share.
namespace lg::domain {

/// A table with the same columns and no rows.
[[nodiscard]] Table empty_copy(const Table& table);

/// The row's value for writing; the table must have the column.
[[nodiscard]] Value& cell_of(const Table& table, Row& row, std::string_view heading);

/// Empties the columns that the table has of those.
void clear_columns(const Table& table, Row& row, std::initializer_list<std::string_view> headings);

/// "3 rader", "1 rad".
[[nodiscard]] std::string rows_text(std::size_t count);

}  // namespace lg::domain
