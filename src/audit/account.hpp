#pragma once

#include "audit/provenance.hpp"
#include "base/problem.hpp"
#include "base/value.hpp"
#include "domain/ledger.hpp"
#include "merge/tag.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace lg::audit {

/// What a template does with the lists of the data, by folded names.
struct ListUse {
  std::set<std::string> named;   // shown or counted; not what conditions alone look at
  std::set<std::string> walked;  // gone through row by row, with no condition on the rows
};

/// The lists that the tags show something of.
[[nodiscard]] std::set<std::string> named_lists(const std::vector<merge::Tag>& tags, const Dataset& data);

/// The lists that each-blocks without a condition go through; of a report only those that were written
/// (`log`). Of a plan (null) those that stand in no block with a condition.
[[nodiscard]] std::set<std::string> walked_lists(const std::vector<merge::Tag>& tags,
                                                 const merge::SourceLog* log);

/// Where one row landed: the trails that show something of it, and those that only count it (CellUse::How).
struct Landing {
  std::vector<const Trail*> shown;
  std::vector<const Trail*> chosen;   // counts that a condition chose it for
  std::vector<const Trail*> counted;  // counts of its whole list, and sentences about it

  [[nodiscard]] bool empty() const { return shown.empty() && chosen.empty() && counted.empty(); }
};

struct RowAccount {
  const domain::LedgerRow* row = nullptr;
  Landing report;
  Landing plan;
  bool in_report =
      false;  // shown, or counted with some others; in a document that shows no row of the list also
  bool in_plan = false;  // counted with the whole list
};

struct ListAccount {
  std::string list;
  std::size_t rows = 0;
  std::size_t in_report = 0;
  std::size_t in_plan = 0;
  std::size_t landed = 0;  // in one of them or both
  bool named = false;      // by one of the templates
};

/// What became of every row. Points into the ledger and the provenance.
struct Account {
  std::vector<RowAccount> rows;    // as the ledger has them
  std::vector<ListAccount> lists;  // in the order in which their first rows were read; those with rows
};

[[nodiscard]] Account account_of(const domain::Ledger& ledger, const Provenance& provenance,
                                 const ListUse& report, const ListUse& plan);

/// Tells of rows that a document should show and does not (PROT-001), and of rows that neither shows though a
/// template names their list (PROT-002).
void tell_lost(const Account& account, const ListUse& report, const ListUse& plan, Problems& problems);

}  // namespace lg::audit
