#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/rule_checks.hpp"

#include <array>
#include <map>
#include <set>

namespace lg::domain {
namespace {

constexpr std::array<std::string_view, 2> vor_lists{"VoR", "förra årets VoR"};

/// The columns that rules on unwanted events look at.
struct EventColumns {
  explicit EventColumns(const Table& table)
      : id(table, "VoR-ID"),
        earlier_id(table, "Föregående VoR-ID"),
        area(table, "Område"),
        likelihood(table, "Sannolikhet"),
        consequence(table, "Konsekvens"),
        risk_value(table, "Riskvärde"),
        treatment(table, "Hantering"),
        reason(table, "Motivering"),
        left_likelihood(table, "Kvarstående sannolikhet"),
        left_consequence(table, "Kvarstående konsekvens") {}

  ColumnOf id, earlier_id, area, likelihood, consequence, risk_value, treatment, reason, left_likelihood,
      left_consequence;
};

bool is_outside(const Value& value, int from, int to) {
  const auto step = whole(value);
  return step && (*step < from || *step > to);
}

void check_step(const Value& value, std::string_view column, int from, int to, Problems& problems) {
  if (!is_outside(value, from, to)) return;
  const std::string scale = std::to_string(from) + "–" + std::to_string(to);
  problems.add({Severity::error,
                "VOR-103",
                value.source().location(),
                std::string(column) + " ska vara ett heltal " + scale + ", men i cellen står ”" +
                    to_text(value) + "”.",
                "Skriv ett heltal " + scale + ", eller ändra skalan i bladet Skalor.",
                {}});
}

/// The event's risk is accepted, avoided or handed over, and the form says why.
bool is_settled(const EventColumns& columns, const Row& row) {
  const std::string treatment = fold(to_text(columns.treatment(row)));
  const bool settled = treatment == "accepteras" || treatment == "undviks" || treatment == "överförs";
  return settled && !columns.reason(row).is_blank();
}

/// The event, or the same event of last year, is named by an activity of the plan.
bool has_activity(const RuleInput& input, const EventColumns& columns, const Row& row) {
  const auto named = [&](const Value& id) {
    return !id.is_blank() && input.links.activities_by_event.contains(fold(to_text(id)));
  };
  return named(columns.id(row)) || named(columns.earlier_id(row));
}

/// The event, or the same event of last year, is named by a control of the year.
bool has_control(const RuleInput& input, const EventColumns& columns, const Row& row) {
  const auto named = [&](const Value& id) {
    return !id.is_blank() && input.links.controlled_events.contains(fold(to_text(id)));
  };
  return named(columns.id(row)) || named(columns.earlier_id(row));
}

}  // namespace

void check_scales(const RuleInput& input, Problems& problems) {
  const Scales& scales = input.scales;
  for (const std::string_view list : vor_lists) {
    const Table& table = input.review.table(list);
    const EventColumns columns(table);
    for (const Row& row : table.rows) {
      check_step(columns.likelihood(row), "Sannolikhet", scales.likelihood_from, scales.likelihood_to,
                 problems);
      check_step(columns.consequence(row), "Konsekvens", scales.consequence_from, scales.consequence_to,
                 problems);
      check_step(columns.left_likelihood(row), "Kvarstående sannolikhet", scales.likelihood_from,
                 scales.likelihood_to, problems);
      check_step(columns.left_consequence(row), "Kvarstående konsekvens", scales.consequence_from,
                 scales.consequence_to, problems);
    }
  }
}

void check_risk_values(const RuleInput& input, Problems& problems) {
  for (const std::string_view list : vor_lists) {
    const Table& table = input.review.table(list);
    const EventColumns columns(table);
    for (const Row& row : table.rows) {
      const auto s = whole(columns.likelihood(row));
      const auto k = whole(columns.consequence(row));
      const auto value = whole(columns.risk_value(row));
      if (!s || !k || !value || std::int64_t{*s} * *k == *value) continue;
      // A number outside of its scale was told of by itself.
      const Scales& scales = input.scales;
      if (is_outside(columns.likelihood(row), scales.likelihood_from, scales.likelihood_to) ||
          is_outside(columns.consequence(row), scales.consequence_from, scales.consequence_to)) {
        continue;
      }
      problems.add({Severity::error,
                    "VOR-104",
                    columns.risk_value(row).source().location(),
                    "Riskvärdet är ”" + std::to_string(*value) + "”, men sannolikhet " + std::to_string(*s) +
                        " gånger konsekvens " + std::to_string(*k) + " är " +
                        std::to_string(std::int64_t{*s} * *k) + ".",
                    "Rätta riskvärdet, eller töm cellen så räknas det ut.",
                    {}});
    }
  }
}

void check_remaining_risk(const RuleInput& input, Problems& problems) {
  for (const std::string_view list : vor_lists) {
    const Table& table = input.review.table(list);
    const EventColumns columns(table);
    for (const Row& row : table.rows) {
      const auto s = whole(columns.left_likelihood(row));
      const auto k = whole(columns.left_consequence(row));
      const auto value = whole(columns.risk_value(row));
      if (!s || !k || !value || std::int64_t{*s} * *k <= *value) continue;
      // The one that has been raised is the one to look at.
      const auto before = whole(columns.consequence(row));
      const bool raised = before && *k > *before;
      const Value& place = raised ? columns.left_consequence(row) : columns.left_likelihood(row);
      problems.add({Severity::warning,
                    "VOR-105",
                    place.source().location(),
                    "Kvarstående riskvärde " + std::to_string(std::int64_t{*s} * *k) +
                        " är högre än riskvärdet " + std::to_string(*value) + ".",
                    "Ändra Kvarstående sannolikhet eller Kvarstående konsekvens.",
                    {}});
    }
  }
}

void check_treatment(const RuleInput& input, Problems& problems) {
  const Table& table = input.review.table("VoR");
  const EventColumns columns(table);
  const Scales& scales = input.scales;
  for (const Row& row : table.rows) {
    const auto value = whole(columns.risk_value(row));
    const bool told = columns.treatment(row).is_hole() ||
                      is_outside(columns.likelihood(row), scales.likelihood_from, scales.likelihood_to) ||
                      is_outside(columns.consequence(row), scales.consequence_from, scales.consequence_to);
    const bool met =
        is_settled(columns, row) || has_activity(input, columns, row) || has_control(input, columns, row);
    if (!value || told || *value < scales.threshold || met) continue;
    const std::string event =
        "Händelsen ”" + excerpt(to_text(columns.id(row)), 40) + "” har riskvärdet " + std::to_string(*value);
    if (fold(to_text(columns.treatment(row))) == "accepteras") {
      problems.add({Severity::hole,
                    "VOR-109",
                    place_of(columns.reason(row), columns.treatment(row)),
                    event + " och accepteras utan motivering.",
                    "Fyll i varför risken accepteras.",
                    {}});
      continue;
    }
    if (!input.review.table("Aktiviteter").given) continue;  // one missing sheet, not one problem an event
    problems.add({Severity::hole,
                  "VOR-106",
                  place_of(columns.treatment(row),
                           has_cell(columns.risk_value(row)) ? columns.risk_value(row) : columns.id(row)),
                  event + ", som når tröskeln " + std::to_string(scales.threshold) +
                      ", men varken kontroll, aktivitet eller motiverad acceptans.",
                  "Skriv händelsens VoR-ID på en aktivitet eller kontroll, eller välj Accepteras och fyll i "
                  "Motivering.",
                  {}});
  }
}

void check_areas(const RuleInput& input, Problems& problems) {
  if (!input.review.table("Aktiviteter").given) return;  // one missing sheet, not one problem an area
  const Table& table = input.review.table("VoR");
  const EventColumns columns(table);
  std::set<std::string> met;
  const Table& activities = input.review.table("Aktiviteter");
  const ColumnOf own_area(activities, "Område");  // if the board has added such a column
  for (const Row& row : activities.rows) met.insert(fold(to_text(own_area(row))));
  for (const std::string_view list : vor_lists) {
    const Table& events = input.review.table(list);
    const EventColumns each(events);
    for (const Row& row : events.rows) {
      if (has_activity(input, each, row) || is_settled(each, row)) met.insert(fold(to_text(each.area(row))));
    }
  }
  for (const Row& row : table.rows) {
    const Value& area = columns.area(row);
    // R7 has told of the event already when its risk is high.
    const auto value = whole(columns.risk_value(row));
    if (value && *value >= input.scales.threshold) met.insert(fold(to_text(area)));
    if (area.is_blank() || !met.insert(fold(to_text(area))).second) continue;
    problems.add(
        {Severity::warning,
         "VOR-108",
         area.source().location(),
         "Ingen aktivitet eller motiverad acceptans möter området ”" + excerpt(to_text(area), 60) + "”.",
         "Skriv VoR-ID för en av områdets händelser på en aktivitet, eller motivera varför ingen behövs.",
         {}});
  }
}

}  // namespace lg::domain
