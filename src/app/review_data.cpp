#include "app/review_data.hpp"

#include "app/review_files.hpp"
#include "compose/dataset.hpp"
#include "intake/review_reader.hpp"

namespace lg::app {

ReviewData::ReviewData(domain::Review review)
    : review_(std::make_unique<domain::Review>(std::move(review))), data_(compose::make_dataset(*review_)) {}
ReviewData::ReviewData(ReviewData&&) noexcept = default;
ReviewData& ReviewData::operator=(ReviewData&&) noexcept = default;
ReviewData::~ReviewData() = default;

ReviewData ReviewData::shape() {
  return ReviewData(intake::review_shape());
}

ReviewData ReviewData::of(const std::string& folder, const std::vector<NamedFile>& workbooks,
                          Problems& problems) {
  return ReviewData(read_and_check(folder, workbooks, problems));
}

}  // namespace lg::app
