#pragma once

#include "app/named_file.hpp"
#include "app/run_record.hpp"
#include "base/problem.hpp"

#include <string>
#include <vector>

namespace lg::app {

struct ProtocolRequest {
  const RunRecord& record;  // of the run
  const NamedFile& report;  // as they are handed out
  const NamedFile& plan;
  const Problems& problems;     // of the whole run
  NamedFile protocol_template;  // .xlsx
  std::string version;          // of the program
};

/// The protocol of a run: what was read, where each row landed, what was found, and which cells each text was
/// made of. Granskningsprotokoll as a workbook, and the same as one page. Throws std::logic_error when the
/// template is at fault, since it is ours.
[[nodiscard]] std::vector<NamedFile> make_protocol(const ProtocolRequest& request);

}  // namespace lg::app
