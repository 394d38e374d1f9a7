#pragma once

#include <string>

/// Run properties (w:rPr) as XML, changed in one point. The elements keep the order of CT_RPr (ECMA-376 Part
/// 1, 17.3.2.28).
namespace lg::merge {

/// Marked yellow: a place where something is missing.
[[nodiscard]] std::string with_highlight(const std::string& run_properties);
[[nodiscard]] std::string with_bold(const std::string& run_properties);
[[nodiscard]] std::string with_style(const std::string& run_properties, const std::string& style_id);

}  // namespace lg::merge
