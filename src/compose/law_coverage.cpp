#include "compose/law_coverage.hpp"

#include "base/text.hpp"
#include "compose/made_list.hpp"
#include "domain/column_of.hpp"
#include "domain/links.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

namespace lg::compose {
namespace {

using domain::ColumnOf;
using domain::ids_in;
using domain::Review;
using domain::Table;

constexpr std::size_t points = 10;
using IdsByPoint = std::array<std::vector<Value>, points>;

/// The points that a cell names, 1–10.
std::set<std::size_t> points_in(const Value& value) {
  std::set<std::size_t> named;
  for (const std::string& word : ids_in(value)) {
    const auto number = parse_number(word);
    if (number && *number >= 1 && *number <= points) named.insert(static_cast<std::size_t>(*number));
  }
  return named;
}

/// Each ID once: an activity of several years is one.
void add(IdsByPoint& ids, const std::set<std::size_t>& named, const Value& id) {
  for (const std::size_t point : named) {
    std::vector<Value>& there = ids.at(point - 1);
    const auto same = [&](const Value& other) { return fold(to_text(other)) == fold(to_text(id)); };
    if (!id.is_blank() && std::ranges::none_of(there, same)) there.push_back(id);
  }
}

IdsByPoint events_by_point(const Table& events) {
  const ColumnOf id(events, "VoR-ID");
  const ColumnOf law(events, "Cybersäkerhetslagen");
  IdsByPoint ids;
  for (const Row& row : events.rows) add(ids, points_in(law(row)), id(row));
  return ids;
}

IdsByPoint activities_by_point(const Table& activities, const Table& events) {
  const ColumnOf event_id(events, "VoR-ID");
  const ColumnOf event_law(events, "Cybersäkerhetslagen");
  const ColumnOf id(activities, "Aktivitets-ID");
  const ColumnOf law(activities, "Cybersäkerhetslagen");
  const ColumnOf meets(activities, "VoR-ID");
  IdsByPoint ids;
  for (const Row& row : activities.rows) {
    std::set<std::size_t> named = points_in(law(row));
    if (named.empty()) {
      for (const std::string& met : ids_in(meets(row))) {
        for (const Row& event : events.rows) {
          if (fold(to_text(event_id(event))) == fold(met)) named.merge(points_in(event_law(event)));
        }
      }
    }
    add(ids, named, id(row));
  }
  return ids;
}

}  // namespace

Table law_coverage(const Review& review) {
  Table table =
      made_list("Lagtäckning", "Cybersäkerhetslagen 2 kap. 3 §: en rad för varje punkt, 1–10.",
                {{"Punkt", Field::Shape::number, "Punktens nummer."},
                 {"VoR-ID", Field::Shape::text, "Årets händelser som rör punkten."},
                 {"Aktivitets-ID", Field::Shape::text, "Aktiviteterna som möter punkten."},
                 {"Antal risker", Field::Shape::number, "Antalet händelser som rör punkten."},
                 {"Antal aktiviteter", Field::Shape::number, "Antalet aktiviteter som möter punkten."}});
  const IdsByPoint events = events_by_point(review.table("VoR"));
  const IdsByPoint activities = activities_by_point(review.table("Aktiviteter"), review.table("VoR"));
  for (std::size_t i = 0; i < points; ++i) {
    table.rows.push_back({Value::number(static_cast<double>(i + 1)), listed(events.at(i)),
                          listed(activities.at(i)), Value::number(static_cast<double>(events.at(i).size())),
                          Value::number(static_cast<double>(activities.at(i).size()))});
  }
  return table;
}

}  // namespace lg::compose
