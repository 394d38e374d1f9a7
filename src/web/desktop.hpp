#pragma once

#include <filesystem>
#include <string>

namespace lg::web {

/// There is a desktop that opens files.
[[nodiscard]] bool has_desktop();

/// Opens an address, a file or a folder with what the user's desktop has for it (xdg-open). False when there
/// is no desktop to ask.
bool open_on_desktop(const std::string& what);

/// Opens the page in the browser by way of a file that only its owner can read: words after a program's name
/// can be read by every user of the computer, and the address holds a key. False when there is no desktop.
bool open_page(const std::string& address, const std::filesystem::path& private_folder);

}  // namespace lg::web
