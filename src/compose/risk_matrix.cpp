#include "compose/risk_matrix.hpp"

#include "base/text.hpp"
#include "compose/made_list.hpp"
#include "domain/column_of.hpp"
#include "domain/scales.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace lg::compose {
namespace {

using domain::ColumnOf;
using domain::Review;
using domain::Scales;
using domain::Table;
using domain::whole;

constexpr int grades = 4;  // of colour

/// The name that Skalor gives a step; blank when it has none.
Value step_name(const Review& review, std::string_view scale, int step) {
  const Table& table = review.table("Skalor");
  for (const Row& row : table.rows) {
    const bool same =
        fold(to_text(table.at(row, "Typ"))) == fold(scale) && whole(table.at(row, "Värde")) == step;
    if (same) return table.at(row, "Benämning");
  }
  return {};
}

/// "3 Kännbar", or "3" of a step without a name.
Value step_heading(const Value& name, int step) {
  const std::string words = to_text(name);
  return Value::text(std::to_string(step) + (words.empty() ? "" : " " + words), name.source());
}

std::vector<Scales::Level> levels_from_lowest(const Scales& scales) {
  std::vector<Scales::Level> levels = scales.levels;
  std::ranges::stable_sort(levels, {}, &Scales::Level::from);
  return levels;
}

/// The level's place among the levels as one of four grades, so that any number of levels can be coloured.
int grade_of(const std::vector<Scales::Level>& levels, int risk_value) {
  for (std::size_t i = 0; i < levels.size(); ++i) {
    if (risk_value < levels[i].from || risk_value > levels[i].to) continue;
    const int count = static_cast<int>(levels.size());
    return (grades * (static_cast<int>(i) + 1) + count - 1) / count;
  }
  return 0;
}

/// The IDs of the events with that likelihood and consequence.
Value events_in(const Table& events, int likelihood, int consequence) {
  const ColumnOf id(events, "VoR-ID");
  const ColumnOf s(events, "Sannolikhet");
  const ColumnOf k(events, "Konsekvens");
  std::vector<Value> ids;
  for (const Row& row : events.rows) {
    if (whole(s(row)) == likelihood && whole(k(row)) == consequence) ids.push_back(id(row));
  }
  return listed(ids);
}

/// How many events have a risk value within the level; of none it was made of all of them.
Value count_in(const Table& events, const Scales::Level& level) {
  const ColumnOf value(events, "Riskvärde");
  std::vector<Source> within;
  std::vector<Source> all;
  std::size_t count = 0;
  for (const Row& row : events.rows) {
    const auto risk = whole(value(row));
    all.push_back(value(row).source());
    if (!risk || *risk < level.from || *risk > level.to) continue;
    ++count;
    within.push_back(value(row).source());
  }
  return Value::number(static_cast<double>(count)).made_of(count == 0 ? all : within, true);
}

}  // namespace

Table consequence_steps(const Review& review) {
  Table table =
      made_list("Konsekvenssteg", "Konsekvensskalans steg, det lägsta först: riskmatrisens kolumner.",
                {{"Nr", Field::Shape::number, "Kolumnens nummer i riskmatrisen."},
                 {"Steg", Field::Shape::number, "Steget på skalan."},
                 {"Benämning", Field::Shape::text, "Stegets namn i bladet Skalor."},
                 {"Rubrik", Field::Shape::text, "Steget med sitt namn, till exempel 3 Kännbar."}});
  const Scales scales = scales_of(review);
  for (int step = scales.consequence_from; step <= scales.consequence_to; ++step) {
    const Value name = step_name(review, "Konsekvens", step);
    table.rows.push_back({Value::number(step - scales.consequence_from + 1), Value::number(step), name,
                          step_heading(name, step)});
  }
  return table;
}

Table risk_matrix(const Review& review) {
  Table table =
      made_list("Riskmatris", "Årets VoR som matris: en rad för varje steg av sannolikhet, det högsta först.",
                {{"Steg", Field::Shape::number, "Sannolikhetens steg."},
                 {"Benämning", Field::Shape::text, "Stegets namn i bladet Skalor."},
                 {"Rubrik", Field::Shape::text, "Steget med sitt namn, till exempel 4 Sannolik."}});
  for (int column = 1; column <= most_matrix_columns; ++column) {
    const std::string square = "Ruta " + std::to_string(column);
    const std::string of_step = "Ruta i Konsekvenssteg " + std::to_string(column);
    add_column(table, {square, Field::Shape::text, of_step + ": riskvärde och risknivå."});
    add_column(table, {square + " händelser", Field::Shape::text, of_step + ": händelsernas VoR-ID."});
    add_column(table,
               {square + " grad", Field::Shape::number, of_step + ": risknivåns grad, 1 lägst och 4 högst."});
  }
  const Scales scales = scales_of(review);
  const std::vector<Scales::Level> levels = levels_from_lowest(scales);
  const Table& events = review.table("VoR");
  for (int s = scales.likelihood_to; s >= scales.likelihood_from; --s) {
    const Value name = step_name(review, "Sannolikhet", s);
    Row row = {Value::number(s), name, step_heading(name, s)};
    for (int k = scales.consequence_from; k < scales.consequence_from + most_matrix_columns; ++k) {
      const bool within = k <= scales.consequence_to;
      const int risk = s * k;
      const Scales::Level* level = scales.find_level(risk);
      const std::string words = level == nullptr ? "" : " " + level->name;
      row.push_back(within ? Value::text(std::to_string(risk) + words)
                                 .made_of(level == nullptr ? std::vector<Source>() : level->cells)
                           : Value());
      row.push_back(within ? events_in(events, s, k) : Value());
      row.push_back(within ? Value::number(grade_of(levels, risk)) : Value());
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table risk_levels(const Review& review) {
  Table table =
      made_list("Risknivåer", "Risknivåerna, den högsta först, med antalet händelser.",
                {{"Risknivå", Field::Shape::text, "Nivåns namn."},
                 {"Från", Field::Shape::number, "Lägsta riskvärde på nivån."},
                 {"Till", Field::Shape::number, "Högsta riskvärde på nivån."},
                 {"Antal", Field::Shape::number, "Antalet händelser i årets VoR."},
                 {"Antal förra året", Field::Shape::number, "Antalet händelser i förra årets VoR."},
                 {"Kräver hantering", Field::Shape::yes_no, "Ja om hela nivån når tröskeln för hantering."}});
  const Scales scales = scales_of(review);
  std::vector<Scales::Level> levels = levels_from_lowest(scales);
  std::ranges::reverse(levels);
  for (const Scales::Level& level : levels) {
    const auto cell = [&](std::size_t part) {
      return part < level.cells.size() ? level.cells[part] : Source();
    };
    table.rows.push_back({Value::text(level.name, cell(2)), Value::number(level.from, cell(0)),
                          Value::number(level.to, cell(1)), count_in(review.table("VoR"), level),
                          count_in(review.table("förra årets VoR"), level),
                          Value::flag(level.from >= scales.threshold)});
  }
  return table;
}

}  // namespace lg::compose
