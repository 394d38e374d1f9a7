#pragma once

#include "app/named_file.hpp"
#include "base/problem.hpp"
#include "desk/material.hpp"

#include <string>
#include <vector>

namespace lg::desk {

struct Document {
  std::string role;  // "rapport", "plan", "protokoll", "kopia"
  app::NamedFile file;
};

struct Documents {
  std::vector<Document> files;  // all of them or none
  Problems problems;
  std::string tally;  // "10 av 10 oönskade händelser, …"
};

struct DocumentsRequest {
  const Material& material;
  app::NamedFile protocol_template;
  std::string version;  // of the program
  bool draft = false;
};

/// The report, the plan and their protocol.
[[nodiscard]] Documents make_documents(const DocumentsRequest& request);

/// Copies of the workbooks with a note at each cell in question; none when there is nothing to look at.
[[nodiscard]] std::vector<Document> mark_workbooks(const Material& material);

}  // namespace lg::desk
