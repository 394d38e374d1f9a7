#include "compose/indicator_trend.hpp"

#include "base/text.hpp"
#include "compose/made_list.hpp"
#include "domain/column_of.hpp"
#include "domain/indicator_year.hpp"

#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace lg::compose {
namespace {

using domain::ColumnOf;
using domain::Review;
using domain::Table;

constexpr std::size_t most_years = 3;

/// A figure as a chart shows it, and as it is read.
struct Figure {
  double number = 0;
  Value value;
};

/// The cell's number, also where Excel holds it as text ("41,5"); nothing when it is none.
std::optional<Figure> figure_of(const Value& value) {
  if (const auto* number = value.as_number())
    return Figure{number->percent ? number->number * 100 : number->number, value};
  const auto* text = value.as_text();
  const auto number = text == nullptr ? std::nullopt : parse_number(*text);
  return number ? std::optional(Figure{*number, value}) : std::nullopt;
}

/// The columns of the last years that any row has a value for, by year.
std::map<int, std::size_t> year_columns(const Review& review) {
  const Table& table = review.table("Nyckeltal");
  std::map<int, std::size_t> columns;
  for (std::size_t i = 0; i < table.field.fields.size(); ++i) {
    const int year = domain::indicator_year(table.field.fields[i]);
    if (year == 0 || (review.report_year > 0 && year > review.report_year)) continue;
    bool any = false;
    for (const Row& row : table.rows) any = any || figure_of(row[i]);
    if (any) columns.emplace(year, i);
  }
  while (columns.size() > most_years) columns.erase(columns.begin());
  return columns;
}

/// The row's figures by year.
std::map<int, Figure> figures_of(const Row& row, const std::map<int, std::size_t>& columns) {
  std::map<int, Figure> figures;
  for (const auto& [year, column] : columns) {
    if (auto figure = figure_of(row[column])) figures.emplace(year, std::move(*figure));
  }
  return figures;
}

enum class Direction : std::uint8_t { unknown, higher, lower };

Direction direction_of(const Value& value) {
  const std::string word = fold(to_text(value));
  if (word.starts_with("högre")) return Direction::higher;
  return word.starts_with("lägre") ? Direction::lower : Direction::unknown;
}

std::string trend_word(double before, double now, Direction direction) {
  constexpr double same = 1e-9;
  if (std::abs(now - before) < same) return "Oförändrat";
  const bool up = now > before;
  if (direction == Direction::unknown) return up ? "Ökar" : "Minskar";
  return up == (direction == Direction::higher) ? "Förbättras" : "Försämras";
}

/// Whether the goal is reached; blank where that cannot be told.
Value reached(const std::optional<Figure>& goal, const Figure& last, Direction direction) {
  constexpr double slack = 1e-9;
  if (!goal || direction == Direction::unknown) return {};
  const bool yes = direction == Direction::higher ? last.number >= goal->number - slack
                                                  : last.number <= goal->number + slack;
  return Value::flag(yes, last.value.source()).made_of({last.value.source(), goal->value.source()});
}

}  // namespace

Table indicator_values(const Review& review) {
  Table table = made_list(
      "Nyckeltalsvärden", "Nyckeltalens utfall de tre senaste åren: en rad för varje nyckeltal och år.",
      {{"Nyckeltal-ID", Field::Shape::text, "Nyckeltalets beteckning."},
       {"Nyckeltal", Field::Shape::text, "Vad som mäts."},
       {"Enhet", Field::Shape::text, "Till exempel procent."},
       {"År", Field::Shape::text, "Året som utfallet gäller."},
       {"Utfall", Field::Shape::number, "Årets utfall; en andel som 0–100."},
       {"Mål", Field::Shape::number, "Nyckeltalets målvärde; en andel som 0–100."},
       {"Utfall i ord", Field::Shape::text, "Årets utfall som det skrivs, till exempel 76 %."}});
  const Table& indicators = review.table("Nyckeltal");
  const ColumnOf goal(indicators, "Målvärde");
  const auto columns = year_columns(review);
  for (const Row& row : indicators.rows) {
    const auto target = figure_of(goal(row));
    for (const auto& [year, figure] : figures_of(row, columns)) {
      const Source source = figure.value.source();
      table.rows.push_back({indicators.at(row, "Nyckeltal-ID"), indicators.at(row, "Nyckeltal"),
                            indicators.at(row, "Enhet"), Value::text(std::to_string(year), source),
                            Value::number(figure.number, source),
                            target ? Value::number(target->number, goal(row).source()) : Value(),
                            Value::text(to_text(figure.value), source)});
    }
  }
  return table;
}

void add_indicator_trends(Review& review) {
  const auto columns = year_columns(review);
  Table& table = review.table("Nyckeltal");
  const std::size_t last_year =
      add_column(table, {"Senaste år", Field::Shape::text, "Året för det senaste utfallet."});
  const std::size_t last_value =
      add_column(table, {"Senaste utfall", Field::Shape::text, "Det senaste utfallet."});
  const std::size_t trend =
      add_column(table, {"Trend",
                         Field::Shape::text,
                         "Utvecklingen mellan de två senaste utfallen, bedömd efter Riktning.",
                         {"Förbättras", "Försämras", "Oförändrat", "Ökar", "Minskar"}});
  const std::size_t goal_reached =
      add_column(table, {"Målvärde nått", Field::Shape::yes_no, "Ja om det senaste utfallet når målvärdet."});
  const ColumnOf goal(table, "Målvärde");
  const ColumnOf direction(table, "Riktning");
  for (Row& row : table.rows) {
    const auto figures = figures_of(row, columns);
    if (figures.empty()) continue;
    const auto last = std::prev(figures.end());
    const Source source = last->second.value.source();
    row[last_year] = Value::text(std::to_string(last->first), source);
    row[last_value] = Value::text(to_text(last->second.value), source);
    const Direction better = direction_of(direction(row));
    if (row[goal_reached].is_blank()) row[goal_reached] = reached(figure_of(goal(row)), last->second, better);
    if (figures.size() < 2 || !row[trend].is_blank()) continue;
    const double before = std::prev(last)->second.number;
    const Source earlier = std::prev(last)->second.value.source();
    row[trend] = Value::text(trend_word(before, last->second.number, better), source)
                     .made_of({earlier, source, direction(row).source()});
  }
}

}  // namespace lg::compose
