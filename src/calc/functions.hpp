#pragma once

#include "calc/calculator.hpp"

#include <map>
#include <string_view>

/// The functions that are known, one source file per family (ECMA-376 Part 1, 18.17.7).
namespace lg::calc {

using Function = Result (*)(Calculator& calculator, const Expression& call, const Place& place);
using Functions = std::map<std::string_view, Function>;

[[nodiscard]] const Functions& logic_functions();     // functions_logic.cpp
[[nodiscard]] const Functions& sum_functions();       // functions_sum.cpp
[[nodiscard]] const Functions& criteria_functions();  // functions_criteria.cpp
[[nodiscard]] const Functions& text_functions();      // functions_text.cpp
[[nodiscard]] const Functions& number_functions();    // functions_number.cpp
[[nodiscard]] const Functions& date_functions();      // functions_date.cpp
[[nodiscard]] const Functions& lookup_functions();    // functions_lookup.cpp

/// The function with that name in capital letters; null when there is none.
[[nodiscard]] Function find_function(std::string_view name);

}  // namespace lg::calc
