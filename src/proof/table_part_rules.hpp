#pragma once

#include "proof/breach.hpp"
#include "proof/parsed_package.hpp"

#include <set>
#include <string>

namespace lg::proof {

/// The names and ids that tables of the workbook have so far.
struct TableNames {
  std::set<std::string> names;
  std::set<std::string> ids;
};

/// An Excel table (ECMA-376 Part 1, 18.5): as many columns as its area is wide, each named as its heading is
/// written in the sheet, at least one row, a name and an id of its own (X14), a filter over the same area
/// (X15).
void check_table_part(const ParsedPackage& parsed, const opc::PartName& sheet, const opc::PartName& table,
                      TableNames& tables, Breaches& breaches);

}  // namespace lg::proof
