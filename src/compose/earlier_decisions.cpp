#include "compose/earlier_decisions.hpp"

#include "compose/made_list.hpp"
#include "domain/column_of.hpp"

namespace lg::compose {
namespace {

bool is_earlier(const Value& date, const Date* report_date, int report_year) {
  const Date* taken = date.as_date();
  if (taken == nullptr) return true;
  return report_date == nullptr ? taken->year < report_year : *taken < *report_date;
}

}  // namespace

void add_earlier_decisions(domain::Review& review) {
  domain::Table& table = review.table("Beslut");
  const std::size_t column = add_column(
      table, {"Tidigare beslut", Field::Shape::yes_no, "Ja när beslutet fattades före rapportens datum."});
  const domain::ColumnOf date(table, "Datum");
  const Value report_date =
      review.facts.rows.empty() ? Value() : review.facts.at(review.facts.rows.front(), "Rapportdatum");
  for (Row& row : table.rows) {
    if (!row[column].is_blank()) continue;
    row[column] =
        Value::flag(is_earlier(date(row), report_date.as_date(), review.report_year), date(row).source());
  }
}

}  // namespace lg::compose
