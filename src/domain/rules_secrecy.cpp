#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/rule_checks.hpp"

#include <string_view>
#include <vector>

namespace lg::domain {

/// Rows that are marked to be masked are printed all the same: a public copy cannot be made yet, and whoever
/// hands the documents on must know.
void check_secrecy(const RuleInput& input, Problems& problems) {
  for (const auto& [name, table] : input.review.tables) {
    const ColumnOf secrecy(table, "Sekretess");
    std::vector<Location> places;
    // What is confidential of an incident is never printed by default, only counted.
    if (table.field.name == "Incidenter") continue;
    for (const Row& row : table.rows) {
      const std::string mark = fold(to_text(secrecy(row)));
      if (mark == "maskas" || mark == "utelämnas") places.emplace_back(secrecy(row).source().location());
    }
    if (places.empty()) continue;
    const Location first = places.front();
    places.erase(places.begin());
    problems.add({Severity::note, "BLAN-021", first,
                  "Raden är märkt Maskas eller Utelämnas, men dokumenten visar den; en öppen kopia kan inte "
                  "göras ännu.",
                  "Ta bort uppgiften ur dokumenten innan de lämnas ut.", std::move(places)});
  }
}

}  // namespace lg::domain
