#pragma once

#include "app/generate.hpp"
#include "base/location.hpp"
#include "preview/report.hpp"

#include <optional>
#include <vector>

namespace lg::app {

/// What a paragraph of the report was made of.
struct PreviewSource {
  int paragraph = 0;                // the N of its data-p
  std::vector<CellLocation> cells;  // each once, in the order of its text; counted rows by the cell they are
                                    // known by
};

/// Both documents for a page to show.
struct Preview {
  std::vector<preview::Block> report;  // see preview/report.hpp
  std::vector<preview::Block> plan;    // a section for each sheet, as in workbook_page.hpp
  std::vector<PreviewSource> sources;  // of the paragraphs that show something of the workbooks, in order
};

/// The documents of a run as HTML: those that are handed out, or else, of a run with
/// GenerateRequest::preview, the unfinished ones. `top_level`: what the report's heading 1 and the headings
/// of the plan's sheets become. Nothing when the run made no documents, as when a template is at fault.
[[nodiscard]] std::optional<Preview> preview_of(const GenerateOutcome& outcome, int top_level);

/// The paragraph that a cell's row is shown in, for going from a problem to what it would change: one made of
/// the cell itself, else of its row; of several the one that says the least of anything else. 0 for none.
[[nodiscard]] int paragraph_of(const Preview& preview, const Location& place);

}  // namespace lg::app
