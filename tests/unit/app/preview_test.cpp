#include "app/preview.hpp"

#include "support/filled_folder.hpp"

#include <catch2/catch.hpp>

using namespace lg;
using namespace lg::test;

namespace {

/// The blocks, the sources of paragraphs, and the problems of a run with a preview.
std::string shown(const app::GenerateOutcome& outcome) {
  std::string text;
  const auto preview = app::preview_of(outcome, 3);
  if (!preview) return "ingen förhandsvisning\n";
  for (const preview::Block& block : preview->report) text += block.html + "\n";
  for (const app::PreviewSource& source : preview->sources) {
    text += std::to_string(source.paragraph) + " <-";
    for (const CellLocation& cell : source.cells) text += " " + cell.sheet + "!" + cell.cell;
    text += "\n";
  }
  return text;
}

std::string told(const Problems& problems) {
  std::string text;
  for (const Problem& problem : problems) {
    if (problem.severity >= Severity::hole) text += problem.code + " " + to_text(problem.where) + "\n";
  }
  return text;
}

const std::string report = paragraph("Risker {{Rapportår}}", "Rubrik1") + paragraph("{{för varje r i VoR}}") +
                           paragraph("{{r.Oönskad händelse}} ({{r.VoR-ID}})") + paragraph("{{slut}}") +
                           paragraph("{{VoR.antal}} i allt");

}  // namespace

TEST_CASE("a preview is what is handed out, with the cells of each paragraph") {
  const app::GenerateOutcome outcome = app::generate(filled_folder({}, report));
  CHECK(told(outcome.problems).empty());
  REQUIRE(outcome.report);
  CHECK_FALSE(outcome.unfinished);
  CHECK(shown(outcome) ==
        "<h3 id=\"p-1\" data-p=\"1\"><span class=\"nummer\">1.</span> Risker 2025</h3>\n"
        "<p id=\"p-2\" data-p=\"2\">Ärenden blir &lt;liggande&gt;. (V25-1)</p>\n"
        "<p id=\"p-3\" data-p=\"3\">Ingen kommer åt. (V25-2)</p>\n"
        "<p id=\"p-4\" data-p=\"4\">2 i allt</p>\n"
        "1 <- Uppgifter!B5\n"
        "2 <- VoR 2025!C2 VoR 2025!A2\n"
        "3 <- VoR 2025!C3 VoR 2025!A3\n"
        "4 <- VoR 2025!A2 VoR 2025!A3\n");
}

TEST_CASE("errors of the workbooks keep the documents back but not their preview, and nothing more is told") {
  app::GenerateRequest request = filled_folder({{"VoR 2025!D2", "hög"}}, report);
  const app::GenerateOutcome plain = app::generate(request);
  CHECK_FALSE(plain.report);
  CHECK(shown(plain) == "ingen förhandsvisning\n");
  request.preview = true;
  const app::GenerateOutcome outcome = app::generate(request);
  CHECK(told(outcome.problems) == told(plain.problems));
  CHECK(told(outcome.problems) == "VOR-103 Allt.xlsx › VoR 2025 › D2 (Sannolikhet)\n");
  CHECK_FALSE(outcome.report);
  CHECK_FALSE(outcome.plan);
  REQUIRE(outcome.unfinished);
  const auto preview = app::preview_of(outcome, 3);
  REQUIRE(preview);
  CHECK(preview->report[1].html == "<p id=\"p-2\" data-p=\"2\">Ärenden blir &lt;liggande&gt;. (V25-1)</p>");
  // The cell itself is shown nowhere: its row is.
  CHECK(app::paragraph_of(*preview, CellLocation{"Allt.xlsx", "VoR 2025", "D2", ""}) == 2);
  CHECK(app::paragraph_of(*preview, CellLocation{"Allt.xlsx", "VoR 2025", "A3", ""}) == 3);
  CHECK(app::paragraph_of(*preview, CellLocation{"Allt.xlsx", "Roller", "A2", ""}) == 0);
  CHECK(app::paragraph_of(*preview, FileLocation{"Allt.xlsx"}) == 0);
}

TEST_CASE("a fault in a template has no preview") {
  app::GenerateRequest request = filled_folder({}, paragraph("{{Rapportår"));
  request.preview = true;
  CHECK(shown(app::generate(request)) == "ingen förhandsvisning\n");
}
