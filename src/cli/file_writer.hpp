#pragma once

#include "app/named_file.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace lg::cli {

/// What the messages tell a person to do; a command without --ut has other words.
struct Advice {
  std::string exists = "Lägg till --skriv-over, eller välj en annan mapp med --ut.";
  std::string elsewhere = "välj en annan mapp med --ut.";
};

/// Writes files into a folder together: all of them or none. Each is written under a temporary name in the
/// folder, flushed, closed, read back and compared; only then do all get their names. Whatever fails, the
/// folder is as it was. Throws UnreadableFile with the reason in Swedish.
///
/// An existing file is written over only when `overwrite` says so, and then at no moment is its name without
/// a whole file, the old one or the new one.
void write_together(const std::filesystem::path& folder, const std::vector<app::NamedFile>& files,
                    bool overwrite, const Advice& advice = {});

}  // namespace lg::cli
