#pragma once

#include "base/problem.hpp"
#include "domain/review.hpp"
#include "intake/header_row.hpp"
#include "intake/sheet_list.hpp"

#include <map>
#include <span>
#include <string_view>

namespace lg::intake {

/// What the sheet Kolumner says of each form's headings, by the form's sheet.
using ColumnMap = std::map<std::string_view, HeadingMap>;

[[nodiscard]] ColumnMap read_column_map(std::span<const KnownSheet> sheets, domain::Review& review,
                                        Problems& problems);

}  // namespace lg::intake
