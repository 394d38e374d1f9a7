#pragma once

#include <filesystem>

namespace lg::cli {

/// A new temporary folder that only we can read (mkdtemp: 0700), gone with all in it when the object is.
class ScratchFolder {
 public:
  /// How the names of all of them begin.
  static constexpr const char* prefix = "genomgang-";

  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  /// False when the folder could not be made; its path is then where it was to lie.
  [[nodiscard]] bool made() const { return made_; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  bool made_ = false;
};

}  // namespace lg::cli
