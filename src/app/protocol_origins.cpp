#include "app/protocol_origins.hpp"

#include "app/protocol_list.hpp"
#include "audit/provenance.hpp"
#include "base/text.hpp"
#include "sml/cell_ref.hpp"

#include <algorithm>
#include <deque>
#include <string>
#include <utility>
#include <vector>

namespace lg::app {
namespace {

const auto text = protocol_text;

/// Cells of one sheet that a text was made of in one way.
struct Origin {
  std::string file;
  std::string sheet;
  std::string cells;    // "A6:B6, D6"
  std::string columns;  // their headings: "Aktivitet och Beskrivning"
  merge::CellUse::How how = merge::CellUse::How::shown;
};

std::vector<Origin> origins_of(const std::vector<merge::CellUse>& from) {
  std::vector<Origin> origins;
  for (auto at = from.begin(); at != from.end();) {
    const SheetOrigin& sheet = *at->cell.sheet;
    const auto end = std::find_if(at, from.end(), [&](const merge::CellUse& use) {
      return use.cell.sheet != &sheet || use.how != at->how;
    });
    std::vector<sml::CellRef> cells;
    std::vector<std::string> columns;
    for (auto use = at; use != end; ++use) {
      cells.push_back({use->cell.row, std::max(use->cell.column, 1)});
      const auto heading = sheet.headings.find(use->cell.column);
      const std::string name = heading == sheet.headings.end() ? "" : heading->second;
      if (!name.empty() && std::ranges::find(columns, name) == columns.end()) columns.push_back(name);
    }
    if (at->how == merge::CellUse::How::counted)
      std::ranges::sort(cells, {}, [](sml::CellRef cell) { return std::pair(cell.column, cell.row); });
    constexpr std::size_t most = 6;  // of a whole row the headings say little
    if (columns.size() > most) {
      const std::size_t more = columns.size() - most;
      columns.resize(most);
      columns.push_back(std::to_string(more) + " till");
    }
    origins.push_back({sheet.file, sheet.sheet, audit::cells_text(cells), join(columns, "och"), at->how});
    at = end;
  }
  return origins;
}

void add_trails(ProtocolList& list, const std::string& document, const std::vector<audit::Trail>& trails,
                const std::string& own) {
  using How = merge::CellUse::How;
  for (const audit::Trail& trail : trails) {
    const auto add = [&](const Origin& from, bool of_template) {
      list.add({text(document), text(trail.place), text(trail.spot), text(trail.text), text(from.file),
                text(from.sheet), text(from.cells), text(from.columns), Value::flag(of_template),
                Value::flag(from.how == How::counted || from.how == How::chosen),
                Value::flag(from.how == How::steering)});
    };
    if (trail.from.empty()) add({own, "", "", "", How::shown}, true);
    for (const Origin& from : origins_of(trail.from)) add(from, false);
  }
}

/// The plan cell by cell, a row for each way that each was made in. Of a very large plan none: the protocol
/// would be larger than all documents together, and Ursprung has its rows.
void add_cells(Dataset& data, const std::vector<audit::PlanCell>& cells) {
  ProtocolList list("Planceller",
                    {"Blad", "Cell", "Text", "Formel", "Räknar", "Fil", "Underlagets blad", "Celler"});
  if (cells.size() > audit::most_followed_cells) return list.move_to(data);
  for (const audit::PlanCell& cell : cells) {
    const auto add = [&](const Origin& from) {
      list.add({text(cell.sheet), text(cell.at.text()), text(cell.text), Value::flag(cell.formula),
                text(cell.reads), text(from.file), text(from.sheet), text(from.cells)});
    };
    if (cell.from.empty()) add({});
    for (const Origin& from : origins_of(cell.from)) add(from);
  }
  list.move_to(data);
}

/// The headings that the columns of each sheet were read under.
void add_columns(Dataset& data, const std::deque<SheetOrigin>& sheets) {
  ProtocolList columns("Kolumner", {"Fil", "Blad", "Kolumn", "Rubrik"});
  for (const SheetOrigin& origin : sheets) {
    for (const auto& [column, heading] : origin.headings)
      columns.add({text(origin.file), text(origin.sheet), text(sml::column_letters(column)), text(heading)});
  }
  columns.move_to(data);
}

}  // namespace

void add_origins(Dataset& data, const RunRecord& record) {
  ProtocolList origins("Ursprung", {"Dokument", "Avsnitt", "Ställe", "Text", "Fil", "Blad", "Celler",
                                    "Kolumner", "Mallens egen", "Räknas", "Styr"});
  add_trails(origins, "Rapport", record.provenance.report, record.report_template.file);
  add_trails(origins, "Aktivitetsplan", record.provenance.plan, record.plan_template.file);
  origins.move_to(data);
  add_cells(data, record.provenance.cells);
  add_columns(data, record.review.origins);
}

}  // namespace lg::app
