#pragma once

#include <filesystem>
#include <string>

namespace lg::web {

/// What a folder's files look like from outside: names, sizes and times of its workbooks, of lock files
/// beside them, of its pictures, and of the documents made from it. Two stamps differ when somebody saved.
///
/// The folder is looked at again and again rather than watched through the system (inotify), since that does
/// not tell of what others save on a network drive, which is where many boards keep their workbooks.
[[nodiscard]] std::string folder_stamp(const std::filesystem::path& folder);

/// The same of one file.
[[nodiscard]] std::string file_stamp(const std::filesystem::path& file);

}  // namespace lg::web
