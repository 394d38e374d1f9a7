#include "intake/derive.hpp"

#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/responsibility.hpp"
#include "domain/scales.hpp"
#include "intake/form.hpp"
#include "intake/list_fields.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace lg::intake {
namespace {

using domain::ColumnOf;
using domain::Review;
using domain::Table;
using domain::whole;

bool is_empty(const Value& value) {
  return value.is_blank() && !value.is_hole();
}

void derive_risks(Table& table, const domain::Scales& scales) {
  const ColumnOf likelihood(table, "Sannolikhet");
  const ColumnOf consequence(table, "Konsekvens");
  const ColumnOf risk_value(table, "Riskvärde");
  const ColumnOf risk_level(table, "Risknivå");
  for (Row& row : table.rows) {
    const auto s = whole(likelihood(row));
    const auto k = whole(consequence(row));
    if (s && k && *s > 0 && *k > 0 && *s < 1000 && *k < 1000 && is_empty(risk_value(row))) {
      risk_value(row) = Value::number(*s * *k, risk_value(row).source());
    }
    const auto value = whole(risk_value(row));
    if (!value || !is_empty(risk_level(row))) continue;
    const std::string level = scales.level_of(*value);
    if (!level.empty()) risk_level(row) = Value::text(level, risk_level(row).source());
  }
}

/// "2025, 2026 samt 2027"; empty when the years make no sense.
std::string years_text(std::optional<int> first, std::optional<int> last) {
  if (!first) return {};
  const int end = last.value_or(*first);
  constexpr int longest = 30;
  if (end < *first || end - *first > longest) return {};
  std::vector<std::string> years;
  for (int year = *first; year <= end; ++year) years.push_back(std::to_string(year));
  return join(years, "samt");
}

/// Each role spelt as the sheet Roller spells it, so that "isam" and "ISAM" are one owner, and
/// "Förvaltningschefen" is "Förvaltningschef".
void spell_roles(const Table& roles, Table& table) {
  std::unordered_map<std::string, std::string> spelling;
  // A short name before a longer one of another role: "chef" is itself.
  for (const std::string_view name : {"Roll", "Fullständig benämning", "Bestämd form"}) {
    for (const Row& row : roles.rows) {
      const std::string role = to_text(roles.at(row, "Roll"));
      const std::string other = fold(to_text(roles.at(row, name)));
      if (!role.empty() && !other.empty()) spelling.emplace(other, role);
    }
  }
  for (const std::string_view heading : {"Ansvarig", "Med stöd av"}) {
    const int column = table.column(heading);
    if (column < 0) continue;
    for (Row& row : table.rows) {
      Value& value = row[static_cast<std::size_t>(column)];
      if (value.is_blank()) continue;
      std::vector<std::string> names = split(to_text(value), ';');
      for (std::string& name : names) {
        if (const auto known = spelling.find(fold(name)); known != spelling.end()) name = known->second;
      }
      std::string text;
      for (const std::string& name : names) text += (text.empty() ? "" : "; ") + name;
      value = Value::text(std::move(text), value.source());
    }
  }
}

void derive_activities(Table& table) {
  const ColumnOf first(table, "Startår");
  const ColumnOf last(table, "Slutår");
  const ColumnOf owner(table, "Ansvarig");
  const ColumnOf kind(table, "Ansvarstyp");
  const ColumnOf support(table, "Med stöd av");
  const ColumnOf years(table, "År");
  const ColumnOf sentence(table, "Ansvarsmening");
  for (Row& row : table.rows) {
    const std::string text = years_text(whole(first(row)), whole(last(row)));
    years(row) =
        text.empty()
            ? Value::hole(first(row).source())
            : Value::text(text, first(row).source()).made_of({first(row).source(), last(row).source()});
    const std::string says = domain::responsibility_sentence(to_text(owner(row)), to_text(kind(row)),
                                                             split(to_text(support(row)), ';'));
    // The place to go to is the cell that is missing.
    const Source place = owner(row).is_blank() ? owner(row).source() : kind(row).source();
    std::vector<Source> cells;
    for (const ColumnOf& column : {owner, kind, support}) {
      if (!column(row).is_blank()) cells.push_back(column(row).source());
    }
    sentence(row) = says.empty() ? Value::hole(place) : Value::text(says, place).made_of(std::move(cells));
  }
}

/// Gives each row of `to` the columns of the row of `from` that has the same ID. `declared` columns of `to`
/// are its own and are left as they are.
void join_rows(const Table& from, Table& to, std::string_view key, std::size_t declared) {
  join_fields(from.field, to.field);
  std::vector<std::pair<std::size_t, std::size_t>> moves;  // position in from → in to
  for (std::size_t i = 0; i < from.field.fields.size(); ++i) {
    const auto position = static_cast<std::size_t>(to.field.find(from.field.fields[i].folded));
    if (position >= declared) moves.emplace_back(i, position);
  }
  const ColumnOf from_key(from, key);
  const ColumnOf to_key(to, key);
  std::unordered_map<std::string, const Row*> rows;
  for (const Row& row : from.rows) rows.emplace(fold(to_text(from_key(row))), &row);
  for (Row& row : to.rows) {
    row.resize(to.field.fields.size());
    const auto found = rows.find(fold(to_text(to_key(row))));
    for (const auto& [source, target] : moves) {
      if (!is_empty(row[target])) continue;
      row[target] = found == rows.end() ? Value::hole(to_key(row).source()) : (*found->second)[source];
    }
  }
}

/// Follow-ups of events that are no matter of information security are counted and left out.
void drop_other_follow_ups(Review& review, Problems& problems) {
  Table& table = review.table("Uppföljning");
  const Table& events = review.table("förra årets VoR");
  const ColumnOf id(table, "VoR-ID");
  std::set<std::string> present;
  const ColumnOf event_id(events, "VoR-ID");
  for (const Row& row : events.rows) present.insert(fold(to_text(event_id(row))));
  const auto& others = review.table("VoR").other_ids;
  std::vector<Row> kept;
  std::map<const SheetOrigin*, int> dropped;
  for (Row& row : table.rows) {
    const std::string folded = fold(to_text(id(row)));
    if (others.contains(folded) && !present.contains(folded)) {
      ++dropped[id(row).source().sheet];
      review.ledger.leave_out(source_of(row), "händelsen inte är med i förra årets VoR");
    } else {
      kept.push_back(std::move(row));
    }
  }
  table.rows = std::move(kept);
  for (const auto& [origin, count] : dropped) {
    if (origin == nullptr) continue;
    problems.add({Severity::note,
                  "BLAN-008",
                  CellLocation{origin->file, origin->sheet, "", ""},
                  (count == 1 ? "1 rad används inte" : std::to_string(count) + " rader används inte") +
                      std::string(", eftersom händelsen inte är med i förra årets VoR."),
                  "",
                  {}});
  }
}

void derive_follow_ups(Review& review, Problems& problems) {
  drop_other_follow_ups(review, problems);
  Table& table = review.table("Uppföljning");
  const ColumnOf advice(table, "ISAM:s rekommendation");
  for (Row& row : table.rows) {
    const std::string text = to_text(advice(row));
    const bool none = fold(text) == "ingen" || text == "-" || text == "–";
    if (none) advice(row) = Value::blank(advice(row).source());
  }
  join_rows(review.table("förra årets VoR"), table, "VoR-ID", find_form("Uppföljning")->columns.size());
}

/// An incident is masked where its cell says nothing; that is nobody's mark, so it has no place. One that is
/// significant by law is kept out of the public copy (OSL 18 kap. 8 b §), unless the form
/// says that it is open.
void derive_incidents(Table& table) {
  const ColumnOf significant(table, "Betydande enligt cybersäkerhetslagen");
  const ColumnOf secrecy(table, "Sekretess");
  const ColumnOf basis(table, "Lagrum");
  for (Row& row : table.rows) {
    if (is_empty(secrecy(row))) secrecy(row) = Value::text("Maskas");
    const bool open = fold(to_text(secrecy(row))) == "öppen";
    const bool yes = fold(to_text(significant(row))) == "ja" && !open;
    if (yes && is_empty(basis(row))) basis(row) = Value::text("OSL 18 kap. 8 b §", basis(row).source());
  }
}

/// The year's own text goes before the one for all years.
void choose_text_blocks(Table& table, int report_year, domain::Ledger& ledger) {
  const ColumnOf key(table, "Nyckel");
  const ColumnOf years(table, "Rapportår");
  std::set<std::string> own;
  const auto is_own = [&](const Row& row) {
    return to_text(years(row)).find(std::to_string(report_year)) != std::string::npos;
  };
  for (const Row& row : table.rows) {
    if (is_own(row)) own.insert(fold(to_text(key(row))));
  }
  std::erase_if(table.rows, [&](const Row& row) {
    const bool replaced = !is_own(row) && own.contains(fold(to_text(key(row))));
    if (replaced) ledger.leave_out(source_of(row), "årets egen text med samma nyckel används");
    return replaced;
  });
}

void sort_rows(Table& table) {
  const int position = table.column("Sorteringsordning");
  if (position < 0) return;
  const auto order = [position](const Row& row) {
    const auto* number = row[static_cast<std::size_t>(position)].as_number();
    return number == nullptr ? std::numeric_limits<double>::max() : number->number;
  };
  std::ranges::stable_sort(table.rows, {}, order);
}

}  // namespace

void derive(Review& review, Problems& problems) {
  const domain::Scales scales = domain::scales_of(review);
  for (auto& [name, table] : review.tables) sort_rows(table);
  derive_risks(review.table("VoR"), scales);
  derive_risks(review.table("förra årets VoR"), scales);
  for (auto& [name, table] : review.tables) spell_roles(review.table("Roller"), table);
  derive_activities(review.table("Aktiviteter"));
  derive_activities(review.table("Tidigare aktiviteter"));
  derive_follow_ups(review, problems);
  join_rows(review.table("Revisioner"), review.table("Iakttagelser"), "Revisions-ID",
            find_form("Iakttagelser")->columns.size());
  derive_incidents(review.table("Incidenter"));
  if (review.report_year > 0)
    choose_text_blocks(review.table("Textblock"), review.report_year, review.ledger);
  for (int year = review.first_plan_year; year > 0 && year <= review.last_plan_year; ++year) {
    review.table("Planår").rows.push_back(
        {Value::number(year, review.facts.at(review.facts.rows.front(), "Planperiod, första år").source())});
  }
}

}  // namespace lg::intake
