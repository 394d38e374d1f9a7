#pragma once

#include "base/problem.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace lg::app {

/// One problem of a group.
struct GroupItem {
  const Problem* problem = nullptr;  // of the list that was grouped, which must outlive this
  // What tells it from the others: "”Rutin för incidenter”", or its whole message. Empty when the group's
  // sentence says all.
  std::string says;
};

/// Problems of one kind, over cells, sheets and files.
struct ProblemGroup {
  std::string sentence;  // "8 aktiviteter saknar ansvarig."; of one problem its own message
  std::string hint;      // what helps them all; empty when there is none, or each has its own
  std::vector<GroupItem> items;

  [[nodiscard]] const Problem& first() const { return *items.front().problem; }
};

/// The problems, worst first, then by file, sheet and cell; those of one kind together.
[[nodiscard]] std::vector<ProblemGroup> grouped(const Problems& problems);

/// "2 fel, 1 varning, 0 upplysningar".
[[nodiscard]] std::string counts_text(std::size_t errors, std::size_t warnings, std::size_t notes);

/// All problems as the terminal shows them, with a line that counts them; "" when there are none.
[[nodiscard]] std::string to_text(const Problems& problems);

}  // namespace lg::app
