#pragma once

#include "base/value.hpp"
#include "domain/ledger.hpp"

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace lg::domain {

/// The rows of one list that a template can name, with the columns that describe them. Columns that the
/// contract declares come first, in its order, whether or not the sheet had them; the user's own follow.
struct Table {
  Field field;            // shape list; name as templates say it: "VoR", "förra årets VoR"
  std::vector<Row> rows;  // each as long as field.fields
  bool given = false;     // the folder has a sheet for the list, if only an empty one
  // Folded IDs of rows that were read but are not in the list: of other years, or not information security.
  std::unordered_set<std::string> other_ids;

  /// Position of the column with that heading; -1 when there is none.
  [[nodiscard]] int column(std::string_view heading) const;
  /// The row's value in that column; a blank one when there is no such column.
  [[nodiscard]] const Value& at(const Row& row, std::string_view heading) const;
};

/// Everything that the ISAM has filled in for one year's management review (ISO/IEC 27001 9.3), read and
/// converted. Values point at `origins`, so a Review is moved, never copied.
struct Review {
  std::deque<SheetOrigin> origins;
  Table facts;                          // sheet Uppgifter as one record: a column for each Fält
  std::map<std::string, Table> tables;  // by folded list name; every list of the contract is there
  Ledger ledger;                        // every row that was read, and what became of it
  std::string folder;                   // name of the folder: where a missing sheet should have been
  int report_year = 0;                  // Rapportår; 0 when unknown
  int follow_up_year = 0;               // Uppföljningsår
  int first_plan_year = 0;
  int last_plan_year = 0;

  Review() = default;
  Review(Review&&) = default;
  Review& operator=(Review&&) = default;
  Review(const Review&) = delete;
  Review& operator=(const Review&) = delete;
  ~Review() = default;

  /// The list with that name ("förra årets VoR"); an empty one when the contract has none.
  [[nodiscard]] const Table& table(std::string_view name) const;
  [[nodiscard]] Table& table(std::string_view name);
};

}  // namespace lg::domain
