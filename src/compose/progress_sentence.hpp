#pragma once

#include "base/value.hpp"
#include "compose/incident_sentence.hpp"

namespace lg::compose {

/// How many of the activities are carried out: those with the status Klar.
[[nodiscard]] RowsFact finished_activities(const Field& activities);

/// "Tre av åtta aktiviteter är genomförda.": its grammar depends on both counts; empty without activities.
/// Those that begin after `last_due` and are not carried out are none to miss: "Tre av de fem aktiviteter som
/// skulle börja senast 2025 är genomförda." 0: all are due.
[[nodiscard]] RowsFact progress_sentence(const Field& activities, int last_due = 0);

}  // namespace lg::compose
