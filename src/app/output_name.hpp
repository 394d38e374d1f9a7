#pragma once

#include "domain/review.hpp"

#include <string>

namespace lg::app {

/// "Ledningens genomgång 2025 Förskolenämnden.docx".
[[nodiscard]] std::string report_name(const domain::Review& review, const std::string& board);
/// "Aktivitetsplan 2025–2027 Förskolenämnden.xlsx".
[[nodiscard]] std::string plan_name(const domain::Review& review, const std::string& board);
/// "Granskningsprotokoll 2025 Förskolenämnden.xlsx"; `extension` with its full stop.
[[nodiscard]] std::string protocol_name(const domain::Review& review, const std::string& board,
                                        const std::string& extension);

/// A name that every file system takes: no separators, no reserved names, at most 120 bytes.
[[nodiscard]] std::string safe_file_name(const std::string& stem, const std::string& extension);

}  // namespace lg::app
