#pragma once

#include "opc/package.hpp"
#include "wml/styles.hpp"

#include <pugixml.hpp>

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace lg::wml {

/// The number that a paragraph shows.
struct ParagraphNumber {
  std::string label;   // "1.3.2", "Bilaga A."; empty for none
  std::string figure;  // the same without words: "A."
  std::string before;  // what the levels above show when the label does not repeat them: "2" of 2(a)
  std::string behind;  // what stands between the label and the text (w:suff): a tab, a blank or nothing

  /// The label as a reference shows it: without a full stop at the end.
  [[nodiscard]] std::string referred() const;
};

/// The number in the form of that name (17.18.59); as figures when the form is not known.
[[nodiscard]] std::string number_in_form(int number, std::string_view form);

/// Counts numbered paragraphs as Word does (ECMA-376 Part 1, 17.9), to know the number that a heading shows.
class NumberingCounter {
 public:
  [[nodiscard]] static NumberingCounter read(const opc::Package& package, const opc::PartName& document);

  /// The number of the next paragraph with that numbering. Counts it.
  ParagraphNumber next(const NumberingUse& use);

  /// True for a list with numbers, false for one with bullets.
  [[nodiscard]] bool counts(int num_id) const;

  /// The first w:numId that no list has.
  [[nodiscard]] int free_num_id() const {
    return list_of_num_.empty() ? 1 : list_of_num_.rbegin()->first + 1;
  }

 private:
  static constexpr std::size_t depth = 9;
  struct Level {
    int start = 1;
    std::string format = "decimal";
    std::string text;      // "%1.%2"
    bool figures = false;  // the levels above in figures, whatever their own form (w:isLgl)
    std::string behind = "\t";
  };
  using Levels = std::array<Level, depth>;
  using Counters = std::array<int, depth>;  // -1: not begun

  static Level read_level(pugi::xml_node node);
  void read_list(pugi::xml_node list);
  void read_num(pugi::xml_node num);
  [[nodiscard]] static std::string shown(const Levels& levels, std::size_t level, const Counters& counters,
                                         bool words);
  [[nodiscard]] static std::string above(const Levels& levels, std::size_t level, const Counters& counters);

  std::map<int, Levels> lists_;                          // by abstractNumId
  std::map<int, int> list_of_num_;                       // numId → abstractNumId
  std::map<int, Levels> levels_of_num_;                  // by numId, with its own changes
  std::map<std::pair<int, std::size_t>, int> restarts_;  // numId and level → where its first paragraph begins
  std::map<int, Counters> counters_;                     // by abstractNumId
};

}  // namespace lg::wml
