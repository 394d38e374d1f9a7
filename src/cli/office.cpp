#include "cli/office.hpp"

#include "base/problem.hpp"
#include "cli/child_process.hpp"
#include "cli/file_system.hpp"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <system_error>
#include <vector>

namespace lg::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* settings =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
)";

fs::path find_program() {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    const fs::path program = fs::path(folder) / "soffice";
    if (program.is_absolute() && ::access(program.c_str(), X_OK) == 0) return program;
  }
  return {};
}

/// A path as a file URL: letters, digits and a few signs stand for themselves.
std::string url_of(const fs::path& path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string url = "file://";
  for (const char c : path.string()) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = std::isalnum(byte) != 0 || std::string_view("/-._~").find(c) != std::string_view::npos;
    if (plain && byte < 0x80) {
      url += c;
    } else {
      url += '%';
      url += digits[byte >> 4U];
      url += digits[byte & 0xFU];
    }
  }
  return url;
}

/// What of our environment LibreOffice needs: the user's fonts are found from HOME.
std::vector<std::string> environment_in(const fs::path& folder) {
  std::vector<std::string> all = {"TMPDIR=" + folder.string(), "XDG_CONFIG_HOME=" + folder.string(),
                                  "XDG_CACHE_HOME=" + folder.string(), "LC_ALL=C.UTF-8",
                                  "SAL_USE_VCLPLUGIN=svp"};
  for (const char* name : {"PATH", "HOME", "XDG_DATA_HOME", "XDG_DATA_DIRS"}) {
    if (const char* value = std::getenv(name)) all.push_back(std::string(name) + "=" + value);
  }
  return all;
}

bool write_bytes(const fs::path& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  return static_cast<bool>(file);
}

/// The file in the folder, whatever it is called; nothing when there is none.
std::optional<std::string> only_file(const fs::path& folder) {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    try {
      return read_file(entry.path());
    } catch (const UnreadableFile&) {
      return {};
    }
  }
  return {};
}

OfficeFault fault_of(ChildEnd end) {
  switch (end) {
    case ChildEnd::done: return OfficeFault::none;
    case ChildEnd::failed: return OfficeFault::refused;
    case ChildEnd::timed_out: return OfficeFault::timed_out;
    case ChildEnd::not_started:
    case ChildEnd::interrupted: break;
  }
  return OfficeFault::not_started;
}

}  // namespace

Office::Office(std::chrono::seconds longest) : program_(find_program()), longest_(longest) {}

bool Office::prepare() {
  std::error_code error;
  if (!scratch_) {
    scratch_.emplace();
    const fs::path user = scratch_->path() / "profil" / "user";
    if (scratch_->made()) fs::create_directories(user, error);
    if (!scratch_->made() || error || !write_bytes(user / "registrymodifications.xcu", settings)) {
      scratch_.reset();
      return false;
    }
  }
  fs::remove_all(scratch_->path() / "ut", error);
  return fs::create_directory(scratch_->path() / "ut", error);
}

Conversion Office::convert(const std::string& bytes, std::string_view extension, const std::string& format) {
  if (!found()) return {"", OfficeFault::missing};
  if (!prepare()) return {"", OfficeFault::not_started};
  const fs::path folder = scratch_->path();
  const fs::path file = folder / ("in." + std::string(extension));
  if (!write_bytes(file, bytes)) return {"", OfficeFault::not_started};
  const ChildOutcome outcome =
      run_child({{program_.string(), "-env:UserInstallation=" + url_of(folder / "profil"), "--headless",
                  "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--nofirststartwizard",
                  "--convert-to", format, "--outdir", (folder / "ut").string(), file.string()},
                 environment_in(folder),
                 folder,
                 longest_});
  if (outcome.end == ChildEnd::interrupted) {
    scratch_.reset();  // a signal that ends us runs no destructors
    ::raise(outcome.signal);
  }
  Conversion made{"", fault_of(outcome.end)};
  if (!made.made()) return made;
  auto result = only_file(folder / "ut");
  if (!result || result->empty()) return {"", OfficeFault::refused};  // it ends well whatever happens
  made.bytes = std::move(*result);
  return made;
}

std::string to_text(OfficeFault fault) {
  switch (fault) {
    case OfficeFault::none: break;
    case OfficeFault::missing: return "LibreOffice finns inte på datorn.";
    case OfficeFault::not_started: return "LibreOffice gick inte att starta.";
    case OfficeFault::timed_out: return "LibreOffice blev inte klart i tid och stoppades.";
    case OfficeFault::refused: return "LibreOffice kunde inte läsa dokumentet.";
  }
  return "";
}

}  // namespace lg::cli
