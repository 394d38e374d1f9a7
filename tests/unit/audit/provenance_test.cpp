#include "audit/provenance.hpp"

#include "merge/docx_template.hpp"
#include "support/document.hpp"

#include <catch2/catch.hpp>

#include <memory>

using namespace lg;
using namespace lg::audit;
using namespace lg::test;

namespace {

/// Incidents of a sheet: an ID, a text, and a cell for two columns that templates may show.
struct Sheet {
  SheetOrigin origin{"Incidenter.xlsx", "Incidenter", {}};
  Dataset data;

  Sheet() {
    Field list = Field::of("Incidenter", Field::Shape::list);
    for (const char* heading : {"Incident-ID", "Beskrivning", "Område"})
      list.fields.push_back(Field::of(heading, Field::Shape::text));
    data.root = Field::of("", Field::Shape::record);
    data.root.fields.push_back(list);
    data.row.push_back(Value::list(
        {row(5, "I1", "Ett\n\nTvå", "Skola"), row(6, "I2", "Tre", "Skola"), row(7, "I3", "", "Bad")}));
    data.root.fields.push_back(Field::of("Nämnd", Field::Shape::text));
    data.row.push_back(Value::text("nämnden", {&origin, 2, 2}));
  }

  [[nodiscard]] Row row(int number, const char* id, const char* text, const char* area) const {
    return {Value::text(id, {&origin, number, 1}), Value::text(text, {&origin, number, 2}),
            Value::text(area, {&origin, number, 3})};
  }

  /// Each paragraph of the filled document: its text, and the cells behind it; "(5)" of rows that are
  /// counted.
  [[nodiscard]] std::string trails(const std::string& body) const {
    Problems problems;
    const merge::DocxTemplate from = merge::DocxTemplate::parse(document(body), data, problems);
    merge::SourceLog log;
    const opc::Package traced = from.render_traced(data, log);
    std::string said = text_of(problems);
    for (const Trail& trail : report_trails(from.render(data, problems), traced, log)) {
      said += (trail.place.empty() ? "" : trail.place + " ") + "[" + trail.spot + "] " + trail.text + " <-";
      for (const merge::CellUse& use : trail.from) {
        const bool whole = use.how != merge::CellUse::How::shown;
        said += whole ? " (" + std::to_string(use.cell.row) + ")"
                      : " " + cell_name(use.cell.row, use.cell.column);
      }
      said += "\n";
    }
    return said;
  }
};

}  // namespace

TEST_CASE("each paragraph knows the cells of its values, in the order of its text") {
  CHECK(Sheet().trails(paragraph("Om {{Nämnd}}", "Rubrik1") + paragraph("Fast text") +
                       paragraph("{{för varje i i Incidenter}}") +
                       paragraph("{{i.Område}}: {{i.Incident-ID}}") + paragraph("{{slut}}")) ==
        "1. Om nämnden [rubrik] Om nämnden <- B2\n"
        "1. Om nämnden [stycke 1] Fast text <-\n"
        "1. Om nämnden [stycke 2] Skola: I1 <- C5 A5\n"
        "1. Om nämnden [stycke 3] Skola: I2 <- C6 A6\n"
        "1. Om nämnden [stycke 4] Bad: I3 <- C7 A7\n");
}

TEST_CASE("what is counted or listed knows its rows, and a condition nothing") {
  CHECK(Sheet().trails(paragraph("{{om Incidenter finns}}{{Incidenter.antal}} incidenter{{slut}}") +
                       paragraph("{{Incidenter där Område är Bad | antal inga, en incident, # incidenter}}") +
                       paragraph("{{Incidenter | lista Incident-ID, och}}")) ==
        "[stycke 1] 3 incidenter <- (5) (6) (7)\n"
        "[stycke 2] en incident <- (7)\n"
        "[stycke 3] I1, I2 och I3 <- A5 A6 A7\n");
}

TEST_CASE("each paragraph that a cell's text comes to, and a group's name, know their cells") {
  CHECK(Sheet().trails(paragraph("{{för varje g i Incidenter grupperat på Område}}") +
                       paragraph("{{g.namn}}") + paragraph("{{för varje i i g}}") +
                       paragraph("{{stycken i.Beskrivning}}") + paragraph("{{slut}}") +
                       paragraph("{{slut}}")) ==
        "[stycke 1] Skola <- C5 C6\n"
        "[stycke 2] Ett <- B5\n"
        "[stycke 3] Två <- B5\n"
        "[stycke 4] Tre <- B6\n"
        "[stycke 5] Bad <- C7\n");
}

TEST_CASE("a document is the same whether or not it was traced beside") {
  const Sheet sheet;
  Problems problems;
  const merge::DocxTemplate from =
      merge::DocxTemplate::parse(document(paragraph("Om {{Nämnd}}")), sheet.data, problems);
  const std::string before = from.render(sheet.data, problems).save();
  merge::SourceLog log;
  (void)from.render_traced(sheet.data, log);
  CHECK(from.render(sheet.data, problems).save() == before);
  CHECK(before.find("genomgang-cell") == std::string::npos);
}
