#pragma once

#include "base/picture.hpp"
#include "base/problem.hpp"

#include <filesystem>

namespace lg::cli {

/// Reads the file of each picture, which lies in `folder` or below it. What cannot be read is noted in the
/// picture: it is told of where a template shows it.
void read_pictures(Pictures& pictures, const std::filesystem::path& folder);

/// The pictures of a folder, by their names without the ending; empty when there is no such folder.
[[nodiscard]] Pictures read_picture_folder(const std::filesystem::path& folder, Problems& problems);

}  // namespace lg::cli
