#include "calc/functions.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <variant>

namespace lg::calc {
namespace {

/// What SUM and its like gather over their arguments.
struct Gathered {
  double sum = 0;
  double product = 1;
  double least = std::numeric_limits<double>::infinity();
  double most = -std::numeric_limits<double>::infinity();
  std::size_t numbers = 0;
  std::size_t filled = 0;  // cells that hold anything
  std::size_t empty = 0;
  std::optional<Result> spoiled;  // the first error, or Unknown

  void add(double number) {
    sum += number;
    product *= number;
    least = std::min(least, number);
    most = std::max(most, number);
    ++numbers;
  }
  void spoil(const Result& by) {
    if (!spoiled || is_unknown(by)) spoiled = by;
  }
};

/// A cell of a range: only numbers count, texts and yes or no do not.
void gather_cell(Gathered& gathered, const Result& cell) {
  if (is_unknown(cell) || is_error(cell)) gathered.spoil(cell);
  const auto* text = std::get_if<std::string>(&cell);
  const bool empty = std::holds_alternative<Empty>(cell);
  ++(empty ? gathered.empty : gathered.filled);
  if (text != nullptr && text->empty()) ++gathered.empty;  // COUNTBLANK counts the answer "" too
  if (const auto* number = std::get_if<double>(&cell)) gathered.add(*number);
}

/// An argument that was written into the call: a yes counts as 1.
void gather_value(Gathered& gathered, const Result& value) {
  const Result number = as_number(value);
  ++gathered.filled;
  if (const auto* found = std::get_if<double>(&number))
    gathered.add(*found);
  else
    gathered.spoil(number);
}

Gathered gather(Calculator& calculator, const Expression& call, const Place& place, std::size_t from = 0) {
  Gathered gathered;
  for (std::size_t i = from; i < call.arguments.size(); ++i) {
    const auto area = calculator.area(call.arguments[i], place);
    if (!area) {
      gather_value(gathered, calculator.value(call.arguments[i], place));
      continue;
    }
    const bool done = calculator.each(*area, [&](const Result& cell, sml::CellRef) {
      gather_cell(gathered, cell);
      return true;
    });
    if (!done) gathered.spoil(Unknown{});
  }
  return gathered;
}

Result count_of(std::size_t count) {
  return static_cast<double>(count);
}

Result average_of(const Gathered& gathered) {
  if (gathered.numbers == 0) return Error{"#DIV/0!"};
  return gathered.sum / static_cast<double>(gathered.numbers);
}

Result sum(Calculator& calculator, const Expression& call, const Place& place) {
  const Gathered gathered = gather(calculator, call, place);
  return gathered.spoiled.value_or(gathered.sum);
}

Result average(Calculator& calculator, const Expression& call, const Place& place) {
  const Gathered gathered = gather(calculator, call, place);
  return gathered.spoiled ? *gathered.spoiled : average_of(gathered);
}

Result least(Calculator& calculator, const Expression& call, const Place& place) {
  const Gathered gathered = gather(calculator, call, place);
  return gathered.spoiled.value_or(gathered.numbers == 0 ? 0.0 : gathered.least);
}

Result most(Calculator& calculator, const Expression& call, const Place& place) {
  const Gathered gathered = gather(calculator, call, place);
  return gathered.spoiled.value_or(gathered.numbers == 0 ? 0.0 : gathered.most);
}

/// COUNT passes over errors; what is unknown may be a number.
Result count(Calculator& calculator, const Expression& call, const Place& place) {
  const Gathered gathered = gather(calculator, call, place);
  if (gathered.spoiled && is_unknown(*gathered.spoiled)) return Unknown{};
  return count_of(gathered.numbers);
}

Result count_filled(Calculator& calculator, const Expression& call, const Place& place) {
  const Gathered gathered = gather(calculator, call, place);
  if (gathered.spoiled && is_unknown(*gathered.spoiled)) return Unknown{};
  return count_of(gathered.filled);
}

Result count_blank(Calculator& calculator, const Expression& call, const Place& place) {
  const auto whole = [](const Expression& one) {
    return one.kind == Expression::Kind::cells && (one.cells.last.row == 0 || one.cells.last.column == 0);
  };
  if (call.arguments.size() != 1 || whole(call.arguments[0])) return Unknown{};
  const Gathered gathered = gather(calculator, call, place);
  if (gathered.spoiled && is_unknown(*gathered.spoiled)) return Unknown{};
  return count_of(gathered.empty);
}

/// SUBTOTAL leaves out other subtotals and rows that a filter hides; rows that somebody has hidden as well
/// when the number is above a hundred. Where a row is hidden we do not know which of the two it is.
Result subtotal(Calculator& calculator, const Expression& call, const Place& place) {
  if (call.arguments.size() < 2) return Unknown{};
  const Result which = calculator.value(call.arguments[0], place);
  const auto* number = std::get_if<double>(&which);
  if (number == nullptr) return Unknown{};
  Gathered gathered;
  for (std::size_t i = 1; i < call.arguments.size(); ++i) {
    const auto area = calculator.area(call.arguments[i], place);
    if (!area) return Unknown{};
    const GridSheet& sheet = calculator.grid().sheets()[area->sheet];
    const bool hidden = std::ranges::any_of(sheet.values.hidden_rows, [&area](int row) {
      return row >= area->cells.first.row && row <= area->cells.last.row;
    });
    if (hidden) return Unknown{};
    const bool done = calculator.each(*area, [&](const Result& cell, sml::CellRef at) {
      const OpenFormula* formula = calculator.grid().formula(area->sheet, at);
      const bool other = formula != nullptr && formula->text.find("SUBTOTAL(") != std::string::npos;
      if (!other) gather_cell(gathered, cell);
      return true;
    });
    if (!done) return Unknown{};
  }
  if (gathered.spoiled) return *gathered.spoiled;
  switch (static_cast<int>(*number) % 100) {
    case 1: return average_of(gathered);
    case 2: return count_of(gathered.numbers);
    case 3: return count_of(gathered.filled);
    case 4: return gathered.numbers == 0 ? 0.0 : gathered.most;
    case 5: return gathered.numbers == 0 ? 0.0 : gathered.least;
    case 6: return gathered.numbers == 0 ? 0.0 : gathered.product;
    case 9: return gathered.sum;
    default: return Unknown{};
  }
}

}  // namespace

const Functions& sum_functions() {
  static const Functions functions{
      {"SUM", sum},     {"AVERAGE", average},     {"MIN", least},         {"MAX", most},
      {"COUNT", count}, {"COUNTA", count_filled}, {"SUBTOTAL", subtotal}, {"COUNTBLANK", count_blank},
  };
  return functions;
}

}  // namespace lg::calc
