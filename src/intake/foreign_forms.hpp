#pragma once

#include "intake/column_contents.hpp"
#include "intake/foreign_header.hpp"

#include <cstddef>
#include <vector>

namespace lg::intake {

/// What a table is of, by its headings and what stands under them.
struct ForeignForms {
  bool events = false;    // risks
  bool controls = false;  // beside them or alone
};

/// `hint` is the form that the sheet's name says; null: its name says nothing.
[[nodiscard]] ForeignForms forms_of(const ForeignHeader& header, const std::vector<ColumnContents>& contents,
                                    const Form* hint);

/// In a table of both, the risk's columns stand before the control's: the position of the control's first
/// heading, or how many headings there are.
[[nodiscard]] std::size_t first_of_control(const ForeignHeader& header, ForeignForms forms);

}  // namespace lg::intake
