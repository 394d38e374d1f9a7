#pragma once

#include "wml/story_index.hpp"

namespace lg::merge {

/// Puts a field for its page behind each entry of the contents, as Word writes it: a tab, and within the
/// entry's link a PAGEREF to the heading's bookmark. Not where the contents' own code says no (\n). True when
/// the story changed.
bool add_page_fields(const wml::StoryIndex& story, const wml::Styles& styles);

}  // namespace lg::merge
