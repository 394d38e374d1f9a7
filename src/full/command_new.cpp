#include "app/blank_workbooks.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/file_writer.hpp"
#include "cli/scratch_folder.hpp"
#include "full/commands.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <vector>

namespace lg::full {
namespace {

using cli::Arguments;
using cli::UsageError;

namespace fs = std::filesystem;

// Last year and the plan period must be years that the program reads.
constexpr int first_year = 2021;
constexpr int last_year = 2097;

/// Throws UnreadableFile when there is no room for temporary files.
void require_made(const cli::ScratchFolder& scratch) {
  if (scratch.made()) return;
  const char* given = std::getenv("TMPDIR");
  throw UnreadableFile(Problem{Severity::error,
                               "FIL-078",
                               FileLocation{given != nullptr ? given : scratch.path().string()},
                               "Mappen för tillfälliga filer går inte att skriva i.",
                               "Frigör plats där, eller välj en annan mapp med TMPDIR.",
                               {}});
}

/// Keeps what libraries print to standard error from the user, who gets our sentences instead.
class QuietLibraries {
 public:
  QuietLibraries() : kept_(::dup(STDERR_FILENO)) {
    const int nothing = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nothing >= 0) ::dup2(nothing, STDERR_FILENO);
    if (nothing >= 0) ::close(nothing);
  }
  ~QuietLibraries() {
    if (kept_ < 0) return;
    ::dup2(kept_, STDERR_FILENO);
    ::close(kept_);
  }
  QuietLibraries(const QuietLibraries&) = delete;
  QuietLibraries& operator=(const QuietLibraries&) = delete;

 private:
  int kept_;
};

int year_of(const Arguments& arguments) {
  const auto text = arguments.value("--ar");
  if (!text) throw UsageError{"Skriv vilket år arbetsböckerna gäller: --ar 2026."};
  const auto number = parse_number(*text);
  if (!number || std::floor(*number) != *number || *number < first_year || *number > last_year) {
    throw UsageError{"”" + *text + "” är inget år mellan " + std::to_string(first_year) + " och " +
                     std::to_string(last_year) + "."};
  }
  return static_cast<int>(*number);
}

}  // namespace

int run_new(const Arguments& arguments, cli::Streams streams) {
  if (arguments.value("--fran"))
    throw UsageError{"--fran kommer i en senare version; fyll i arbetsböckerna för hand så länge."};
  const auto board = arguments.value("--namnd");
  if (!board || trim(*board).empty()) throw UsageError{"Skriv nämndens namn: --namnd \"förskolenämnden\"."};
  const int year = year_of(arguments);
  const fs::path folder = arguments.words.front();
  std::vector<app::NamedFile> files;
  {
    const cli::ScratchFolder scratch;
    require_made(scratch);
    const QuietLibraries quiet;
    files = app::blank_workbooks(*board, year, scratch.path().string());
  }
  cli::write_together(folder, files, false,
                      {"Välj en ny mapp, eller flytta det som finns i den.", "välj en annan mapp."});
  for (const app::NamedFile& file : files) streams.out << (folder / file.name).string() << "\n";
  streams.err << "Fyll i arbetsböckerna och kör sedan: genomgang kontrollera \"" << folder.string() << "\"\n";
  return cli::Exit::done;
}

}  // namespace lg::full
