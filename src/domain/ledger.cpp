#include "domain/ledger.hpp"

#include <algorithm>

namespace lg::domain {

void Ledger::add(LedgerRow row) {
  for (int number = row.row; number <= std::max(row.row, row.last_row); ++number)
    places_.emplace(std::pair(row.sheet, number), rows_.size());
  rows_.push_back(std::move(row));
}

void Ledger::leave_out(const Source& row, std::string because) {
  const auto found = places_.find({row.sheet, row.row});
  if (found == places_.end()) return;
  rows_[found->second].list.clear();
  rows_[found->second].because = std::move(because);
}

const LedgerRow* Ledger::find(const Source& row) const {
  const auto found = places_.find({row.sheet, row.row});
  return found == places_.end() ? nullptr : &rows_[found->second];
}

}  // namespace lg::domain
