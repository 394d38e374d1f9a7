#pragma once

#include "base/value.hpp"
#include "domain/review.hpp"
#include "intake/form.hpp"

#include <string>

namespace lg::intake {

/// What a template may know of a column.
[[nodiscard]] Field field_of(const Column& column);

/// The list's name for the year before: "förra årets VoR".
[[nodiscard]] std::string last_years(std::string_view list);

/// Makes every list of the contract, with all columns that the forms declare and no rows.
void declare_lists(domain::Review& review);

/// Adds the fields of `from` that `to` has not: the columns that a joined row brings with it.
void join_fields(const Field& from, Field& to);

}  // namespace lg::intake
