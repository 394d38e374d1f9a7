#include "cli/picture_files.hpp"

#include "base/text.hpp"
#include "cli/file_system.hpp"
#include "opc/limits.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace lg::cli {
namespace {

namespace fs = std::filesystem;

/// Files that are meant as pictures; those that no document takes are told of where they are named.
constexpr std::array<std::string_view, 9> endings = {".png", ".jpg",  ".jpeg", ".gif", ".svg",
                                                     ".bmp", ".webp", ".tif",  ".tiff"};

/// Does the path, links followed, stay in the folder?
bool stays_within(const fs::path& path, const fs::path& folder) {
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(path, error);
  const fs::path root = fs::weakly_canonical(folder, error);
  return std::mismatch(root.begin(), root.end(), whole.begin(), whole.end()).first == root.end();
}

void read_picture(Picture& picture, const fs::path& folder) {
  const fs::path file = picture.file;
  const fs::path path = folder / file;
  const std::string shown = "”" + picture.file + "”";
  if (file.is_absolute() || !stays_within(path, folder)) {
    picture.fault = "bilden " + shown + " ligger utanför datafilens mapp och läses inte.";
    picture.remedy = "Kopiera bilden till datafilens mapp och skriv bara dess namn.";
    return;
  }
  try {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    // A byte more than allowed is enough for the sentence that refuses it.
    if (!error && size > opc::limits.picture) {
      picture.bytes.resize(opc::limits.picture + 1);
      return;
    }
    picture.bytes = read_file(path);
    if (!picture.bytes.empty()) return;
    picture.fault = "bilden " + shown + " är en tom fil.";
    picture.remedy = "Spara bilden på nytt.";
  } catch (const UnreadableFile& unreadable) {
    const bool gone = unreadable.problem().code == "FIL-060";
    picture.fault = "bilden " + shown + (gone ? " finns inte." : " kan inte läsas.");
    picture.remedy = gone ? "Kontrollera filens namn och mapp." : unreadable.problem().hint;
  }
}

}  // namespace

void read_pictures(Pictures& pictures, const fs::path& folder) {
  for (auto& [key, picture] : pictures) {
    if (picture.fault.empty()) read_picture(picture, folder.empty() ? fs::path(".") : folder);
  }
}

Pictures read_picture_folder(const fs::path& folder, Problems& problems) {
  Pictures pictures;
  std::error_code error;
  std::vector<std::string> names;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string ending = to_lower(entry->path().extension().string());
    if (std::ranges::find(endings, ending) != endings.end())
      names.push_back(entry->path().filename().string());
  }
  std::ranges::sort(names);
  for (const std::string& name : names) {
    Picture picture;
    picture.name = fs::path(name).stem().string();
    picture.file = name;
    const auto [known, added] = pictures.emplace(fold(picture.name), std::move(picture));
    if (added) continue;
    problems.add({Severity::warning,
                  "FIL-055",
                  FileLocation{folder.filename().string()},
                  "Bilderna ”" + known->second.file + "” och ”" + name +
                      "” har samma namn i mallspråket; den första används.",
                  "Byt namn på den ena eller ta bort den.",
                  {}});
  }
  read_pictures(pictures, folder);
  return pictures;
}

}  // namespace lg::cli
