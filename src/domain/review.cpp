#include "domain/review.hpp"

#include "base/text.hpp"

namespace lg::domain {

int Table::column(std::string_view heading) const {
  return field.find(fold(heading));
}

const Value& Table::at(const Row& row, std::string_view heading) const {
  static const Value blank;
  const int found = column(heading);
  return found < 0 ? blank : row[static_cast<std::size_t>(found)];
}

const Table& Review::table(std::string_view name) const {
  static const Table none;
  const auto found = tables.find(fold(name));
  return found == tables.end() ? none : found->second;
}

Table& Review::table(std::string_view name) {
  return tables[fold(name)];
}

}  // namespace lg::domain
