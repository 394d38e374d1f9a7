#include "calc/criterion.hpp"
#include "calc/functions.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace lg::calc {
namespace {

/// Areas of one shape with what each of their cells has to hold.
struct Conditions {
  std::vector<std::pair<Area, Criterion>> pairs;
};

std::optional<Conditions> read_conditions(Calculator& calculator, const Expression& call, const Place& place,
                                          std::size_t from) {
  Conditions conditions;
  for (std::size_t i = from; i + 1 < call.arguments.size(); i += 2) {
    const auto area = calculator.area(call.arguments[i], place);
    const auto criterion = Criterion::of(calculator.value(call.arguments[i + 1], place));
    if (!area || !criterion) return {};
    conditions.pairs.emplace_back(*area, *criterion);
  }
  if (conditions.pairs.empty() || (call.arguments.size() - from) % 2 != 0) return {};
  return conditions;
}

sml::CellRef moved(sml::CellRef at, const Area& from, const Area& to) {
  return {at.row - from.cells.first.row + to.cells.first.row,
          at.column - from.cells.first.column + to.cells.first.column};
}

/// What the rows that meet all conditions hold in `of`.
struct Found {
  double sum = 0;
  double least = 0;
  double most = 0;
  std::size_t numbers = 0;
  std::size_t rows = 0;
  std::optional<Result> spoiled;
};

std::optional<Found> find(Calculator& calculator, const Conditions& conditions, const Area* of) {
  Found found;
  const Area& first = conditions.pairs.front().first;
  for (const auto& [area, criterion] : conditions.pairs) {
    if (area.rows() != first.rows() || area.columns() != first.columns()) return {};
  }
  bool known = true;
  const bool done = calculator.each(first, [&](const Result& cell, sml::CellRef at) {
    bool meets = true;
    for (const auto& [area, criterion] : conditions.pairs) {
      const bool same = &area == &first;
      const auto answer =
          criterion.matches(same ? cell : calculator.cell(area.sheet, moved(at, first, area)));
      if (!answer) return known = false;
      if (!*answer) meets = false;
    }
    if (!meets) return true;
    ++found.rows;
    if (of == nullptr) return true;
    const Result value = calculator.cell(of->sheet, moved(at, first, *of));
    if (is_unknown(value) || is_error(value)) {
      if (!found.spoiled || is_unknown(value)) found.spoiled = value;
    } else if (const auto* number = std::get_if<double>(&value)) {
      found.sum += *number;
      found.least = found.numbers == 0 ? *number : std::min(found.least, *number);
      found.most = found.numbers == 0 ? *number : std::max(found.most, *number);
      ++found.numbers;
    }
    return true;
  });
  if (!known || !done) return {};
  return found;
}

/// COUNTIF and COUNTIFS: pairs of a range and what its cells are to hold.
Result count_if(Calculator& calculator, const Expression& call, const Place& place) {
  const auto conditions = read_conditions(calculator, call, place, 0);
  const auto found = conditions ? find(calculator, *conditions, nullptr) : std::nullopt;
  return found ? Result(static_cast<double>(found->rows)) : Result(Unknown{});
}

/// SUMIF and AVERAGEIF: the range to be summed comes last, and may be left out.
std::optional<Found> find_if(Calculator& calculator, const Expression& call, const Place& place) {
  if (call.arguments.size() != 2 && call.arguments.size() != 3) return {};
  Expression asked = call;
  asked.arguments.resize(2);
  const auto conditions = read_conditions(calculator, asked, place, 0);
  const auto of = calculator.area(call.arguments[call.arguments.size() == 3 ? 2 : 0], place);
  return conditions && of ? find(calculator, *conditions, &*of) : std::nullopt;
}

/// SUMIFS and its like: the range to be summed comes first.
std::optional<Found> find_ifs(Calculator& calculator, const Expression& call, const Place& place) {
  if (call.arguments.size() < 3) return {};
  const auto of = calculator.area(call.arguments[0], place);
  const auto conditions = read_conditions(calculator, call, place, 1);
  if (!of || !conditions) return {};
  const Area& first = conditions->pairs.front().first;
  if (of->rows() != first.rows() || of->columns() != first.columns()) return {};
  return find(calculator, *conditions, &*of);
}

Result answer(const std::optional<Found>& found, double Found::*what) {
  if (!found) return Unknown{};
  return found->spoiled.value_or((*found).*what);
}

Result average(const std::optional<Found>& found) {
  if (!found) return Unknown{};
  if (found->spoiled) return *found->spoiled;
  if (found->numbers == 0) return Error{"#DIV/0!"};
  return found->sum / static_cast<double>(found->numbers);
}

}  // namespace

const Functions& criteria_functions() {
  static const Functions functions{
      {"COUNTIF", count_if},
      {"COUNTIFS", count_if},
      {"SUMIF", [](Calculator& c, const Expression& e,
                   const Place& p) { return answer(find_if(c, e, p), &Found::sum); }},
      {"SUMIFS", [](Calculator& c, const Expression& e,
                    const Place& p) { return answer(find_ifs(c, e, p), &Found::sum); }},
      {"MINIFS", [](Calculator& c, const Expression& e,
                    const Place& p) { return answer(find_ifs(c, e, p), &Found::least); }},
      {"MAXIFS", [](Calculator& c, const Expression& e,
                    const Place& p) { return answer(find_ifs(c, e, p), &Found::most); }},
      {"AVERAGEIF",
       [](Calculator& c, const Expression& e, const Place& p) { return average(find_if(c, e, p)); }},
      {"AVERAGEIFS",
       [](Calculator& c, const Expression& e, const Place& p) { return average(find_ifs(c, e, p)); }},
  };
  return functions;
}

}  // namespace lg::calc
