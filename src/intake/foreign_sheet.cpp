#include "intake/foreign_sheet.hpp"

#include <algorithm>
#include <utility>

namespace lg::intake {
namespace {

int points_of(const ForeignTable& table, const ForeignRecord& record) {
  const auto has = [&](std::string_view heading) {
    return record.cells.contains(column_of(*table.form, heading)) ? 1 : 0;
  };
  if (table.form->sheet == "VoR") {
    return (has("Oönskad händelse") == 1 ? 3 : -3) + has("Sannolikhet") + has("Konsekvens");
  }
  return (has("Kontroll") == 1 ? 1 : -3) + has("Metod") + has("Frekvens") + has("Kontrollansvarig");
}

}  // namespace

const ForeignTable* ForeignSheet::find(std::string_view form) const {
  const auto found =
      std::ranges::find_if(tables, [form](const ForeignTable& table) { return table.form->sheet == form; });
  return found == tables.end() ? nullptr : &*found;
}

ForeignTable* ForeignSheet::find(std::string_view form) {
  return const_cast<ForeignTable*>(std::as_const(*this).find(form));
}

int ForeignSheet::score() const {
  int points = -2 * static_cast<int>(unclear.size());
  for (const ForeignTable& table : tables) {
    for (const ForeignRecord& record : table.records) points += points_of(table, record);
  }
  return points;
}

}  // namespace lg::intake
