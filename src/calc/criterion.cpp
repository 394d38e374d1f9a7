#include "calc/criterion.hpp"

#include "base/characters.hpp"
#include "base/text.hpp"

#include <array>
#include <string_view>
#include <utility>
#include <variant>

namespace lg::calc {
namespace {

/// Does the text follow the pattern? * is any text, ? any character, ~ takes the next as it is.
bool follows(std::string_view text, std::string_view pattern) {
  if (pattern.empty()) return text.empty();
  if (pattern[0] == '*') {
    for (std::size_t i = 0;; i += code_point_at(text, i).size) {
      if (follows(text.substr(i), pattern.substr(1))) return true;
      if (i >= text.size()) return false;
    }
  }
  if (text.empty()) return false;
  if (pattern[0] == '?') return follows(text.substr(code_point_at(text, 0).size), pattern.substr(1));
  if (pattern[0] == '~' && pattern.size() > 1) pattern.remove_prefix(1);
  return text[0] == pattern[0] && follows(text.substr(1), pattern.substr(1));
}

/// The number of a criterion's text: digits with a dot, as files have it. Dates and other languages' numbers
/// are no business of ours: Excel reads those by the reader's settings.
std::optional<double> plain_number(std::string_view text) {
  if (text.empty() || text.find_first_not_of("0123456789.-") != std::string_view::npos) return {};
  return parse_number(text);
}

/// Could Excel take the text for a number, a date or a percentage that we do not read?
bool may_be_number(std::string_view text) {
  const bool digit = text.find_first_of("0123456789") != std::string_view::npos;
  return digit && text.find_first_not_of("0123456789.,:/- %eE+") == std::string_view::npos;
}

}  // namespace

std::optional<Criterion> Criterion::of(const Result& asked) {
  if (is_error(asked) || is_unknown(asked)) return {};
  Criterion criterion;
  const auto* text = std::get_if<std::string>(&asked);
  if (text == nullptr) {
    criterion.wanted_ = std::holds_alternative<Empty>(asked) ? Result(0.0) : asked;
    return criterion;
  }
  static constexpr std::array<std::pair<std::string_view, Test>, 6> signs{{{"<>", Test::different},
                                                                           {"<=", Test::less_or_equal},
                                                                           {">=", Test::more_or_equal},
                                                                           {"=", Test::equal},
                                                                           {"<", Test::less},
                                                                           {">", Test::more}}};
  std::string_view rest = *text;
  for (const auto& [sign, test] : signs) {
    if (!rest.starts_with(sign)) continue;
    criterion.test_ = test;
    rest.remove_prefix(sign.size());
    break;
  }
  const bool compares = criterion.test_ != Test::equal && criterion.test_ != Test::different;
  const std::string lower = to_lower(rest);
  if (rest.empty()) {
    if (compares) return {};
    criterion.wanted_ = Empty{};
  } else if (const auto number = plain_number(rest)) {
    criterion.wanted_ = *number;
  } else if (may_be_number(rest) || lower == "true" || lower == "false" || lower == "sant" ||
             lower == "falskt" || rest.starts_with("#")) {
    return {};
  } else {
    criterion.wanted_ = std::string(lower);
    criterion.pattern_ = !compares && lower.find_first_of("*?~") != std::string::npos;
  }
  return criterion;
}

bool Criterion::holds(int order) const {
  switch (test_) {
    case Test::equal: return order == 0;
    case Test::different: return order != 0;
    case Test::less: return order < 0;
    case Test::less_or_equal: return order <= 0;
    case Test::more: return order > 0;
    case Test::more_or_equal: return order >= 0;
  }
  return false;
}

bool Criterion::equals(const Result& cell) const {
  if (std::holds_alternative<Empty>(wanted_)) {
    const auto* text = std::get_if<std::string>(&cell);
    return std::holds_alternative<Empty>(cell) || (text != nullptr && text->empty());
  }
  const auto* text = std::get_if<std::string>(&cell);
  if (const auto* number = std::get_if<double>(&wanted_)) {
    if (const auto* own = std::get_if<double>(&cell)) return *own == *number;
    const auto read = text != nullptr ? plain_number(*text) : std::nullopt;
    return read && *read == *number;
  }
  if (std::holds_alternative<bool>(wanted_)) return cell == wanted_;
  if (text == nullptr) return false;
  const std::string& wanted = std::get<std::string>(wanted_);
  if (pattern_) return follows(to_lower(*text), wanted);
  // A letter takes as many bytes in either case; the few that do not are of other languages.
  return text->size() == wanted.size() && to_lower(*text) == wanted;
}

std::optional<bool> Criterion::matches(const Result& cell) const {
  if (is_unknown(cell)) return {};
  if (test_ == Test::equal) return equals(cell);
  if (test_ == Test::different) return !equals(cell);
  // Larger and smaller are asked of values of one kind alone.
  if (cell.index() != wanted_.index()) return false;
  const auto found = order(cell, wanted_);
  return found && holds(*found);
}

}  // namespace lg::calc
