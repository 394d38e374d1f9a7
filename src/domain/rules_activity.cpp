#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/role_names.hpp"
#include "domain/rule_checks.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

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
      : title(table, "Aktivitet"),
        text(table, "Beskrivning"),
        first(table, "Startår"),
        last(table, "Slutår"),
        recurrence(table, "Återkommande") {}

  /// The activity comes back within the plan: it says so, or goes on to the plan's last year.
  [[nodiscard]] bool recurs(const std::vector<const Row*>& rows, int last_plan_year) const {
    return std::ranges::any_of(rows, [&](const Row* row) {
      const std::string again = fold(to_text(recurrence(*row)));
      return (!again.empty() && again != "nej") || goes_on(*row, last_plan_year);
    });
  }
  [[nodiscard]] bool goes_on(const Row& row, int last_plan_year) const {
    const auto year = whole(last(row));
    return !year || *year >= last_plan_year;
  }

  ColumnOf title, text, first, last, recurrence;
};

/// Looks for what is to be done every year and is in the plan for one.
class YearlyCheck {
 public:
  YearlyCheck(const RuleInput& input, Problems& problems)
      : input_(input), years_(input.review.table("Aktiviteter")), problems_(problems) {}

  /// What the recommendations of a list say of the activities that carry them out.
  void advice(std::string_view list, std::string_view heading) {
    const Table& advice = input_.review.table(list);
    const ColumnOf text(advice, heading);
    const ColumnOf carried_out(advice, "Aktivitets-ID");
    for (const Row& row : advice.rows) {
      if (!says_yearly(to_text(text(row)))) continue;
      for (const std::string& id : ids_in(carried_out(row))) {
        const auto found = input_.links.activities.find(fold(id));
        if (found == input_.links.activities.end() ||
            years_.recurs(found->second, input_.review.last_plan_year))
          continue;
        tell(*found->second.back(), "rekommendationen", text(row));
      }
    }
  }

  /// What the activities of one year say of themselves.
  void activities() {
    const Table& plan = input_.review.table("Aktiviteter");
    const ColumnOf id(plan, "Aktivitets-ID");
    std::unordered_map<std::string, bool>
        goes_on;  // by folded title: the next years may be rows of their own
    for (const Row& row : plan.rows)
      goes_on[fold(to_text(years_.title(row)))] |= years_.goes_on(row, input_.review.last_plan_year);
    for (const Row& row : plan.rows) {
      const auto first = whole(years_.first(row));
      const auto last = whole(years_.last(row));
      if (!first || first != last || goes_on[fold(to_text(years_.title(row)))]) continue;
      const auto same = input_.links.activities.find(fold(to_text(id(row))));
      const auto later = [&](const Row* one) { return years_.goes_on(*one, input_.review.last_plan_year); };
      if (same != input_.links.activities.end() && std::ranges::any_of(same->second, later)) continue;
      const std::string again = fold(to_text(years_.recurrence(row)));
      if (again == "årligen") {
        tell_short(row, *last);
      } else if ((again.empty() || again == "nej") && !told_.contains(&row) &&
                 says_yearly(to_text(years_.text(row)))) {
        tell(row, "beskrivningen", years_.text(row));
      }
    }
  }

 private:
  void tell(const Row& row, std::string_view speaker, const Value& words) {
    told_.insert(&row);
    problems_.add({Severity::warning,
                   "AKT-104",
                   years_.last(row).source().location(),
                   "Aktiviteten ”" + excerpt(to_text(years_.title(row)), 40) + "” slutar " +
                       to_text(years_.last(row)) + ", men " + std::string(speaker) +
                       " säger att det ska göras årligen.",
                   "Ändra Slutår till " + std::to_string(input_.review.last_plan_year) +
                       ", eller lägg till aktiviteten för de andra åren.",
                   {words.source().location()}});
  }

  void tell_short(const Row& row, int last) {
    const int end = input_.review.last_plan_year;
    const std::string rest =
        last + 1 == end ? std::to_string(end) : std::to_string(last + 1) + "–" + std::to_string(end);
    problems_.add({Severity::note,
                   "AKT-112",
                   years_.last(row).source().location(),
                   "Aktiviteten ”" + excerpt(to_text(years_.title(row)), 40) + "” görs årligen men slutar " +
                       std::to_string(last) + ", så dokumenten visar den inte för " + rest + ".",
                   "Ändra Slutår till " + std::to_string(end) + ", om den ska göras även då.",
                   {years_.recurrence(row).source().location()}});
  }

  const RuleInput& input_;
  ActivityYears years_;
  Problems& problems_;
  std::unordered_set<const Row*> told_;
};

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
  YearlyCheck yearly(input, problems);
  yearly.advice("Uppföljning", "ISAM:s rekommendation");
  yearly.advice("Rekommendationer", "Rekommendation");
  yearly.advice("Iakttagelser", "Rekommendation");
  yearly.activities();
}

}  // namespace lg::domain
