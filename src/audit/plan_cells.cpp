#include "audit/plan_cells.hpp"

#include "audit/provenance.hpp"
#include "calc/formula_inputs.hpp"
#include "intake/cell_reader.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace lg::audit {
namespace {

using Key = std::tuple<std::string, int, int>;
using Uses = std::vector<merge::CellUse>;

Key key_of(const std::string& sheet, sml::CellRef at) {
  return {sheet, at.row, at.column};
}

/// "Aktivitetsplan › F6:F8, F11; Översikt › B28:B33": column by column.
std::string reads_text(const std::vector<calc::InputCell>& cells) {
  std::vector<std::pair<std::string, std::vector<sml::CellRef>>> sheets;
  for (const calc::InputCell& cell : cells) {
    auto sheet = std::ranges::find(sheets, cell.sheet, [](const auto& one) { return one.first; });
    if (sheet == sheets.end()) sheet = sheets.insert(sheets.end(), {cell.sheet, {}});
    sheet->second.push_back(cell.at);
  }
  std::string text;
  for (auto& [sheet, refs] : sheets) {
    std::ranges::sort(refs, {}, [](sml::CellRef at) { return std::pair(at.column, at.row); });
    text += (text.empty() ? "" : "; ") + sheet + " › " + cells_text(refs);
  }
  return text;
}

/// What the cells that a formula reads were made of, through all formulas between.
class Counted {
 public:
  Counted(const std::vector<calc::FormulaInputs>& formulas, const std::map<Key, Uses>& filled)
      : filled_(filled) {
    for (const calc::FormulaInputs& one : formulas)
      formulas_.emplace(key_of(one.cell.sheet, one.cell.at), &one);
  }

  [[nodiscard]] const calc::FormulaInputs* formula(const Key& cell) const {
    const auto found = formulas_.find(cell);
    return found == formulas_.end() ? nullptr : found->second;
  }

  Uses of(const calc::FormulaInputs& formula) {
    std::set<Key> seen;
    std::set<std::tuple<const SheetOrigin*, int, int>> known;
    Uses uses;
    add(formula, seen, known, uses);
    std::vector<const SheetOrigin*> order;
    for (const merge::CellUse& use : uses) {
      if (std::ranges::find(order, use.cell.sheet) == order.end()) order.push_back(use.cell.sheet);
    }
    std::ranges::stable_sort(uses, {}, [&](const merge::CellUse& use) {
      return std::tuple(std::ranges::find(order, use.cell.sheet) - order.begin(), use.cell.column,
                        use.cell.row);
    });
    return uses;
  }

 private:
  void add(const calc::FormulaInputs& formula, std::set<Key>& seen,
           std::set<std::tuple<const SheetOrigin*, int, int>>& known, Uses& uses) {
    for (const calc::InputCell& cell : formula.from) {
      const Key key = key_of(cell.sheet, cell.at);
      if (!seen.insert(key).second) continue;
      if (const calc::FormulaInputs* inner = this->formula(key)) add(*inner, seen, known, uses);
      const auto found = filled_.find(key);
      if (found == filled_.end()) continue;
      for (const merge::CellUse& use : found->second) {
        if (known.emplace(use.cell.sheet, use.cell.row, use.cell.column).second)
          uses.push_back({use.cell, merge::CellUse::How::counted});
      }
    }
  }

  const std::map<Key, Uses>& filled_;
  std::map<Key, const calc::FormulaInputs*> formulas_;
};

std::map<Key, Uses> filled_cells(const merge::CellOrigins& origins) {
  std::map<Key, Uses> filled;
  for (const merge::CellOrigin& one : origins.cells) {
    Uses& uses = filled[key_of(*one.sheet, {one.row, one.column})];
    if (std::ranges::find(uses, one.from) == uses.end()) uses.push_back(one.from);
  }
  for (auto& [cell, uses] : filled) keep_shown(uses);
  return filled;
}

}  // namespace

void keep_shown(std::vector<merge::CellUse>& uses) {
  const auto steers = [](const merge::CellUse& use) { return use.how == merge::CellUse::How::steering; };
  if (!std::ranges::all_of(uses, steers)) std::erase_if(uses, steers);
}

std::vector<PlanCell> plan_cells(const opc::Package& plan, const sml::Workbook& values,
                                 const merge::CellOrigins& origins) {
  const std::map<Key, Uses> filled = filled_cells(origins);
  const std::vector<calc::FormulaInputs> formulas = calc::formula_inputs(plan);
  Counted counted(formulas, filled);
  std::vector<PlanCell> cells;
  for (const sml::Worksheet& sheet : values.sheets) {
    std::map<std::pair<int, int>, const sml::Cell*> places;
    for (const sml::Cell& cell : sheet.cells) {
      if (!intake::is_empty(cell) || cell.formula)
        places.emplace(std::pair(cell.ref.row, cell.ref.column), &cell);
    }
    for (auto at = filled.lower_bound(Key(sheet.name, 0, 0)); at != filled.end(); ++at) {
      const auto& [name, row, column] = at->first;
      if (name != sheet.name) break;
      places.emplace(std::pair(row, column), nullptr);
    }
    for (const auto& [at, cell] : places) {
      PlanCell& one = cells.emplace_back();
      one.sheet = sheet.name;
      one.at = {at.first, at.second};
      if (cell != nullptr) one.text = intake::cell_text(*cell);
      const Key key = key_of(one.sheet, one.at);
      if (const auto found = filled.find(key); found != filled.end()) one.from = found->second;
      one.formula = cell != nullptr && cell->formula;
      const calc::FormulaInputs* formula = counted.formula(key);
      if (formula == nullptr) continue;
      one.formula = true;
      one.reads = reads_text(formula->from);
      if (one.from.empty()) one.from = counted.of(*formula);
    }
  }
  return cells;
}

}  // namespace lg::audit
