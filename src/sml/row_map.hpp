#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace lg::sml {

/// Rows from `first` to `last`, both within.
struct Rows {
  int first = 0;
  int last = 0;

  auto operator<=>(const Rows&) const = default;
};

/// One turn of a repeated block: which rows of the template it repeats, and where that turn ended up.
struct Turned {
  Rows source;
  Rows output;
};

/// Where the rows of one sheet went: every row of the template has no, one or many images in the result. All
/// that names rows (formulas, ranges, anchors) is moved by this one map, once, after all rows are known; rows
/// are never inserted one by one.
///
/// The map is built from the top of the result downwards: place() for every run of template rows that stay
/// together, skip() for those that vanish. Rows below the last run all move by the same distance.
class RowMap {
 public:
  /// Template rows `source` stand in the result from row `output` on.
  void place(Rows source, int output);
  /// Template rows `source` may be absent; they need no call when they are placed as well.
  void skip(Rows source);
  /// What refers to that row, which was skipped every time, refers to a row of the result that stands for it.
  void stand_in(int row, int output);
  /// A turn of a block begins (its output.last is not known yet). Returns its number.
  std::size_t begin_turn(Rows source, int output);
  void end_turn(std::size_t number, int output_last);

  [[nodiscard]] bool is_identity() const;
  /// The number of rows added (or, below zero, removed) above the rows that follow the last run.
  [[nodiscard]] int tail_shift() const { return tail_shift_; }

  /// The rows in the result from the first image of the first row that has any, to the last image of the
  /// last; nothing when no row has. `within` narrows it to one turn of the result.
  [[nodiscard]] std::optional<Rows> envelope(Rows source, const Turned* within = nullptr) const;
  /// The images of those rows as few areas as possible, in order.
  [[nodiscard]] std::vector<Rows> areas(Rows source) const;
  /// The images of rows that stay together (a merged cell), one by one: source.first … source.last in each.
  [[nodiscard]] std::vector<Rows> copies(Rows source) const;
  [[nodiscard]] std::optional<int> first(int row) const;
  [[nodiscard]] std::optional<int> last(int row) const;

  /// The turns that the first image of that row stands in, outermost first.
  [[nodiscard]] std::vector<const Turned*> turns_of_first(int row) const;
  /// The turns that a row of the result stands in, outermost first.
  [[nodiscard]] std::vector<const Turned*> turns_of(int output_row) const;
  [[nodiscard]] const Turned& turn(std::size_t number) const { return turns_[number]; }

 private:
  struct Run {
    int last = 0;              // its first row is its key
    std::vector<int> outputs;  // where its first row stands, ascending
  };
  using Runs = std::map<int, Run>;

  [[nodiscard]] Runs::const_iterator run_of(int row) const;
  [[nodiscard]] std::optional<int> first_image(Rows source, const Turned* within) const;
  [[nodiscard]] int moved_end(int row) const;
  [[nodiscard]] std::optional<int> last_image(Rows source, const Turned* within) const;

  Runs runs_;
  std::vector<Turned> turns_;
  int tail_first_ = 1;  // the first row below all runs
  int tail_shift_ = 0;
};

}  // namespace lg::sml
