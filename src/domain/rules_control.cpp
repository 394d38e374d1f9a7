#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/rule_checks.hpp"

#include <array>

namespace lg::domain {
namespace {

struct ControlColumns {
  explicit ControlColumns(const Table& table)
      : id(table, "Kontroll-ID"),
        events(table, "VoR-ID"),
        done(table, "Genomförd"),
        checked(table, "Antal kontrollerade"),
        deviations(table, "Antal avvikelser"),
        result(table, "Resultat"),
        comment(table, "Kommentar"),
        measure(table, "Åtgärd"),
        measure_end(table, "Klart senast") {}

  ColumnOf id, events, done, checked, deviations, result, comment, measure, measure_end;
};

std::string named(const ControlColumns& columns, const Row& row) {
  return "Kontrollen ”" + excerpt(to_text(columns.id(row)), 40) + "”";
}

void warn(const CellLocation& where, const char* code, std::string message, std::string hint,
          Problems& problems) {
  problems.add({Severity::warning, code, where, std::move(message), std::move(hint), {}});
}

/// The result names a deviation, or a number of them is given.
bool has_deviation(const ControlColumns& columns, const Row& row) {
  const std::string result = fold(to_text(columns.result(row)));
  const auto count = whole(columns.deviations(row));
  return result == "mindreavvikelse" || result == "avvikelse" || result == "allvarligavvikelse" ||
         (count && *count > 0);
}

void check_plan(const Table& table, Problems& problems) {
  const ControlColumns columns(table);
  for (const Row& row : table.rows) {
    if (!columns.events(row).is_blank()) continue;
    warn(place_of(columns.events(row), columns.id(row)), "IKP-102",
         named(columns, row) + " pekar inte på någon händelse i VoR.",
         "Fyll i VoR-ID för händelsen som kontrollen gäller.", problems);
  }
}

/// Last year is over: each control was made and has a result, or it says that it was not.
void check_made(const Table& table, Problems& problems) {
  const ControlColumns columns(table);
  for (const Row& row : table.rows) {
    const std::string done = fold(to_text(columns.done(row)));
    const bool made = done == "ja" || done == "delvis";
    const bool counted = !columns.deviations(row).is_blank();
    if (!columns.result(row).is_blank() || done == "nej" || (made && counted)) continue;
    if (made && !has_cell(columns.result(row))) continue;  // the sheet has no column for it
    const Value& place = made || !has_cell(columns.done(row)) ? columns.result(row) : columns.done(row);
    warn(place_of(place, columns.id(row)), "IKP-103",
         named(columns, row) + " är från förra året men har inget resultat.",
         "Fyll i Genomförd och Resultat, eller Ej genomförd.", problems);
  }
}

void check_result(const ControlColumns& columns, const Row& row, Problems& problems) {
  const auto count = whole(columns.deviations(row));
  const auto checked = whole(columns.checked(row));
  const std::string result = fold(to_text(columns.result(row)));
  if (count && checked && *count > *checked) {
    warn(columns.deviations(row).source().location(), "IKP-104",
         named(columns, row) + " har " + std::to_string(*count) + " avvikelser men bara " +
             std::to_string(*checked) + " kontrollerade.",
         "Rätta det ena antalet.", problems);
  }
  if (count && *count > 0 && (result == "ingenavvikelse" || result == "ejgenomförd")) {
    warn(columns.result(row).source().location(), "IKP-105",
         named(columns, row) + " har resultatet ”" + to_text(columns.result(row)) + "” men " +
             std::to_string(*count) + (*count == 1 ? " avvikelse." : " avvikelser."),
         "Välj ett annat resultat, eller rätta antalet.", problems);
  }
  const bool unexplained = has_deviation(columns, row) || result == "ejgenomförd";
  if (unexplained && columns.comment(row).is_blank()) {
    warn(place_of(columns.comment(row), columns.id(row)), "IKP-108",
         named(columns, row) + " har " + (result == "ejgenomförd" ? "inte gjorts" : "en avvikelse") +
             " men ingen kommentar.",
         "Skriv vad som hände i kolumnen Kommentar.", problems);
  }
}

void check_measure(const ControlColumns& columns, const Row& row, Problems& problems) {
  if (!has_deviation(columns, row)) return;
  if (columns.measure(row).is_blank()) {
    warn(place_of(columns.measure(row), columns.id(row)), "IKP-106",
         named(columns, row) + " har en avvikelse men ingen åtgärd.",
         "Skriv vad som görs åt avvikelsen i kolumnen Åtgärd.", problems);
  }
  if (columns.measure_end(row).is_blank() && !columns.measure_end(row).is_hole()) {
    warn(place_of(columns.measure_end(row), columns.id(row)), "IKP-107",
         named(columns, row) + " har en avvikelse men inget datum när åtgärden ska vara klar.",
         "Fyll i Klart senast.", problems);
  }
}

}  // namespace

void check_controls(const RuleInput& input, Problems& problems) {
  for (const std::string_view list : {"IKP", "förra årets IKP"}) {
    const Table& table = input.review.table(list);
    check_plan(table, problems);
    const ControlColumns columns(table);
    for (const Row& row : table.rows) {
      check_result(columns, row, problems);
      check_measure(columns, row, problems);
    }
  }
  check_made(input.review.table("förra årets IKP"), problems);
}

}  // namespace lg::domain
