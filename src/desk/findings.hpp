#pragma once

#include "base/problem.hpp"

#include <Poco/JSON/Array.h>

#include <functional>

namespace lg::desk {

/// The paragraph of the preview that a place has to do with; 0 for none.
using ParagraphOf = std::function<int(const Location&)>;

/// The findings in their groups, as the page shows them: docs/formats/page-interface.md. Of very many only
/// the first lead to the preview.
[[nodiscard]] Poco::JSON::Array findings(const Problems& problems, const ParagraphOf& paragraph_of = {});

}  // namespace lg::desk
