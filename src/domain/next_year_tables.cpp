#include "domain/next_year_tables.hpp"

namespace lg::domain {

Table empty_copy(const Table& table) {
  Table copy;
  copy.field = table.field;
  copy.given = true;
  return copy;
}

Value& cell_of(const Table& table, Row& row, std::string_view heading) {
  return row.at(static_cast<std::size_t>(table.column(heading)));
}

void clear_columns(const Table& table, Row& row, std::initializer_list<std::string_view> headings) {
  for (const std::string_view heading : headings) {
    if (table.column(heading) >= 0) cell_of(table, row, heading) = Value();
  }
}

std::string rows_text(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " rad" : " rader");
}

}  // namespace lg::domain
