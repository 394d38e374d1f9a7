#include "calc/functions.hpp"

#include <variant>

namespace lg::calc {
namespace {

using sml::CellRef;

/// ROWS and COLUMNS of an area.
Result extent(Calculator& calculator, const Expression& call, const Place& place, int (Area::*of)() const) {
  if (call.arguments.size() != 1) return Unknown{};
  const auto area = calculator.area(call.arguments[0], place);
  const bool whole = call.arguments[0].kind == Expression::Kind::cells &&
                     call.arguments[0].cells.shape != sml::Reference::Shape::cell &&
                     call.arguments[0].cells.shape != sml::Reference::Shape::range;
  return area && !whole ? Result(static_cast<double>(((*area).*of)())) : Result(Unknown{});
}

Result rows(Calculator& calculator, const Expression& call, const Place& place) {
  return extent(calculator, call, place, &Area::rows);
}

Result columns(Calculator& calculator, const Expression& call, const Place& place) {
  return extent(calculator, call, place, &Area::columns);
}

/// ROW and COLUMN: of the argument's first cell, else of the formula's own.
Result row(Calculator& calculator, const Expression& call, const Place& place) {
  if (call.arguments.empty()) return static_cast<double>(place.at.row);
  const auto area = calculator.area(call.arguments[0], place);
  return area && area->rows() == 1 ? Result(static_cast<double>(area->cells.first.row)) : Result(Unknown{});
}

Result column(Calculator& calculator, const Expression& call, const Place& place) {
  if (call.arguments.empty()) return static_cast<double>(place.at.column);
  const auto area = calculator.area(call.arguments[0], place);
  return area && area->columns() == 1 ? Result(static_cast<double>(area->cells.first.column))
                                      : Result(Unknown{});
}

/// A whole number of at least 1; 0 when it is none.
int ordinal(Calculator& calculator, const Expression& expression, const Place& place) {
  const Result result = as_number(calculator.value(expression, place));
  const auto* number = std::get_if<double>(&result);
  return number != nullptr && *number >= 1 && *number <= sml::max_rows ? static_cast<int>(*number) : 0;
}

Result index(Calculator& calculator, const Expression& call, const Place& place) {
  if (call.arguments.size() != 2 && call.arguments.size() != 3) return Unknown{};
  const auto area = calculator.area(call.arguments[0], place);
  const int first = ordinal(calculator, call.arguments[1], place);
  const int second = call.arguments.size() == 3 ? ordinal(calculator, call.arguments[2], place) : 1;
  if (!area || first == 0 || second == 0) return Unknown{};
  const bool along = call.arguments.size() == 2 && area->rows() == 1;  // of one row the column is meant
  const CellRef at{area->cells.first.row + (along ? 0 : first - 1),
                   area->cells.first.column + (along ? first - 1 : second - 1)};
  if (!area->cells.contains(at)) return Error{"#REF!"};
  Result result = calculator.cell(area->sheet, at);
  return std::holds_alternative<Empty>(result) ? Result(0.0) : result;
}

/// The position, from 1, of the first cell of the area that is equal to what is looked for; 0 when none is,
/// -1 when that cannot be told. Patterns are left to Excel.
int position_of(Calculator& calculator, const Result& wanted, const Area& area) {
  const auto* text = std::get_if<std::string>(&wanted);
  const bool pattern = text != nullptr && text->find_first_of("*?~") != std::string::npos;
  if (is_error(wanted) || is_unknown(wanted) || pattern || std::holds_alternative<Empty>(wanted)) return -1;
  int position = 0;
  int found = 0;
  const bool done = calculator.each(area, [&](const Result& cell, CellRef) {
    ++position;
    if (is_unknown(cell)) found = -1;
    const bool same_kind = cell.index() == wanted.index();
    if (same_kind && order(cell, wanted) == 0) found = position;
    return found == 0;
  });
  return done ? found : -1;
}

/// Whether the argument says that only what is equal counts: 0 or FALSE. A nearest match depends on how the
/// cells are sorted, and is left to Excel.
bool asks_for_equal(Calculator& calculator, const Expression& call, const Place& place,
                    std::size_t argument) {
  if (call.arguments.size() != argument + 1) return false;
  const Result kind = as_number(calculator.value(call.arguments[argument], place));
  const auto* number = std::get_if<double>(&kind);
  return number != nullptr && *number == 0;
}

Result match(Calculator& calculator, const Expression& call, const Place& place) {
  if (!asks_for_equal(calculator, call, place, 2)) return Unknown{};
  const auto area = calculator.area(call.arguments[1], place);
  if (!area || (area->rows() > 1 && area->columns() > 1)) return Unknown{};
  const int found = position_of(calculator, calculator.value(call.arguments[0], place), *area);
  if (found < 0) return Unknown{};
  return found == 0 ? Result(Error{"#N/A"}) : Result(static_cast<double>(found));
}

Result vertical_lookup(Calculator& calculator, const Expression& call, const Place& place) {
  if (!asks_for_equal(calculator, call, place, 3)) return Unknown{};
  const auto area = calculator.area(call.arguments[1], place);
  const int wanted = ordinal(calculator, call.arguments[2], place);
  if (!area || wanted == 0) return Unknown{};
  if (wanted > area->columns()) return Error{"#REF!"};
  Area keys = *area;
  keys.cells.last.column = keys.cells.first.column;
  const int found = position_of(calculator, calculator.value(call.arguments[0], place), keys);
  if (found < 0) return Unknown{};
  if (found == 0) return Error{"#N/A"};
  Result result = calculator.cell(area->sheet,
                                  {area->cells.first.row + found - 1, area->cells.first.column + wanted - 1});
  return std::holds_alternative<Empty>(result) ? Result(0.0) : result;
}

}  // namespace

const Functions& lookup_functions() {
  static const Functions functions{
      {"ROWS", rows},   {"COLUMNS", columns},        {"ROW", row}, {"COLUMN", column}, {"INDEX", index},
      {"MATCH", match}, {"VLOOKUP", vertical_lookup}};
  return functions;
}

}  // namespace lg::calc
