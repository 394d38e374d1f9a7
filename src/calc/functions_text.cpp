#include "base/characters.hpp"
#include "base/text.hpp"
#include "calc/functions.hpp"

#include <optional>
#include <string>
#include <variant>

namespace lg::calc {
namespace {

/// The texts of all arguments, or what keeps them from being told.
Result joined(Calculator& calculator, const Expression& call, const Place& place) {
  std::string whole;
  for (const Expression& argument : call.arguments) {
    const Result text = as_text(calculator.value(argument, place));
    const auto* words = std::get_if<std::string>(&text);
    if (words == nullptr) return text;
    whole += *words;
  }
  return whole;
}

/// A function of one text.
template <class Change>
Result of_text(Calculator& calculator, const Expression& call, const Place& place, Change change) {
  if (call.arguments.size() != 1) return Unknown{};
  const Result text = as_text(calculator.value(call.arguments[0], place));
  const auto* words = std::get_if<std::string>(&text);
  return words == nullptr ? text : change(*words);
}

/// Excel counts UTF-16 units; what is outside of them is left to it.
std::optional<std::size_t> units(const std::string& text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) {
    const CodePoint c = code_point_at(text, i);
    if (c.value > 0xFFFFU) return {};
    i += c.size;
  }
  return count;
}

Result length_function(Calculator& calculator, const Expression& call, const Place& place) {
  return of_text(calculator, call, place, [](const std::string& text) -> Result {
    const auto count = units(text);
    return count ? Result(static_cast<double>(*count)) : Result(Unknown{});
  });
}

/// TRIM: no blanks at the ends, one between words; other white space stays.
Result trim_function(Calculator& calculator, const Expression& call, const Place& place) {
  return of_text(calculator, call, place, [](const std::string& text) -> Result {
    std::string kept;
    for (const char c : text) {
      if (c != ' ' || (!kept.empty() && kept.back() != ' ')) kept += c;
    }
    if (!kept.empty() && kept.back() == ' ') kept.pop_back();
    return kept;
  });
}

/// LEFT, RIGHT and MID.
Result part(Calculator& calculator, const Expression& call, const Place& place, std::string_view function) {
  const std::size_t least = function == "MID" ? 3 : 1;
  if (call.arguments.size() < least || call.arguments.size() > (function == "MID" ? 3U : 2U))
    return Unknown{};
  const Result text = as_text(calculator.value(call.arguments[0], place));
  const auto* words = std::get_if<std::string>(&text);
  if (words == nullptr) return text;
  const auto whole = units(*words);
  if (!whole) return Unknown{};
  double numbers[2] = {1, 1};
  for (std::size_t i = 1; i < call.arguments.size(); ++i) {
    const Result number = as_number(calculator.value(call.arguments[i], place));
    const auto* found = std::get_if<double>(&number);
    if (found == nullptr) return number;
    if (*found < (function == "MID" && i == 1 ? 1 : 0)) return Error{"#VALUE!"};
    numbers[i - 1] = *found;
  }
  const auto count = static_cast<double>(*whole);
  const double wanted = std::min(function == "MID" ? numbers[1] : numbers[0], count);
  double from = 0;
  if (function == "MID") from = std::min(numbers[0] - 1, count);
  if (function == "RIGHT") from = count - static_cast<double>(static_cast<std::size_t>(wanted));
  std::string chosen;
  std::size_t at = 0;
  const auto first = static_cast<std::size_t>(from);
  const std::size_t last = first + static_cast<std::size_t>(wanted);
  for (std::size_t i = 0; i < words->size(); ++at) {
    const std::size_t size = code_point_at(*words, i).size;
    if (at >= first && at < last) chosen.append(*words, i, size);
    i += size;
  }
  return chosen;
}

/// HYPERLINK shows its second argument, or the address.
Result link(Calculator& calculator, const Expression& call, const Place& place) {
  if (call.arguments.empty() || call.arguments.size() > 2) return Unknown{};
  return calculator.value(call.arguments.back(), place);
}

}  // namespace

const Functions& text_functions() {
  static const Functions functions{
      {"CONCATENATE", joined},
      {"LEN", length_function},
      {"TRIM", trim_function},
      {"HYPERLINK", link},
      {"LEFT", [](Calculator& c, const Expression& e, const Place& p) { return part(c, e, p, "LEFT"); }},
      {"RIGHT", [](Calculator& c, const Expression& e, const Place& p) { return part(c, e, p, "RIGHT"); }},
      {"MID", [](Calculator& c, const Expression& e, const Place& p) { return part(c, e, p, "MID"); }},
  };
  return functions;
}

}  // namespace lg::calc
