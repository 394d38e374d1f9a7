#pragma once

#include "base/value.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace lg::domain {

/// What became of one row that was read.
struct LedgerRow {
  const SheetOrigin* sheet = nullptr;
  int row = 0;          // as Excel shows it
  int column = 0;       // of the cell that the row is known by
  std::string list;     // the list that has it, as templates name it; empty: none has
  std::string id;       // of the row, as it is shown; of Uppgifter its Fält
  std::string because;  // why no list has it: "Ta med är Nej"
  int last_row = 0;     // of a block of several rows; 0: `row` alone
};

/// Every row that was read of every sheet, in the order of reading: in some list, or with the reason why not.
class Ledger {
 public:
  void add(LedgerRow row);
  /// The row was in a list, and is no longer. Rows that were never read are passed over.
  void leave_out(const Source& row, std::string because);

  /// The row of a sheet; null when it was never read.
  [[nodiscard]] const LedgerRow* find(const Source& row) const;
  [[nodiscard]] const std::vector<LedgerRow>& rows() const { return rows_; }

 private:
  std::vector<LedgerRow> rows_;
  std::map<std::pair<const SheetOrigin*, int>, std::size_t> places_;
};

}  // namespace lg::domain
