#pragma once

#include "base/problem.hpp"
#include "intake/form.hpp"
#include "sml/workbook.hpp"

#include <optional>
#include <span>
#include <vector>

namespace lg::intake {

/// One sheet of the folder that a form describes.
struct KnownSheet {
  const sml::Workbook* workbook = nullptr;
  const sml::Worksheet* sheet = nullptr;
  const Form* form = nullptr;
  std::optional<int> year;      // of the sheet's name, else of the workbook's
  bool workbook_year = false;   // `year` is only the workbook's
  bool mixed_workbook = false;  // the workbook holds sheets of the report year and of the follow-up year
};

/// An activity plan that the program made itself.
struct OwnPlan {
  const sml::Workbook* workbook = nullptr;
  std::optional<int> year;
};

struct FoundSheets {
  std::vector<KnownSheet> sheets;
  std::vector<OwnPlan> plans;
};

/// Sorts out which sheets are read, and tells of those that are not: workbooks with tags, sheets that no form
/// describes. A sheet is known by its name wherever it lies.
[[nodiscard]] FoundSheets find_sheets(std::span<const sml::Workbook> workbooks, Problems& problems);

/// The sheets of an earlier activity plan, to be read as Tidigare aktiviteter.
[[nodiscard]] std::vector<KnownSheet> sheets_of(const OwnPlan& plan);

}  // namespace lg::intake
