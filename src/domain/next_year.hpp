#pragma once

#include "domain/review.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lg::domain {

/// One list of last year and what has become of its rows, for telling.
struct CarriedRows {
  std::string list;  // "VoR"
  std::size_t rows = 0;
  std::string says;  // what has become of them, a phrase: "blir året som följs upp"
};

/// What the next year's workbooks hold from the start. Values still point at last year's cells.
struct NextYear {
  int year = 0;
  std::map<std::string, Value> facts;   // by Fält
  std::map<std::string, Table> tables;  // by the list's name in the new folder: "VoR", "förra årets VoR"
  std::vector<CarriedRows> carried;     // in the order to tell
  std::vector<CarriedRows> left;        // rows that stay in last year's folder, and why
  std::vector<std::string> activities;  // what the plan and the workbook say differently, a sentence each
};

/// Opens the year after `last`, which is read as somebody wrote it: its VoR becomes the one to follow up and
/// the start of a new one, each event waits for its follow-up, activities that are not finished go on with
/// their history, texts are marked to be reviewed. `plan` is last year's activity plan as people have filled
/// it in; null when there is none.
[[nodiscard]] NextYear open_next_year(const Review& last, const Table* plan);

/// An ID that bears the year in its first digits bears the next: "V25-04" → "V26-04", "R-2025-1" →
/// "R-2026-1". Any other stays as it is.
[[nodiscard]] std::string next_id(std::string_view id, int year);

}  // namespace lg::domain
