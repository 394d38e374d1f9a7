#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/role_names.hpp"
#include "domain/rule_checks.hpp"

#include <algorithm>
#include <array>

namespace lg::domain {
namespace {

void check_role(const Value& owner, const RoleNames& roles, Problems& problems) {
  for (const std::string& name : ids_in(owner)) {
    if (roles.has(name)) continue;
    const auto near = roles.near(name);
    problems.add(
        {Severity::error,
         "AKT-102",
         owner.source().location(),
         "Ansvarig ”" + excerpt(name, 40) + "” finns inte i bladet Roller.",
         near ? "Menade du ”" + *near + "”?" : "Välj en roll ur bladet Roller, eller lägg till rollen där.",
         {}});
  }
}

bool says_yearly(const std::string& text) {
  static constexpr std::array<std::string_view, 10> phrases{
      "årligen",        "varje år",      "gång per år", "gånger per år", "gång om året",
      "gånger om året", "årlig översyn", "en årlig ",   "ett årligt ",   "varje halvår"};
  const std::string lower = to_lower(text);
  return std::ranges::any_of(
      phrases, [&](std::string_view phrase) { return lower.find(phrase) != std::string::npos; });
}

struct ActivityYears {
  explicit ActivityYears(const Table& table)
      : title(table, "Aktivitet"), last(table, "Slutår"), recurrence(table, "Återkommande") {}

  /// The activity comes back within the plan: it says so, or goes on to the plan's last year.
  [[nodiscard]] bool recurs(const std::vector<const Row*>& rows, int last_plan_year) const {
    return std::ranges::any_of(rows, [&](const Row* row) {
      const std::string again = fold(to_text(recurrence(*row)));
      if (!again.empty() && again != "nej") return true;
      const auto year = whole(last(*row));
      return !year || *year >= last_plan_year;
    });
  }

  ColumnOf title;
  ColumnOf last;
  ColumnOf recurrence;
};

void check_yearly(const RuleInput& input, const Table& advice, std::string_view heading, Problems& problems) {
  const ActivityYears years(input.review.table("Aktiviteter"));
  const ColumnOf text(advice, heading);
  const ColumnOf carried_out(advice, "Aktivitets-ID");
  for (const Row& row : advice.rows) {
    if (!says_yearly(to_text(text(row)))) continue;
    for (const std::string& id : ids_in(carried_out(row))) {
      const auto found = input.links.activities.find(fold(id));
      if (found == input.links.activities.end() || years.recurs(found->second, input.review.last_plan_year))
        continue;
      const Row& last = *found->second.back();
      problems.add({Severity::warning,
                    "AKT-104",
                    years.last(last).source().location(),
                    "Aktiviteten ”" + excerpt(to_text(years.title(last)), 40) + "” slutar " +
                        to_text(years.last(last)) + ", men rekommendationen säger att det ska göras årligen.",
                    "Välj Årligen i Återkommande, eller lägg till aktiviteten för de andra åren.",
                    {text(row).source().location()}});
    }
  }
}

}  // namespace

void check_responsibility(const RuleInput& input, Problems& problems) {
  const Table& table = input.review.table("Aktiviteter");
  const RoleNames roles(input.review.table("Roller"));
  const ColumnOf title(table, "Aktivitet");
  const ColumnOf owner(table, "Ansvarig");
  const ColumnOf kind(table, "Ansvarstyp");
  for (const Row& row : table.rows) {
    const std::string name = excerpt(to_text(title(row)), 40);
    if (owner(row).is_hole() && has_cell(owner(row))) {
      problems.add({Severity::hole,
                    "AKT-101",
                    owner(row).source().location(),
                    "Aktiviteten ”" + name + "” har ingen ansvarig.",
                    "Välj en roll i kolumnen Ansvarig.",
                    {}});
    } else if (!roles.empty()) {
      check_role(owner(row), roles, problems);
    }
    if (kind(row).is_hole() && has_cell(kind(row))) {
      problems.add({Severity::hole,
                    "AKT-103",
                    kind(row).source().location(),
                    "Aktiviteten ”" + name + "” har ingen ansvarstyp.",
                    "Välj vad ansvaret innebär i kolumnen Ansvarstyp.",
                    {}});
    }
  }
}

void check_recurrence(const RuleInput& input, Problems& problems) {
  if (input.review.last_plan_year == 0) return;
  check_yearly(input, input.review.table("Uppföljning"), "ISAM:s rekommendation", problems);
  check_yearly(input, input.review.table("Rekommendationer"), "Rekommendation", problems);
  check_yearly(input, input.review.table("Iakttagelser"), "Rekommendation", problems);
}

}  // namespace lg::domain
