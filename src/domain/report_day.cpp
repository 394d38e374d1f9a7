#include "domain/report_day.hpp"

namespace lg::domain {

const Value& fact(const Review& review, std::string_view name) {
  static const Value none;
  return review.facts.rows.empty() ? none : review.facts.at(review.facts.rows.front(), name);
}

std::optional<Date> report_day(const Review& review) {
  if (const Date* date = fact(review, "Rapportdatum").as_date()) return *date;
  if (review.report_year == 0) return {};
  return Date{review.report_year, 1, 1, {}};
}

}  // namespace lg::domain
