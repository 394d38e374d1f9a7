#pragma once

#include "domain/rules.hpp"

/// The checks that rules.cpp lists, one source file per noun.
namespace lg::domain {

void check_responsibility(const RuleInput& input, Problems& problems);   // rules_activity.cpp, R1
void check_ids(const RuleInput& input, Problems& problems);              // rules_id.cpp, R3
void check_roles(const RuleInput& input, Problems& problems);            // rules_role.cpp, of R3
void check_scales(const RuleInput& input, Problems& problems);           // rules_event.cpp, R4
void check_risk_values(const RuleInput& input, Problems& problems);      // rules_event.cpp, R5
void check_remaining_risk(const RuleInput& input, Problems& problems);   // rules_event.cpp, R6
void check_treatment(const RuleInput& input, Problems& problems);        // rules_treatment.cpp, R7
void check_near_duplicates(const RuleInput& input, Problems& problems);  // rules_duplicate.cpp, R8
void check_areas(const RuleInput& input, Problems& problems);            // rules_treatment.cpp, R9
void check_recurrence(const RuleInput& input, Problems& problems);       // rules_activity.cpp, R10
void check_activity_years(const RuleInput& input, Problems& problems);   // rules_activity_years.cpp, R11
void check_dependencies(const RuleInput& input,
                        Problems& problems);                        // rules_activity_dependency.cpp, of R11
void check_follow_ups(const RuleInput& input, Problems& problems);  // rules_follow_up.cpp, R12
void check_recommendations(const RuleInput& input, Problems& problems);        // rules_follow_up.cpp, R13
void check_controls(const RuleInput& input, Problems& problems);               // rules_control.cpp, R14
void check_incident_reports(const RuleInput& input, Problems& problems);       // rules_incident.cpp, R15
void check_significant_incidents(const RuleInput& input, Problems& problems);  // rules_incident.cpp, R16
void check_dso_recommendations(const RuleInput& input, Problems& problems);  // rules_recommendation.cpp, R17
void check_coverage(const RuleInput& input, Problems& problems);             // rules_coverage.cpp, R18
void check_indicators(const RuleInput& input, Problems& problems);           // rules_indicator.cpp, R24
void check_outcomes(const RuleInput& input, Problems& problems);             // rules_indicator.cpp, of R18
void check_goals(const RuleInput& input, Problems& problems);                // rules_indicator.cpp, of R18
void check_years_in_texts(const RuleInput& input, Problems& problems);       // rules_text_years.cpp, R19
void check_stale_texts(const RuleInput& input, Problems& problems);          // rules_stale_text.cpp, R20
void check_contradictions(const RuleInput& input, Problems& problems);      // rules_contradiction.cpp, of R20
void check_glossary(const RuleInput& input, Problems& problems);            // rules_glossary.cpp, R21
void check_language(const RuleInput& input, Problems& problems);            // rules_language.cpp, R22
void check_secrecy(const RuleInput& input, Problems& problems);             // rules_secrecy.cpp, R25
void check_personal_data(const RuleInput& input, Problems& problems);       // rules_personal_data.cpp, R26
void check_risk_changes(const RuleInput& input, Problems& problems);        // rules_risk_change.cpp, R27
void check_earlier_activities(const RuleInput& input, Problems& problems);  // rules_earlier_activity.cpp, R28
void check_case(const RuleInput& input, Problems& problems);                // rules_case.cpp, R29
void check_recurring_incidents(const RuleInput& input,
                               Problems& problems);  // rules_recurring_incident.cpp, R30

/// The place of the value's cell, or of `other`'s where the sheet has no column for it.
[[nodiscard]] CellLocation place_of(const Value& value, const Value& other);

/// True when the value lies in a cell of the sheet, if only an empty one.
[[nodiscard]] bool has_cell(const Value& value);

}  // namespace lg::domain
