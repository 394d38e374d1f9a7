#pragma once

#include "intake/form.hpp"

#include <optional>
#include <string_view>

namespace lg::intake {

/// The choice of the column that another system's word names: as `find_choice`, and by an abbreviation of one
/// choice only ("Acc.", "Åtg") or by two that are a third together ("Åtg + IKP" is Åtgärd och kontroll).
[[nodiscard]] std::optional<std::string_view> find_foreign_choice(const Column& column,
                                                                  std::string_view word);

}  // namespace lg::intake
