#pragma once

#include "intake/form_defaults.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lg::intake {

/// One step of a scale, or a risk level, as rows of the sheet Skalor say.
struct ScaleStep {
  int from = 0;
  int to = 0;
  std::string name;
  std::string colour;  // "C00000"; empty: none is given
};

/// The steps of a scale, from the lowest. The default ones where the rows have none.
[[nodiscard]] std::vector<ScaleStep> scale_steps(const FormRows& rows, std::string_view kind);

/// "1 Osannolik, 2 Mindre sannolik".
[[nodiscard]] std::string steps_text(const std::vector<ScaleStep>& steps);

}  // namespace lg::intake
