#include "web/folder_stamp.hpp"

#include "cli/scratch_folder.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

namespace fs = std::filesystem;
using lg::web::folder_stamp;

namespace {

void write(const fs::path& path, const std::string& text) {
  std::ofstream(path) << text;
}

}  // namespace

TEST_CASE("a folder's stamp changes with each save, in the folder, its pictures and its documents") {
  const lg::cli::ScratchFolder scratch;
  REQUIRE(scratch.made());
  const fs::path folder = scratch.path() / "underlag";
  fs::create_directories(folder / "bilder");
  write(folder / "VoR 2025.xlsx", "ett");
  const std::string first = folder_stamp(folder);
  CHECK(folder_stamp(folder) == first);

  write(folder / "VoR 2025.xlsx", "ett och två");
  const std::string longer = folder_stamp(folder);
  CHECK(longer != first);

  // As Excel and LibreOffice save: a new file takes the name of the old one.
  write(folder / "ny.tmp", "ett och tre");
  fs::last_write_time(folder / "ny.tmp", fs::last_write_time(folder / "VoR 2025.xlsx"));
  fs::rename(folder / "ny.tmp", folder / "VoR 2025.xlsx");
  const std::string renamed = folder_stamp(folder);
  CHECK(renamed != longer);

  write(folder / "bilder" / "karta.png", "x");
  const std::string with_picture = folder_stamp(folder);
  CHECK(with_picture != renamed);

  fs::create_directory(folder / "dokument");
  write(folder / "dokument" / "Aktivitetsplan.xlsx", "x");
  const std::string with_document = folder_stamp(folder);
  CHECK(with_document != with_picture);

  // What lies deeper is nobody's concern.
  fs::create_directories(folder / "annat" / "djupt");
  const std::string with_folder = folder_stamp(folder);
  write(folder / "annat" / "djupt" / "x.xlsx", "x");
  CHECK(folder_stamp(folder) == with_folder);
}

TEST_CASE("a folder that is gone has a stamp of nothing") {
  CHECK(folder_stamp("/finns/inte") == "[]\n[bilder]\n[dokument]\n");
}
