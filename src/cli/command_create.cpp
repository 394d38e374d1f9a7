#include "app/generate.hpp"
#include "app/protocol.hpp"
#include "cli/commands.hpp"
#include "cli/file_system.hpp"
#include "cli/file_writer.hpp"
#include "cli/outcome.hpp"
#include "cli/page_numbers.hpp"
#include "cli/picture_files.hpp"
#include "cli/progress.hpp"

#include <filesystem>
#include <utility>

namespace lg::cli {
namespace {

namespace fs = std::filesystem;

app::NamedFile template_file(const Arguments& arguments, const char* option, const char* standard) {
  const auto own = arguments.value(option);
  const fs::path path = own ? fs::path(*own) : templates_folder() / standard;
  return {path.filename().string(), read_file(path)};
}

/// The documents and their protocol: all of them or none.
std::vector<WrittenFile> write_all(app::GenerateOutcome& outcome, const Problems& problems,
                                   const fs::path& target, const Arguments& arguments) {
  constexpr const char* standard = "granskningsprotokoll.xlsx";
  std::vector<app::NamedFile> files =
      app::make_protocol({*outcome.record,
                          *outcome.report,
                          *outcome.plan,
                          problems,
                          {standard, read_file(templates_folder() / standard)},
                          GENOMGANG_VERSION});
  files.insert(files.begin(), {std::move(*outcome.report), std::move(*outcome.plan)});
  write_together(target, files, arguments.has("--skriv-over"));
  std::vector<WrittenFile> written;
  for (const app::NamedFile& file : files) {
    const char* role = written.empty() ? "rapport" : written.size() == 1 ? "plan" : "protokoll";
    written.push_back({role, (target / file.name).string(), file.bytes});
  }
  return written;
}

/// The last words of a run: what it put into the documents, and that a draft is one.
std::string closing(const app::RunRecord& record, bool marked) {
  const std::string tally = app::tally(record.account);
  std::string said = tally.empty() ? "" : "I dokumenten: " + tally + ".";
  if (marked) said += said.empty() ? "" : "\n";
  if (marked) said += "Det här är ett utkast: det som saknas är utmärkt med ⟦saknas: …⟧ i dokumenten.";
  return said;
}

}  // namespace

int run_create(const Arguments& arguments, Streams streams) {
  if (arguments.has("--offentlig")) {
    throw UsageError{
        "--offentlig kommer i en senare version. Uppgifter som ska maskas står med i dokumenten."};
  }
  const fs::path folder = arguments.words.front();
  const fs::path target = arguments.value("--ut").value_or((folder / "dokument").string());
  Problems reading;
  app::GenerateRequest request;
  request.folder = name_of(folder);
  request.workbooks = read_workbooks(folder, reading);
  request.report_template = template_file(arguments, "--mall", "ledningens-genomgang.docx");
  request.plan_template = template_file(arguments, "--planmall", "aktivitetsplan.xlsx");
  request.own_templates = arguments.value("--mall") || arguments.value("--planmall");
  request.pictures = read_picture_folder(folder / "bilder", reading);
  request.draft = arguments.has("--utkast");

  app::GenerateOutcome outcome;
  {
    const Progress progress(streams.err, "Gör dokumenten");
    outcome = app::generate(request);
  }
  reading.append(outcome.problems);
  const std::vector<std::string> templates = {request.report_template.name, request.plan_template.name};
  if (!outcome.report || !outcome.plan) {
    return tell(reading, {}, templates, arguments, streams, "Inga dokument skrevs.");
  }
  if (arguments.has("--sidnummer")) add_page_numbers(*outcome.report, reading);
  const std::vector<WrittenFile> written = write_all(outcome, reading, target, arguments);
  const bool marked = request.draft && reading.has_errors();
  return tell(reading, written, templates, arguments, streams, closing(*outcome.record, marked));
}

}  // namespace lg::cli
