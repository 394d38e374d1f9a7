#include "intake/foreign_reader.hpp"

#include "intake/foreign_grid.hpp"
#include "intake/layout_print.hpp"
#include "intake/layout_table.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace lg::intake {
namespace {

std::size_t count_with(const ForeignTable& table, std::initializer_list<std::string_view> headings) {
  return static_cast<std::size_t>(std::ranges::count_if(table.records, [&](const ForeignRecord& record) {
    return std::ranges::all_of(headings, [&](std::string_view heading) {
      return record.cells.contains(column_of(*table.form, heading));
    });
  }));
}

std::size_t count_records(const ForeignSheet& sheet) {
  std::size_t count = 0;
  for (const ForeignTable& table : sheet.tables) count += table.records.size();
  return count;
}

/// At least half of the records have what makes a risk a risk, or a control a control.
bool is_convincing(const ForeignSheet& sheet, const ForeignTable& table, bool named) {
  if (table.records.empty()) return false;
  const std::size_t half = (table.records.size() + 1) / 2;
  if (table.form->sheet == "VoR") {
    const std::size_t events = count_with(table, {"Oönskad händelse"});
    const std::size_t measured = std::max(count_with(table, {"Oönskad händelse", "Sannolikhet"}),
                                          count_with(table, {"Oönskad händelse", "Konsekvens"}));
    return named || is_only_asked(sheet) ? events >= half : measured >= half;
  }
  const std::size_t how =
      std::max({count_with(table, {"Kontroll", "Metod"}), count_with(table, {"Kontroll", "Frekvens"}),
                count_with(table, {"Kontroll", "Kontrollansvarig"})});
  return named ? count_with(table, {"Kontroll"}) >= half : how >= half;
}

}  // namespace

std::optional<ForeignSheet> understand_sheet(const sml::Worksheet& sheet, const ForeignMap& map,
                                             const Form* hint) {
  const ForeignGrid grid(sheet);
  std::optional<ForeignSheet> table = read_layout_table(grid, map, hint);
  std::optional<ForeignSheet> print = read_layout_print(grid, map);
  // A page of which most is not understood is no print-out of risks.
  if (print && print->unclear.size() > count_records(*print)) print.reset();
  const bool as_print = print && (!table || print->score() > table->score());
  std::optional<ForeignSheet>& best = as_print ? print : table;
  if (!best) return {};
  const bool named = hint != nullptr && !as_print;
  const bool any = std::ranges::any_of(
      best->tables, [&](const ForeignTable& one) { return is_convincing(*best, one, named); });
  if (!any) return {};
  std::erase_if(best->tables, [](const ForeignTable& one) { return one.records.empty(); });
  return std::move(best);
}

bool is_only_asked(const ForeignSheet& sheet) {
  const ForeignTable* events = sheet.find("VoR");
  if (events == nullptr) return false;
  return std::ranges::all_of(std::array{"Sannolikhet", "Konsekvens"}, [&](std::string_view heading) {
    const int column = column_of(*events->form, heading);
    const bool asked = std::ranges::any_of(sheet.questions, [&](const ForeignQuestion& question) {
      return question.form == events->form && question.column == column && !question.used;
    });
    return asked && count_with(*events, {heading}) == 0;
  });
}

}  // namespace lg::intake
