#include "web/folder_list.hpp"

#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/file_writer.hpp"
#include "web/answer.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <system_error>

namespace lg::web {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_recent = 5;

bool is_workbook(const fs::directory_entry& entry) {
  const std::string name = entry.path().filename().string();
  return to_lower(entry.path().extension().string()) == ".xlsx" && !name.starts_with("~$") &&
         !name.starts_with(".");
}

/// XDG Base Directory Specification: state that should outlive the program.
fs::path memory_file() {
  const char* given = std::getenv("XDG_STATE_HOME");
  const fs::path state = given != nullptr && *given == '/' ? fs::path(given) : home_folder() / ".local/state";
  return state / "genomgang" / "mappar";
}

}  // namespace

bool is_whole(const fs::path& path) {
  // A zero byte ends a name for the system but not for us; the folders chosen before are kept a line each.
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20U; };
  return path.is_absolute() && std::ranges::none_of(path.native(), is_control);
}

fs::path whole_path(const fs::path& sent) {
  if (!is_whole(sent)) throw Refusal{Status::bad_request, "Mappens namn är inte helt.", ""};
  const fs::path path = sent.lexically_normal();
  return path.has_filename() ? path : path.parent_path();
}

std::vector<FolderEntry> folders_in(const fs::path& folder) {
  std::error_code error;
  std::vector<FolderEntry> found;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    std::error_code ignored;
    if (name.starts_with(".") || !entry->is_directory(ignored)) continue;
    found.push_back({name, entry->path(), workbooks_in(entry->path())});
  }
  if (error) {
    throw Refusal{Status::unprocessable, "Mappen ”" + folder.filename().string() + "” går inte att läsa.",
                  "Kontrollera att den finns kvar och att du har rätt att läsa den."};
  }
  std::ranges::sort(found, {}, [](const FolderEntry& one) { return swedish_sort_key(one.name); });
  return found;
}

std::size_t workbooks_in(const fs::path& folder) {
  std::error_code error;
  std::size_t count = 0;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    if (is_workbook(*entry)) ++count;
  return count;
}

fs::path home_folder() {
  const char* home = std::getenv("HOME");
  return home != nullptr && *home == '/' ? fs::path(home) : fs::path("/");
}

std::vector<fs::path> recent_folders() {
  std::vector<fs::path> folders;
  std::ifstream file(memory_file());
  for (std::string line; std::getline(file, line) && folders.size() < most_recent;) {
    std::error_code error;
    if (!line.empty() && fs::is_directory(line, error)) folders.emplace_back(line);
  }
  return folders;
}

void remember_folder(const fs::path& folder) {
  std::vector<fs::path> folders = recent_folders();
  std::erase(folders, folder);
  folders.insert(folders.begin(), folder);
  if (folders.size() > most_recent) folders.resize(most_recent);
  std::string lines;
  for (const fs::path& one : folders) lines += one.string() + "\n";
  const fs::path path = memory_file();
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  try {
    cli::write_together(path.parent_path(), {{path.filename().string(), lines}}, true);
  } catch (const UnreadableFile&) {
    return;
  }
}

}  // namespace lg::web
