#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/report_day.hpp"
#include "domain/rule_checks.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace lg::domain {
namespace {

/// "2025–2027", or the one year.
std::string plan_period(const Review& review) {
  const std::string first = std::to_string(review.first_plan_year);
  return review.first_plan_year == review.last_plan_year
             ? first
             : first + "–" + std::to_string(review.last_plan_year);
}

/// The values that the years of one activity lie in.
struct ActivityDates {
  std::string title;
  const Value& first_year;
  const Value& last_year;
  const Value& start;
  const Value& end;
  const Value& state;
  const Value& state_date;
  const Value& again;  // Återkommande
};

void tell(const Value& value, const char* code, std::string message, std::string hint, Problems& problems,
          std::vector<Location> related = {}) {
  problems.add({Severity::error, code, value.source().location(), std::move(message), std::move(hint),
                std::move(related)});
}

void check_period(const ActivityDates& activity, const Review& review, Problems& problems) {
  const auto first = whole(activity.first_year);
  const auto last = whole(activity.last_year);
  if (first && last && *first > *last) {
    tell(activity.first_year, "AKT-105",
         "Startår " + std::to_string(*first) + " är efter Slutår " + std::to_string(*last) + ".",
         "Ändra Startår eller Slutår.", problems, {activity.last_year.source().location()});
    return;
  }
  if (review.first_plan_year == 0) return;
  for (const Value* value : {&activity.first_year, &activity.last_year}) {
    const auto year = whole(*value);
    if (!year || (*year >= review.first_plan_year && *year <= review.last_plan_year)) continue;
    tell(*value, "AKT-106",
         "Året " + std::to_string(*year) + " ligger utanför planperioden " + plan_period(review) + ".",
         "Ändra året, eller planperioden i bladet Uppgifter.", problems);
  }
}

void check_dates(const ActivityDates& activity, Problems& problems) {
  const Date* start = activity.start.as_date();
  const Date* end = activity.end.as_date();
  const auto first = whole(activity.first_year);
  const auto last = whole(activity.last_year);
  if (start != nullptr && end != nullptr && *end < *start) {
    tell(activity.end, "AKT-107",
         "Klart senast ”" + to_text(*end) + "” ligger före Start ”" + to_text(*start) + "”.",
         "Ändra det ena datumet.", problems);
    return;
  }
  if (!first || !last || *first > *last) return;
  const std::string years = std::to_string(*first) + (*first == *last ? "" : "–" + std::to_string(*last));
  for (const Value* value : {&activity.start, &activity.end}) {
    const Date* date = value->as_date();
    if (date == nullptr || (date->year >= *first && date->year <= *last)) continue;
    tell(*value, "AKT-107", "Datumet ”" + to_text(*date) + "” ligger utanför aktivitetens år " + years + ".",
         "Ändra datumet, eller aktivitetens Startår och Slutår.", problems);
  }
}

/// The days lie within the years, but leave out whole years of them. What is done again and again has the
/// days of its next time.
void check_span(const ActivityDates& activity, Problems& problems) {
  const auto first = whole(activity.first_year);
  const auto last = whole(activity.last_year);
  const std::string again = fold(to_text(activity.again));
  if (!first || !last || *first >= *last || (!again.empty() && again != "nej")) return;
  const auto inside = [&](const Date* date) {
    return date != nullptr && date->year >= *first && date->year <= *last;
  };
  const auto tell_span = [&](const Value& value, std::string message, std::string hint) {
    problems.add(
        {Severity::warning, "AKT-111", value.source().location(), std::move(message), std::move(hint), {}});
  };
  const Date* start = activity.start.as_date();
  const Date* end = activity.end.as_date();
  if (start != nullptr && end != nullptr && *end < *start) return;
  if (inside(end) && end->year < *last) {
    tell_span(activity.end,
              "Aktiviteten ”" + activity.title + "” ska vara klar " + to_text(*end) + ", men Slutår är " +
                  std::to_string(*last) + ".",
              "Ändra Klart senast eller Slutår, eller välj hur ofta den görs i Återkommande.");
  }
  if (inside(start) && start->year > *first) {
    tell_span(activity.start,
              "Aktiviteten ”" + activity.title + "” börjar " + to_text(*start) + ", men Startår är " +
                  std::to_string(*first) + ".",
              "Ändra Start eller Startår.");
  }
}

void check_state(const ActivityDates& activity, const Date* reported, Problems& problems) {
  const Date* date = activity.state_date.as_date();
  if (date == nullptr || reported == nullptr || fold(to_text(activity.state)) != "klar" || *date <= *reported)
    return;
  tell(activity.state_date, "AKT-108",
       "Aktiviteten ”" + activity.title + "” är Klar " + to_text(*date) + ", efter rapportens datum " +
           to_text(*reported) + ".",
       "Ändra Status eller Status datum.", problems);
}

}  // namespace

void check_activity_years(const RuleInput& input, Problems& problems) {
  const Table& table = input.review.table("Aktiviteter");
  const ColumnOf title(table, "Aktivitet");
  const ColumnOf first(table, "Startår");
  const ColumnOf last(table, "Slutår");
  const ColumnOf start(table, "Start");
  const ColumnOf end(table, "Klart senast");
  const ColumnOf state(table, "Status");
  const ColumnOf state_date(table, "Status datum");
  const ColumnOf again(table, "Återkommande");
  // Without the report's day, only what comes after its year is for certain to come.
  const Date end_of_year{input.review.report_year, 12, 31, {}};
  const Date* reported = fact(input.review, "Rapportdatum").as_date();
  if (reported == nullptr && input.review.report_year > 0) reported = &end_of_year;
  for (const Row& row : table.rows) {
    const ActivityDates activity{excerpt(to_text(title(row)), 40),
                                 first(row),
                                 last(row),
                                 start(row),
                                 end(row),
                                 state(row),
                                 state_date(row),
                                 again(row)};
    check_period(activity, input.review, problems);
    check_dates(activity, problems);
    check_span(activity, problems);
    check_state(activity, reported, problems);
  }
  check_dependencies(input, problems);
}

}  // namespace lg::domain
