#include "web/numbered_run.hpp"

#include "base/problem.hpp"
#include "cli/file_system.hpp"
#include "cli/office.hpp"

#include <Poco/Exception.h>
#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>
#include <Poco/Pipe.h>
#include <Poco/PipeStream.h>
#include <Poco/Process.h>
#include <Poco/StreamCopier.h>

namespace lg::web {
namespace {

namespace fs = std::filesystem;

constexpr const char* no_numbers = "Sidnumren kom inte med i innehållsförteckningen. ";

Poco::Process::Args words_of(const NumberedRun& run) {
  Poco::Process::Args words = {"skapa", run.folder.string(), "--ut", run.target.string(), "--sidnummer",
                               "--json"};
  if (run.draft) words.emplace_back("--utkast");
  if (run.report_template) words.insert(words.end(), {"--mall", run.report_template->string()});
  if (run.plan_template) words.insert(words.end(), {"--planmall", run.plan_template->string()});
  return words;
}

/// What the command answers in JSON.
std::string answer_of(const NumberedRun& run) {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  Poco::Pipe out;
  Poco::Pipe err;
  const Poco::ProcessHandle child =
      Poco::Process::launch(program.string(), words_of(run), nullptr, &out, &err);
  std::string answer;
  Poco::PipeInputStream stream(out);
  Poco::StreamCopier::copyToString(stream, answer);
  (void)child.wait();
  return answer;
}

/// Why the command wrote the report without numbers; "" when it did not say so.
std::string reason_in(const std::string& answer) {
  constexpr const char* not_written = "FIL-080";
  Poco::JSON::Parser parser;
  const auto object = parser.parse(answer).extract<Poco::JSON::Object::Ptr>();
  const auto problems = object->getArray("problems");
  for (std::size_t i = 0; i < problems->size(); ++i) {
    const auto problem = problems->getObject(static_cast<unsigned>(i));
    if (problem->getValue<std::string>("code") == not_written)
      return problem->getValue<std::string>("message") + " " + problem->getValue<std::string>("hint");
  }
  return "";
}

}  // namespace

std::string number_pages(const NumberedRun& run, std::vector<desk::Document>& documents) {
  try {
    const std::string reason = reason_in(answer_of(run));
    if (!reason.empty()) return reason;
    std::vector<desk::Document> numbered = documents;
    for (desk::Document& one : numbered) one.file.bytes = cli::read_file(run.target / one.file.name);
    documents = std::move(numbered);
    return "";
  } catch (const UnreadableFile&) {
    return std::string(no_numbers) + "Arbetsböckerna ändrades medan dokumenten gjordes.";
  } catch (const Poco::Exception&) {
    return std::string(no_numbers) + "Försök igen, eller markera allt i Word med Ctrl+A och tryck F9.";
  }
}

bool can_number_pages() {
  return cli::Office().found();
}

}  // namespace lg::web
