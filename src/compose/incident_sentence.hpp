#pragma once

#include "base/value.hpp"

#include <functional>
#include <span>

namespace lg::compose {

using RowsFact = std::function<Value(std::span<const Row* const>)>;

/// How many of the incidents were reported to IMY (GDPR art. 33).
[[nodiscard]] RowsFact reported_incidents(const Field& incidents);

/// "Båda incidenterna har även anmälts vidare …": its grammar depends on how many there were and how many
/// were reported; empty when none was.
[[nodiscard]] RowsFact reporting_sentence(const Field& incidents);

}  // namespace lg::compose
