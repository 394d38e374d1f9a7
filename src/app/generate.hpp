#pragma once

#include "app/named_file.hpp"
#include "app/run_record.hpp"
#include "base/picture.hpp"
#include "base/problem.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lg::app {

struct GenerateRequest {
  std::string folder;                // its name, for problems that have no finer place
  std::vector<NamedFile> workbooks;  // what the ISAM filled in
  NamedFile report_template;         // .docx
  NamedFile plan_template;           // .xlsx
  Pictures pictures;                 // of the folder ”bilder”, for {{bild namn}}
  bool own_templates = false;        // one of them is not the program's: it may show less
  bool draft = false;                // utkast: go on past holes and mark them
  bool preview = false;              // show the documents also when errors keep them from being handed out
};

/// Both documents of workbooks with errors, as far as they could be made: to look at, never to be saved.
struct Unfinished {
  NamedFile report;
  NamedFile plan;
};

struct GenerateOutcome {
  std::optional<NamedFile> report;          // Ledningens genomgång; both documents or none
  std::optional<NamedFile> plan;            // aktivitetsplan
  std::optional<Unfinished> unfinished;     // of a preview, instead of the two
  Problems problems;                        // the same with a preview and without
  std::unique_ptr<const RunRecord> record;  // beside the documents, for make_protocol and preview_of
};

/// The whole of the product in one call: no disk, no network, no clock. Throws only for a fault of ours.
[[nodiscard]] GenerateOutcome generate(const GenerateRequest& request);

/// Only reads and checks the workbooks.
[[nodiscard]] Problems check(const std::string& folder, const std::vector<NamedFile>& workbooks);

}  // namespace lg::app
