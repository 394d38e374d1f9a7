#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace lg::sml {

/// "x:name", with the prefix that the node beside or above has; "name" when that has none.
[[nodiscard]] std::string prefixed(pugi::xml_node like, std::string_view name);

/// The namespace that a root element declares for its own prefix; "" when it declares none.
[[nodiscard]] std::string namespace_of(pugi::xml_node root);

}  // namespace lg::sml
