#include "intake/foreign_value.hpp"

#include "base/text.hpp"
#include "intake/cell_reader.hpp"
#include "intake/risk_facts.hpp"
#include "intake/sheet_remarks.hpp"

#include <algorithm>

namespace lg::intake {
namespace {

std::optional<double> number_in(const ForeignGrid& grid, int row, int column) {
  const sml::Cell* cell = grid.at(row, column);
  if (cell == nullptr) return {};
  const std::string text = cell_text(*cell);
  if (const auto number = parse_number(text)) return *number;
  if (const auto number = only_number(text)) return *number;
  return {};
}

}  // namespace

ValueHeadings find_values(const ForeignHeader& header, const std::vector<ColumnContents>& contents,
                          const std::vector<bool>& used, std::optional<std::size_t> taken) {
  const int value = column_of(*find_form("VoR"), "Riskvärde");
  ValueHeadings found;
  if (taken) (contents[*taken].are_risk_facts() ? found.packed : found.stated) = taken;
  for (std::size_t i = 0; i < header.columns.size(); ++i) {
    const ForeignColumn& column = header.columns[i];
    if (used[i] || column.left_out) continue;
    const bool word = column.event && column.event->column == value && column.event->sureness < Sureness::ask;
    if (!found.packed && contents[i].are_risk_facts()) {
      found.packed = i;
    } else if (!found.stated && word && contents[i].are_numbers()) {
      found.stated = i;
    }
  }
  return found;
}

Agreement compare_products(const ForeignGrid& grid, int header_row, int likelihood, int consequence,
                           int value) {
  Agreement agreement;
  for (const ForeignGrid::GridRow& row : grid.rows()) {
    if (row.number <= header_row || std::ranges::any_of(row.texts, is_total)) continue;
    const auto s = number_in(grid, row.number, likelihood);
    const auto k = number_in(grid, row.number, consequence);
    const auto stated = number_in(grid, row.number, value);
    if (!s || !k || !stated) continue;
    ++agreement.compared;
    if (*s * *k == *stated) ++agreement.agreeing;
  }
  return agreement;
}

}  // namespace lg::intake
