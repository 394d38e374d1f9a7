#pragma once

#include <pugixml.hpp>

#include <string_view>

/// What stands in a paragraph beside its text.
namespace lg::wml {

/// Something that a reader sees or Word needs, though it is no text: a picture, a page or column break, a
/// symbol, a formula, the sign or mark of a note, a field (ECMA-376 Part 1, 17.3.3).
[[nodiscard]] bool is_solid(pugi::xml_node node);
/// The same for the node or anything below it.
[[nodiscard]] bool holds_solids(pugi::xml_node node);

/// A start or end that may stand between paragraphs as well as within one: bookmarks, comments' ranges and
/// permissions (17.13).
[[nodiscard]] bool is_range_mark(std::string_view name);

}  // namespace lg::wml
