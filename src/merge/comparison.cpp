#include "merge/comparison.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <compare>
#include <optional>

namespace lg::merge {
namespace {

std::optional<double> as_number(const Value& value) {
  if (const auto* number = value.as_number()) return number->number;
  if (const auto* text = value.as_text()) return parse_number(*text);
  return {};
}

std::optional<Date> as_date(const Value& value) {
  if (const auto* date = value.as_date()) return *date;
  if (const auto* text = value.as_text()) return parse_iso_date(trim(*text));
  return {};
}

std::optional<bool> as_flag(const Value& value) {
  if (const auto* flag = value.as_flag()) return *flag;
  if (const auto* text = value.as_text()) {
    const std::string word = fold(*text);
    if (word == "ja" || word == "sant") return true;
    if (word == "nej" || word == "falskt") return false;
  }
  return {};
}

/// Days alone and times of day compare by their days.
std::strong_ordering order_of(const Date& a, const Date& b) {
  const auto days = day_number(a) <=> day_number(b);
  if (days != 0 || !a.seconds || !b.seconds) return days;
  return *a.seconds <=> *b.seconds;
}

/// How two values lie to each other; nothing when they cannot be compared.
std::optional<int> order_of(const Value& left, const Value& right) {
  const auto sign = [](auto order) { return order < 0 ? -1 : order > 0 ? 1 : 0; };
  if (left.as_date() != nullptr || right.as_date() != nullptr) {
    const auto a = as_date(left);
    const auto b = as_date(right);
    if (!a || !b) return {};
    return sign(order_of(*a, *b));
  }
  const auto a = as_number(left);
  const auto b = as_number(right);
  if (a && b) return *a < *b ? -1 : *a > *b ? 1 : 0;
  if (left.as_number() != nullptr || right.as_number() != nullptr) return {};
  return sign(swedish_sort_key(to_text(left)) <=> swedish_sort_key(to_text(right)));
}

bool is_equal(const Value& left, const Value& right) {
  if (left.as_flag() != nullptr || right.as_flag() != nullptr) return as_flag(left) == as_flag(right);
  if (left.as_text() != nullptr && right.as_text() != nullptr)
    return fold(*left.as_text()) == fold(*right.as_text());
  const auto order = order_of(left, right);
  return order && *order == 0;
}

}  // namespace

bool compare_values(const Value& left, Operator op, const Value& right) {
  if (left.is_blank() || right.is_blank()) {
    const bool both = left.is_blank() && right.is_blank();
    return op == Operator::equal ? both : op == Operator::not_equal && !both;
  }
  if (right.as_text() != nullptr &&
      (op == Operator::equal || op == Operator::not_equal || op == Operator::contains)) {
    return compare_text(left, op, *right.as_text(), fold(*right.as_text()));
  }
  if (op == Operator::equal) return is_equal(left, right);
  if (op == Operator::not_equal) return !is_equal(left, right);
  if (op == Operator::contains) return compare_text(left, op, to_text(right), fold(to_text(right)));
  const auto order = order_of(left, right);
  if (!order) return false;
  switch (op) {
    case Operator::at_least: return *order >= 0;
    case Operator::at_most: return *order <= 0;
    case Operator::above:
    case Operator::after: return *order > 0;
    case Operator::below:
    case Operator::before: return *order < 0;
    default: return false;
  }
}

bool compare_text(const Value& left, Operator op, std::string_view text, std::string_view folded) {
  const auto* own = left.as_text();
  if (op == Operator::contains) {
    return fold(to_text(left)).find(folded) != std::string::npos;
  }
  if (op != Operator::equal && op != Operator::not_equal)
    return compare_values(left, op, Value::text(std::string(text)));
  bool equal = false;
  if (own == nullptr) {
    equal = !left.is_blank() && is_equal(left, Value::text(std::string(text)));
  } else {
    equal = fold(*own) == folded;
    if (!equal && own->find(';') != std::string::npos) {
      const auto words = split(*own, ';');
      equal = std::ranges::any_of(words, [&](const std::string& word) { return fold(word) == folded; });
    }
  }
  return equal == (op == Operator::equal);
}

SortValue sort_value(const Value& value) {
  if (value.is_blank()) return {};
  if (const auto* number = value.as_number()) return {0, number->number, ""};
  if (const auto* date = value.as_date())
    return {0, day_number(*date) + date->seconds.value_or(0) / 86'400.0, ""};
  return {1, 0, swedish_sort_key(to_text(value))};
}

}  // namespace lg::merge
