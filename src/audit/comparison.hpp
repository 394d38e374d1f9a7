#pragma once

#include "audit/account.hpp"
#include "audit/provenance.hpp"
#include "base/problem.hpp"
#include "base/value.hpp"
#include "sml/workbook.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace lg::audit {

/// What the two documents, read again from their bytes, say of one activity.
struct ActivityComparison {
  enum class Verdict : std::uint8_t {
    equal,
    within,    // the report says the years of the section, and the activity's are among them
    overlaps,  // some of the activity's years are
    only_report,
    only_plan,
    neither,
    other_years,
    other_owner
  };

  std::string id;
  std::string name;
  Source cell;                 // the activity's ID in the workbooks
  std::string report_place;    // the section; empty: not there
  std::string plan_place;      // sheet and row
  std::string report_years;    // as the section or the text says; empty: it says none
  bool section_years = false;  // they are those of a section about several years
  std::string plan_years;
  std::string report_owner;  // the owners of the plan that the report names too
  std::string plan_owner;
  Verdict verdict = Verdict::equal;
};

struct Comparison {
  std::vector<ActivityComparison> activities;
  std::size_t in_report = 0;
  std::size_t in_plan = 0;
  std::size_t overlapping = 0;  // within and overlaps
  std::size_t different = 0;
};

/// Holds the report and the plan together, activity by activity, by the cells that their texts were made of.
[[nodiscard]] Comparison compare(const Dataset& data, const Account& account, const sml::Workbook& plan);

/// Tells of activities that the two say different things of (PROT-003 to PROT-005). Where one of them shows
/// no activity at all, its template has other contents, and that is no difference.
void tell_differences(const Comparison& comparison, bool own_templates, Problems& problems);

}  // namespace lg::audit
