#pragma once

#include "app/run_record.hpp"
#include "base/problem.hpp"
#include "base/value.hpp"

#include <string>

namespace lg::app {

/// A document that was handed out.
struct DocumentRecord {
  std::string role;  // "Rapport", "Aktivitetsplan"
  std::string file;
  std::string sha256;
  TemplateRecord from;
};

/// What templates/granskningsprotokoll.xlsx can name: the run as single values and lists. All other wording
/// is the template's.
[[nodiscard]] Dataset protocol_data(const RunRecord& record, const std::vector<DocumentRecord>& documents,
                                    const Problems& problems, const std::string& version);

}  // namespace lg::app
