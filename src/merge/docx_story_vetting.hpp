#pragma once

#include "base/problem.hpp"
#include "wml/numbering.hpp"
#include "wml/styles.hpp"

#include <pugixml.hpp>

#include <string>

namespace lg::merge {

/// Tells of what would make a wrong document of a story: tracked changes, tags where they have no effect,
/// fields that fetch from outside.
void vet_story(pugi::xml_node root, const std::string& file, const std::string& part,
               const wml::Styles& styles, const wml::NumberingCounter& counter, Problems& problems);

}  // namespace lg::merge
