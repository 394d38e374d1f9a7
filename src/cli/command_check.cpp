#include "app/generate.hpp"
#include "cli/commands.hpp"
#include "cli/file_system.hpp"
#include "cli/outcome.hpp"
#include "cli/progress.hpp"

#include <filesystem>

namespace lg::cli {

namespace fs = std::filesystem;

int run_check(const Arguments& arguments, Streams streams) {
  const fs::path folder = arguments.words.front();
  Problems problems;
  const auto workbooks = read_workbooks(folder, problems);
  const Progress progress(streams.err, "Läser arbetsböckerna");
  problems.append(app::check(name_of(folder), workbooks));
  return tell(problems, {}, {}, arguments, streams,
              problems.has_errors() ? "" : "Arbetsböckerna har inga fel; dokumenten kan skapas.");
}

}  // namespace lg::cli
