#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/report_day.hpp"
#include "domain/rule_checks.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace lg::domain {
namespace {

constexpr int seconds_a_day = 24 * 60 * 60;

struct IncidentColumns {
  explicit IncidentColumns(const Table& table)
      : id(table, "Incident-ID"),
        found(table, "Upptäckt"),
        happened(table, "Inträffad"),
        ended(table, "Upphörd"),
        personal(table, "Personuppgiftsincident"),
        reported(table, "Anmäld till IMY"),
        reported_at(table, "Anmäld IMY tidpunkt"),
        significant(table, "Betydande enligt cybersäkerhetslagen"),
        notice(table, "Upplysning 24 h"),
        report(table, "Anmälan 72 h"),
        final_report(table, "Slutrapport") {}

  ColumnOf id, found, happened, ended, personal, reported, reported_at, significant, notice, report,
      final_report;
};

/// The first and last moment that a date can mean: a day without a time is all of its seconds.
std::int64_t earliest(const Date& date) {
  return std::int64_t{day_number(date)} * seconds_a_day + date.seconds.value_or(0);
}
std::int64_t latest(const Date& date) {
  return std::int64_t{day_number(date)} * seconds_a_day + date.seconds.value_or(seconds_a_day - 1);
}

/// True when `later` is for certain more than so many hours after `earlier`. Times are given to the minute.
bool is_late(const Date& earlier, const Date& later, int hours) {
  constexpr int minute = 60;
  return earliest(later) - latest(earlier) >= std::int64_t{hours} * 60 * 60 + minute;
}

bool is_before(const Date& a, const Date& b) {
  return latest(a) < earliest(b);
}

void warn(const CellLocation& where, const char* code, std::string message, std::string hint,
          Problems& problems) {
  problems.add({Severity::warning, code, where, std::move(message), std::move(hint), {}});
}

std::string named(const IncidentColumns& columns, const Row& row) {
  return "Incidenten ”" + excerpt(to_text(columns.id(row)), 40) + "”";
}

bool says_yes(const Value& value) {
  return fold(to_text(value)) == "ja";
}

void check_report(const IncidentColumns& columns, const Row& row, const std::optional<Date>& today,
                  Problems& problems) {
  const bool personal = says_yes(columns.personal(row));
  const std::string answer = fold(to_text(columns.reported(row)));
  if (personal && answer.empty() && !columns.reported(row).is_hole()) {
    warn(place_of(columns.reported(row), columns.personal(row)), "INC-102",
         named(columns, row) + " rör personuppgifter, men det står inte om den är anmäld till IMY.",
         "Välj Ja, Nej, risk osannolik eller Nej, ännu ej.", problems);
  }
  const Date* found = columns.found(row).as_date();
  const Date* reported = columns.reported_at(row).as_date();
  if (answer == "ja" && columns.reported_at(row).is_blank() && !columns.reported_at(row).is_hole()) {
    warn(place_of(columns.reported_at(row), columns.reported(row)), "INC-103",
         named(columns, row) + " är anmäld till IMY, men tidpunkten saknas.", "Fyll i när anmälan gjordes.",
         problems);
  }
  if (found != nullptr && reported != nullptr && is_late(*found, *reported, 72)) {
    warn(columns.reported_at(row).source().location(), "INC-101",
         named(columns, row) + " anmäldes till IMY " + to_text(*reported) +
             ", mer än 72 timmar efter upptäckten " + to_text(*found) + ".",
         "Kontrollera tiderna. Är de rätta ska skälet till dröjsmålet finnas dokumenterat.", problems);
  }
  if (!personal && answer == "ja" && columns.personal(row).as_flag() != nullptr) {
    warn(columns.personal(row).source().location(), "INC-109",
         named(columns, row) + " är anmäld till IMY, men Personuppgiftsincident är Nej.",
         "Rätta det ena svaret.", problems);
  }
  const bool waiting = personal && fold(answer) == fold("Nej, ännu ej");
  if (waiting && found != nullptr && today && is_late(*found, *today, 72)) {
    warn(columns.reported(row).source().location(), "INC-105",
         named(columns, row) + " är inte anmäld till IMY, fast mer än 72 timmar har gått.",
         "Anmäl incidenten, eller skriv varför det inte behövs.", problems);
  }
}

/// Nothing is found before it happens, or reported before it is found.
void check_order(const IncidentColumns& columns, const Row& row, Problems& problems) {
  struct Pair {
    const Value& first;
    const Value& second;
    const char* first_name;
    const char* second_name;
    bool at_first;
  };
  const std::array<Pair, 4> pairs{
      Pair{columns.happened(row), columns.found(row), "Inträffad", "Upptäckt", true},
      Pair{columns.happened(row), columns.ended(row), "Inträffad", "Upphörd", false},
      Pair{columns.found(row), columns.reported_at(row), "Upptäckt", "Anmäld IMY tidpunkt", false},
      Pair{columns.found(row), columns.notice(row), "Upptäckt", "Upplysning 24 h", false},
  };
  for (const Pair& pair : pairs) {
    const Date* first = pair.first.as_date();
    const Date* second = pair.second.as_date();
    if (first == nullptr || second == nullptr || !is_before(*second, *first)) continue;
    warn((pair.at_first ? pair.first : pair.second).source().location(), "INC-104",
         named(columns, row) + " har " + pair.second_name + " " + to_text(*second) + ", före " +
             pair.first_name + " " + to_text(*first) + ".",
         "Rätta den ena tiden.", problems);
  }
}

/// The report counts the incidents of the year that is followed up. One that lasted into it, or is known to
/// have happened in it, is of that year.
void check_year(const IncidentColumns& columns, const Row& row, int year, Problems& problems) {
  const Date* found = columns.found(row).as_date();
  if (found == nullptr || found->year == year) return;
  for (const Value* other : {&columns.happened(row), &columns.ended(row)}) {
    if (const Date* date = other->as_date(); date != nullptr && date->year == year) return;
  }
  warn(columns.found(row).source().location(), "INC-110",
       named(columns, row) + " upptäcktes " + to_text(*found) + ", men räknas med bland incidenterna under " +
           std::to_string(year) + ".",
       "Rätta datumet, eller ta bort raden om incidenten hör till ett annat år.", problems);
}

/// 2 kap. 5–8 §§ cybersäkerhetslagen (2025:1506): the day that the law began to apply.
constexpr Date law_begins{2026, 1, 15, {}};

/// A month after: the same day of the next month, or its last day.
Date month_after(const Date& date) {
  Date next = date.month == 12 ? Date{date.year + 1, 1, 1, {}} : Date{date.year, date.month + 1, 1, {}};
  const Date after =
      next.month == 12 ? Date{next.year + 1, 1, 1, {}} : Date{next.year, next.month + 1, 1, {}};
  const Date last = date_of_day_number(day_number(after) - 1);
  next.day = std::min(date.day, last.day);
  return next;
}

void check_stamp(const IncidentColumns& columns, const Row& row, const Value& stamp, const char* name,
                 int hours, const std::optional<Date>& today, Problems& problems) {
  const Date* found = columns.found(row).as_date();
  const Date* given = stamp.as_date();
  if (found == nullptr || stamp.is_hole()) return;
  if (given == nullptr) {
    if (today && !is_late(*found, *today, hours)) return;  // there is time left
    warn(place_of(stamp, columns.id(row)), "INC-107",
         named(columns, row) + " är betydande, men ”" + name + "” är inte ifylld.",
         "Fyll i när den lämnades.", problems);
  } else if (is_late(*found, *given, hours)) {
    warn(stamp.source().location(), "INC-108",
         named(columns, row) + " är betydande, och ”" + name + "” lämnades " + to_text(*given) + ", mer än " +
             std::to_string(hours) + " timmar efter upptäckten " + to_text(*found) + ".",
         "Kontrollera tiderna, och skriv varför det dröjde.", problems);
  }
}

void check_final_report(const IncidentColumns& columns, const Row& row, const std::optional<Date>& today,
                        Problems& problems) {
  const Date* report = columns.report(row).as_date();
  const Value& value = columns.final_report(row);
  if (report == nullptr || value.is_hole()) return;
  const Date due = month_after(*report);
  const Date* given = value.as_date();
  if (given == nullptr) {
    if (!today || day_number(*today) <= day_number(due)) return;
    warn(place_of(value, columns.id(row)), "INC-107",
         named(columns, row) + " är betydande, men ”Slutrapport” är inte ifylld.",
         "Fyll i när den lämnades, senast en månad efter anmälan.", problems);
  } else if (day_number(*given) > day_number(due)) {
    warn(value.source().location(), "INC-108",
         named(columns, row) + " är betydande, och ”Slutrapport” lämnades " + to_text(*given) +
             ", mer än en månad efter anmälan " + to_text(*report) + ".",
         "Kontrollera tiderna, och skriv varför det dröjde.", problems);
  }
}

std::optional<Date> known_report_day(const Review& review) {
  const Date* date = fact(review, "Rapportdatum").as_date();
  return date == nullptr ? std::nullopt : std::optional(*date);
}

}  // namespace

void check_incident_reports(const RuleInput& input, Problems& problems) {
  const Table& table = input.review.table("Incidenter");
  const IncidentColumns columns(table);
  const auto today = known_report_day(input.review);
  for (const Row& row : table.rows) {
    check_report(columns, row, today, problems);
    check_order(columns, row, problems);
    if (input.review.follow_up_year > 0) check_year(columns, row, input.review.follow_up_year, problems);
  }
}

void check_significant_incidents(const RuleInput& input, Problems& problems) {
  const Table& table = input.review.table("Incidenter");
  const IncidentColumns columns(table);
  const auto today = known_report_day(input.review);
  for (const Row& row : table.rows) {
    const Date* found = columns.found(row).as_date();
    if (found == nullptr || day_number(*found) < day_number(law_begins)) continue;
    const Value& significant = columns.significant(row);
    if (significant.is_blank() && !significant.is_hole()) {
      warn(place_of(significant, columns.id(row)), "INC-106",
           named(columns, row) +
               " upptäcktes den 15 januari 2026 eller senare, men det står inte om den är betydande.",
           "Välj Ja, Nej eller Ej aktuell i kolumnen Betydande enligt cybersäkerhetslagen.", problems);
    }
    if (!says_yes(significant)) continue;
    check_stamp(columns, row, columns.notice(row), "Upplysning 24 h", 24, today, problems);
    check_stamp(columns, row, columns.report(row), "Anmälan 72 h", 72, today, problems);
    check_final_report(columns, row, today, problems);
  }
}

}  // namespace lg::domain
