#pragma once

#include "domain/review.hpp"

#include <cstddef>
#include <string_view>

namespace lg::domain {

/// One column of a table, looked up once and read in many rows. A column that the table has not is blank.
class ColumnOf {
 public:
  ColumnOf(const Table& table, std::string_view heading) : position_(table.column(heading)) {}

  [[nodiscard]] const Value& operator()(const Row& row) const {
    static const Value none;
    return position_ < 0 ? none : row[static_cast<std::size_t>(position_)];
  }
  /// For writing: the table must have the column.
  [[nodiscard]] Value& operator()(Row& row) const { return row.at(static_cast<std::size_t>(position_)); }

 private:
  int position_;
};

}  // namespace lg::domain
