#pragma once

#include "base/problem.hpp"
#include "intake/form.hpp"
#include "intake/sheet_list.hpp"

namespace lg::intake {

/// The form that a sheet nobody knows is likely to be: a list of incidents, audits or activities as another
/// system makes it, by the words in the names of the workbook and the sheet. Null when it is none, or when
/// the sheet is no table.
[[nodiscard]] const Form* likely_list(const UnknownSheet& unknown);

/// Tells that the list is not read, which of its headings are ours, and what to write in kolumner.xlsx.
void tell_unread_list(const UnknownSheet& unknown, const Form& form, Problems& problems);

}  // namespace lg::intake
