#include "calc/functions.hpp"

#include <variant>

namespace lg::calc {
namespace {

Result if_function(Calculator& calculator, const Expression& call, const Place& place) {
  if (call.arguments.empty() || call.arguments.size() > 3) return Unknown{};
  const Result condition = as_condition(calculator.value(call.arguments[0], place));
  const bool* yes = std::get_if<bool>(&condition);
  if (yes == nullptr) return condition;
  const std::size_t chosen = *yes ? 1 : 2;
  if (chosen >= call.arguments.size()) return *yes;
  Result result = calculator.value(call.arguments[chosen], place);
  return std::holds_alternative<Empty>(result) ? Result(0.0) : result;
}

Result if_error(Calculator& calculator, const Expression& call, const Place& place, bool any) {
  if (call.arguments.size() != 2) return Unknown{};
  Result result = calculator.value(call.arguments[0], place);
  const auto* error = std::get_if<Error>(&result);
  const bool caught = error != nullptr && (any || error->code == "#N/A");
  return caught ? calculator.value(call.arguments[1], place) : result;
}

Result if_any_error(Calculator& calculator, const Expression& call, const Place& place) {
  return if_error(calculator, call, place, true);
}

Result if_missing(Calculator& calculator, const Expression& call, const Place& place) {
  return if_error(calculator, call, place, false);
}

/// AND and OR: of the cells of a range, those that are no numbers and no yes or no do not count.
Result joined(Calculator& calculator, const Expression& call, const Place& place, bool all) {
  bool answer = all;
  bool counted = false;
  std::optional<Result> spoiled;
  const auto add = [&](const Result& one) {
    const Result condition = as_condition(one);
    if (const bool* yes = std::get_if<bool>(&condition)) {
      answer = all ? answer && *yes : answer || *yes;
      counted = true;
    } else if (!spoiled || is_unknown(condition)) {
      spoiled = condition;
    }
  };
  for (const Expression& argument : call.arguments) {
    const auto area = calculator.area(argument, place);
    if (!area) {
      add(calculator.value(argument, place));
      continue;
    }
    const bool done = calculator.each(*area, [&](const Result& cell, sml::CellRef) {
      const bool skipped = std::holds_alternative<Empty>(cell) || std::holds_alternative<std::string>(cell);
      if (!skipped) add(cell);
      return true;
    });
    if (!done) return Unknown{};
  }
  if (spoiled) return *spoiled;
  return counted ? Result(answer) : Result(Error{"#VALUE!"});
}

Result and_function(Calculator& calculator, const Expression& call, const Place& place) {
  return joined(calculator, call, place, true);
}

Result or_function(Calculator& calculator, const Expression& call, const Place& place) {
  return joined(calculator, call, place, false);
}

Result not_function(Calculator& calculator, const Expression& call, const Place& place) {
  if (call.arguments.size() != 1) return Unknown{};
  const Result condition = as_condition(calculator.value(call.arguments[0], place));
  const bool* yes = std::get_if<bool>(&condition);
  return yes == nullptr ? condition : Result(!*yes);
}

/// ISBLANK and its like: whether the argument is of that kind.
template <class... Kinds>
Result is_a(Calculator& calculator, const Expression& call, const Place& place) {
  if (call.arguments.size() != 1) return Unknown{};
  const Result result = calculator.value(call.arguments[0], place);
  if (is_unknown(result)) return Unknown{};
  return (std::holds_alternative<Kinds>(result) || ...);
}

}  // namespace

const Functions& logic_functions() {
  static const Functions functions{
      {"IF", if_function},
      {"IFERROR", if_any_error},
      {"IFNA", if_missing},
      {"AND", and_function},
      {"OR", or_function},
      {"NOT", not_function},
      {"ISBLANK", is_a<Empty>},
      {"ISNUMBER", is_a<double>},
      {"ISTEXT", is_a<std::string>},
      {"ISERROR", is_a<Error>},
      {"ISLOGICAL", is_a<bool>},
      {"TRUE", [](Calculator&, const Expression&, const Place&) { return Result(true); }},
      {"FALSE", [](Calculator&, const Expression&, const Place&) { return Result(false); }},
  };
  return functions;
}

}  // namespace lg::calc
