#pragma once

#include "base/problem.hpp"
#include "base/value.hpp"
#include "merge/cell_use.hpp"
#include "merge/tag.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lg::merge {

/// The code of a value that is missing where a template shows it; a draft marks the place instead.
inline constexpr const char* missing_code = "M018";

/// What a value tag comes to.
struct Shown {
  Value value;           // typed where no filter made a text of it; a hole shows as `text` says
  std::string text;      // what a reader sees
  bool missing = false;  // a required value is missing: mark the place
  Source source;         // the cell the value came from
};

/// The rows that an each-block repeats over, one group after the other.
struct Turn {
  const Row* row = nullptr;       // one row; null for a group
  std::vector<const Row*> group;  // the rows of a group
  std::string name;               // what the rows of the group have in common
  bool missing = false;           // that is a value that is missing: name says so
  int grouped_by = -1;            // the position of that value in the rows
};

/// The rows and groups that are open while a template is rendered; looks values up and compares them. The
/// stack of frames grows and shrinks exactly as the parser's did.
class Scope {
 public:
  Scope(const Dataset& data, Problems& problems);

  /// The value with its filters, as text and as value.
  [[nodiscard]] Shown show(const Tag& tag);
  [[nodiscard]] bool holds(const Condition& condition);
  /// The turns of an each-block: filtered, sorted and grouped.
  [[nodiscard]] std::vector<Turn> turns(const Each& each);

  /// The number that a chart shows of a value of its list; nothing for a blank one. Other values are told of.
  [[nodiscard]] std::optional<double> charted_number(const Value& value, const Tag& tag,
                                                     const std::string& series);
  /// The picture that a tag shows; null for a blank value (`blank` is set) and for one that is missing, which
  /// is told of.
  [[nodiscard]] const Picture* picture(const Tag& tag, bool& blank);

  /// Opens a turn for the block's body; the turn must outlive close().
  void open(const Turn& turn, std::size_t number, std::size_t count);
  void close();

  /// The text block of an insert-tag, with the value tags in it filled in; "" when there is none.
  [[nodiscard]] Shown textblock(const Tag& tag);

  /// From now on the cells that shown values come from are added to `cells`, in the order they are looked up;
  /// of what is made of whole rows (a count, a sentence) the cell that each row is known by. What conditions
  /// look at is not shown; `steering` says that it is wanted too, as CellUse::How::steering. Null: no longer.
  void watch(std::vector<CellUse>* cells, bool steering = false) {
    watched_ = cells;
    steering_ = steering;
  }

  [[nodiscard]] Problems& problems() { return problems_; }

 private:
  struct Frame {
    const Row* row = nullptr;
    std::span<const Row* const> group;
    const std::string* name = nullptr;
    bool missing = false;
    int grouped_by = -1;
    std::size_t number = 0;
    std::size_t count = 0;
  };

  /// The value a path leads to; `made` holds it when it had to be made.
  const Value& find(const Path& path, Value& made);
  [[nodiscard]] std::vector<const Row*> rows(const Query& query);
  [[nodiscard]] bool holds(const Comparison& comparison);
  [[nodiscard]] bool compare(const Value& left, Operator op, const Operand& right);
  void note(const Value& value, const Row* row);
  void note_counted(std::span<const Row* const> rows, CellUse::How how);
  void note_group(const Frame& frame);
  void tell_missing(const Tag& tag, const Source& source);
  [[nodiscard]] Value filtered(const Filter& filter, Value value, const Tag& tag);
  [[nodiscard]] std::string listed(const Filter& filter, const Query& query);

  const Dataset& data_;
  Problems& problems_;
  std::vector<Frame> frames_;
  std::size_t turns_ = 0;  // of all loops so far
  std::vector<CellUse>* watched_ = nullptr;
  bool steering_ = false;
};

}  // namespace lg::merge
