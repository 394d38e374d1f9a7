#include "calc/formula_inputs.hpp"

#include "calc/calculator.hpp"
#include "calc/criterion.hpp"
#include "calc/grid.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace lg::calc {
namespace {

using Kind = Expression::Kind;
using sml::CellRef;

/// Where the conditions of a function begin among its arguments, and where the area that they choose rows of
/// stands beside them.
struct Choosing {
  std::string_view name;
  std::size_t conditions;
  int chosen;  // -1: none
};

constexpr Choosing choosing[] = {{"COUNTIF", 0, -1},  {"COUNTIFS", 0, -1}, {"SUMIF", 0, 2},
                                 {"AVERAGEIF", 0, 2}, {"SUMIFS", 1, 0},    {"AVERAGEIFS", 1, 0},
                                 {"MINIFS", 1, 0},    {"MAXIFS", 1, 0}};

/// The cells that one formula reads, in the order that it names them.
class InputReader {
 public:
  InputReader(const Grid& grid, Calculator& calculator, Place place, std::vector<InputCell>& found)
      : grid_(grid), calculator_(calculator), place_(place), found_(found) {}

  void read(const Expression& expression) {
    if (expression.kind == Kind::cells || expression.kind == Kind::table || expression.kind == Kind::name) {
      if (const auto area = calculator_.area(expression, place_)) add(*area, {});
      return;
    }
    const auto* function = std::ranges::find(choosing, std::string_view(expression.word), &Choosing::name);
    if (expression.kind == Kind::call && function != std::end(choosing) && read_choice(expression, *function))
      return;
    for (const Expression& argument : expression.arguments) read(argument);
  }

 private:
  /// False when it cannot be told which rows are chosen.
  bool read_choice(const Expression& call, const Choosing& function) {
    std::vector<std::pair<Area, Criterion>> conditions;
    const std::size_t end = function.name.ends_with('S') ? call.arguments.size() : 2;
    for (std::size_t i = function.conditions; i + 1 < end; i += 2) {
      const auto area = calculator_.area(call.arguments[i], place_);
      const auto criterion = Criterion::of(calculator_.value(call.arguments[i + 1], place_));
      if (!area || !criterion) return false;
      conditions.emplace_back(*area, *criterion);
    }
    if (conditions.empty()) return false;
    std::vector<Area> areas;
    const auto chosen = static_cast<std::size_t>(function.chosen);
    if (function.chosen >= 0 && chosen < call.arguments.size()) {
      const auto area = calculator_.area(call.arguments[chosen], place_);
      if (!area) return false;
      areas.push_back(*area);
    }
    for (const auto& [area, criterion] : conditions) areas.push_back(area);
    const int rows = areas.back().rows();
    for (const Area& area : areas) {
      if (area.rows() != rows || area.columns() != 1) return false;
    }
    std::set<int> met;
    for (int row = 0; row < rows; ++row) {
      if (std::ranges::all_of(conditions, [&](const auto& condition) { return meets(condition, row); }))
        met.insert(row);
    }
    for (const Area& area : areas) add(area, met);
    return true;
  }

  bool meets(const std::pair<Area, Criterion>& condition, int row) {
    const CellRef first = condition.first.cells.first;
    return condition.second.matches(calculator_.cell(condition.first.sheet, {first.row + row, first.column}))
        .value_or(false);
  }

  /// The cells of the area that hold something; of those rows only, where any are given.
  void add(const Area& area, const std::set<int>& rows) {
    const GridSheet& sheet = grid_.sheets()[area.sheet];
    for (int row = area.cells.first.row; row <= std::min(area.cells.last.row, sheet.last.row); ++row) {
      if (!rows.empty() && !rows.contains(row - area.cells.first.row)) continue;
      for (const sml::Cell& cell : sheet.values.row(row)) {
        if (!area.cells.contains(cell.ref)) continue;
        if (known_.insert(key_of(area.sheet, cell.ref)).second) found_.push_back({sheet.name, cell.ref});
      }
    }
  }

  const Grid& grid_;
  Calculator& calculator_;
  Place place_;
  std::vector<InputCell>& found_;
  std::unordered_set<std::uint64_t> known_;  // by sheet and cell
};

}  // namespace

std::vector<FormulaInputs> formula_inputs(const opc::Package& package) {
  const Grid grid = Grid::read(package, Formulas::all);
  Calculator calculator(grid);
  std::vector<FormulaInputs> all;
  for (std::size_t i = 0; i < grid.sheets().size(); ++i) {
    for (const OpenFormula& formula : grid.sheets()[i].formulas) {
      FormulaInputs& one = all.emplace_back();
      one.cell = {grid.sheets()[i].name, formula.at};
      if (const auto tree = read_expression(formula.text))
        InputReader(grid, calculator, {i, formula.at, formula.at.row}, one.from).read(*tree);
    }
  }
  return all;
}

}  // namespace lg::calc
