#include "domain/risk_change.hpp"

#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/links.hpp"
#include "domain/scales.hpp"

#include <unordered_map>
#include <unordered_set>

namespace lg::domain {
namespace {

using RowsById = std::unordered_map<std::string, const Row*>;

RowsById rows_by_id(const Table& table) {
  const ColumnOf id(table, "VoR-ID");
  RowsById rows;
  for (const Row& row : table.rows) {
    if (!id(row).is_blank()) rows.emplace(fold(to_text(id(row))), &row);
  }
  return rows;
}

RiskChange compare(const Value& before, const Value& now) {
  const auto old_value = whole(before);
  const auto new_value = whole(now);
  if (!old_value || !new_value) return RiskChange::unknown;
  if (*new_value == *old_value) return RiskChange::unchanged;
  return *new_value > *old_value ? RiskChange::raised : RiskChange::lowered;
}

}  // namespace

std::string_view word_for(RiskChange change) {
  switch (change) {
    case RiskChange::added: return "ny";
    case RiskChange::raised: return "höjd";
    case RiskChange::lowered: return "sänkt";
    case RiskChange::unchanged: return "oförändrad";
    case RiskChange::gone: return "utgår";
    case RiskChange::unknown: return "";
  }
  return "";
}

std::vector<RiskMove> risk_moves(const Review& review) {
  const Table& events = review.table("VoR");
  const Table& earlier = review.table("förra årets VoR");
  const ColumnOf id(events, "VoR-ID");
  const ColumnOf earlier_id(events, "Föregående VoR-ID");
  const ColumnOf value(events, "Riskvärde");
  const ColumnOf old_value(earlier, "Riskvärde");
  const RowsById rows = rows_by_id(earlier);
  std::unordered_set<const Row*> met;
  std::vector<RiskMove> moves;
  for (const Row& row : events.rows) {
    RiskMove move{&row, nullptr, earlier.given ? RiskChange::added : RiskChange::unknown};
    const Value& named = earlier_id(row).is_blank() ? id(row) : earlier_id(row);
    for (const std::string& one : ids_in(named)) {
      const auto found = rows.find(fold(one));
      if (found == rows.end()) continue;
      met.insert(found->second);
      if (move.before == nullptr) move.before = found->second;
    }
    if (move.before != nullptr) {
      move.change = compare(old_value(*move.before), value(row));
    } else if (!earlier_id(row).is_blank()) {
      move.change = RiskChange::unknown;  // of a row that is not in last year's list
    }
    moves.push_back(move);
  }
  for (const Row& row : earlier.rows) {
    if (!met.contains(&row)) moves.push_back({nullptr, &row, RiskChange::gone});
  }
  return moves;
}

}  // namespace lg::domain
