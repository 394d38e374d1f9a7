#pragma once

#include "merge/tag_parser.hpp"
#include "opc/package.hpp"

#include <pugixml.hpp>

#include <string>
#include <vector>

/// Content controls (w:sdt, ECMA-376 Part 1, 17.5.2) as sources of tags.
namespace lg::merge {

/// Mark of a w:dataBinding whose property has the control's tags; removed when the control is vetted.
inline constexpr const char* bound_attribute = "lg:bound";

/// A control whose tag property is the name of a value holds that value: `{{name}}` is put in the place of
/// what it shows, unless somebody wrote tags there. `within` is the control, or a paragraph with controls in
/// it.
void name_controls(pugi::xml_node within, TagParser& parser);

/// Word shows in a data-bound control (17.5.2.6) what the property says: its tags are put there as well.
/// Returns the parts that have tags now; a control whose part or property is not found stays as it is.
[[nodiscard]] std::vector<opc::PartName> bind_controls(pugi::xml_node root, opc::Package& package,
                                                       TagParser& parser);

}  // namespace lg::merge
