#include "web/desktop.hpp"

#include "base/problem.hpp"
#include "cli/file_writer.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <sstream>
#include <thread>

extern char** environ;

namespace lg::web {
namespace {

namespace fs = std::filesystem;

constexpr const char* opener = "xdg-open";

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

bool on_path(const std::string& program) {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (!folder.empty() && ::access((fs::path(folder) / program).c_str(), X_OK) == 0) return true;
  }
  return false;
}

}  // namespace

bool has_desktop() {
  return (is_set("DISPLAY") || is_set("WAYLAND_DISPLAY") || is_set("BROWSER")) && on_path(opener);
}

bool open_on_desktop(const std::string& what) {
  if (!has_desktop()) return false;
  std::string program = opener;
  std::string word = what;
  const std::array<char*, 3> words = {program.data(), word.data(), nullptr};
  posix_spawn_file_actions_t actions{};
  ::posix_spawn_file_actions_init(&actions);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    ::posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0);
  // The server blocks and ignores signals that the opener needs.
  posix_spawnattr_t attributes{};
  ::posix_spawnattr_init(&attributes);
  sigset_t none;
  sigset_t all;
  sigemptyset(&none);
  sigfillset(&all);
  ::posix_spawnattr_setsigmask(&attributes, &none);
  ::posix_spawnattr_setsigdefault(&attributes, &all);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  pid_t child = 0;
  const int error = ::posix_spawnp(&child, opener, &actions, &attributes, words.data(), environ);
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return false;
  // Some desktops' openers stay for as long as what they opened.
  std::thread([child] { ::waitpid(child, nullptr, 0); }).detach();
  return true;
}

bool open_page(const std::string& address, const fs::path& private_folder) {
  const std::string page =
      "<!doctype html><html lang=\"sv\"><meta charset=\"utf-8\"><title>Genomgång</title>"
      "<meta http-equiv=\"refresh\" content=\"0;url=" +
      address + "\"><p><a href=\"" + address + "\">Öppna Genomgång</a></p></html>\n";
  constexpr const char* name = "oppna.html";
  try {
    cli::write_together(private_folder, {{name, page}}, true);
    fs::permissions(private_folder / name, fs::perms::owner_read | fs::perms::owner_write);
  } catch (const fs::filesystem_error&) {
    return false;
  } catch (const UnreadableFile&) {
    return false;
  }
  return open_on_desktop((private_folder / name).string());
}

}  // namespace lg::web
