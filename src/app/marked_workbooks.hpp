#pragma once

#include "app/named_file.hpp"
#include "base/problem.hpp"

#include <string>
#include <vector>

namespace lg::app {

/// Copies of the workbooks that have something to look at: everything in them kept, a note and a mark at each
/// cell in question, and first a sheet Granskning whose rows link there. What concerns the whole folder
/// stands on the first, and the others say so. A copy of a copy has the new notes, marks and sheet alone.
/// Those that cannot be opened are left out; `problems` tells of them already.
[[nodiscard]] std::vector<NamedFile> marked_workbooks(const std::vector<NamedFile>& workbooks,
                                                      const Problems& problems);

/// "Granskad VoR 2025.xlsx": another name than the original's, since Excel opens no two workbooks of one
/// name; the year stays last, where it says what the sheets are about.
[[nodiscard]] std::string marked_name(const std::string& workbook);

}  // namespace lg::app
