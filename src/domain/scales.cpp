#include "domain/scales.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lg::domain {
namespace {

/// The steps of one scale, from the lowest to the highest that the sheet names.
void read_steps(const Table& table, std::string_view kind, int& from, int& to) {
  int lowest = std::numeric_limits<int>::max();
  int highest = std::numeric_limits<int>::min();
  for (const Row& row : table.rows) {
    if (fold(to_text(table.at(row, "Typ"))) != fold(kind)) continue;
    for (const std::string_view column : {"Värde", "Från", "Till"}) {
      const auto step = whole(table.at(row, column));
      if (!step) continue;
      lowest = std::min(lowest, *step);
      highest = std::max(highest, *step);
    }
  }
  if (lowest > highest) return;
  from = lowest;
  to = highest;
}

}  // namespace

std::optional<int> whole(const Value& value) {
  const auto* number = value.as_number();
  if (number == nullptr || std::abs(number->number) > 1e9) return {};
  return static_cast<int>(std::lround(number->number));
}

bool lies_outside(const Value& value, int from, int to) {
  const auto step = whole(value);
  return step && (*step < from || *step > to);
}

const Scales::Level* Scales::find_level(int risk_value) const {
  const auto holds = [&](const Level& level) { return risk_value >= level.from && risk_value <= level.to; };
  const auto found = std::ranges::find_if(levels, holds);
  return found == levels.end() ? nullptr : &*found;
}

std::string Scales::level_of(int risk_value) const {
  const Level* level = find_level(risk_value);
  return level == nullptr ? "" : level->name;
}

Scales scales_of(const Review& review) {
  Scales scales;
  const Table& table = review.table("Skalor");
  read_steps(table, "Sannolikhet", scales.likelihood_from, scales.likelihood_to);
  read_steps(table, "Konsekvens", scales.consequence_from, scales.consequence_to);
  int unused = 0;
  read_steps(table, "Tröskel för hantering", unused, scales.threshold);
  for (const Row& row : table.rows) {
    if (fold(to_text(table.at(row, "Typ"))) != fold("Risknivå")) continue;
    const Value& lowest = table.at(row, "Från");
    const Value& highest = table.at(row, "Till");
    const Value& name = table.at(row, "Benämning");
    const auto from = whole(lowest);
    const auto to = whole(highest);
    if (from && to)
      scales.levels.push_back(
          {*from, *to, to_text(name), {lowest.source(), highest.source(), name.source()}});
  }
  if (scales.levels.empty())
    scales.levels = {{1, 4, "Låg"}, {5, 9, "Medel"}, {10, 14, "Hög"}, {15, 25, "Kritisk"}};
  return scales;
}

}  // namespace lg::domain
