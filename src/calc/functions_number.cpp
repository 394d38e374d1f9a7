#include "calc/functions.hpp"

#include <array>
#include <cmath>
#include <variant>

namespace lg::calc {
namespace {

/// The numbers of `Count` arguments; those that are left out are 0.
template <std::size_t Count>
struct Numbers {
  std::array<double, Count> of{};
  std::optional<Result> spoiled;

  Numbers(Calculator& calculator, const Expression& call, const Place& place) {
    if (call.arguments.empty() || call.arguments.size() > Count) spoiled = Unknown{};
    for (std::size_t i = 0; i < call.arguments.size() && !spoiled; ++i) {
      const Result number = as_number(calculator.value(call.arguments[i], place));
      if (const auto* found = std::get_if<double>(&number))
        of[i] = *found;
      else
        spoiled = number;
    }
  }
};

Result absolute(Calculator& calculator, const Expression& call, const Place& place) {
  const Numbers<1> numbers(calculator, call, place);
  return numbers.spoiled.value_or(std::abs(numbers.of[0]));
}

Result whole(Calculator& calculator, const Expression& call, const Place& place) {
  const Numbers<1> numbers(calculator, call, place);
  return numbers.spoiled.value_or(std::floor(numbers.of[0]));
}

/// The remainder has the sign of the divisor.
Result remainder(Calculator& calculator, const Expression& call, const Place& place) {
  const Numbers<2> numbers(calculator, call, place);
  if (numbers.spoiled || call.arguments.size() != 2) return numbers.spoiled.value_or(Unknown{});
  if (numbers.of[1] == 0) return Error{"#DIV/0!"};
  return numbers.of[0] - numbers.of[1] * std::floor(numbers.of[0] / numbers.of[1]);
}

/// Half is rounded away from zero; fifteen digits count, as in Excel, so that 1.005 is not a little less.
Result rounded(Calculator& calculator, const Expression& call, const Place& place) {
  const Numbers<2> numbers(calculator, call, place);
  if (numbers.spoiled) return *numbers.spoiled;
  const double places = std::trunc(numbers.of[1]);
  if (std::abs(places) > 15) return Unknown{};
  const double scale = std::pow(10, std::abs(places));
  const double scaled = places >= 0 ? numbers.of[0] * scale : numbers.of[0] / scale;
  constexpr double a_little = 1e-15;
  const double whole_number = std::round(scaled * (1 + a_little));
  return places >= 0 ? whole_number / scale : whole_number * scale;
}

}  // namespace

const Functions& number_functions() {
  static const Functions functions{{"ABS", absolute}, {"INT", whole}, {"MOD", remainder}, {"ROUND", rounded}};
  return functions;
}

}  // namespace lg::calc
