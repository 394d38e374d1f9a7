#include "compose/made_list.hpp"

#include "base/text.hpp"

namespace lg::compose {
namespace {

Field field_of(const MadeColumn& column) {
  Field field = Field::of(std::string(column.name), column.shape);
  field.help = column.help;
  field.derived = true;
  for (const std::string_view choice : column.choices) field.choices.emplace_back(choice);
  return field;
}

}  // namespace

domain::Table made_list(std::string_view name, std::string_view help,
                        std::initializer_list<MadeColumn> columns) {
  domain::Table table;
  table.field = Field::of(std::string(name), Field::Shape::list);
  table.field.help = help;
  table.field.derived = true;
  for (const MadeColumn& column : columns) table.field.fields.push_back(field_of(column));
  return table;
}

std::size_t add_column(domain::Table& table, const MadeColumn& column) {
  const int known = table.field.find(fold(column.name));
  if (known >= 0) return static_cast<std::size_t>(known);
  table.field.fields.push_back(field_of(column));
  for (Row& row : table.rows) row.resize(table.field.fields.size());
  return table.field.fields.size() - 1;
}

std::vector<Source> cells_of(std::span<const Row* const> rows, int column) {
  std::vector<Source> cells;
  for (const Row* row : rows) {
    cells.push_back(source_of(*row));
    if (column >= 0) cells.push_back((*row)[static_cast<std::size_t>(column)].source());
  }
  return cells;
}

Value listed(const std::vector<Value>& values) {
  std::string text;
  std::vector<Source> cells;
  for (const Value& value : values) {
    text += (text.empty() ? "" : "\n") + to_text(value);
    cells.push_back(value.source());
  }
  if (values.empty()) return {};
  return Value::text(std::move(text), values.front().source()).made_of(std::move(cells));
}

}  // namespace lg::compose
