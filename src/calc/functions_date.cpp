#include "calc/functions.hpp"
#include "sml/number_format.hpp"

#include <variant>

namespace lg::calc {
namespace {

/// YEAR, MONTH and DAY of a serial number (18.17.4.1).
Result part(Calculator& calculator, const Expression& call, const Place& place, int Date::*what) {
  if (call.arguments.size() != 1) return Unknown{};
  const Result serial = as_number(calculator.value(call.arguments[0], place));
  const auto* number = std::get_if<double>(&serial);
  if (number == nullptr) return serial;
  // The days up to 1900-02-29, which never was, are counted in two ways.
  constexpr double first_agreed = 61;
  if (*number < first_agreed) return Unknown{};
  const auto date = sml::date_of_serial(*number, calculator.grid().date1904());
  return date ? Result(static_cast<double>((*date).*what)) : Result(Unknown{});
}

}  // namespace

const Functions& date_functions() {
  static const Functions functions{
      {"YEAR", [](Calculator& c, const Expression& e, const Place& p) { return part(c, e, p, &Date::year); }},
      {"MONTH",
       [](Calculator& c, const Expression& e, const Place& p) { return part(c, e, p, &Date::month); }},
      {"DAY", [](Calculator& c, const Expression& e, const Place& p) { return part(c, e, p, &Date::day); }},
  };
  return functions;
}

}  // namespace lg::calc
