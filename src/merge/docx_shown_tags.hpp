#pragma once

#include <pugixml.hpp>

namespace lg::merge {

/// Empties the results of cross references and of fields that show a heading, where they show tags. Word put
/// them there when it updated the fields of the template: they are what the field refers to, not tags of
/// their own, and the finished document gets its results anew.
void clear_shown_tags(pugi::xml_node story);

}  // namespace lg::merge
