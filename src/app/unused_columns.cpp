#include "app/unused_columns.hpp"

#include "lint/used_names.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace lg::app {
namespace {

bool has_value(const Value& list, std::size_t column) {
  const Value::List* rows = list.as_list();
  return rows != nullptr && std::ranges::any_of(rows->rows, [column](const Row& row) {
           return column < row.size() && !row[column].is_blank();
         });
}

/// The columns that the named fields of the data's lists show: a list that the program makes of other lists
/// (the outcomes of the key figures, year by year) has their
/// cells.
std::set<std::pair<const SheetOrigin*, int>> used_columns(const std::set<const Field*>& named,
                                                          const Dataset& data) {
  std::set<std::pair<const SheetOrigin*, int>> columns;
  const auto take = [&](const Source& cell) {
    if (cell && cell.column > 0) columns.emplace(cell.sheet, cell.column);
  };
  for (std::size_t i = 0; i < data.root.fields.size(); ++i) {
    const Value::List* list = data.row[i].as_list();
    const std::vector<Field>& fields = data.root.fields[i].fields;
    for (std::size_t column = 0; list != nullptr && column < fields.size(); ++column) {
      if (!named.contains(&fields[column])) continue;
      for (const Row& row : list->rows) {
        if (column >= row.size()) continue;
        take(row[column].source());
        if (const MadeOf* made = row[column].made_of(); made != nullptr)
          std::ranges::for_each(made->cells, take);
      }
    }
  }
  return columns;
}

}  // namespace

std::vector<std::string> unused_columns(const std::vector<merge::Tag>& report,
                                        const std::vector<merge::Tag>& plan, const Dataset& data) {
  std::set<const Field*> named = lint::used_names(report, data);
  named.merge(lint::used_names(plan, data));
  const auto used = used_columns(named, data);
  const auto is_used = [&](const Value::List* list, std::size_t column) {
    return list != nullptr && std::ranges::any_of(list->rows, [&](const Row& row) {
             return column < row.size() &&
                    used.contains({row[column].source().sheet, row[column].source().column});
           });
  };
  std::vector<std::string> names;
  for (std::size_t i = 0; i < data.root.fields.size(); ++i) {
    const Field& list = data.root.fields[i];
    for (std::size_t column = 0; column < list.fields.size(); ++column) {
      const Field& field = list.fields[column];
      if (field.declared || named.contains(&field) || is_used(data.row[i].as_list(), column)) continue;
      if (has_value(data.row[i], column)) names.push_back(list.name + "." + field.name);
    }
  }
  return names;
}

}  // namespace lg::app
