#pragma once

#include "base/problem.hpp"
#include "domain/review.hpp"
#include "intake/table_reader.hpp"

#include <string>
#include <unordered_map>
#include <utility>

namespace lg::intake {

/// Puts the results of the sheet IKP-uppföljning into the controls that they are about.
class ControlResults {
 public:
  ControlResults(domain::Review& review, Problems& problems) : review_(review), problems_(problems) {}

  /// The control is looked for in `list`, then in the other year's.
  void add(SheetRow& row, const std::string& list);

 private:
  using Index = std::unordered_map<std::string, std::size_t>;  // folded Kontroll-ID → row
  [[nodiscard]] Row* find(const std::string& list, const std::string& id);

  domain::Review& review_;
  Problems& problems_;
  std::unordered_map<std::string, Index> indexes_;  // by list
};

}  // namespace lg::intake
