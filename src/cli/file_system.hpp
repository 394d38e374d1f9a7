#pragma once

#include "app/named_file.hpp"
#include "base/problem.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace lg::cli {

/// A whole file. Throws UnreadableFile with the reason in Swedish.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

/// The workbooks of a folder itself, by name; folders below it and lock files are passed over. Files that are
/// workbooks of another kind (.xls, .csv …) are told of. Throws UnreadableFile when there is no such folder.
[[nodiscard]] std::vector<app::NamedFile> read_workbooks(const std::filesystem::path& folder,
                                                         Problems& problems);

/// The folder with the default templates, found from where the program lies.
[[nodiscard]] std::filesystem::path templates_folder();

/// The last name of a path, also of "." and "mapp/".
[[nodiscard]] std::string name_of(const std::filesystem::path& path);

}  // namespace lg::cli
