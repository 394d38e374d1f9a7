#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/rule_checks.hpp"
#include "domain/sentences.hpp"

#include <algorithm>
#include <unordered_set>

namespace lg::domain {
namespace {

struct EarlierColumns {
  explicit EarlierColumns(const Table& table)
      : id(table, "Aktivitets-ID"),
        title(table, "Aktivitet"),
        state(table, "Status"),
        note(table, "Statuskommentar"),
        moved_to(table, "Flyttad till år"),
        first_year(table, "Startår"),
        outcome(table, "Utfall") {}

  ColumnOf id, title, state, note, moved_to, first_year, outcome;
};

/// The activities of this year's plan, by ID and by heading.
class Plan {
 public:
  explicit Plan(const Table& table) {
    const ColumnOf id(table, "Aktivitets-ID");
    const ColumnOf title(table, "Aktivitet");
    for (const Row& row : table.rows) {
      ids_.insert(fold(to_text(id(row))));
      titles_.insert(fold(to_text(title(row))));
    }
  }

  /// The activity is in the plan, or its note names the one that goes on with it ("Resten ingår i A26-01").
  [[nodiscard]] bool goes_on_with(const EarlierColumns& columns, const Row& row) const {
    if (ids_.contains(fold(to_text(columns.id(row)))) || titles_.contains(fold(to_text(columns.title(row)))))
      return true;
    const std::string texts = to_text(columns.note(row)) + " " + to_text(columns.outcome(row));
    return std::ranges::any_of(words_of(texts),
                               [&](std::string_view word) { return ids_.contains(fold(word)); });
  }

 private:
  std::unordered_set<std::string> ids_;
  std::unordered_set<std::string> titles_;
};

std::string named(const EarlierColumns& columns, const Row& row) {
  return "”" + excerpt(to_text(columns.title(row)), 40) + "” (" + excerpt(to_text(columns.id(row)), 20) + ")";
}

/// It goes on, but the report cannot say how it went.
void tell_no_state(const EarlierColumns& columns, const Row& row, Problems& problems) {
  problems.add({Severity::warning,
                "AKT-204",
                place_of(columns.state(row), columns.id(row)),
                "Aktiviteten " + named(columns, row) + " i förra planen har ingen status.",
                "Välj Status, så att rapporten kan säga hur det gick.",
                {}});
}

void check_dropped(const RuleInput& input, Problems& problems) {
  const Table& table = input.review.table("Tidigare aktiviteter");
  if (!input.review.table("Aktiviteter").given || table.rows.empty()) return;
  const EarlierColumns columns(table);
  const Plan plan(input.review.table("Aktiviteter"));
  for (const Row& row : table.rows) {
    const std::string state = fold(to_text(columns.state(row)));
    if (state == "klar" || state == "utgår" || columns.state(row).is_hole()) continue;
    if (plan.goes_on_with(columns, row)) {
      const auto begun = whole(columns.first_year(row));
      if (state.empty() && begun && *begun < input.review.report_year) tell_no_state(columns, row, problems);
      continue;
    }
    if (state == "flyttad") {
      const auto year = whole(columns.moved_to(row));
      if (year && year > input.review.last_plan_year) continue;
      problems.add({Severity::warning,
                    "AKT-202",
                    columns.state(row).source().location(),
                    "Aktiviteten " + named(columns, row) + " är Flyttad men finns inte i årets plan.",
                    "Lägg till den i bladet Aktiviteter, eller ändra Status.",
                    {}});
      continue;
    }
    const std::string says = state.empty() ? " har ingen status" : " är " + to_text(columns.state(row));
    problems.add(
        {Severity::warning,
         "AKT-201",
         place_of(columns.state(row), columns.id(row)),
         "Aktiviteten " + named(columns, row) + " i förra planen" + says + " och finns inte i årets plan.",
         "Välj Klar, Flyttad eller Utgår i Status, eller lägg till den i bladet Aktiviteter.",
         {}});
  }
}

void check_notes(const Table& table, Problems& problems) {
  const EarlierColumns columns(table);
  for (const Row& row : table.rows) {
    if (!columns.note(row).is_blank() || columns.state(row).is_blank()) continue;
    const std::string state = fold(to_text(columns.state(row)));
    const bool explained = state != "försenad" && state != "flyttad" && state != "utgår";
    if (explained || columns.note(row).is_hole()) continue;
    problems.add(
        {Severity::warning,
         "AKT-203",
         place_of(columns.note(row), columns.state(row)),
         "Aktiviteten " + named(columns, row) + " är " + to_text(columns.state(row)) + " utan kommentar.",
         "Skriv varför i kolumnen Statuskommentar.",
         {}});
  }
}

}  // namespace

void check_earlier_activities(const RuleInput& input, Problems& problems) {
  check_dropped(input, problems);
  for (const std::string_view list : {"Aktiviteter", "Tidigare aktiviteter"})
    check_notes(input.review.table(list), problems);
}

}  // namespace lg::domain
