#pragma once

#include "app/named_file.hpp"
#include "base/problem.hpp"
#include "base/value.hpp"

#include <memory>
#include <string>
#include <vector>

namespace lg::domain {
struct Review;
}

namespace lg::app {

/// What a template can name, without data or with a folder's.
class ReviewData {
 public:
  /// The contract alone: every list with its columns and no rows.
  [[nodiscard]] static ReviewData shape();
  /// What the folder's workbooks hold.
  [[nodiscard]] static ReviewData of(const std::string& folder, const std::vector<NamedFile>& workbooks,
                                     Problems& problems);

  ReviewData(ReviewData&&) noexcept;
  ReviewData& operator=(ReviewData&&) noexcept;
  ~ReviewData();

  [[nodiscard]] const Dataset& dataset() const { return data_; }

 private:
  explicit ReviewData(domain::Review review);

  std::unique_ptr<domain::Review> review_;  // the values' sources point into it
  Dataset data_;
};

}  // namespace lg::app
