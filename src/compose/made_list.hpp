#pragma once

#include "domain/review.hpp"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lg::compose {

/// A column of a list that the program makes of others.
struct MadeColumn {
  std::string_view name;
  Field::Shape shape = Field::Shape::text;
  std::string_view help = {};                            // one Swedish line
  std::initializer_list<std::string_view> choices = {};  // the words it may hold; none: any
};

/// An empty list with those columns; nobody fills in a sheet with its name.
[[nodiscard]] domain::Table made_list(std::string_view name, std::string_view help,
                                      std::initializer_list<MadeColumn> columns);

/// Adds a computed column behind the table's own and returns its position; each row gets a blank value. A
/// column that the user has made with the same name is used instead.
std::size_t add_column(domain::Table& table, const MadeColumn& column);

/// Of each row the cell that it is known by, and its cell of that column, blank or not.
[[nodiscard]] std::vector<Source> cells_of(std::span<const Row* const> rows, int column);

/// The values of several cells as one text, a line for each, which has come from them all.
[[nodiscard]] Value listed(const std::vector<Value>& values);

}  // namespace lg::compose
