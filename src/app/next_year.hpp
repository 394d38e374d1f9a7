#pragma once

#include "app/named_file.hpp"
#include "base/problem.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lg::app {

struct NextYearRequest {
  std::string folder;                // last year's, its name
  std::vector<NamedFile> workbooks;  // last year's
  /// Workbooks that may be last year's activity plan: those of the folder with the documents. With
  /// `plan_given` it is the one that somebody pointed out.
  std::vector<NamedFile> plans;
  bool plan_given = false;
  std::optional<std::string> board;  // instead of last year's
  std::optional<int> year;           // the year to open, which must be the one after last year's
  std::string scratch_directory;     // see blank_workbooks
};

struct NextYearOutcome {
  int year = 0;
  std::vector<NamedFile> files;  // the new year's workbooks; none when last year's could not be carried whole
  Problems problems;             // of last year's workbooks and plan
  std::string summary;           // what was carried and what was not, in lines for a person
};

/// Opens the next year from last year's workbooks and activity plan: no disk but the scratch folder, no
/// clock. Nothing is made when something would be lost on the way, and a problem says what. Throws
/// UnreadableFile when the workbooks could not be written whole.
[[nodiscard]] NextYearOutcome open_next_year(const NextYearRequest& request);

}  // namespace lg::app
