#pragma once

#include "proof/breach.hpp"
#include "proof/sheet_rules.hpp"

#include <pugixml.hpp>

namespace lg::proof {

/// The rows and cells of a w:sheetData, one by one (X01, X02, X03, X05, X06, X25).
void check_cells(pugi::xml_node sheet_data, const SheetContext& context, Breaches& breaches);

}  // namespace lg::proof
