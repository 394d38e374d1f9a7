#pragma once

#include "app/generate.hpp"
#include "support/document.hpp"

#include <map>
#include <string>

namespace lg::test {

/// A folder with one small workbook, Allt.xlsx, that a report can be made of: Uppgifter, Roller, VoR 2025,
/// Uppföljning without rows and Aktiviteter. `changes` are cells with other texts, "VoR 2025!D2". The
/// report's template has that body; the plan's is the program's own.
[[nodiscard]] app::GenerateRequest filled_folder(const std::map<std::string, std::string>& changes,
                                                 const std::string& body);

}  // namespace lg::test
