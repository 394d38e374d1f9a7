#pragma once

#include "preview/list.hpp"
#include "preview/story.hpp"

#include <pugixml.hpp>

namespace lg::preview {

/// A paragraph of a table of contents as an item: a link to its heading, with the heading's number and words;
/// without the heading its own words. Page numbers say nothing in a preview and are left out. Empty html for
/// a paragraph without words.
[[nodiscard]] ListItem contents_entry(const Story& story, pugi::xml_node paragraph);

}  // namespace lg::preview
