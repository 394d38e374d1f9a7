#include "intake/record_maker.hpp"

#include "base/text.hpp"
#include "intake/cell_reader.hpp"
#include "intake/method_and_frequency.hpp"
#include "intake/risk_facts.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace lg::intake {
namespace {

void set_number(ForeignRecord& record, int column, std::optional<int> number, const sml::Cell& from) {
  if (!number) return;
  sml::Cell cell = from;
  cell.value = static_cast<double>(*number);
  cell.formula = false;
  cell.percent = false;
  record.cells[column] = cell;
}

/// Each value of the column stands once, over the rows that it is true of: blank means as above.
bool is_written_once(const ForeignTable& table, int column) {
  std::string before;
  bool any_blank = false;
  for (const ForeignRecord& record : table.records) {
    const auto found = record.cells.find(column);
    if (found == record.cells.end()) {
      if (before.empty()) return false;
      any_blank = true;
      continue;
    }
    const std::string text = fold(cell_text(found->second));
    if (text == before) return false;
    before = text;
  }
  return any_blank;
}

void fill_from_above(ForeignSheet& sheet, ForeignTable& table, int column) {
  const auto place = table.columns.find(column);
  if (column < 0 || place == table.columns.end() || !is_written_once(table, column)) return;
  const sml::Cell* above = nullptr;
  for (ForeignRecord& record : table.records) {
    const auto found = record.cells.find(column);
    if (found != record.cells.end()) {
      above = &found->second;
    } else {
      record.cells.emplace(column, *above);
      sheet.as_above.push_back({record.row, place->second});
    }
  }
}

bool nobody_has(const ForeignTable& table, int column) {
  return std::ranges::none_of(
      table.records, [column](const ForeignRecord& record) { return record.cells.contains(column); });
}

/// Numbers that begin again in each group are no IDs; they are kept as a column of the sheet's own.
void keep_as_own(ForeignSheet& sheet, ForeignTable& table, int column) {
  const auto heading = std::ranges::find_if(sheet.headings, [&](const ForeignHeading& one) {
    return one.form == table.form && one.column == column;
  });
  if (heading == sheet.headings.end()) return;
  const int own = own_position(table, heading->text);
  for (ForeignRecord& record : table.records) {
    const auto found = record.cells.find(column);
    if (found == record.cells.end()) continue;
    record.own.emplace(own, found->second);
    record.cells.erase(found);
  }
  heading->form = nullptr;
  heading->column = -1;
  table.columns.erase(column);
}

/// A category that kolumner.xlsx reads as Informationssäkerhet is still the area, where nothing else is.
void take_area_of_category(ForeignTable& events, int area) {
  if (!nobody_has(events, area)) return;
  const int security = column_of(*events.form, "Informationssäkerhet");
  for (ForeignRecord& record : events.records) {
    const auto found = record.cells.find(security);
    if (found == record.cells.end()) continue;
    const std::string text = fold(cell_text(found->second));
    if (text != "ja" && text != "nej") record.cells.emplace(area, found->second);
  }
}

void settle_ids(ForeignSheet& sheet, ForeignTable& table, std::string_view heading) {
  const int column = column_of(*table.form, heading);
  std::set<std::string> ids;
  std::size_t all = 0;
  for (const ForeignRecord& record : table.records) {
    const auto found = record.cells.find(column);
    if (found == record.cells.end()) continue;
    ++all;
    ids.insert(fold(cell_text(found->second)));
  }
  const bool numbered_again = std::ranges::any_of(sheet.headings, [&](const ForeignHeading& one) {
    return one.form == table.form && one.column == column && one.sureness == Sureness::wide;
  });
  if (ids.size() < all && numbered_again) keep_as_own(sheet, table, column);
  table.made_ids = nobody_has(table, column);
}

}  // namespace

int own_position(ForeignTable& table, const std::string& name) {
  const std::string folded = fold(name);
  for (std::size_t i = 0; i < table.own.size(); ++i) {
    if (fold(table.own[i]) == folded) return static_cast<int>(i);
  }
  table.own.push_back(name);
  return static_cast<int>(table.own.size()) - 1;
}

void split_facts(ForeignSheet& sheet, ForeignRecord& event) {
  const Form& form = *find_form("VoR");
  const int value = column_of(form, "Riskvärde");
  const auto found = event.cells.find(value);
  if (found == event.cells.end()) return;
  const auto* text = std::get_if<std::string_view>(&found->second.value);
  if (text == nullptr || parse_number(*text)) return;
  const auto facts = risk_facts(*text);
  if (!facts) return;
  const sml::Cell packed = found->second;
  const auto missing = [&](int column) { return !event.cells.contains(column); };
  const int likelihood = column_of(form, "Sannolikhet");
  const int consequence = column_of(form, "Konsekvens");
  // "S x K" over the column says which is which.
  const auto heading = std::ranges::find_if(
      sheet.headings, [&](const ForeignHeading& one) { return one.form == &form && one.column == value; });
  const std::string order = heading == sheet.headings.end() ? "" : fold(heading->text);
  const bool turned = facts->by_place && (order.find("kxs") != std::string::npos ||
                                          order.find("konsekvensxs") != std::string::npos);
  const bool told =
      turned || order.find("sxk") != std::string::npos || order.find("sannolikhetx") != std::string::npos;
  if (facts->by_place && !told && missing(likelihood) && !sheet.by_place &&
      facts->likelihood != facts->consequence)
    sheet.by_place = packed.ref;
  if (missing(likelihood))
    set_number(event, likelihood, turned ? facts->consequence : facts->likelihood, packed);
  if (missing(consequence))
    set_number(event, consequence, turned ? facts->likelihood : facts->consequence, packed);
  event.cells.erase(value);
  set_number(event, value, facts->risk_value, packed);
}

void finish_records(ForeignSheet& sheet) {
  if (ForeignTable* events = sheet.find("VoR")) {
    for (const std::string_view heading : {"KF-mål", "Nämndmål", "Process", "Område"})
      fill_from_above(sheet, *events, column_of(*events->form, heading));
    const int area = column_of(*events->form, "Område");
    const int process = column_of(*events->form, "Process");
    if (nobody_has(*events, area) && !nobody_has(*events, process)) {
      sheet.area_by_process = true;
      for (ForeignRecord& record : events->records) {
        if (const auto found = record.cells.find(process); found != record.cells.end())
          record.cells.emplace(area, found->second);
      }
    }
    take_area_of_category(*events, area);
    settle_ids(sheet, *events, "VoR-ID");
  }
  if (ForeignTable* controls = sheet.find("IKP")) {
    fill_from_above(sheet, *controls, column_of(*controls->form, "Process"));
    split_methods(sheet, *controls);
    settle_ids(sheet, *controls, "Kontroll-ID");
  }
}

}  // namespace lg::intake
