#pragma once

#include "app/named_file.hpp"

#include <string>
#include <vector>

namespace lg::app {

/// The blank workbooks of one year for the ISAM to fill in. `scratch_directory` is an existing folder of the
/// program's own: the library that writes new workbooks can only write to files.
/// Throws UnreadableFile when they could not be written whole.
[[nodiscard]] std::vector<NamedFile> blank_workbooks(const std::string& board, int year,
                                                     const std::string& scratch_directory);

}  // namespace lg::app
