#pragma once

#include "calc/expression.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lg::calc {

/// The size of "[…]" at the beginning, with the brackets within it; 0 when it does not end.
[[nodiscard]] std::size_t brackets_size(std::string_view text);

/// Reads what stands in brackets behind a table's name: "[Status]", "[[#Totals],[Timmar]]", "[@[Kostnad
/// (tkr)]]", "[[Start]:[Slut]]". Nothing for what is written otherwise.
[[nodiscard]] std::optional<TableCells> read_table_reference(const std::string& table,
                                                             std::string_view brackets);

}  // namespace lg::calc
