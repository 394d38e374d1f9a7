#pragma once

#include "base/value.hpp"
#include "domain/review.hpp"

namespace lg::compose {

/// What a template can name of a review: its single values and lists, the text blocks, and the sentences
/// whose grammar depends on the data. The rows are moved out of the review; their sources still point at
/// `review.origins`, so the review must outlive the dataset.
[[nodiscard]] Dataset make_dataset(domain::Review& review);

}  // namespace lg::compose
