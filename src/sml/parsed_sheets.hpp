#pragma once

#include "opc/package.hpp"
#include "sml/workbook.hpp"

#include <pugixml.hpp>

#include <functional>

namespace lg::sml {

/// The root element of a sheet's part that somebody has parsed already; null for one that nobody has.
using ParsedSheets = std::function<pugi::xml_node(const opc::PartName&)>;

/// Workbook::read() of a package whose sheets, by far its longest parts, need not be parsed once more.
[[nodiscard]] Workbook read_workbook(const opc::Package& package, const ParsedSheets& parsed);

}  // namespace lg::sml
