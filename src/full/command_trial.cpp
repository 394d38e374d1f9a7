#include "app/review_data.hpp"
#include "app/template_trial.hpp"
#include "cli/commands.hpp"
#include "cli/file_system.hpp"
#include "cli/file_writer.hpp"
#include "cli/office.hpp"
#include "cli/outcome.hpp"
#include "full/commands.hpp"
#include "full/json_data.hpp"

#include <unistd.h>

#include <filesystem>
#include <utility>

namespace lg::full {
namespace {

using cli::Arguments;
using cli::Streams;

namespace fs = std::filesystem;

app::NamedFile named_file(const fs::path& path) {
  return {path.filename().string(), cli::read_file(path)};
}

std::vector<app::NamedFile> filled(const app::NamedFile& file, const Arguments& arguments,
                                   Problems& problems) {
  const auto data = arguments.value("--data");
  if (!data) return app::try_template(file, problems);
  if (fs::is_directory(*data)) {
    Problems ignored;  // what is wrong with the workbooks is another command's to say
    const auto review =
        app::ReviewData::of(cli::name_of(*data), cli::read_workbooks(*data, ignored), ignored);
    return app::try_template(file, review.dataset(), problems);
  }
  const app::NamedFile json = named_file(*data);
  const Dataset shape = read_json(json.name, json.bytes, problems);
  return app::try_template(file, shape, problems);
}

void note_missing(const std::string& file, cli::OfficeFault fault, Problems& problems) {
  problems.add({Severity::note,
                "FIL-090",
                FileLocation{file},
                "Ingen PDF gjordes: " + cli::to_text(fault),
                "Dokumenten är skrivna ändå; öppna dem i Word eller Excel.",
                {}});
}

/// Each document laid out by LibreOffice, as far as it can.
std::vector<app::NamedFile> as_pdf(const std::vector<app::NamedFile>& documents,
                                   const std::string& template_name, Problems& problems) {
  cli::Office office;
  if (!office.found()) {
    note_missing(template_name, cli::OfficeFault::missing, problems);
    return {};
  }
  std::vector<app::NamedFile> pdfs;
  for (const app::NamedFile& document : documents) {
    const fs::path name = document.name;
    cli::Conversion made = office.convert(document.bytes, name.extension().string().substr(1), "pdf");
    if (made.made()) {
      pdfs.push_back({name.stem().string() + ".pdf", std::move(made.bytes)});
    } else {
      note_missing(document.name, made.fault, problems);
    }
  }
  return pdfs;
}

}  // namespace

int run_trial(const Arguments& arguments, Streams streams) {
  const auto target = arguments.value("--ut");
  if (!target) throw cli::UsageError{"Skriv vilken mapp dokumenten ska ligga i: --ut MAPP."};
  const app::NamedFile file = named_file(arguments.words.front());
  Problems problems;
  std::vector<app::NamedFile> documents = filled(file, arguments, problems);
  if (documents.empty()) return tell(problems, {}, {file.name}, arguments, streams, "Inga dokument skrevs.");
  const fs::path folder = *target;
  if (::isatty(STDERR_FILENO) != 0) streams.err << "Gör PDF med LibreOffice …\n" << std::flush;
  for (app::NamedFile& pdf : as_pdf(documents, file.name, problems)) documents.push_back(std::move(pdf));
  cli::write_together(folder, documents, arguments.has("--skriv-over"));
  std::vector<cli::WrittenFile> written;
  for (const app::NamedFile& one : documents)
    written.push_back(
        {one.name.ends_with(".pdf") ? "pdf" : "dokument", (folder / one.name).string(), one.bytes});
  return tell(
      problems, written, {file.name}, arguments, streams,
      "Se efter att de tomma meningarna, de långa tabellerna och de långa texterna blir som du vill.");
}

}  // namespace lg::full
