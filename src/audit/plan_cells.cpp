#include "audit/plan_cells.hpp"

#include "audit/provenance.hpp"
#include "calc/formula_inputs.hpp"
#include "intake/cell_reader.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace lg::audit {
namespace {

/// A cell of the plan: the number of its sheet, row and column.
using Key = std::uint64_t;
using Uses = std::vector<merge::CellUse>;

/// Gives each sheet of the plan a number, since names are slow to compare cell by cell.
class Keys {
 public:
  Key of(const std::string& sheet, sml::CellRef at) {
    if (last_ == numbers_.end() || last_->first != sheet)
      last_ = numbers_.try_emplace(sheet, numbers_.size()).first;
    constexpr Key columns = sml::max_columns + 1;
    constexpr Key rows = sml::max_rows + 1;
    return (last_->second * rows + static_cast<Key>(at.row)) * columns + static_cast<Key>(at.column);
  }

 private:
  std::map<std::string, Key> numbers_;
  std::map<std::string, Key>::const_iterator last_ = numbers_.end();  // most cells lie in the sheet before
};

using Filled = std::unordered_map<Key, Uses>;

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
  Counted(const std::vector<calc::FormulaInputs>& formulas, const Filled& filled, Keys& keys)
      : filled_(filled), keys_(keys) {
    for (const calc::FormulaInputs& one : formulas)
      formulas_.emplace(keys.of(one.cell.sheet, one.cell.at), &one);
  }

  [[nodiscard]] const calc::FormulaInputs* formula(Key cell) const {
    const auto found = formulas_.find(cell);
    return found == formulas_.end() ? nullptr : found->second;
  }

  Uses of(const calc::FormulaInputs& formula) {
    std::unordered_set<Key> seen;
    std::unordered_set<merge::CellUse, CellUseHash> known;
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
  void add(const calc::FormulaInputs& formula, std::unordered_set<Key>& seen,
           std::unordered_set<merge::CellUse, CellUseHash>& known, Uses& uses) {
    for (const calc::InputCell& cell : formula.from) {
      const Key key = keys_.of(cell.sheet, cell.at);
      if (!seen.insert(key).second) continue;
      if (const calc::FormulaInputs* inner = this->formula(key)) add(*inner, seen, known, uses);
      const auto found = filled_.find(key);
      if (found == filled_.end()) continue;
      for (const merge::CellUse& use : found->second) {
        const merge::CellUse counted{use.cell, merge::CellUse::How::counted};
        if (known.insert(counted).second) uses.push_back(counted);
      }
    }
  }

  const Filled& filled_;
  Keys& keys_;
  std::unordered_map<Key, const calc::FormulaInputs*> formulas_;
};

Filled filled_cells(const merge::CellOrigins& origins, Keys& keys) {
  Filled filled;
  filled.reserve(origins.cells.size());
  for (const merge::CellOrigin& one : origins.cells) {
    Uses& uses = filled[keys.of(*one.sheet, {one.row, one.column})];
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
  Keys keys;
  const Filled filled = filled_cells(origins, keys);
  std::size_t size = 0;
  for (const sml::Worksheet& sheet : values.sheets) size += sheet.cells.size();
  std::vector<calc::FormulaInputs> formulas;
  if (size <= most_followed_cells) formulas = calc::formula_inputs(plan);
  Counted counted(formulas, filled, keys);
  std::map<std::string_view, std::vector<std::pair<int, int>>> filled_of_sheet;
  for (const merge::CellOrigin& one : origins.cells)
    filled_of_sheet[*one.sheet].emplace_back(one.row, one.column);
  std::vector<PlanCell> cells;
  for (const sml::Worksheet& sheet : values.sheets) {
    std::map<std::pair<int, int>, const sml::Cell*> places;
    for (const sml::Cell& cell : sheet.cells) {
      if (!intake::is_empty(cell) || cell.formula)
        places.emplace(std::pair(cell.ref.row, cell.ref.column), &cell);
    }
    for (const auto& at : filled_of_sheet[sheet.name]) places.emplace(at, nullptr);
    for (const auto& [at, cell] : places) {
      PlanCell& one = cells.emplace_back();
      one.sheet = sheet.name;
      one.at = {at.first, at.second};
      if (cell != nullptr) one.text = intake::cell_text(*cell);
      const Key key = keys.of(one.sheet, one.at);
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
