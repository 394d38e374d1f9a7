#pragma once

#include "desk/documents.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lg::web {

struct NumberedRun {
  std::filesystem::path folder;                          // with the workbooks
  std::optional<std::filesystem::path> report_template;  // instead of the program's own
  std::optional<std::filesystem::path> plan_template;
  std::filesystem::path target;  // an empty folder of ours
  bool draft = false;
};

/// Makes the documents with page numbers in the report's contents: by the command (skapa --sidnummer) in a
/// process of its own, since LibreOffice is waited for with signals, which a server with threads cannot do.
/// Puts them in the place of `documents` and gives an empty text; else a Swedish sentence on why there are no
/// numbers, and they stay as they are.
[[nodiscard]] std::string number_pages(const NumberedRun& run, std::vector<desk::Document>& documents);

/// This computer has what it takes.
[[nodiscard]] bool can_number_pages();

}  // namespace lg::web
