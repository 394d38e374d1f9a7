#pragma once

#include "opc/package.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace lg::sml {

/// How many rows of data the Excel table has whose folded name that is; nothing when the workbook has no such
/// table.
[[nodiscard]] std::optional<std::size_t> table_rows(const opc::Package& package,
                                                    std::string_view folded_name);

}  // namespace lg::sml
