#pragma once

#include "opc/package.hpp"
#include "wml/story_index.hpp"

#include <map>
#include <string>

namespace lg::merge {

/// The properties of a finished document that are text, by the lower-case name that a DOCPROPERTY field has
/// for them.
[[nodiscard]] std::map<std::string, std::string> property_texts(const opc::Package& package);

/// Gives the fields that show a property (DOCPROPERTY, TITLE, SUBJECT, AUTHOR, KEYWORDS, COMMENTS; ECMA-376
/// Part 1, 17.16.5) its text; true when a result changed.
bool refresh_property_fields(wml::StoryIndex& story, const std::map<std::string, std::string>& texts);

}  // namespace lg::merge
