#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace lg::calc {

/// A cell without content.
struct Empty {
  bool operator==(const Empty&) const = default;
};

/// An error value, "#DIV/0!" (ECMA-376 Part 1, 18.17.3).
struct Error {
  std::string code;
  bool operator==(const Error&) const = default;
};

/// What cannot be told without Excel: a function that is not among ours, today's date, a text that becomes a
/// number by the rules of somebody's language. It spreads to all that depends on it, and is never written.
struct Unknown {
  bool operator==(const Unknown&) const = default;
};

/// What a formula or a cell gives.
using Result = std::variant<Empty, double, std::string, bool, Error, Unknown>;

[[nodiscard]] inline bool is_unknown(const Result& result) {
  return std::holds_alternative<Unknown>(result);
}
[[nodiscard]] inline bool is_error(const Result& result) {
  return std::holds_alternative<Error>(result);
}

/// As an operand of arithmetic: a number, or Error, or Unknown. An empty cell is 0, a yes 1.
[[nodiscard]] Result as_number(const Result& result);
/// As a piece of text: a text, or Error, or Unknown. A number with decimals is unknown: their sign depends on
/// the reader's language.
[[nodiscard]] Result as_text(const Result& result);
/// As a condition: a bool, or Error, or Unknown.
[[nodiscard]] Result as_condition(const Result& result);

/// Below zero, zero or above: numbers before texts before no and yes; texts without regard to case. Nothing
/// when one of them is an error or unknown.
[[nodiscard]] std::optional<int> order(const Result& a, const Result& b);

}  // namespace lg::calc
