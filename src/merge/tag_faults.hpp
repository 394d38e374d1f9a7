#pragma once

#include "base/problem.hpp"
#include "base/value.hpp"
#include "merge/expression_parser.hpp"
#include "merge/tag.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace lg::merge {

/// The faults of one story's tags, kept until all are known: one mistake of the author makes one message. A
/// block whose beginning is gone leaves fields without a row and an end without a block; a wrong list makes
/// every field of its rows unknown; both are told once, where they can be mended.
class TagFaults {
 public:
  TagFaults(const Dataset& data, Problems& problems) : data_(data), problems_(problems) {}

  void begin_story() { in_story_ = true; }
  /// Tells what is left when each mistake is told once.
  void end_story();

  /// What a tag is wrong that is told otherwise hears no more of.
  void mute(bool muted) { muted_ = muted; }

  void add(Problem problem);
  /// A field that the row called `variable` lacks; `opener` opened that row, null when nothing did. `group`
  /// is the group around the tag that has such a field, or "".
  void add_unknown(Problem problem, const Tag& tag, const std::string& variable, const std::string& field,
                   const Tag* opener, const std::string& group);
  /// A column of a list that stands without its row's name, as in a table that is named as the list.
  void add_bare(Problem problem, const std::string& column);
  /// A field of the block's rows that the list has: it is not the wrong one.
  void note_known(const Tag& opener);
  /// An {{annars}} or {{eller om …}} outside of all blocks.
  void add_stray_branch(const Tag& branch);
  /// An end that no open block fits; `inside` is the innermost open block, or null.
  void add_stray_end(const Tag& end, const std::string& word, const Tag* inside);
  /// A block that has no end. `outer` was ended by `by` before it; null at the end of the story.
  void add_unended(const Tag& opener, const Tag* by, const Tag* outer);

 private:
  enum class Kind : std::uint8_t { other, unknown, bare, branch, stray, unended, renamed };
  struct Told {
    Problem problem;
    Kind kind = Kind::other;
    bool gone = false;
    std::string raw;              // the tag
    std::string variable;         // of an unknown field or an unended loop, folded; of a stray end its word,
                                  // of a branch that of the end behind it
    std::string field;            // unknown, bare; renamed: what the block calls its row
    std::string group;            // unknown: what could have held the row
    bool ended_by = false;        // branch: an end stands behind it
    const Field* list = nullptr;  // unknown: what the row is of
    std::string opener;           // unknown, stray: the block around it as written; empty: none
    Location opened;              // where that begins
    std::string by;               // unended: the end of the outer block, as written
    std::string outer;            // unended: the outer block
    std::string outer_word;       // unended: what its end may call it
    Location ended;               // where the outer block ends
  };

  void push(Told told);
  void forget_rows_of_stray_ends();
  [[nodiscard]] Told* rest_of_block(const std::string& variable, bool by_name);
  void tell_renamed_rows();
  void tell_rows_without_block();
  void tell_rows_without_table();
  void tell_wrong_lists();
  [[nodiscard]] const Field* list_with(const std::vector<const Told*>& unknown) const;

  const Dataset& data_;
  Problems& problems_;
  bool in_story_ = false;
  bool muted_ = false;
  std::vector<Told> told_;
  std::set<std::string> known_;  // blocks whose list has what is shown of its rows
};

/// Is that the word behind "slut" that the block may be ended with?
[[nodiscard]] bool ends_block(const Tag& opener, const std::string& word);

}  // namespace lg::merge
