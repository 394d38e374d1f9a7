#include "full/field_guide_document.hpp"

#include "app/field_guide.hpp"
#include "app/fill.hpp"
#include "base/text.hpp"
#include "cli/file_system.hpp"
#include "cli/file_writer.hpp"
#include "cli/outcome.hpp"

#include <filesystem>

namespace lg::full {

namespace fs = std::filesystem;

int write_field_guide(const std::vector<app::ListedField>& fields, const cli::Arguments& arguments,
                      cli::Streams streams) {
  const fs::path path = *arguments.value("--ut");
  const std::string extension = to_lower(path.extension().string());
  if (extension != ".docx" && extension != ".xlsx") {
    throw cli::UsageError{"Låt namnet efter --ut sluta på .docx eller .xlsx."};
  }
  const std::string folder = arguments.words.empty() ? "" : cli::name_of(arguments.words.front());
  const std::string name = "mallhjalp" + extension;
  Problems problems;
  const auto bytes = app::fill({name, cli::read_file(cli::templates_folder() / name)},
                               app::field_guide_data(fields, folder), problems);
  if (!bytes) return tell(problems, {}, {name}, arguments, streams, "Inget dokument skrevs.");
  cli::write_together(
      path.has_parent_path() ? path.parent_path() : fs::path("."), {{path.filename().string(), *bytes}},
      arguments.has("--skriv-over"),
      {"Lägg till --skriv-over, eller välj ett annat namn med --ut.", "välj en annan plats med --ut."});
  return tell(problems, {{"mallhjälp", path.string(), *bytes}}, {name}, arguments, streams, "");
}

}  // namespace lg::full
