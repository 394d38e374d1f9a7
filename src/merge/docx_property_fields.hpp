#pragma once

#include "opc/package.hpp"

#include <pugixml.hpp>

#include <map>
#include <string>

namespace lg::merge {

/// The document properties that hold tags, as they stand in the template, by the lower-case name that a
/// DOCPROPERTY field has for them.
[[nodiscard]] std::map<std::string, std::string> property_texts(const opc::Package& package);

/// Gives the fields that show such a property (DOCPROPERTY, ECMA-376 Part 1, 17.16.5.19) its text as their
/// stored result, so that they are filled in like any text.
void refresh_property_fields(pugi::xml_node root, const std::map<std::string, std::string>& texts);

}  // namespace lg::merge
