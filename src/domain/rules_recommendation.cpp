#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/rule_checks.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace lg::domain {
namespace {

using Activities = std::vector<const Row*>;

bool is_done(const Value& state) {
  static constexpr std::array<std::string_view, 7> words{"klar",      "klart",    "avslutad", "genomförd",
                                                         "genomfört", "åtgärdad", "utgår"};
  const std::string folded = fold(to_text(state));
  return std::ranges::find(words, folded) != words.end();
}

bool says_yes(const Value& value) {
  const bool* flag = value.as_flag();
  return flag != nullptr && *flag;
}

/// The activities of each recommendation: those that it names, and those that name it.
class ActivitiesOf {
 public:
  explicit ActivitiesOf(const RuleInput& input) : links_(input.links) {
    const Table& plan = input.review.table("Aktiviteter");
    const ColumnOf ids(plan, "DSO-ID");
    for (const Row& row : plan.rows) {
      for (const std::string& id : ids_in(ids(row))) by_id_[fold(id)].push_back(&row);
    }
  }

  [[nodiscard]] Activities of(const Value& id, const Value& named) const {
    Activities all;
    if (const auto found = by_id_.find(fold(to_text(id))); found != by_id_.end()) all = found->second;
    for (const std::string& one : ids_in(named)) {
      const auto found = links_.activities.find(fold(one));
      if (found != links_.activities.end()) all.insert(all.end(), found->second.begin(), found->second.end());
    }
    return all;
  }

 private:
  const Links& links_;
  std::unordered_map<std::string, Activities> by_id_;
};

}  // namespace

void check_dso_recommendations(const RuleInput& input, Problems& problems) {
  const Table& table = input.review.table("Rekommendationer");
  const Table& plan = input.review.table("Aktiviteter");
  if (!plan.given || input.review.first_plan_year == 0) return;
  const ColumnOf id(table, "DSO-ID");
  const ColumnOf risk(table, "Risk");
  const ColumnOf first(table, "Prioriterad");
  const ColumnOf year(table, "Planeras år");
  const ColumnOf state(table, "Status");
  const ColumnOf named(table, "Aktivitets-ID");
  const ColumnOf begins(plan, "Startår");
  const ActivitiesOf activities(input);
  const int first_year = input.review.first_plan_year;
  for (const Row& row : table.rows) {
    if (is_done(state(row))) continue;
    const Activities carried_out = activities.of(id(row), named(row));
    const std::string level = fold(to_text(risk(row)));
    const bool urgent = level == "hög" || says_yes(first(row));
    const bool in_time = std::ranges::any_of(carried_out, [&](const Row* activity) {
      const auto start = whole(begins(*activity));
      return !start || *start <= first_year;
    });
    const std::string shown = "Rekommendationen ”" + excerpt(to_text(id(row)), 40) + "”";
    if (urgent && !in_time) {
      const std::string why = level == "hög" ? " har hög risk" : " är prioriterad";
      problems.add({Severity::warning,
                    "GDPR-101",
                    place_of(named(row), id(row)),
                    shown + why + " men ingen aktivitet " + std::to_string(first_year) + ".",
                    "Lägg till en aktivitet det första planåret, och fyll i Aktivitets-ID.",
                    {}});
    }
    if (!urgent && carried_out.empty() && year(row).is_blank() && !year(row).is_hole()) {
      problems.add({Severity::warning,
                    "GDPR-102",
                    place_of(year(row), id(row)),
                    shown + " har varken aktivitet eller år då den planeras.",
                    "Fyll i Planeras år, eller Aktivitets-ID.",
                    {}});
    }
  }
}

}  // namespace lg::domain
