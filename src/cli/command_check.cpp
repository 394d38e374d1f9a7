#include "app/generate.hpp"
#include "app/marked_workbooks.hpp"
#include "cli/commands.hpp"
#include "cli/file_system.hpp"
#include "cli/file_writer.hpp"
#include "cli/outcome.hpp"
#include "cli/progress.hpp"

#include <filesystem>
#include <system_error>
#include <vector>

namespace lg::cli {
namespace {

namespace fs = std::filesystem;

/// Where the marked copies go. Throws UsageError when that is where the originals lie.
fs::path copies_folder(const Arguments& arguments, const fs::path& folder) {
  if (!arguments.has("--markerad")) {
    for (const char* option : {"--ut", "--skriv-over"}) {
      if (arguments.has(option) || arguments.value(option))
        throw UsageError{std::string(option) + " gäller kopiorna: skriv också --markerad."};
    }
    return {};
  }
  const fs::path target = arguments.value("--ut").value_or((folder / "granskad").string());
  std::error_code ignored;
  if (fs::equivalent(folder, target, ignored)) {
    throw UsageError{
        "Kopiorna kan inte ligga bland arbetsböckerna, för då läses de också. Välj en annan mapp "
        "med --ut."};
  }
  return target;
}

std::vector<WrittenFile> write_copies(const std::vector<app::NamedFile>& workbooks, const Problems& problems,
                                      const fs::path& target, bool overwrite) {
  const std::vector<app::NamedFile> copies = app::marked_workbooks(workbooks, problems);
  if (copies.empty()) return {};
  write_together(target, copies, overwrite);
  std::vector<WrittenFile> written;
  for (const app::NamedFile& copy : copies)
    written.push_back({"kopia", (target / copy.name).string(), copy.bytes});
  return written;
}

}  // namespace

int run_check(const Arguments& arguments, Streams streams) {
  const fs::path folder = arguments.words.front();
  const fs::path target = copies_folder(arguments, folder);
  Problems problems;
  std::vector<WrittenFile> copies;
  {
    const auto workbooks = read_workbooks(folder, problems);
    const Progress progress(streams.err, "Läser arbetsböckerna");
    problems.append(app::check(name_of(folder), workbooks));
    if (!target.empty()) copies = write_copies(workbooks, problems, target, arguments.has("--skriv-over"));
  }
  std::string closing = problems.has_errors() ? "" : "Arbetsböckerna har inga fel; dokumenten kan skapas.";
  if (!target.empty()) {
    closing += closing.empty() ? "" : " ";
    closing += copies.empty() ? "Det finns inget att märka ut i arbetsböckerna, så inga kopior skrevs."
                              : "Öppna kopiorna och börja på bladet Granskning. Dina egna filer är orörda.";
  }
  return tell(problems, copies, {}, arguments, streams, closing);
}

}  // namespace lg::cli
