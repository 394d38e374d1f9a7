#include "app/interpretation.hpp"
#include "cli/commands.hpp"
#include "cli/file_system.hpp"
#include "cli/file_writer.hpp"
#include "cli/scratch_folder.hpp"
#include "full/commands.hpp"

#include <filesystem>

namespace lg::full {
namespace {

namespace fs = std::filesystem;

/// Writes kolumner.xlsx; into the folder itself when `target` is one.
std::string write_map(const app::Interpretation& made, const fs::path& target, bool overwrite) {
  const cli::ScratchFolder scratch;
  if (!scratch.made()) {
    throw UnreadableFile(Problem{Severity::error,
                                 "FIL-078",
                                 FileLocation{scratch.path().string()},
                                 "Mappen för tillfälliga filer går inte att skriva i.",
                                 "Frigör plats där, eller välj en annan mapp med TMPDIR.",
                                 {}});
  }
  app::NamedFile file = app::column_map_workbook(made, scratch.path().string());
  const bool is_folder = target.extension() != ".xlsx";
  const fs::path folder = is_folder ? target : target.parent_path();
  if (!is_folder) file.name = target.filename().string();
  const fs::path place = folder.empty() ? fs::path(".") : folder;
  cli::write_together(place, {file}, overwrite);
  return (place / file.name).string();
}

}  // namespace

int run_interpret(const cli::Arguments& arguments, cli::Streams streams) {
  const fs::path folder = arguments.words.front();
  Problems problems;
  const auto workbooks = cli::read_workbooks(folder, problems);
  const app::Interpretation made = app::interpret(cli::name_of(folder), workbooks);
  streams.out << made.text;
  if (const auto target = arguments.value("--ut")) {
    streams.out << write_map(made, *target, arguments.has("--skriv-over")) << "\n";
    streams.err << "Svara Ja i kolumnen Svar på de frågor som stämmer, och lägg kolumner.xlsx i mappen.\n";
  }
  return cli::Exit::done;
}

}  // namespace lg::full
