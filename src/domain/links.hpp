#pragma once

#include "domain/review.hpp"

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace lg::domain {

/// The IDs that a cell names.
[[nodiscard]] std::vector<std::string> ids_in(const Value& value);

/// Who points at whom, by folded ID.
struct Links {
  using Rows = std::unordered_map<std::string, std::vector<const Row*>>;

  Rows activities;             // by Aktivitets-ID
  Rows activities_by_event;    // by the VoR-ID that they name, or that a follow-up names for them
  Rows activities_by_finding;  // by Iakttagelse-ID
  Rows events;                 // of both years, by VoR-ID
  std::unordered_set<std::string> controlled_events;  // VoR-ID that a control of this year names

  explicit Links(const Review& review);
};

}  // namespace lg::domain
