#include "app/blank_workbooks.hpp"
#include "app/next_year.hpp"
#include "app/problem_list.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/file_system.hpp"
#include "cli/file_writer.hpp"
#include "cli/last_year.hpp"
#include "cli/outcome.hpp"
#include "cli/scratch_folder.hpp"
#include "full/commands.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <optional>
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

void write(const fs::path& folder, const std::vector<app::NamedFile>& files, cli::Streams streams) {
  cli::write_together(folder, files, false,
                      {"Välj en ny mapp, eller flytta det som finns i den.", "välj en annan mapp."});
  for (const app::NamedFile& file : files) streams.out << (folder / file.name).string() << "\n";
}

/// What is wrong in last year's folder, and sheets and rows that are not read. What else the reader notes is
/// no matter of the year that is opened.
Problems worth_telling(const Problems& problems) {
  static constexpr std::array<std::string_view, 6> unread{"BLAN-003", "BLAN-005", "BLAN-006",
                                                          "BLAN-008", "BLAN-020", "FIL-051"};
  Problems told;
  for (const Problem& problem : problems) {
    const bool note = problem.severity == Severity::note;
    if (!note || std::ranges::find(unread, std::string_view(problem.code)) != unread.end()) told.add(problem);
  }
  return told;
}

int open_year(const Arguments& arguments, cli::Streams streams) {
  const fs::path folder = arguments.words.front();
  const fs::path last = *arguments.value("--fran");
  std::optional<int> year;
  if (arguments.value("--ar")) year = year_of(arguments);
  Problems problems;
  app::NextYearRequest request = cli::read_last_year(last, problems);
  request.board = arguments.value("--namnd");
  request.year = year;
  if (const auto plan = arguments.value("--plan")) {
    request.plan_given = true;
    request.plans = {{fs::path(*plan).filename().string(), cli::read_file(*plan)}};
  }
  app::NextYearOutcome outcome;
  {
    const cli::ScratchFolder scratch;
    require_made(scratch);
    const QuietLibraries quiet;
    request.scratch_directory = scratch.path().string();
    outcome = app::open_next_year(request);
  }
  problems.append(outcome.problems);
  if (outcome.files.empty()) {
    return cli::tell(problems, {}, {}, arguments, streams,
                     "Inget skrevs: det som står ovan hindrar att allt i fjolårets mapp kan föras över.");
  }
  write(folder, outcome.files, streams);
  streams.err << app::to_text(worth_telling(problems)) << (problems.empty() ? "" : "\n") << outcome.summary;
  if (std::error_code error; fs::is_directory(last / "bilder", error)) {
    streams.err << "Mappen ”bilder” har inte följt med. Kopiera den om rapporten ska visa samma bilder.\n";
  }
  streams.err << "Läs igenom det som följt med, fyll i resten och kör sedan: genomgang kontrollera \""
              << folder.string() << "\"\n";
  return cli::Exit::done;
}

}  // namespace

int run_new(const Arguments& arguments, cli::Streams streams) {
  if (arguments.value("--fran")) return open_year(arguments, streams);
  if (arguments.value("--plan")) throw UsageError{"--plan hör ihop med --fran FJOLÅRETS_MAPP."};
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
  write(folder, files, streams);
  streams.err << "Fyll i arbetsböckerna och kör sedan: genomgang kontrollera \"" << folder.string() << "\"\n";
  return cli::Exit::done;
}

}  // namespace lg::full
