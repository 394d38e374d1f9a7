#include "web/folder_stamp.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <system_error>
#include <vector>

namespace lg::web {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> lines_of(const fs::path& folder) {
  std::vector<std::string> lines;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    lines.push_back(entry->path().filename().string() + file_stamp(entry->path()));
  std::ranges::sort(lines);
  return lines;
}

}  // namespace

std::string file_stamp(const fs::path& file) {
  struct stat about {};
  if (::stat(file.c_str(), &about) != 0) return " -";
  // A folder's own time changes with what lies in it, which its own lines tell.
  if (S_ISDIR(about.st_mode)) return " /";
  return " " + std::to_string(about.st_ino) + " " + std::to_string(about.st_size) + " " +
         std::to_string(about.st_mtim.tv_sec) + "." + std::to_string(about.st_mtim.tv_nsec);
}

std::string folder_stamp(const fs::path& folder) {
  std::string stamp;
  for (const char* below : {"", "bilder", "dokument"}) {
    stamp += std::string("[") + below + "]\n";
    for (const std::string& line : lines_of(folder / below)) stamp += line + "\n";
  }
  return stamp;
}

}  // namespace lg::web
