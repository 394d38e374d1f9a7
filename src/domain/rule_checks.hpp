#pragma once

#include "domain/rules.hpp"

/// The checks that rules.cpp lists, one source file per noun.
namespace lg::domain {

void check_responsibility(const RuleInput& input, Problems& problems);   // rules_activity.cpp, R1
void check_recurrence(const RuleInput& input, Problems& problems);       // rules_activity.cpp, R10
void check_activity_years(const RuleInput& input, Problems& problems);   // rules_activity_years.cpp, R11
void check_ids(const RuleInput& input, Problems& problems);              // rules_id.cpp, R3
void check_scales(const RuleInput& input, Problems& problems);           // rules_event.cpp, R4
void check_risk_values(const RuleInput& input, Problems& problems);      // rules_event.cpp, R5
void check_remaining_risk(const RuleInput& input, Problems& problems);   // rules_event.cpp, R6
void check_treatment(const RuleInput& input, Problems& problems);        // rules_event.cpp, R7
void check_areas(const RuleInput& input, Problems& problems);            // rules_event.cpp, R9
void check_near_duplicates(const RuleInput& input, Problems& problems);  // rules_duplicate.cpp, R8
void check_follow_ups(const RuleInput& input, Problems& problems);       // rules_follow_up.cpp, R12
void check_recommendations(const RuleInput& input, Problems& problems);  // rules_follow_up.cpp, R13
void check_secrecy(const RuleInput& input, Problems& problems);          // rules_secrecy.cpp, of R25

/// The place of the value's cell, or of `other`'s where the sheet has no column for it.
[[nodiscard]] CellLocation place_of(const Value& value, const Value& other);

/// True when the value lies in a cell of the sheet, if only an empty one.
[[nodiscard]] bool has_cell(const Value& value);

}  // namespace lg::domain
