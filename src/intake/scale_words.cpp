#include "intake/scale_words.hpp"

#include "base/text.hpp"
#include "domain/scales.hpp"
#include "intake/form_defaults.hpp"

namespace lg::intake {
namespace {

// The columns of the sheet Skalor, as it is declared.
constexpr std::size_t kind_column = 0;
constexpr std::size_t value_column = 1;
constexpr std::size_t name_column = 4;

}  // namespace

ScaleWords::ScaleWords(const domain::Review& review) {
  const auto& given = review.table("Skalor").rows;
  const FormRows usual = given.empty() ? default_rows() : FormRows{};
  for (const Row& row : given.empty() ? usual.at("Skalor") : given) {
    const auto value = domain::whole(row[value_column]);
    const std::string name = fold(to_text(row[name_column]));
    if (value && !name.empty()) steps_[fold(to_text(row[kind_column]))].emplace(name, *value);
  }
}

std::optional<int> ScaleWords::step(std::string_view heading, std::string_view word) const {
  std::string scale = fold(heading);
  if (const std::string left = fold("Kvarstående "); scale.starts_with(left)) scale.erase(0, left.size());
  const auto steps = steps_.find(scale);
  if (steps == steps_.end()) return {};
  const auto step = steps->second.find(fold(word));
  if (step == steps->second.end()) return {};
  return step->second;
}

}  // namespace lg::intake
