#pragma once

#include "intake/foreign_header.hpp"
#include "intake/foreign_sheet.hpp"

#include <optional>

namespace lg::intake {

/// Understands a sheet of risks or controls that is not laid out as our forms, in whichever layout explains
/// most of it; nothing when none does. `hint` is the form that the sheet's name says; without one more of
/// what a risk or a control has must be there. What the records' cells refer to lives in the workbook and in
/// the result.
[[nodiscard]] std::optional<ForeignSheet> understand_sheet(const sml::Worksheet& sheet, const ForeignMap& map,
                                                           const Form* hint);

/// The sheet names risks, but which of its headings are likelihood and consequence is only asked.
[[nodiscard]] bool is_only_asked(const ForeignSheet& sheet);

}  // namespace lg::intake
