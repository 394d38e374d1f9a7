#pragma once

#include "opc/package.hpp"
#include "wml/styles.hpp"

#include <array>
#include <map>
#include <string>

namespace lg::wml {

/// Counts numbered paragraphs as Word does (ECMA-376 Part 1, 17.9), to know the number that a heading shows.
class NumberingCounter {
 public:
  [[nodiscard]] static NumberingCounter read(const opc::Package& package, const opc::PartName& document);

  /// The label of the next paragraph with that numbering, "1.3.2"; "" when it has none. Counts it.
  std::string next(const NumberingUse& use);

  /// True for a list with numbers, false for one with bullets.
  [[nodiscard]] bool counts(int num_id) const;

  /// The first w:numId that no list has.
  [[nodiscard]] int free_num_id() const {
    return list_of_num_.empty() ? 1 : list_of_num_.rbegin()->first + 1;
  }

 private:
  struct Level {
    int start = 1;
    std::string format = "decimal";
    std::string text;  // "%1.%2"
  };
  using Levels = std::array<Level, 9>;

  std::map<int, Levels> lists_;                 // by abstractNumId
  std::map<int, int> list_of_num_;              // numId → abstractNumId
  std::map<int, std::array<int, 9>> counters_;  // by abstractNumId; 0: not begun
};

}  // namespace lg::wml
