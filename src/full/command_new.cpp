#include "app/blank_workbooks.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/file_writer.hpp"
#include "full/commands.hpp"

#include <stdlib.h>

#include <cerrno>
#include <cmath>
#include <filesystem>
#include <system_error>
#include <vector>

namespace lg::full {
namespace {

using cli::Arguments;
using cli::UsageError;

namespace fs = std::filesystem;

constexpr int first_year = 2020;
constexpr int last_year = 2099;

/// A folder that only we can read, gone when we are done with it.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string pattern = (fs::temp_directory_path() / "genomgang-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) {
      throw UnreadableFile(Problem{Severity::error,
                                   "FIL-078",
                                   FileLocation{fs::temp_directory_path().string()},
                                   "Mappen för tillfälliga filer går inte att skriva i.",
                                   "Frigör plats där, eller välj en annan mapp med TMPDIR.",
                                   {}});
    }
    path_ = pattern;
  }
  ~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
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
    const ScratchFolder scratch;
    files = app::blank_workbooks(*board, year, scratch.path());
  }
  cli::write_together(folder, files, false);
  for (const app::NamedFile& file : files) streams.out << (folder / file.name).string() << "\n";
  streams.err << "Fyll i arbetsböckerna och kör sedan: genomgang kontrollera \"" << folder.string() << "\"\n";
  return cli::Exit::done;
}

}  // namespace lg::full
