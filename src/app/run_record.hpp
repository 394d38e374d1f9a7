#pragma once

#include "audit/account.hpp"
#include "audit/comparison.hpp"
#include "audit/provenance.hpp"
#include "base/value.hpp"
#include "domain/review.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace lg::app {

/// A sheet of a workbook that was given.
struct SheetRecord {
  std::string name;
  std::size_t rows = 0;  // that hold something, headings as well
};

/// A workbook that was given.
struct InputRecord {
  std::string file;
  std::size_t bytes = 0;
  std::string sha256;
  std::vector<SheetRecord> sheets;  // none: the file could not be read
};

struct TemplateRecord {
  std::string file;
  std::string sha256;
};

/// What a run leaves for its protocol, and for the question which cells a text was made of: everything that
/// was read, and where each piece of the two documents came from.
struct RunRecord {
  domain::Review review;  // its rows have gone to `data`; its ledger and the origins of all cells stay
  Dataset data;
  std::vector<InputRecord> inputs;
  TemplateRecord report_template;
  TemplateRecord plan_template;
  bool draft = false;
  audit::Provenance provenance;
  audit::Account account;  // points into the ledger and the provenance
  audit::Comparison comparison;
  std::vector<std::string>
      unused_columns;  // own columns with values that no template names: "VoR.Vår anteckning"

  std::set<std::string> steering;  // folded names that the templates' conditions look at

  RunRecord() = default;
  RunRecord(const RunRecord&) = delete;
  RunRecord& operator=(const RunRecord&) = delete;
};

/// Where a list stands in the protocol: events, follow-ups and activities first, facts and what steers the
/// reading last.
[[nodiscard]] std::size_t place_among_lists(const std::string& list);

/// "10 av 10 oönskade händelser, 4 av 5 rekommendationer. Räknas men återges inte: 1 av 5 rekommendationer":
/// how many rows of each list the documents tell, and how many they only count or mention; lists that no
/// template names are left out. "" when there are none.
[[nodiscard]] std::string tally(const audit::Account& account);

}  // namespace lg::app
