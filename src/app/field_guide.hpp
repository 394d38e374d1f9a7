#pragma once

#include "app/field_listing.hpp"

#include <string>
#include <vector>

namespace lg::app {

/// The fields as data for the templates of mallhjälp: a list `Fält` with the names of each list together, and
/// `Mapp`, the folder that the values of today come from ("" without one). Tags are texts like any other:
/// what data holds is never read as a tag.
[[nodiscard]] Dataset field_guide_data(const std::vector<ListedField>& fields, const std::string& folder);

}  // namespace lg::app
