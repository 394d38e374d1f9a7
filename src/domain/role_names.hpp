#pragma once

#include "domain/review.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace lg::domain {

/// Every name of every role in the sheet Roller: short, full and definite.
class RoleNames {
 public:
  explicit RoleNames(const Table& roles);

  /// The sheet names no role, so that nothing can be said of a name.
  [[nodiscard]] bool empty() const { return folded_.empty(); }
  [[nodiscard]] bool has(std::string_view name) const;
  /// The role that the name most likely was meant to be.
  [[nodiscard]] std::optional<std::string> near(std::string_view name) const;

 private:
  std::unordered_set<std::string> folded_;
  std::vector<std::string> shown_;  // those to suggest
};

}  // namespace lg::domain
