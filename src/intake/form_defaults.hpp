#pragma once

#include "base/value.hpp"

#include <map>
#include <string>
#include <vector>

namespace lg::intake {

/// Rows of the blank forms by sheet name, each row in the order of the form's columns.
using FormRows = std::map<std::string, std::vector<Row>>;

/// What the blank workbooks hold from the start: common roles, the scales that the program falls back on, and
/// words that are often written wrong.
[[nodiscard]] FormRows default_rows();

}  // namespace lg::intake
