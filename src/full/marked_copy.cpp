#include "full/marked_copy.hpp"

#include "app/marked_template.hpp"
#include "base/text.hpp"
#include "cli/file_writer.hpp"

#include <filesystem>
#include <system_error>

namespace lg::full {
namespace {

namespace fs = std::filesystem;

std::string extension_of(const fs::path& path) {
  return to_lower(path.extension().string());
}

}  // namespace

void check_copy_name(const cli::Arguments& arguments) {
  const auto target = arguments.value("--ut");
  if (!target) return;
  const fs::path original = arguments.words.front();
  std::error_code ignored;
  if (fs::equivalent(original, *target, ignored)) {
    throw cli::UsageError{
        "Kopian kan inte ha mallens namn, för mallen ska vara kvar som den är. Välj ett annat med --ut."};
  }
  if (extension_of(*target) != extension_of(original)) {
    throw cli::UsageError{"Kopian är av samma slag som mallen: låt namnet efter --ut sluta på " +
                          extension_of(original) + "."};
  }
}

std::vector<cli::WrittenFile> write_marked_copy(const cli::Arguments& arguments,
                                                const app::NamedFile& template_file,
                                                const Problems& problems) {
  const auto target = arguments.value("--ut");
  if (!target) return {};
  const fs::path path = *target;
  const auto bytes = app::marked_template(template_file, problems);
  if (!bytes) return {};
  cli::write_together(
      path.has_parent_path() ? path.parent_path() : fs::path("."), {{path.filename().string(), *bytes}},
      arguments.has("--skriv-over"),
      {"Lägg till --skriv-over, eller välj ett annat namn med --ut.", "välj en annan plats med --ut."});
  return {{"kopia", path.string(), *bytes}};
}

std::string sentence_on_copy(const cli::Arguments& arguments, const std::vector<cli::WrittenFile>& copies) {
  if (!arguments.value("--ut")) return "";
  if (copies.empty()) return "Det finns inget att påpeka på någon plats i mallen, så ingen kopia skrevs.";
  const bool workbook = extension_of(copies.front().path) == ".xlsx";
  return std::string("Kopian har en ") + (workbook ? "anteckning" : "kommentar") +
         " vid varje plats. Den går att rätta i: kommentarerna kommer inte med när den fylls i.";
}

}  // namespace lg::full
