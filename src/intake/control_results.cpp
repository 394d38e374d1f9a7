#include "intake/control_results.hpp"

#include "base/text.hpp"
#include "intake/form.hpp"

namespace lg::intake {

Row* ControlResults::find(const std::string& list, const std::string& id) {
  domain::Table& table = review_.table(list);
  const auto [index, made] = indexes_.try_emplace(list);
  if (made) {
    const auto column = static_cast<std::size_t>(table.column("Kontroll-ID"));
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      index->second.emplace(fold(to_text(table.rows[i][column])), i);
    }
  }
  const auto found = index->second.find(fold(id));
  return found == index->second.end() ? nullptr : &table.rows[found->second];
}

void ControlResults::add(SheetRow& row, const std::string& list) {
  const Value& id = row.values.front();
  const bool last_year = list.starts_with("förra");
  const std::string controls = last_year ? "förra årets IKP" : "IKP";
  const std::string others = last_year ? "IKP" : "förra årets IKP";
  Row* control = id.is_blank() ? nullptr : find(controls, to_text(id));
  if (control == nullptr && !id.is_blank()) control = find(others, to_text(id));
  if (control == nullptr && review_.table("IKP").other_ids.contains(fold(to_text(id)))) {
    review_.ledger.leave_out(id.source(), "kontrollen inte är med i listan IKP");
    return;
  }
  if (control == nullptr)
    review_.ledger.leave_out(source_of(row.values), "raden inte har någon kontroll i bladet IKP");
  for (Problem& problem : row.problems) problems_.add(std::move(problem));
  if (id.is_blank()) return;
  if (control == nullptr) {
    problems_.add({Severity::error,
                   "IKP-101",
                   id.source().location(),
                   "Kontroll-ID ”" + to_text(id) + "” finns inte i bladet IKP.",
                   "Skriv beteckningen på en kontroll i bladet IKP.",
                   {}});
    return;
  }
  const Field& field = review_.table("IKP").field;
  const auto columns = find_form("IKP-uppföljning")->columns;
  for (std::size_t i = 2; i < columns.size(); ++i) {  // after Kontroll-ID and År
    const int position = field.find(fold(columns[i].heading));
    const bool filled = !row.values[i].is_blank() || row.values[i].is_hole();
    if (filled) (*control)[static_cast<std::size_t>(position)] = std::move(row.values[i]);
  }
}

}  // namespace lg::intake
