#include "merge/xlsx_kept_rows.hpp"

#include "base/text.hpp"
#include "opc/xml.hpp"

#include <algorithm>
#include <string>

namespace lg::merge {
namespace {

class Marker {
 public:
  explicit Marker(WorkbookTemplate& workbook) : workbook_(workbook) {}

  void mark() {
    for (TabTemplate& tab : workbook_.tabs) {
      if (tab.sheet == nullptr) continue;
      for (const RowTemplate& row : tab.sheet->rows) {
        for (const CellTemplate& cell : row.cells) {
          const auto* formula = std::get_if<FormulaCell>(&cell.content);
          if (formula != nullptr) read(formula->formula, tab.sheet.get(), row.number);
        }
      }
    }
    const pugi::xml_node names = opc::child(workbook_.document.document_element(), "definedNames");
    for (const pugi::xml_node name : names.children()) {
      read(sml::Formula::parse(name.child_value()), nullptr, 0);
    }
  }

 private:
  void read(const sml::Formula& formula, SheetTemplate* own, int row) {
    for (const sml::Formula::Piece& piece : formula.pieces()) {
      const auto* reference = std::get_if<sml::Reference>(&piece);
      if (reference == nullptr || reference->external || reference->first.row == 0) continue;
      SheetTemplate* sheet = reference->first_sheet.empty() ? own : find(reference->first_sheet);
      if (sheet == nullptr) continue;
      const sml::Rows rows{std::min(reference->first.row, reference->last.row),
                           std::max(reference->first.row, reference->last.row)};
      mark(*sheet, rows, sheet == own ? row : 0);
    }
  }

  void mark(SheetTemplate& sheet, sml::Rows rows, int from) {
    for (SheetStep& step : sheet.steps) {
      if (step.kind != SheetStep::Kind::open || step.table || step.next == TextTemplate::none) continue;
      const SheetStep& next = sheet.steps[step.next];
      const sml::Rows body{step.rows.last + 1, next.rows.first - 1};
      const bool within = body.first <= rows.first && rows.last <= body.last;
      const bool own = body.first <= from && from <= body.last;
      if (within && !own) step.kept = true;
    }
  }

  [[nodiscard]] SheetTemplate* find(const std::string& name) {
    const std::string lower = to_lower(name);
    for (TabTemplate& tab : workbook_.tabs) {
      if (tab.sheet != nullptr && to_lower(tab.name) == lower) return tab.sheet.get();
    }
    return nullptr;
  }

  WorkbookTemplate& workbook_;
};

}  // namespace

void mark_kept_rows(WorkbookTemplate& workbook) {
  Marker(workbook).mark();
}

}  // namespace lg::merge
