#pragma once

#include "base/problem.hpp"
#include "domain/review.hpp"
#include "intake/sheet_list.hpp"
#include "sml/workbook.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace lg::intake {

/// Reads the workbooks of one folder as one review. Every list of the contract is there afterwards with all
/// its columns, whether or not a sheet had it; so no workbooks give the shape alone. What is wrong is added
/// to `problems`, each at its cell. The values own their texts: the workbooks may go afterwards.
[[nodiscard]] domain::Review read_review(std::span<const sml::Workbook> workbooks,
                                         std::string_view folder_name, Problems& problems);

/// A folder as a review, and the sheets that it was read from.
struct Reading {
  domain::Review review;
  std::vector<KnownSheet>
      sheets;  // what was understood of those that are laid out in another way lies in them
};

/// As read_review, with the sheets. These refer to the workbooks.
[[nodiscard]] Reading read_folder(std::span<const sml::Workbook> workbooks, std::string_view folder_name,
                                  Problems& problems);

/// The same as somebody wrote it, for carrying it over to the next year: every row of the years that the
/// review is about, also those that no report shows, each value as it was typed, blank where the cell is, and
/// the sheet Kolumner as a list. Nothing is computed or joined.
[[nodiscard]] domain::Review read_as_written(std::span<const sml::Workbook> workbooks,
                                             std::string_view folder_name, Problems& problems);

/// Whether the workbook is the activity plan of that year's review, as far as it says: made by the program,
/// or saved anew by one that keeps no such marks.
[[nodiscard]] bool is_plan(const sml::Workbook& workbook, int year);

/// An activity plan as people have filled it in, as the list Tidigare aktiviteter: the rows of its table, in
/// any order, with the columns that somebody has added. No rows when the workbook has no such table.
[[nodiscard]] domain::Review read_plan(const sml::Workbook& workbook, Problems& problems);

/// The lists and columns of a review without any rows, for checking a template without data.
[[nodiscard]] domain::Review review_shape();

}  // namespace lg::intake
