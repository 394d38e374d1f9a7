#pragma once

#include "base/value.hpp"
#include "compose/incident_sentence.hpp"

namespace lg::compose {

/// Who answers for the activities of a list or group: one sentence for each owner and kind of responsibility,
/// in the plural where there are several activities.
[[nodiscard]] RowsFact responsibility_sentences(const Field& activities);

}  // namespace lg::compose
