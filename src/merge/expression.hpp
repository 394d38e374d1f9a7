#pragma once

#include "base/value.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

/// What stands inside a tag, once its names are found: paths, conditions and filters. The language computes
/// nothing and calls nothing; it looks values up, compares them and chooses how they are written.
namespace lg::merge {

/// What a path's last step asks for, where it is no field.
enum class Fact : std::uint8_t {
  none,        // the value itself
  count,       // antal: of a list or group
  group_name,  // namn: what the rows of a group have in common
  aggregate,   // a fact of a whole list that the data layer makes: Ansvarsmening
  turn,        // varv.nr, counted from 1
  is_first,    // varv.första
  is_last,     // varv.sista
  turns,       // varv.antal
};

/// The way from an open block's row, or from the single values, to a value.
struct Path {
  int frame = 0;           // which open block, counted from the outermost; 0 is the single values
  std::vector<int> steps;  // field positions, one within the other
  Fact fact = Fact::none;
  std::size_t aggregate = 0;     // for Fact::aggregate: its place in field->aggregates
  const Field* field = nullptr;  // the field that the steps lead to; for facts the list they are of
  bool blank = false;            // a name that an open list may lack: always blank
  std::string text;              // as the template's author wrote it, for messages and ⟦saknas: …⟧
};

struct Condition;

/// A value, or a list narrowed by a condition.
struct Query {
  Path path;
  std::shared_ptr<const Condition> where;  // null: all rows
};

enum class Operator : std::uint8_t {
  flag,       // the yes/no value alone
  exists,     // finns
  missing,    // saknas
  equal,      // är
  not_equal,  // är inte
  any_of,     // är någon av
  at_least,   // minst
  at_most,    // högst
  above,      // över
  below,      // under
  before,     // före
  after,      // efter
  contains,   // innehåller
};

/// The right side of a comparison, read by the type of the left side.
struct Literal {
  std::string text;    // as written
  std::string folded;  // for comparing
};
using Operand = std::variant<Literal, double, bool, Date, Path>;

struct Comparison {
  bool negated = false;
  Query left;
  Operator op = Operator::flag;
  std::vector<Operand> right;
};

/// Any of the alternatives, each of which needs all of its comparisons ("och" binds harder than "eller").
struct Condition {
  std::vector<std::vector<Comparison>> alternatives;
};

enum class FilterKind : std::uint8_t {
  date,
  date_long,
  month,
  year,
  quarter,
  week,
  number,
  percent,
  crowns,
  thousand_crowns,
  word,
  ordinal,
  counted,
  upper_first,
  lower,
  genitive,
  list,
  quote,
  no_full_stop,
  otherwise,
  lines,
  yes_no,
};

struct Filter {
  FilterKind kind = FilterKind::date;
  std::vector<std::string> arguments;
  Path field;  // for FilterKind::list: the column to list, within the row
  Path form;   // for FilterKind::genitive: the value that holds the genitive, where there is one
  bool has_form = false;
};

struct SortKey {
  Path path;  // within the row
  bool descending = false;
};

/// för varje: which rows, in which order, one by one or in groups.
struct Each {
  std::string variable;
  Query list;
  std::vector<SortKey> sort;
  Path group;  // within the row
  bool grouped = false;
};

}  // namespace lg::merge
