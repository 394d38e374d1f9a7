#pragma once

#include "base/problem.hpp"
#include "base/value.hpp"
#include "merge/expression_parser.hpp"
#include "merge/tag.hpp"
#include "merge/tag_faults.hpp"
#include "merge/tag_words.hpp"
#include "merge/tokens.hpp"

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lg::merge {

/// Reads the tags of one template in document order: finds their names among what the data describes and
/// pairs the blocks. One parser for both formats. Every fault becomes a problem of its own, and reading goes
/// on, so that one run shows them all.
///
/// A story (the body, a header, a sheet) is begun with begin_story() and ended with end_story(); blocks do
/// not reach from one story into another. Tags are numbered through the whole template.
class TagParser {
 public:
  /// `data` describes the single values and lists, and must outlive the parser and the tags.
  TagParser(const Dataset& data, Problems& problems);

  void begin_story();
  /// Tells which blocks were never ended.
  void end_story();

  /// Called before each tag with the offset it begins at.
  using Between = std::function<void(std::size_t)>;
  /// The tags of one paragraph's or cell's text, in order. Returns their numbers. `between` may read what
  /// stands in the midst of the text.
  std::vector<int> read(std::string_view text, const Location& where, const Between& between = {});

  /// Opens a list without a tag, as an Excel table named as its list does: until close_list() its fields are
  /// known by their bare names. `filter` is the number of an each-tag that chose rows and order and is now
  /// taken as closed (a marker row above the table), or -1. Returns the number of the tag that stands for it.
  int open_list(const Field& list, int filter, const Location& where);
  void close_list();
  /// The same for a list that is told of: any name is taken for one of its fields, and nothing is shown.
  void open_unknown_list();

  /// True when the text is the name of a value, with or without filters, where reading has come to.
  [[nodiscard]] bool names_value(std::string_view text);

  [[nodiscard]] const std::vector<Tag>& tags() const { return tags_; }
  [[nodiscard]] std::vector<Tag> take_tags() { return std::move(tags_); }

  /// The list that has that name, folded; null when the data has none.
  [[nodiscard]] const Field* find_list(std::string_view name) const;

 private:
  void add_problem(Severity severity, std::string code, std::string message, std::string hint,
                   const Location& where);
  void close_all();
  [[nodiscard]] const Tag* opener_of(const std::string& variable) const;
  [[nodiscard]] bool is_within_loose() const;
  [[nodiscard]] std::string group_with(const std::string& field) const;
  void note_known(const Tag& tag);
  void tell_unended(int opener, const Tag* by, const Tag* outer);
  void take_half(const HalfTag& half, const Location& where);
  void read_tag(std::string_view inner, Tag& tag);
  void read_keyword(const Tokens& tokens, Tag& tag);
  void read_insert(const Tokens& tokens, Tag& tag);
  [[nodiscard]] std::vector<std::string> asked_textblocks() const;
  void vet_asked_textblocks(const Tag& tag);
  void tell_textblock(Severity severity, const Tag& tag, const std::string& key, const std::string& hint);
  void read_picture(const Tokens& tokens, ExpressionParser& parser, Tag& tag);
  bool refuse_foreign_keyword(const Tokens& tokens, Tag& tag);
  void fault(const ExpressionFault& fault, Tag& tag);
  void pair(int number, const std::string& end_word);
  void pair_end(int number, const std::string& end_word);
  void open_frame(const Tag& tag);

  const Dataset& data_;
  TagFaults faults_;
  std::vector<Tag> tags_;
  std::vector<int> open_;          // each, when: not yet ended
  std::vector<NameFrame> frames_;  // 0: the single values
  std::set<int> guessed_;          // block tags that are told as miswritten: no more is said of them
  std::set<int> loose_;            // loops whose row has no name that can be gone by
  std::string end_word_;           // of the end tag just read: what stands behind "slut", folded
};

}  // namespace lg::merge
