#pragma once

#include "audit/plan_cells.hpp"
#include "merge/cell_use.hpp"
#include "merge/docx_trace.hpp"
#include "opc/package.hpp"
#include "sml/cell_ref.hpp"

#include <string>
#include <vector>

/// Which cells of the workbooks each piece of the two documents was made of.
namespace lg::audit {

/// A paragraph of the report, or cells of one row of the plan, and the cells that it was made of.
struct Trail {
  // The headings from the last numbered one on, "1.5.1 Aktiviteter under år 2025 › Uppföljning av …";
  // "sidhuvud"; of the plan the sheet.
  std::string place;
  std::string spot;   // "stycke 3" from the heading on, "rubrik"; of the plan "A6:F6, H6"
  std::string text;   // what a reader sees; of several cells what the first two say
  std::string part;   // of the report: "/word/document.xml"
  int level = 0;      // of a heading; 0 for other texts
  int paragraph = 0;  // of the report: of all paragraphs of the part, counted from 1
  // Of the plan: the cells. Where they are more than one, each was made of the one of `from` beside it; those
  // of formulas together of all of `from`.
  std::vector<sml::CellRef> cells;
  std::vector<merge::CellUse> from;  // empty: a text of the template's own
  bool formula = false;              // of the plan: formulas give the texts
};

/// Of both documents, in the order of their texts. The origins that the cells name must outlive it.
struct Provenance {
  std::vector<Trail> report;
  std::vector<Trail> plan;
  std::vector<PlanCell> cells;  // of the plan, one by one
};

/// The paragraphs of a finished report, opened again from its bytes; what stands in its contents is left out.
/// `traced` has the same paragraphs with marks (DocxTemplate::render_traced).
[[nodiscard]] std::vector<Trail> report_trails(const opc::Package& report, const opc::Package& traced,
                                               const merge::SourceLog& log);

/// One trail for each row of a sheet and row of the data that it shows, and one for the formulas of a row.
[[nodiscard]] std::vector<Trail> plan_trails(const std::vector<PlanCell>& cells);

/// "A6:F6, H6": neighbours put together, the order kept.
[[nodiscard]] std::string cells_text(const std::vector<sml::CellRef>& cells);

}  // namespace lg::audit
