#include "intake/foreign_area.hpp"

#include "base/text.hpp"
#include "intake/sheet_name.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace lg::intake {
namespace {

/// Headings of a column that says where in the organisation the risk is.
constexpr std::array<std::string_view, 9> units{
    "enhet",           "avdelning",    "verksamhet", "organisationsenhet", "sektion",
    "verksamhetsgren", "verksamheter", "enheter",    "ansvarigenhet"};

bool somebody_has(const ForeignTable& table, int column) {
  return column >= 0 && std::ranges::any_of(table.records, [column](const ForeignRecord& record) {
           return record.cells.contains(column);
         });
}

/// A name that says what the sheet is and not what its rows are about: "Blad1", "Riskanalys 2025".
bool says_nothing_of_rows(const std::string& name) {
  static constexpr std::array<std::string_view, 14> words{
      "blad",   "sheet",   "export",   "risk",     "vor",   "väsentlighet", "data",
      "tabell", "rapport", "utskrift", "resultat", "lista", "analys",       "internkontroll"};
  const std::string folded = fold(parse_sheet_name(name).stem);
  return folded.empty() ||
         std::ranges::any_of(words, [&](std::string_view word) { return folded.starts_with(word); });
}

void take_column(ForeignTable& events, int area, int from) {
  for (ForeignRecord& record : events.records) {
    if (const auto found = record.cells.find(from); found != record.cells.end())
      record.cells.emplace(area, found->second);
  }
}

/// The position of the sheet's own column of units; nothing when it has none.
std::optional<int> unit_column(const ForeignTable& events) {
  for (std::size_t i = 0; i < events.own.size(); ++i) {
    const std::string folded = fold(events.own[i]);
    const int position = static_cast<int>(i);
    const bool filled = std::ranges::all_of(
        events.records, [position](const ForeignRecord& record) { return record.own.contains(position); });
    if (filled && std::ranges::find(units, folded) != units.end()) return position;
  }
  return {};
}

}  // namespace

void give_area(ForeignSheet& sheet, const std::string& sheet_name) {
  ForeignTable* events = sheet.find("VoR");
  if (events == nullptr || events->records.empty()) return;
  const int area = column_of(*events->form, "Område");
  if (somebody_has(*events, area)) return;
  if (const auto unit = unit_column(*events)) {
    sheet.area_from = "”" + events->own[static_cast<std::size_t>(*unit)] + "”";
    for (ForeignRecord& record : events->records) record.cells.emplace(area, record.own.at(*unit));
    return;
  }
  for (const std::string_view heading : {"Nämndmål", "KF-mål"}) {
    const int goal = column_of(*events->form, heading);
    const bool all = std::ranges::all_of(
        events->records, [goal](const ForeignRecord& record) { return record.cells.contains(goal); });
    if (!all) continue;
    sheet.area_from = std::string(heading);
    take_column(*events, area, goal);
    return;
  }
  sheet.area_from = "bladets namn, ”" + sheet_name + "”,";
  sheet.area_guessed = says_nothing_of_rows(sheet_name);
  const std::string& name = sheet.texts.emplace_back(sheet_name);
  const int event = column_of(*events->form, "Oönskad händelse");
  for (ForeignRecord& record : events->records) {
    const auto found = record.cells.find(event);
    sml::Cell cell = found == record.cells.end() ? record.cells.begin()->second : found->second;
    cell.value = std::string_view(name);
    cell.formula = false;
    record.cells.emplace(area, cell);
  }
}

}  // namespace lg::intake
