#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/indicator_year.hpp"
#include "domain/rule_checks.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace lg::domain {
namespace {

struct YearColumn {
  int year;
  std::size_t position;
};

std::vector<YearColumn> year_columns(const Table& table) {
  std::vector<YearColumn> columns;
  for (std::size_t i = 0; i < table.field.fields.size(); ++i) {
    if (const int year = indicator_year(table.field.fields[i]); year > 0) columns.push_back({year, i});
  }
  return columns;
}

bool is_figure(const Value& value) {
  if (value.as_number() != nullptr) return true;
  const auto* text = value.as_text();
  return text != nullptr && parse_number(*text).has_value();
}

/// A word that says that there is no outcome: a dash, "ej mätt".
bool says_none(const std::string& text) {
  static constexpr std::array<std::string_view, 14> words{
      "",           "ejmätt",        "intemätt",  "mättsej",    "mätsinte",  "saknas", "uppgiftsaknas",
      "ejaktuellt", "ejtillgänglig", "ejuppmätt", "mättesinte", "mättsinte", "n/a",    "na"};
  return std::ranges::find(words, fold(text)) != words.end();
}

/// The key figure is counted, in other years or with a goal; one that is only told in words is its owner's.
bool is_counted(const Table& table, const Row& row, const std::vector<YearColumn>& columns) {
  return is_figure(table.at(row, "Målvärde")) ||
         std::ranges::any_of(columns, [&](const YearColumn& one) { return is_figure(row[one.position]); });
}

/// The year that the outcomes should have come to: the report's own where there is a column for it, else the
/// one followed up. Its place among the columns; null when the sheet has neither.
const YearColumn* due_column(const Review& review, const std::vector<YearColumn>& columns) {
  for (const int year : {review.report_year, review.follow_up_year}) {
    const auto found = std::ranges::find(columns, year, &YearColumn::year);
    if (year > 0 && found != columns.end()) return &*found;
  }
  return nullptr;
}

}  // namespace

int indicator_year(const Field& field) {
  constexpr std::size_t digits = 4;
  std::string name = field.folded;
  if (name.starts_with("utfall")) name.erase(0, std::string_view("utfall").size());
  const bool year = name.size() == digits && name.starts_with("20") &&
                    name.find_first_not_of("0123456789") == std::string::npos;
  return year ? std::stoi(name) : 0;
}

void check_indicators(const RuleInput& input, Problems& problems) {
  const Table& table = input.review.table("Nyckeltal");
  const auto columns = year_columns(table);
  for (const Row& row : table.rows) {
    if (!is_counted(table, row, columns)) continue;
    for (const YearColumn& column : columns) {
      const Value& value = row[column.position];
      const std::string text = to_text(value);
      if (value.is_blank() || is_figure(value) || says_none(text)) continue;
      problems.add({Severity::error,
                    "BLAN-104",
                    value.source().location(),
                    "Utfallet " + std::to_string(column.year) + " ska vara ett tal, men i cellen står ”" +
                        excerpt(text, 40) + "”.",
                    "Skriv bara talet, till exempel 12,5.",
                    {}});
    }
  }
}

void check_outcomes(const RuleInput& input, Problems& problems) {
  const Table& table = input.review.table("Nyckeltal");
  const auto columns = year_columns(table);
  const YearColumn* due = due_column(input.review, columns);
  const ColumnOf name(table, "Nyckeltal");
  const ColumnOf comment(table, "Kommentar");
  // A new year's column that nobody has begun on may not be measured yet.
  const bool begun = due != nullptr && std::ranges::any_of(table.rows, [&](const Row& row) {
                       return is_figure(row[due->position]);
                     });
  for (const Row& row : table.rows) {
    if (due == nullptr || !is_counted(table, row, columns)) continue;
    const Value& value = row[due->position];
    // "ej mätt" and a comment say why; what cannot be read was told.
    if (!value.is_blank() || value.is_hole() || !comment(row).is_blank()) continue;
    const bool early = !begun && due->year == input.review.report_year;
    problems.add({early ? Severity::note : Severity::warning,
                  "LIST-104",
                  place_of(value, name(row)),
                  "Nyckeltalet ”" + excerpt(to_text(name(row)), 60) + "” har inget utfall för " +
                      std::to_string(due->year) + ".",
                  "Fyll i utfallet, eller skriv i Kommentar varför det saknas.",
                  {}});
  }
}

void check_goals(const RuleInput& input, Problems& problems) {
  const Table& table = input.review.table("Mål");
  const ColumnOf goal(table, "Mål");
  const ColumnOf reached(table, "Måluppfyllelse");
  const ColumnOf comment(table, "Kommentar");
  for (const Row& row : table.rows) {
    if (!reached(row).is_blank() || reached(row).is_hole() || !comment(row).is_blank()) continue;
    problems.add({Severity::warning,
                  "LIST-105",
                  place_of(reached(row), goal(row)),
                  "Målet ”" + excerpt(to_text(goal(row)), 60) + "” är inte bedömt.",
                  "Välj Uppfyllt, Delvis eller Ej, eller skriv i Kommentar varför det inte är bedömt.",
                  {}});
  }
}

}  // namespace lg::domain
