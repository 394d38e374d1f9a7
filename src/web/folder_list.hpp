#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace lg::web {

/// A folder as the page's folder chooser shows it.
struct FolderEntry {
  std::string name;
  std::filesystem::path path;
  std::size_t workbooks = 0;  // .xlsx files right in it
};

/// The path names a folder from the root, in characters that systems and lists keep.
[[nodiscard]] bool is_whole(const std::filesystem::path& path);

/// A path that the page sends, without what says nothing. Throws Refusal when it is not whole.
[[nodiscard]] std::filesystem::path whole_path(const std::filesystem::path& sent);

/// The folders of a folder by name, hidden ones left out. Throws Refusal when it cannot be read.
[[nodiscard]] std::vector<FolderEntry> folders_in(const std::filesystem::path& folder);

/// How many workbooks lie right in the folder; 0 when it cannot be read.
[[nodiscard]] std::size_t workbooks_in(const std::filesystem::path& folder);

/// Where the user's files are: $HOME.
[[nodiscard]] std::filesystem::path home_folder();

/// The folders that were chosen before, the latest first, those that are gone left out.
[[nodiscard]] std::vector<std::filesystem::path> recent_folders();

/// Puts a folder first among them. What cannot be kept is no matter: the list is a help and nothing else.
void remember_folder(const std::filesystem::path& folder);

}  // namespace lg::web
