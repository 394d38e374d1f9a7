#pragma once

#include "base/value.hpp"
#include "merge/expression.hpp"
#include "merge/tokens.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace lg::merge {

/// The names of an open block. Its place among the frames is Path::frame.
struct NameFrame {
  std::string variable;         // folded; empty: the fields are known by their bare names
  const Field* list = nullptr;  // whose rows are open; the single values at the bottom
  bool group = false;           // a turn is a group of rows
  bool bare = false;            // beside the variable the fields are known by their bare names
};

/// A fault in a tag: the code and sentences of the problem that it becomes.
struct ExpressionFault {
  std::string code;
  std::string message;
  std::string hint;
  std::string variable = {};  // of an unknown field: what it is said to be a field of, and
  std::string field = {};     // the field
  bool bare = false;          // a column of a list, written without a row's name before it
};

/// Parses what stands inside one tag, by recursive descent, with the names that are known where it stands.
/// The longest known name wins; of two as long, the innermost. The first fault is kept and ends the parsing.
class ExpressionParser {
 public:
  ExpressionParser(const Tokens& tokens, std::vector<NameFrame>& frames) : tokens_(tokens), frames_(frames) {}

  /// Each reads from `at` on and moves it behind what it read; false when there was a fault.
  bool read_value(std::size_t& at, Query& query, std::vector<Filter>& filters);
  bool read_condition(std::size_t& at, Condition& condition);
  bool read_each(std::size_t& at, Each& each);
  /// A list with where, order and group, as behind "i" in read_each; `before` is the word it stands behind.
  bool read_rows(std::size_t& at, Each& each, const std::string& before);
  /// Tells of words that are left.
  /// A misspelt "där", "sorterat på" or "grupperat på" behind a list.
  bool refuse_clause(std::size_t at);
  /// What stands behind a name and is no part of it: a misspelt comparison, or a filter without its "|".
  bool refuse_rest(std::size_t at, const std::string& name);
  [[nodiscard]] static bool is_filter(std::string_view word);
  bool expect_end(std::size_t at);

  /// True when the whole tag is the name of a value, whatever word it begins with.
  [[nodiscard]] bool is_value();

  [[nodiscard]] const std::optional<ExpressionFault>& fault() const { return fault_; }

 private:
  struct Found {
    std::size_t count = 0;  // tokens
    Path path;
  };

  bool fail(std::string code, std::string message, std::string hint = "");
  bool fail_unknown(std::size_t at, const std::string& prefix, const std::vector<std::string>& candidates);
  /// Tells of a sign like "=" where an operator should stand.
  bool refuse_sign(std::size_t at);
  bool tell_list_of_column(std::size_t at, std::size_t end);
  [[nodiscard]] std::size_t end_of_name(std::size_t at) const;
  [[nodiscard]] bool is_boundary(std::size_t at) const;

  /// The innermost fields are of a list that holds nothing, so that any name may be one of its.
  [[nodiscard]] bool knows_any_name() const;
  bool read_path(std::size_t& at, Path& path);
  Found find_first(std::size_t at);
  bool read_steps(std::size_t& at, std::size_t start, Path& path, bool of_row);
  bool read_step(std::size_t& at, std::size_t start, Path& path, bool of_row);
  [[nodiscard]] bool take_fact(std::size_t& at, Path& path, bool of_row) const;
  bool read_query(std::size_t& at, Query& query);

  bool read_comparison(std::size_t& at, Comparison& comparison);
  bool read_operator(std::size_t& at, Comparison& comparison);
  bool read_operand(std::size_t& at, const Path& left, Operand& operand);
  bool read_typed(std::size_t& at, const Field& left, Operand& operand) const;
  bool read_choice(std::size_t& at, const Field& left, Operand& operand) const;
  static bool read_flag_of_row(Comparison& comparison);
  bool check_flag(const Comparison& comparison);

  bool read_clauses(std::size_t& at, Each& each);
  bool read_sort(std::size_t& at, Each& each);
  bool read_row_path(std::size_t& at, const Each& each, Path& path);
  bool read_filter(std::size_t& at, const Query& query, bool first, Filter& filter);
  bool read_list_filter(std::size_t from, std::size_t to, const Query& query, Filter& filter);
  bool find_genitive(const Query& query, Filter& filter);

  const Tokens& tokens_;
  std::vector<NameFrame>& frames_;
  int narrowing_ = 0;  // inside a list's där: a last finns or saknas belongs to the list
  std::optional<ExpressionFault> fault_;
};

/// The rows that a path to a list, group or record has the fields of; null when it leads to none.
[[nodiscard]] const Field* list_of(const Path& path);

}  // namespace lg::merge
