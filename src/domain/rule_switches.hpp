#pragma once

#include "base/problem.hpp"
#include "domain/review.hpp"
#include "domain/rules.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lg::domain {

/// What the board has switched off in the sheet Regler: whole rules ("R8") or single codes ("VOR-107").
class RuleSwitches {
 public:
  /// Reads the sheet; a row that names no rule, or one that cannot be switched off, is told.
  RuleSwitches(const Review& review, std::span<const Rule> rules, Problems& problems);

  /// True when the rule's problem of that code is held back; it is counted then.
  [[nodiscard]] bool holds_back(const Rule& rule, std::string_view code);

  /// Tells of each switch with its reason and how much it held back, so that nothing is silent.
  void tell(Problems& problems) const;

 private:
  struct Switch {
    std::string name;         // "R8", "VOR-107"
    const Value* used;        // the cell Används
    const Value* motivation;  // the cell Motivering
    int held = 0;
  };

  std::vector<Switch> switches_;
};

}  // namespace lg::domain
