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

/// The lists and columns of a review without any rows, for checking a template without data.
[[nodiscard]] domain::Review review_shape();

}  // namespace lg::intake
