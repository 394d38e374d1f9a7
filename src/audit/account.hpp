#pragma once

#include "audit/provenance.hpp"
#include "base/problem.hpp"
#include "base/value.hpp"
#include "domain/ledger.hpp"
#include "merge/tag.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
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
  const Trail* told =
      nullptr;  // the first that shows a text of its own; null: at most its id, years or choices
  std::vector<const Trail*> shown;
  std::vector<const Trail*> chosen;   // counts that a condition chose it for
  std::vector<const Trail*> counted;  // counts of its whole list, and sentences about it

  [[nodiscard]] bool empty() const { return shown.empty() && chosen.empty() && counted.empty(); }
};

/// What a document has of a row.
enum class Standing : std::uint8_t {
  absent,   // nothing; or it is counted with its whole list, where the document has more of other rows
  counted,  // it is counted, or mentioned by its id, years or choices alone
  told,     // a text of its own
};

struct RowAccount {
  const domain::LedgerRow* row = nullptr;
  Landing report;
  Landing plan;
  Standing in_report = Standing::absent;
  Standing in_plan = Standing::absent;

  [[nodiscard]] Standing best() const { return std::max(in_report, in_plan); }
};

struct ListAccount {
  std::string list;
  std::size_t rows = 0;
  std::size_t in_report = 0;  // told
  std::size_t in_plan = 0;
  std::size_t told = 0;     // in one of them or both
  std::size_t counted = 0;  // in neither, but counted or mentioned
  bool named = false;       // by one of the templates
};

/// What became of every row. Points into the ledger and the provenance.
struct Account {
  std::vector<RowAccount> rows;    // as the ledger has them
  std::vector<ListAccount> lists;  // in the order in which their first rows were read; those with rows
};

/// `data` says which cells hold texts, and not ids, choices, numbers or dates. Of rows that are in none of
/// its lists (Uppgifter) each value is a text.
[[nodiscard]] Account account_of(const domain::Ledger& ledger, const Dataset& data,
                                 const Provenance& provenance, const ListUse& report, const ListUse& plan);

/// Tells of rows that a document should show and does not (PROT-001), and of rows that neither shows nor
/// counts though a template names their list (PROT-002).
void tell_lost(const Account& account, const ListUse& report, const ListUse& plan, Problems& problems);

}  // namespace lg::audit
