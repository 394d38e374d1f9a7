#pragma once

#include "base/problem.hpp"
#include "merge/docx_contents.hpp"
#include "opc/package.hpp"
#include "wml/styles.hpp"

namespace lg::merge {

/// A reference to a place that did not come into the document.
inline constexpr const char* lost_reference_code = "M090";
/// References to pages, whose numbers only a layout knows.
inline constexpr const char* page_reference_code = "M091";

/// Gives the fields of a document that was filled in the results that its reader shall see before anything is
/// updated: contents, numbers of captions, cross references, properties (ECMA-376 Part 1, 17.16). Parts whose
/// fields say already what they should keep their bytes.
void refresh_fields(opc::Package& package, const wml::Styles& styles, FreeBookmarks free, Problems& problems);

}  // namespace lg::merge
