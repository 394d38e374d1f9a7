#include "app/field_listing.hpp"
#include "app/fill.hpp"
#include "app/review_data.hpp"
#include "cli/commands.hpp"
#include "cli/file_system.hpp"
#include "cli/file_writer.hpp"
#include "cli/outcome.hpp"
#include "cli/page_numbers.hpp"
#include "cli/picture_files.hpp"
#include "full/commands.hpp"
#include "full/field_guide_document.hpp"
#include "full/json_data.hpp"
#include "full/marked_copy.hpp"

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>

#include <filesystem>
#include <utility>

namespace lg::full {
namespace {

using cli::Arguments;
using cli::Exit;
using cli::read_file;
using cli::Streams;
using cli::tell;
using cli::UsageError;

namespace fs = std::filesystem;

app::NamedFile named_file(const fs::path& path) {
  return {path.filename().string(), read_file(path)};
}

/// The data of a JSON file, with the pictures that lie beside it.
Dataset read_data(const fs::path& path, Problems& problems) {
  const app::NamedFile json = named_file(path);
  Dataset data = read_json(json.name, json.bytes, problems);
  cli::read_pictures(data.pictures, path.parent_path());
  return data;
}

void note_faults_of_workbooks(const Problems& found, const fs::path& folder, Problems& problems) {
  const std::size_t errors = found.count(Severity::error) + found.count(Severity::hole);
  if (errors == 0) return;
  problems.add({Severity::note,
                "FIL-091",
                FileLocation{cli::name_of(folder)},
                "Arbetsböckerna i mappen har själva " + std::to_string(errors) + " fel, som inte visas här.",
                "genomgang kontrollera " + folder.string() + " säger vilka och hur de rättas.",
                {}});
}

/// The data is a folder of workbooks or a JSON file. What is wrong with the workbooks is told by
/// `kontrollera`.
void check_against(const app::NamedFile& file, const fs::path& data_path, Problems& problems) {
  if (fs::is_directory(data_path)) {
    Problems of_the_workbooks;
    const auto review = app::ReviewData::of(
        cli::name_of(data_path), cli::read_workbooks(data_path, of_the_workbooks), of_the_workbooks);
    Dataset data = review.dataset();
    data.pictures = cli::read_picture_folder(data_path / "bilder", problems);
    note_faults_of_workbooks(of_the_workbooks, data_path, problems);
    return app::check_template(file, data, problems);
  }
  app::check_template(file, read_data(data_path, problems), problems);
}

/// What cannot be read cannot be copied with comments either.
UnreadableFile without_copy(const Arguments& arguments, Problem problem) {
  const bool about_template = file_of(problem.where) == fs::path(arguments.words.front()).filename().string();
  if (arguments.value("--ut") && about_template) problem.hint += " Ingen kopia med kommentarer skrevs.";
  return UnreadableFile(std::move(problem));
}

}  // namespace

int run_fill(const Arguments& arguments, Streams streams) {
  const auto target = arguments.value("--ut");
  if (!target) throw UsageError{"Skriv det ifyllda dokumentets namn: --ut FIL."};
  const app::NamedFile file = named_file(arguments.words[0]);
  Problems problems;
  const Dataset data = read_data(arguments.words[1], problems);
  const auto bytes = app::fill(file, data, problems);
  if (!bytes) return tell(problems, {}, {file.name}, arguments, streams, "Inget dokument skrevs.");
  const fs::path path = fs::path(*target);
  app::NamedFile document = {path.filename().string(), *bytes};
  if (arguments.has("--sidnummer")) cli::add_page_numbers(document, problems);
  cli::write_together(path.has_parent_path() ? path.parent_path() : fs::path("."), {document},
                      arguments.has("--skriv-over"));
  return tell(problems, {{"dokument", path.string(), document.bytes}}, {file.name}, arguments, streams, "");
}

int run_check_template(const Arguments& arguments, Streams streams) try {
  check_copy_name(arguments);
  const app::NamedFile file = named_file(arguments.words.front());
  Problems problems;
  if (const auto data_path = arguments.value("--data")) {
    check_against(file, *data_path, problems);
  } else {
    app::check_template_against_contract(file, problems);
  }
  const auto copies = write_marked_copy(arguments, file, problems);
  const std::string fills = problems.has_errors(true) ? "" : "Mallen kan fyllas i.";
  const std::string on_copy = sentence_on_copy(arguments, copies);
  return tell(problems, copies, {file.name}, arguments, streams,
              fills + (fills.empty() || on_copy.empty() ? "" : " ") + on_copy);
} catch (const UnreadableFile& unreadable) {
  throw without_copy(arguments, unreadable.problem());
}

int run_fields(const Arguments& arguments, Streams streams) {
  Problems ignored;
  const auto data = arguments.words.empty()
                        ? app::ReviewData::shape()
                        : app::ReviewData::of(cli::name_of(arguments.words.front()),
                                              cli::read_workbooks(arguments.words.front(), ignored), ignored);
  const auto fields = app::list_fields(data.dataset());
  if (arguments.value("--ut")) return write_field_guide(fields, arguments, streams);
  if (arguments.has("--markdown")) {
    streams.out << app::fields_as_markdown(fields);
    return Exit::done;
  }
  if (!arguments.has("--json")) {
    for (const app::ListedField& field : fields) {
      streams.out << field.list << "\t" << field.name << "\t" << field.tag << "\t" << field.kind << "\t"
                  << field.value << "\n";
    }
    return Exit::done;
  }
  Poco::JSON::Array list;
  for (const app::ListedField& field : fields) {
    Poco::JSON::Object object(Poco::JSON_PRESERVE_KEY_ORDER);
    object.set("list", field.list);
    object.set("name", field.name);
    object.set("tag", field.tag);
    object.set("kind", field.kind);
    object.set("help", field.help);
    object.set("value", field.value);
    list.add(object);
  }
  list.stringify(streams.out, 2);
  streams.out << "\n";
  return Exit::done;
}

}  // namespace lg::full
