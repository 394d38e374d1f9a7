#pragma once

#include "intake/foreign_sheet.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace lg::intake {

/// How a control is done and how often, of one text that says both.
struct MethodAndFrequency {
  std::string method;  // empty: the text says only how often
  std::string frequency;
};

/// Reads "Stickprov, kvartalsvis", "Logggranskning varje månad", "Årlig enkät": the frequency is a word of
/// ours, or of those that we know for it, at either end of the text. Nothing when no such word stands there.
/// `both` says that the heading promises both: then "Stickprov, varje termin" is a known method and a
/// frequency in words of the sheet's own.
[[nodiscard]] std::optional<MethodAndFrequency> method_and_frequency(std::string_view text, bool both);

/// Parts the methods of a plan of controls that has no column of its own for the frequency, where the heading
/// says that both stand there or where at least half of the methods do say both.
void split_methods(ForeignSheet& sheet, ForeignTable& controls);

}  // namespace lg::intake
