#pragma once

#include "base/value.hpp"
#include "merge/expression.hpp"

#include <string>
#include <string_view>

namespace lg::merge {

/// Compares two values of the data. A blank value is only ever unequal.
[[nodiscard]] bool compare_values(const Value& left, Operator op, const Value& right);

/// Compares a value with words of the template. A value that holds several (“VoR; IKP”) is each of them.
[[nodiscard]] bool compare_text(const Value& left, Operator op, std::string_view text,
                                std::string_view folded);

/// What rows are sorted by: numbers and dates before texts, blanks last, texts in Swedish order.
struct SortValue {
  int kind = 2;  // 0 number or date, 1 text, 2 blank
  double number = 0;
  std::string text;

  friend bool operator==(const SortValue&, const SortValue&) = default;
  friend bool operator<(const SortValue& a, const SortValue& b) {
    if (a.kind != b.kind) return a.kind < b.kind;
    return a.kind == 0 ? a.number < b.number : a.text < b.text;
  }
};

[[nodiscard]] SortValue sort_value(const Value& value);

}  // namespace lg::merge
