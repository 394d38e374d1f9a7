#include "calc/calculator.hpp"

#include "base/text.hpp"
#include "calc/functions.hpp"
#include "calc/row_pattern.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

namespace lg::calc {
namespace {

using Kind = Expression::Kind;
using sml::CellRange;
using sml::CellRef;

constexpr int deepest = 200;                      // formulas that wait for each other
constexpr std::size_t most_visited = 20'000'000;  // cells: about a second

/// The first of the operands that no operator can work with.
std::optional<Result> spoiled(const Result& a, const Result& b) {
  for (const Result* one : {&a, &b}) {
    if (is_unknown(*one)) return Unknown{};
  }
  for (const Result* one : {&a, &b}) {
    if (is_error(*one)) return *one;
  }
  return {};
}

Result finite(double number) {
  return std::isfinite(number) ? Result(number) : Result(Error{"#NUM!"});
}

Result arithmetic(char sign, double a, double b) {
  switch (sign) {
    case '+': return finite(a + b);
    case '-': return finite(a - b);
    case '*': return finite(a * b);
    case '/': return b == 0 ? Result(Error{"#DIV/0!"}) : finite(a / b);
    case '^': return a == 0 && b == 0 ? Result(Error{"#NUM!"}) : finite(std::pow(a, b));
    default: return Unknown{};
  }
}

Result comparison(std::string_view sign, int order) {
  if (sign == "=") return order == 0;
  if (sign == "<>") return order != 0;
  if (sign == "<") return order < 0;
  if (sign == ">") return order > 0;
  return sign == "<=" ? order <= 0 : order >= 0;
}

/// Position of the column with that heading within the table, from 0; -1 when there is none.
int column_of(const GridSheet& sheet, const sml::TablePart& table, const std::string& heading) {
  const std::string lower = to_lower(heading);
  for (int column = table.range.first.column; column <= table.range.last.column; ++column) {
    const sml::Cell* cell = sheet.values.find({table.range.first.row, column});
    const auto* text = cell == nullptr ? nullptr : std::get_if<std::string_view>(&cell->value);
    if (text != nullptr && to_lower(*text) == lower) return column;
  }
  return -1;
}

}  // namespace

std::uint64_t key_of(std::size_t sheet, CellRef at) {
  constexpr std::uint64_t columns = sml::max_columns + 1;
  constexpr std::uint64_t cells = columns * (sml::max_rows + 1);
  return sheet * cells + static_cast<std::uint64_t>(at.row) * columns + static_cast<std::uint64_t>(at.column);
}

Result Calculator::cell(std::size_t sheet, CellRef at) {
  const OpenFormula* formula = grid_.formula(sheet, at);
  if (formula == nullptr) return grid_.value(sheet, at);
  const std::uint64_t key = key_of(sheet, at);
  if (const auto known = results_.find(key); known != results_.end()) return known->second;
  if (depth_ >= deepest) return Unknown{};  // it may be told when it is asked for first
  results_[key] = Unknown{};                // so a formula that depends on itself ends here
  ++depth_;
  Result result = calculate(*formula, {sheet, at});
  --depth_;
  return results_[key] = std::move(result);
}

Result Calculator::calculate(const OpenFormula& formula, const Place& place) {
  const auto [known, added] = read_.try_emplace(row_pattern(formula.text, place.at.row));
  if (added) known->second = {read_expression(formula.text), place.at.row};
  const Expression* tree = known->second.tree.get();
  if (tree == nullptr) return Unknown{};
  Result result = value(*tree, {place.sheet, place.at, known->second.row});
  return std::holds_alternative<Empty>(result) ? Result(0.0) : result;  // "=A1" of an empty cell shows 0
}

Result Calculator::value(const Expression& expression, const Place& place) {
  switch (expression.kind) {
    case Kind::missing: return Empty{};
    case Kind::value: return expression.value;
    case Kind::unary: return unary(expression, place);
    case Kind::binary: return binary(expression, place);
    case Kind::call: {
      const Function function = find_function(expression.word);
      return function == nullptr ? Result(Unknown{}) : function(*this, expression, place);
    }
    case Kind::name: {
      const Expression* said = named(expression.word, place);
      return said == nullptr ? Result(Unknown{}) : value(*said, place);
    }
    case Kind::cells:
    case Kind::table: {
      const auto cells = area(expression, place);
      return cells && cells->is_one_cell() ? cell(cells->sheet, cells->cells.first) : Result(Unknown{});
    }
  }
  return Unknown{};
}

Result Calculator::unary(const Expression& expression, const Place& place) {
  const Result operand = as_number(value(expression.arguments.front(), place));
  const auto* number = std::get_if<double>(&operand);
  if (number == nullptr) return operand;
  return expression.word == "%" ? *number / 100 : -*number;
}

Result Calculator::binary(const Expression& expression, const Place& place) {
  const std::string& sign = expression.word;
  Result left = value(expression.arguments[0], place);
  Result right = value(expression.arguments[1], place);
  if (const auto bad = spoiled(left, right)) return *bad;
  if (sign == "&") {
    left = as_text(left);
    right = as_text(right);
    if (const auto bad = spoiled(left, right)) return *bad;
    return std::get<std::string>(left) + std::get<std::string>(right);
  }
  if (std::string_view("+-*/^").find(sign) == std::string_view::npos) {
    const auto found = order(left, right);
    return found ? comparison(sign, *found) : Result(Unknown{});
  }
  left = as_number(left);
  right = as_number(right);
  if (const auto bad = spoiled(left, right)) return *bad;
  return arithmetic(sign.front(), std::get<double>(left), std::get<double>(right));
}

const Expression* Calculator::named(const std::string& name, const Place& place) {
  const std::string* says = grid_.find_name(name, place.sheet);
  if (says == nullptr) return nullptr;
  auto [known, added] = names_.try_emplace(*says);
  if (added) {
    known->second = read_expression(*says);
    // A relative reference in a name means another cell at each place; a name in a name may mean itself.
    const Expression* read = known->second.get();
    const bool fixed =
        read != nullptr &&
        (read->kind == Kind::value || (read->kind == Kind::cells && !read->cells.first_sheet.empty() &&
                                       (read->cells.first.row == 0 || read->cells.first.row_fixed) &&
                                       (read->cells.first.column == 0 || read->cells.first.column_fixed)));
    if (!fixed) known->second.reset();
  }
  return known->second.get();
}

std::optional<Area> Calculator::area(const Expression& expression, const Place& place) {
  if (expression.kind == Kind::cells) return area_of(expression.cells, place);
  if (expression.kind == Kind::table) return area_of(expression.table, place);
  if (expression.kind != Kind::name) return {};
  const Expression* said = named(expression.word, place);
  if (said != nullptr) return said->kind == Kind::cells ? area_of(said->cells, place) : std::nullopt;
  TableCells whole;  // a table's name alone means its data
  whole.table = expression.word;
  return area_of(whole, place);
}

std::optional<Area> Calculator::area_of(const sml::Reference& reference, const Place& place) const {
  Area found;
  found.sheet = place.sheet;
  if (!reference.first_sheet.empty()) {
    const auto sheet = grid_.find_sheet(reference.first_sheet);
    if (!sheet) return {};
    found.sheet = *sheet;
  }
  // Whole rows and columns end with what the sheet holds: behind that all cells are empty.
  const CellRef end = grid_.sheets()[found.sheet].last;
  const auto row_of = [&place](const sml::Corner& corner, int otherwise) {
    const bool own = !corner.row_fixed && corner.row == place.read_in_row;
    return own ? place.at.row : (corner.row > 0 ? corner.row : otherwise);
  };
  const auto or_else = [](int given, int otherwise) { return given > 0 ? given : otherwise; };
  const CellRef a{row_of(reference.first, 1), or_else(reference.first.column, 1)};
  const CellRef b{row_of(reference.last, end.row), or_else(reference.last.column, end.column)};
  found.cells.first = {std::min(a.row, b.row), std::min(a.column, b.column)};
  found.cells.last = {std::max(a.row, b.row), std::max(a.column, b.column)};
  return found;
}

std::optional<Area> Calculator::area_of(const TableCells& cells, const Place& place) const {
  Area found;
  const sml::TablePart* table = nullptr;
  if (!cells.table.empty()) {
    table = grid_.find_table(cells.table, found.sheet);
  } else {
    found.sheet = place.sheet;
    for (const sml::TablePart& one : grid_.sheets()[place.sheet].tables) {
      if (one.range.contains(place.at)) table = &one;
    }
  }
  if (table == nullptr || table->header_rows != 1) return {};
  const GridSheet& sheet = grid_.sheets()[found.sheet];
  found.cells = table->range;
  if (!cells.first.empty()) {
    found.cells.first.column = column_of(sheet, *table, cells.first);
    found.cells.last.column = column_of(sheet, *table, cells.last);
    if (found.cells.first.column < 0 || found.cells.last.column < 0) return {};
    if (found.cells.first.column > found.cells.last.column)
      std::swap(found.cells.first.column, found.cells.last.column);
  }
  const sml::Rows data = table->data_rows();
  switch (cells.rows) {
    case TableCells::Rows::all: return found;
    case TableCells::Rows::headers: found.cells.last.row = found.cells.first.row; return found;
    case TableCells::Rows::totals:
      if (table->totals_rows == 0) return {};
      found.cells.first.row = found.cells.last.row;
      return found;
    case TableCells::Rows::this_row:
      if (found.sheet != place.sheet || place.at.row < data.first || place.at.row > data.last) return {};
      found.cells.first.row = found.cells.last.row = place.at.row;
      return found;
    case TableCells::Rows::data: break;
  }
  found.cells.first.row = data.first;
  found.cells.last.row = data.last;
  return found;
}

bool Calculator::each(const Area& area, const std::function<bool(const Result&, CellRef)>& visit) {
  for (int row = area.cells.first.row; row <= area.cells.last.row; ++row) {
    for (int column = area.cells.first.column; column <= area.cells.last.column; ++column) {
      if (++visited_ > most_visited) return false;
      if (!visit(cell(area.sheet, {row, column}), {row, column})) return true;
    }
  }
  return true;
}

}  // namespace lg::calc
