#pragma once

#include "base/problem.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"

#include <string>
#include <vector>

namespace lg::cli {

/// A document that was made: what it is, where it lies and what it holds.
struct WrittenFile {
  std::string role;  // "rapport", "plan", "dokument"
  std::string path;
  std::string bytes;
};

/// Tells of the problems and the files that were written, as text or as JSON, and gives the exit code.
/// `templates` are the file names whose problems are the template's; `closing` is a last sentence for a
/// reader.
int tell(const Problems& problems, const std::vector<WrittenFile>& files,
         const std::vector<std::string>& templates, const Arguments& arguments, Streams streams,
         const std::string& closing);

}  // namespace lg::cli
