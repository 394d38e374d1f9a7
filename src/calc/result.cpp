#include "calc/result.hpp"

#include "base/text.hpp"

#include <cmath>

namespace lg::calc {
namespace {

constexpr double largest_exact = 1e15;  // Excel keeps fifteen digits

int rank(const Result& result) {
  if (std::holds_alternative<std::string>(result)) return 1;
  return std::holds_alternative<bool>(result) ? 2 : 0;
}

template <class T>
int compare(const T& a, const T& b) {
  return a < b ? -1 : (b < a ? 1 : 0);
}

/// An empty operand is what the other one is when that holds nothing.
Result like(const Result& empty, const Result& other) {
  if (!std::holds_alternative<Empty>(empty)) return empty;
  if (std::holds_alternative<std::string>(other)) return std::string();
  if (std::holds_alternative<bool>(other)) return false;
  return 0.0;
}

}  // namespace

Result as_number(const Result& result) {
  if (std::holds_alternative<Empty>(result)) return 0.0;
  if (const bool* yes = std::get_if<bool>(&result)) return *yes ? 1.0 : 0.0;
  if (std::holds_alternative<std::string>(result)) return Unknown{};
  return result;
}

Result as_text(const Result& result) {
  if (std::holds_alternative<Empty>(result)) return std::string();
  const double* number = std::get_if<double>(&result);
  if (number == nullptr) return std::holds_alternative<bool>(result) ? Result(Unknown{}) : result;
  if (std::floor(*number) != *number || std::abs(*number) >= largest_exact) return Unknown{};
  return number_text(*number);
}

Result as_condition(const Result& result) {
  if (std::holds_alternative<Empty>(result)) return false;
  if (const double* number = std::get_if<double>(&result)) return *number != 0;
  if (std::holds_alternative<std::string>(result)) return Unknown{};
  return result;
}

std::optional<int> order(const Result& a, const Result& b) {
  for (const Result* one : {&a, &b}) {
    if (is_error(*one) || is_unknown(*one)) return {};
  }
  const Result left = like(a, b);
  const Result right = like(b, a);
  if (rank(left) != rank(right)) return compare(rank(left), rank(right));
  if (const auto* text = std::get_if<std::string>(&left)) {
    const auto& other = std::get<std::string>(right);
    if (*text == other || text->empty() || other.empty()) return compare(*text, other);
    return compare(to_lower(*text), to_lower(other));
  }
  if (const bool* yes = std::get_if<bool>(&left)) return compare(*yes, std::get<bool>(right));
  return compare(std::get<double>(left), std::get<double>(right));
}

}  // namespace lg::calc
