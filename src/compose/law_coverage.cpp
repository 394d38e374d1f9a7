#include "compose/law_coverage.hpp"

#include "base/text.hpp"
#include "compose/made_list.hpp"
#include "domain/column_of.hpp"
#include "domain/links.hpp"

#include <array>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace lg::compose {
namespace {

using domain::ColumnOf;
using domain::ids_in;
using domain::Review;
using domain::Table;

constexpr std::size_t points = 10;

/// The IDs that meet each point, each once: an activity of several years is one.
class IdsByPoint {
 public:
  void add(const std::set<std::size_t>& named, const Value& id) {
    if (id.is_blank() || named.empty()) return;
    const std::string folded = fold(to_text(id));
    for (const std::size_t point : named) {
      if (known_.at(point - 1).insert(folded).second) ids_.at(point - 1).push_back(id);
    }
  }
  [[nodiscard]] const std::vector<Value>& of(std::size_t point) const { return ids_.at(point - 1); }

 private:
  std::array<std::vector<Value>, points> ids_;
  std::array<std::unordered_set<std::string>, points> known_;
};

/// The points that a cell names, 1–10.
std::set<std::size_t> points_in(const Value& value) {
  std::set<std::size_t> named;
  for (const std::string& word : ids_in(value)) {
    const auto number = parse_number(word);
    if (number && *number >= 1 && *number <= points) named.insert(static_cast<std::size_t>(*number));
  }
  return named;
}

IdsByPoint events_by_point(const Table& events) {
  const ColumnOf id(events, "VoR-ID");
  const ColumnOf law(events, "Cybersäkerhetslagen");
  IdsByPoint ids;
  for (const Row& row : events.rows) ids.add(points_in(law(row)), id(row));
  return ids;
}

/// The points of each event, by its folded ID.
using PointsByEvent = std::unordered_map<std::string, std::set<std::size_t>>;

PointsByEvent points_by_event(const Table& events) {
  const ColumnOf id(events, "VoR-ID");
  const ColumnOf law(events, "Cybersäkerhetslagen");
  PointsByEvent named;
  for (const Row& row : events.rows) named[fold(to_text(id(row)))].merge(points_in(law(row)));
  return named;
}

IdsByPoint activities_by_point(const Table& activities, const PointsByEvent& events) {
  const ColumnOf id(activities, "Aktivitets-ID");
  const ColumnOf law(activities, "Cybersäkerhetslagen");
  const ColumnOf meets(activities, "VoR-ID");
  IdsByPoint ids;
  for (const Row& row : activities.rows) {
    std::set<std::size_t> named = points_in(law(row));
    if (named.empty()) {
      for (const std::string& met : ids_in(meets(row))) {
        const auto event = events.find(fold(met));
        if (event != events.end()) named.insert(event->second.begin(), event->second.end());
      }
    }
    ids.add(named, id(row));
  }
  return ids;
}

/// How many they are; of none it was made of the column Cybersäkerhetslagen of all rows.
Value counted(const std::vector<Value>& ids, const Table& table) {
  std::vector<Source> cells;
  for (const Value& id : ids) cells.push_back(id.source());
  if (ids.empty()) {
    const ColumnOf law(table, "Cybersäkerhetslagen");
    for (const Row& row : table.rows) cells.push_back(law(row).source());
  }
  return Value::number(static_cast<double>(ids.size())).made_of(std::move(cells), true);
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
  const IdsByPoint activities =
      activities_by_point(review.table("Aktiviteter"), points_by_event(review.table("VoR")));
  for (std::size_t point = 1; point <= points; ++point) {
    const auto& risks = events.of(point);
    const auto& met_by = activities.of(point);
    table.rows.push_back({Value::number(static_cast<double>(point)), listed(risks), listed(met_by),
                          counted(risks, review.table("VoR")), counted(met_by, review.table("Aktiviteter"))});
  }
  return table;
}

}  // namespace lg::compose
