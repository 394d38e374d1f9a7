#pragma once

#include "wml/field_code.hpp"

#include <optional>
#include <string>
#include <string_view>

/// Results of fields in the form that \* asks for (ECMA-376 Part 1, 17.16.4.3). Nothing for a form that is
/// not known here: then the field keeps the result that Word gave it.
namespace lg::merge {

/// `otherwise` is the form of a number that the field says nothing of, as 17.18.59 names it.
[[nodiscard]] std::optional<std::string> formed(int number, const wml::FieldCode& code,
                                                std::string_view otherwise = "decimal");

/// A text on one line.
[[nodiscard]] std::optional<std::string> formed(std::string text, const wml::FieldCode& code);

}  // namespace lg::merge
