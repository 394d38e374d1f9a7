#include "desk/state.hpp"

#include "app/generate.hpp"
#include "app/problem_list.hpp"
#include "desk/findings.hpp"
#include "desk/generate_request.hpp"

#include <Poco/JSON/Array.h>

#include <string>

namespace lg::desk {
namespace {

using Poco::JSON::Array;
using Poco::JSON::Object;

Object counts_of(const Problems& problems) {
  const std::size_t errors = problems.count(Severity::error) + problems.count(Severity::hole);
  Object counts(Poco::JSON_PRESERVE_KEY_ORDER);
  counts.set("errors", errors);
  counts.set("warnings", problems.count(Severity::warning));
  counts.set("notes", problems.count(Severity::note));
  counts.set("text", app::counts_text(errors, problems.count(Severity::warning), problems.count(Severity::note)));
  return counts;
}

}  // namespace

Object state_of(const Material& material) {
  Object state(Poco::JSON_PRESERVE_KEY_ORDER);
  Problems problems = material.reading;
  std::string tally;
  std::string title;
  if (!material.folder.empty()) {
    app::GenerateRequest request = generate_request(material);
    request.draft = true;
    const app::GenerateOutcome outcome = app::generate(request);
    problems.append(outcome.problems);
    if (outcome.record) tally = app::tally(outcome.record->account);
    if (outcome.report) title = outcome.report->name.substr(0, outcome.report->name.rfind('.'));
  }
  state.set("sheets", Array());
  state.set("counts", counts_of(problems));
  state.set("findings", findings(problems));
  state.set("ready", problems.has_errors(true) ? "no" : problems.has_errors() ? "draft" : "yes");
  state.set("title", title);
  state.set("tally", tally);
  state.set("preview", Poco::Dynamic::Var());
  return state;
}

}  // namespace lg::desk
