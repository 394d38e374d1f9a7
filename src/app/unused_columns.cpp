#include "app/unused_columns.hpp"

#include "lint/used_names.hpp"

#include <algorithm>
#include <set>

namespace lg::app {
namespace {

bool has_value(const Value& list, std::size_t column) {
  const Value::List* rows = list.as_list();
  return rows != nullptr && std::ranges::any_of(rows->rows, [column](const Row& row) {
           return column < row.size() && !row[column].is_blank();
         });
}

}  // namespace

std::vector<std::string> unused_columns(const std::vector<merge::Tag>& report,
                                        const std::vector<merge::Tag>& plan, const Dataset& data) {
  const std::set<const Field*> in_report = lint::used_names(report, data);
  const std::set<const Field*> in_plan = lint::used_names(plan, data);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < data.root.fields.size(); ++i) {
    const Field& list = data.root.fields[i];
    for (std::size_t column = 0; column < list.fields.size(); ++column) {
      const Field& field = list.fields[column];
      const bool used = in_report.contains(&field) || in_plan.contains(&field);
      if (!field.declared && !used && has_value(data.row[i], column))
        names.push_back(list.name + "." + field.name);
    }
  }
  return names;
}

}  // namespace lg::app
