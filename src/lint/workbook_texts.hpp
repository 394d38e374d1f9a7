#pragma once

#include "base/location.hpp"
#include "opc/package.hpp"

#include <functional>
#include <string>

namespace lg::lint {

/// The texts of a workbook beside its cells: text boxes, chart titles and axes, notes, headers and footers,
/// properties. `prominent`: a reader meets it before the cells.
using TakeText = std::function<void(const std::string& text, const Location& where, bool prominent)>;
void for_each_text(const opc::Package& package, const TakeText& take);

/// The texts of Arkiv › Info, of either kind of template.
void for_each_property(const opc::Package& package,
                       const std::function<void(const std::string& text, const Location& where)>& take);

}  // namespace lg::lint
