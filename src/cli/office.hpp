#pragma once

#include "cli/scratch_folder.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace lg::cli {

enum class OfficeFault : std::uint8_t {
  none,
  missing,      // there is no LibreOffice on this computer
  not_started,  // it is there but cannot be run, or there is no room for its files
  timed_out,    // it did not become ready
  refused,      // it gave no file: the document is damaged, or the format unknown
};

/// A converted file, or why there is none.
struct Conversion {
  std::string bytes;
  OfficeFault fault = OfficeFault::none;

  [[nodiscard]] bool made() const { return fault == OfficeFault::none; }
};

/// LibreOffice, started for one file at a time, with settings of its own in a temporary folder that nobody
/// else can read: no macros, nothing fetched, nothing of the user's LibreOffice touched. Several conversions
/// by one Office share the folder, and only the first pays for making the settings.
class Office {
 public:
  /// Looks for `soffice` on the PATH.
  explicit Office(std::chrono::seconds longest = std::chrono::seconds(120));

  [[nodiscard]] bool found() const { return !program_.empty(); }

  /// The document in another format: `extension` says what it is ("docx", "xlsx"), `format` what it becomes,
  /// as --convert-to has it ("pdf", "docx"). To be called while no other thread runs (child_process). When
  /// somebody interrupts us meanwhile, the folder is removed and the program ends as it would have.
  [[nodiscard]] Conversion convert(const std::string& bytes, std::string_view extension,
                                   const std::string& format);

 private:
  [[nodiscard]] bool prepare();

  std::filesystem::path program_;
  std::optional<ScratchFolder> scratch_;  // made with the first conversion
  std::chrono::seconds longest_;
};

/// One Swedish sentence on why there is no file; "" for OfficeFault::none.
[[nodiscard]] std::string to_text(OfficeFault fault);

}  // namespace lg::cli
