#pragma once

#include "intake/foreign_sheet.hpp"
#include "sml/workbook.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lg::intake {

/// The rows that head groups of rows: "Process: Behörigheter", or a name alone over the rows that belong to
/// it. What heads a row is kept until another heading of the same kind, or of a kind outside it, comes.
class GroupRows {
 public:
  struct Group {
    int column = -1;   // of VoR; -1: `name` is a column of the sheet's own
    std::string name;  // of the sheet's own column
    sml::Cell cell;    // the value, at the heading's place
  };

  /// A row that holds this text alone. `texts` keeps the part of it that is a value; `column` is VoR's, where
  /// the text stands in a column of that heading; else -1.
  void add(const sml::Cell& cell, const std::string& text, std::deque<std::string>& texts, int column = -1);
  /// A row of data follows: the headings since the last one belong together, the innermost last. The bound
  /// columns of VoR are not filled from a heading without a label.
  void settle(const std::vector<int>& bound);

  [[nodiscard]] bool is_empty() const { return waiting_.empty() && groups_.empty(); }
  [[nodiscard]] const std::vector<Group>& groups() const { return groups_; }
  /// The headings that no row of data followed.
  [[nodiscard]] std::vector<sml::CellRef> unsettled() const;

 private:
  struct Waiting {
    Group group;
    bool labelled = false;
  };
  std::vector<Waiting> waiting_;
  std::vector<Group> groups_;
};

}  // namespace lg::intake
