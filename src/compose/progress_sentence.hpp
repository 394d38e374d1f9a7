#pragma once

#include "base/value.hpp"
#include "compose/incident_sentence.hpp"

namespace lg::compose {

/// How many of the activities are carried out: those with the status Klar.
[[nodiscard]] RowsFact finished_activities(const Field& activities);

/// "Tre av åtta aktiviteter är genomförda.": its grammar depends on both counts; empty without activities.
[[nodiscard]] RowsFact progress_sentence(const Field& activities);

}  // namespace lg::compose
