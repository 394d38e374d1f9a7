#include "domain/links.hpp"

#include "base/text.hpp"
#include "domain/column_of.hpp"

namespace lg::domain {
namespace {

void index(const Table& table, std::string_view heading, Links::Rows& rows) {
  const ColumnOf column(table, heading);
  for (const Row& row : table.rows) {
    for (const std::string& id : ids_in(column(row))) rows[fold(id)].push_back(&row);
  }
}

}  // namespace

std::vector<std::string> ids_in(const Value& value) {
  return split(to_text(value), ';');
}

Links::Links(const Review& review) {
  const Table& plan = review.table("Aktiviteter");
  index(plan, "Aktivitets-ID", activities);
  index(plan, "VoR-ID", activities_by_event);

  const Table& follow_ups = review.table("Uppföljning");
  const ColumnOf event(follow_ups, "VoR-ID");
  const ColumnOf carried_out(follow_ups, "Aktivitets-ID");
  for (const Row& row : follow_ups.rows) {
    for (const std::string& id : ids_in(carried_out(row))) {
      const auto found = activities.find(fold(id));
      if (found == activities.end()) continue;
      auto& linked = activities_by_event[fold(to_text(event(row)))];
      linked.insert(linked.end(), found->second.begin(), found->second.end());
    }
  }

  const Table& controls = review.table("IKP");
  const ColumnOf controlled(controls, "VoR-ID");
  for (const Row& row : controls.rows) {
    for (const std::string& id : ids_in(controlled(row))) controlled_events.insert(fold(id));
  }
}

}  // namespace lg::domain
