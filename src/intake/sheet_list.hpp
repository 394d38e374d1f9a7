#pragma once

#include "base/problem.hpp"
#include "intake/form.hpp"
#include "sml/workbook.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lg::intake {

struct ForeignSheet;

/// One sheet of the folder that a form describes.
struct KnownSheet {
  const sml::Workbook* workbook = nullptr;
  const sml::Worksheet* sheet = nullptr;
  const Form* form = nullptr;
  std::optional<int> year;      // of the sheet's name, else of the workbook's
  bool workbook_year = false;   // `year` is only the workbook's
  bool mixed_workbook = false;  // the workbook holds sheets of the report year and of the follow-up year
  std::shared_ptr<const ForeignSheet> foreign =
      {};  // what was understood of it, when it is not laid out as the form
};

/// A sheet whose name no form has.
struct UnknownSheet {
  const sml::Workbook* workbook = nullptr;
  const sml::Worksheet* sheet = nullptr;
};

/// An activity plan that the program made itself.
struct OwnPlan {
  const sml::Workbook* workbook = nullptr;
  std::optional<int> year;
};

struct FoundSheets {
  std::vector<KnownSheet> sheets;
  std::vector<OwnPlan> plans;
  std::vector<UnknownSheet> unknown;
};

/// Sorts out which sheets are read, and tells of workbooks with tags, which are not. A sheet is known by its
/// name wherever it lies.
[[nodiscard]] FoundSheets find_sheets(std::span<const sml::Workbook> workbooks, Problems& problems);

/// Tells of a sheet that nobody knows, with the name that it nearly has.
void tell_unknown(const UnknownSheet& unknown, Problems& problems);

/// The form's name that the sheet's name nearly is.
[[nodiscard]] std::optional<std::string> near_name(const sml::Worksheet& sheet);

/// The year that the name of the sheet, else of its workbook, ends in.
[[nodiscard]] KnownSheet known_sheet(const sml::Workbook& workbook, const sml::Worksheet& sheet,
                                     const Form& form);

/// Notes which sheets lie in a workbook of both years.
void mark_mixed(std::vector<KnownSheet>& sheets);

/// The sheets of an earlier activity plan, to be read as Tidigare aktiviteter.
[[nodiscard]] std::vector<KnownSheet> sheets_of(const OwnPlan& plan);

}  // namespace lg::intake
