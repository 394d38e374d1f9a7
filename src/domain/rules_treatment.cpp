#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/rule_checks.hpp"

#include <array>
#include <set>

namespace lg::domain {
namespace {

constexpr std::array<std::string_view, 2> vor_lists{"VoR", "förra årets VoR"};

/// The columns that rules on the treatment of events look at.
struct EventColumns {
  explicit EventColumns(const Table& table)
      : id(table, "VoR-ID"),
        earlier_id(table, "Föregående VoR-ID"),
        area(table, "Område"),
        likelihood(table, "Sannolikhet"),
        consequence(table, "Konsekvens"),
        risk_value(table, "Riskvärde"),
        treatment(table, "Hantering"),
        reason(table, "Motivering") {}

  ColumnOf id, earlier_id, area, likelihood, consequence, risk_value, treatment, reason;
};

/// A dash or a full stop gives no reason.
bool has_reason(const EventColumns& columns, const Row& row) {
  return !fold(to_text(columns.reason(row))).empty();
}

/// The event's risk is accepted, avoided or handed over, and the form says why.
bool is_settled(const EventColumns& columns, const Row& row) {
  const std::string treatment = fold(to_text(columns.treatment(row)));
  const bool settled = treatment == "accepteras" || treatment == "undviks" || treatment == "överförs";
  return settled && has_reason(columns, row);
}

/// A risk under the threshold that is only watched needs nobody to act, where the form says why.
bool is_watched(const RuleInput& input, const EventColumns& columns, const Row& row) {
  const auto value = whole(columns.risk_value(row));
  return value && *value < input.scales.threshold && has_reason(columns, row) &&
         fold(to_text(columns.treatment(row))) == "bevakas";
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

/// The event is to be dealt with by a control of the IKP.
bool chosen_control(const EventColumns& columns, const Row& row) {
  const std::string treatment = fold(to_text(columns.treatment(row)));
  return treatment == "kontrolliikp" || treatment == "åtgärdochkontroll";
}

/// A risk that is accepted or only watched says why, however low it is.
void check_reason(const EventColumns& columns, const Row& row, Problems& problems) {
  const std::string treatment = fold(to_text(columns.treatment(row)));
  const bool needed = treatment == "accepteras" || treatment == "bevakas";
  if (!needed || has_reason(columns, row) || columns.reason(row).is_hole()) return;
  problems.add({Severity::warning,
                "VOR-112",
                place_of(columns.reason(row), columns.treatment(row)),
                "Händelsen ”" + excerpt(to_text(columns.id(row)), 40) + "” har hanteringen ”" +
                    to_text(columns.treatment(row)) + "” utan motivering.",
                "Fyll i varför det räcker, i kolumnen Motivering.",
                {}});
}

}  // namespace

void check_treatment(const RuleInput& input, Problems& problems) {
  const Table& table = input.review.table("VoR");
  const EventColumns columns(table);
  const Scales& scales = input.scales;
  for (const Row& row : table.rows) {
    const auto value = whole(columns.risk_value(row));
    const bool told = columns.treatment(row).is_hole() ||
                      lies_outside(columns.likelihood(row), scales.likelihood_from, scales.likelihood_to) ||
                      lies_outside(columns.consequence(row), scales.consequence_from, scales.consequence_to);
    const bool met =
        is_settled(columns, row) || has_activity(input, columns, row) || has_control(input, columns, row);
    if (told) continue;
    if (!value || *value < scales.threshold || met) {
      check_reason(columns, row, problems);
      continue;
    }
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
      // A control alone follows the risk up but does nothing about it, so the form says why it is enough.
      const bool controlled =
          chosen_control(each, row) && has_control(input, each, row) && !each.reason(row).is_blank();
      if (controlled || has_activity(input, each, row) || is_settled(each, row))
        met.insert(fold(to_text(each.area(row))));
    }
  }
  std::set<std::string> watched;
  for (const Row& row : table.rows) {
    if (is_watched(input, columns, row)) watched.insert(fold(to_text(columns.area(row))));
  }
  for (const Row& row : table.rows) {
    const Value& area = columns.area(row);
    // R7 has told of the event already when its risk is high.
    const auto value = whole(columns.risk_value(row));
    if (value && *value >= input.scales.threshold) met.insert(fold(to_text(area)));
    if (area.is_blank() || !met.insert(fold(to_text(area))).second) continue;
    const std::string name = excerpt(to_text(area), 60);
    if (watched.contains(fold(to_text(area)))) {
      problems.add({Severity::note,
                    "VOR-108",
                    area.source().location(),
                    "Området ”" + name + "” bevakas bara: ingen aktivitet möter det.",
                    "Låt det stå om det räcker; skriv annars VoR-ID på en aktivitet, eller välj Accepteras i "
                    "Hantering.",
                    {}});
      continue;
    }
    problems.add(
        {Severity::warning,
         "VOR-108",
         area.source().location(),
         "Ingen aktivitet eller motiverad acceptans möter området ”" + name + "”.",
         "Skriv VoR-ID för en av områdets händelser på en aktivitet, eller välj Accepteras i Hantering och "
         "fyll i Motivering.",
         {}});
  }
}

}  // namespace lg::domain
