#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/risk_change.hpp"
#include "domain/rule_checks.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <unordered_map>

namespace lg::domain {
namespace {

struct RiskColumns {
  explicit RiskColumns(const Table& table)
      : id(table, "VoR-ID"),
        likelihood(table, "Sannolikhet"),
        consequence(table, "Konsekvens"),
        value(table, "Riskvärde"),
        treatment(table, "Hantering"),
        reason(table, "Motivering") {}

  ColumnOf id, likelihood, consequence, value, treatment, reason;
};

int steps_between(const Value& before, const Value& now) {
  const auto a = whole(before);
  const auto b = whole(now);
  return a && b ? std::abs(*b - *a) : 0;
}

int levels_between(const Scales& scales, const Value& before, const Value& now) {
  const auto level = [&](const Value& value) {
    const auto number = whole(value);
    const auto found = std::ranges::find_if(scales.levels, [&](const Scales::Level& one) {
      return number && *number >= one.from && *number <= one.to;
    });
    return static_cast<int>(found - scales.levels.begin());
  };
  if (!whole(before) || !whole(now)) return 0;
  return std::abs(level(now) - level(before));
}

/// Says that a risk has been left out on purpose.
bool tells_of_end(const std::string& text) {
  static constexpr std::array<std::string_view, 11> words{
      "utgår",      "utgått",    "avslutad",     "avslutas",    "avförs", "avförd",
      "ersätts av", "slås ihop", "slagits ihop", "inte längre", "upphör"};
  const std::string lower = lower_in_place(text);
  return std::ranges::any_of(words,
                             [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

/// What the follow-up says of each event of last year.
std::unordered_map<std::string, std::string> follow_up_texts(const Table& table) {
  const ColumnOf id(table, "VoR-ID");
  const ColumnOf finding(table, "Iakttagelse och bedömning");
  const ColumnOf advice(table, "ISAM:s rekommendation");
  std::unordered_map<std::string, std::string> texts;
  for (const Row& row : table.rows) {
    texts[fold(to_text(id(row)))] += to_text(finding(row)) + " " + to_text(advice(row)) + " ";
  }
  return texts;
}

/// "sannolikhet 2 och konsekvens 3"
std::string steps_of(const RiskColumns& columns, const Row& row) {
  return "sannolikhet " + to_text(columns.likelihood(row)) + " och konsekvens " +
         to_text(columns.consequence(row));
}

/// Two steps on a scale, or two levels, are a leap that the board will ask about.
void check_leap(const Scales& scales, const RiskColumns& before, const RiskColumns& now, const RiskMove& move,
                Problems& problems) {
  const Row& old = *move.before;
  const Row& row = *move.now;
  if (!now.reason(row).is_blank() ||
      lies_outside(now.likelihood(row), scales.likelihood_from, scales.likelihood_to) ||
      lies_outside(now.consequence(row), scales.consequence_from, scales.consequence_to))
    return;
  const int steps = std::max({steps_between(before.likelihood(old), now.likelihood(row)),
                              steps_between(before.consequence(old), now.consequence(row)),
                              levels_between(scales, before.value(old), now.value(row))});
  if (steps < 2) return;
  problems.add({Severity::warning,
                "VOR-110",
                place_of(now.reason(row), has_cell(now.value(row)) ? now.value(row) : now.id(row)),
                "Händelsen ”" + excerpt(to_text(now.id(row)), 40) + "” hade " + steps_of(before, old) +
                    " förra året och har nu " + steps_of(now, row) + ", utan motivering.",
                "Skriv varför bedömningen har ändrats i kolumnen Motivering.",
                {before.id(old).source().location()}});
}

}  // namespace

void check_risk_changes(const RuleInput& input, Problems& problems) {
  const Table& events = input.review.table("VoR");
  const Table& earlier = input.review.table("förra årets VoR");
  const RiskColumns now(events);
  const RiskColumns before(earlier);
  const std::vector<RiskMove> moves = risk_moves(input.review);
  // Where no risk is joined with last year's, nobody has tried to, and each would be new or gone.
  const bool joined = std::ranges::any_of(
      moves, [](const RiskMove& move) { return move.now != nullptr && move.before != nullptr; });
  if (!joined) return;
  const auto texts = follow_up_texts(input.review.table("Uppföljning"));
  for (const RiskMove& move : moves) {
    if (move.now != nullptr && move.before != nullptr) check_leap(input.scales, before, now, move, problems);
    if (move.change != RiskChange::gone) continue;
    const Row& row = *move.before;
    const auto text = texts.find(fold(to_text(before.id(row))));
    if ((text != texts.end() && tells_of_end(text->second)) || tells_of_end(to_text(before.reason(row))))
      continue;
    problems.add(
        {Severity::warning,
         "VOR-111",
         before.id(row).source().location(),
         "Händelsen ”" + excerpt(to_text(before.id(row)), 40) +
             "” i förra årets VoR finns inte i årets, och ingen text säger att den utgår.",
         "Skriv beteckningen i Föregående VoR-ID på årets händelse, eller skriv i Uppföljning att den utgår.",
         {}});
  }
}

}  // namespace lg::domain
