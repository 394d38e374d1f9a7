#include "desk/state.hpp"

#include "app/checklist.hpp"
#include "app/preview.hpp"
#include "app/problem_list.hpp"
#include "desk/findings.hpp"
#include "desk/generate_request.hpp"
#include "desk/sheets.hpp"

#include <Poco/JSON/Array.h>

#include <optional>
#include <string>

namespace lg::desk {
namespace {

using Poco::JSON::Array;
using Poco::JSON::Object;

constexpr int top_level = 3;  // the page has headings 1 and 2 of its own

Object counts_of(const Problems& problems) {
  const std::size_t errors = problems.count(Severity::error) + problems.count(Severity::hole);
  const std::size_t warnings = problems.count(Severity::warning);
  const std::size_t notes = problems.count(Severity::note);
  Object counts(Poco::JSON_PRESERVE_KEY_ORDER);
  counts.set("errors", errors);
  counts.set("warnings", warnings);
  counts.set("notes", notes);
  counts.set("text", app::counts_text(errors, warnings, notes));
  return counts;
}

Array texts_of(const std::vector<preview::Block>& blocks) {
  Array texts;
  for (const preview::Block& block : blocks) texts.add(block.html);
  return texts;
}

Object object_of(const app::Preview& preview, const std::string& note) {
  Object sources(Poco::JSON_PRESERVE_KEY_ORDER);
  for (const app::PreviewSource& source : preview.sources) {
    Array places;
    for (const CellLocation& cell : source.cells) places.add(to_text(Location(cell)));
    sources.set(std::to_string(source.paragraph), places);
  }
  Object object(Poco::JSON_PRESERVE_KEY_ORDER);
  object.set("report", texts_of(preview.report));
  object.set("plan", texts_of(preview.plan));
  object.set("sources", sources);
  object.set("note", note);
  return object;
}

/// Why the preview is not what would be handed out.
std::string note_on(const Problems& problems) {
  if (problems.has_errors(true)) return "Så långt det går att visa innan felen är rättade.";
  return problems.has_errors() ? "Det som saknas är utmärkt i texten, som i ett utkast." : "";
}

/// The report's name without its ending; empty while its year is not known.
std::string title_of(const app::GenerateOutcome& outcome) {
  if (!outcome.record || outcome.record->review.report_year == 0) return "";
  const std::string& name = outcome.report ? outcome.report->name : outcome.unfinished->report.name;
  return name.substr(0, name.rfind('.'));
}

}  // namespace

Object state_of(const Material& material) {
  Problems problems = material.reading;
  app::GenerateOutcome outcome;
  app::Checklist checklist;
  std::optional<app::Preview> preview;
  if (!material.folder.empty()) {
    app::GenerateRequest request = generate_request(material);
    request.draft = true;
    request.preview = true;
    outcome = app::generate(request);
    problems.append(outcome.problems);
    preview = app::preview_of(outcome, top_level);
    checklist = app::checklist_of(request);
  }
  const auto paragraph_of = [&](const Location& place) {
    return preview ? app::paragraph_of(*preview, place) : 0;
  };
  const bool finished = outcome.report.has_value();
  Object state(Poco::JSON_PRESERVE_KEY_ORDER);
  state.set("sheets", sheets(checklist));
  state.set("counts", counts_of(problems));
  state.set("findings", findings(problems, paragraph_of));
  state.set("ready", problems.has_errors(true) || !finished ? "no" : problems.has_errors() ? "draft" : "yes");
  state.set("title", title_of(outcome));
  state.set("tally", finished ? app::tally(outcome.record->account) : "");
  if (preview) {
    state.set("preview", object_of(*preview, note_on(problems)));
  } else {
    state.set("preview", Poco::Dynamic::Var());
  }
  return state;
}

}  // namespace lg::desk
