#include "cli/outcome.hpp"

#include "app/problem_list.hpp"

#include <algorithm>

namespace lg::cli {
namespace {

int exit_code(const Problems& problems, const std::vector<std::string>& templates,
              const Arguments& arguments) {
  const bool draft = arguments.has("--utkast");
  if (!problems.has_errors(draft)) {
    const bool strict = arguments.has("--strikt") && problems.count(Severity::warning) > 0;
    return strict ? Exit::warnings : Exit::done;
  }
  bool workbook = false;
  bool file = false;
  for (const Problem& problem : problems) {
    if (problem.severity != Severity::error && (draft || problem.severity != Severity::hole)) continue;
    const bool of_template = std::ranges::find(templates, file_of(problem.where)) != templates.end();
    if (of_template) continue;
    (problem.code.starts_with("FIL-") ? file : workbook) = true;
  }
  if (workbook) return Exit::workbook_errors;
  return file ? Exit::file_error : Exit::template_errors;
}

}  // namespace

int tell(const Problems& problems, const std::vector<WrittenFile>& files,
         const std::vector<std::string>& templates, const Arguments& arguments, Streams streams,
         const std::string& closing) {
  if (arguments.has("--json")) {
    streams.out << streams.json(problems, files);
  } else {
    streams.err << app::to_text(problems);
    for (const WrittenFile& file : files) streams.out << file.path << "\n";
    if (!closing.empty()) streams.err << closing << "\n";
  }
  return exit_code(problems, templates, arguments);
}

}  // namespace lg::cli
