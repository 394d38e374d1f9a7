#include "intake/form_scales.hpp"

#include "base/text.hpp"
#include "domain/scales.hpp"

#include <algorithm>

namespace lg::intake {
namespace {

enum : std::size_t { kind_column, value_column, from_column, to_column, name_column, colour_column = 6 };

const Value& at(const Row& row, std::size_t column) {
  static const Value none;
  return column < row.size() ? row[column] : none;
}

std::vector<ScaleStep> steps_in(const std::vector<Row>& rows, std::string_view kind) {
  std::vector<ScaleStep> steps;
  for (const Row& row : rows) {
    if (fold(to_text(at(row, kind_column))) != fold(kind)) continue;
    const auto value = domain::whole(at(row, value_column));
    const auto from = domain::whole(at(row, from_column));
    const auto to = domain::whole(at(row, to_column));
    if (!value && !(from && to)) continue;
    steps.push_back({value ? *value : *from, value ? *value : *to, to_text(at(row, name_column)),
                     to_text(at(row, colour_column))});
  }
  std::ranges::stable_sort(steps, {}, &ScaleStep::from);
  return steps;
}

}  // namespace

std::vector<ScaleStep> scale_steps(const FormRows& rows, std::string_view kind) {
  const auto found = rows.find("Skalor");
  if (found != rows.end()) {
    if (auto steps = steps_in(found->second, kind); !steps.empty()) return steps;
  }
  return steps_in(default_rows().at("Skalor"), kind);
}

std::string steps_text(const std::vector<ScaleStep>& steps) {
  std::string text;
  for (const ScaleStep& step : steps) {
    if (!text.empty()) text += ", ";
    text += std::to_string(step.from) + (step.name.empty() ? "" : " " + step.name);
  }
  return text;
}

}  // namespace lg::intake
