#include "desk/findings.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using lg::CellLocation;
using lg::Problem;
using lg::Problems;
using lg::Severity;

namespace {

std::string text_of(const Problems& problems, const lg::desk::ParagraphOf& paragraph_of = {}) {
  std::ostringstream out;
  lg::desk::findings(problems, paragraph_of).stringify(out);
  return out.str();
}

}  // namespace

TEST_CASE("a finding has its place, what to do and the paragraph of its cell") {
  const CellLocation cell{"VoR 2025.xlsx", "VoR", "E7", "Sannolikhet"};
  Problems problems;
  problems.add({Severity::error,
                "VOR-103",
                cell,
                "Sannolikheten ”hög” är inget tal.",
                "Skriv 1–5.",
                {CellLocation{"VoR 2025.xlsx", "Skalor", "B2", ""}}});
  const auto twelfth = [&](const lg::Location& place) {
    return to_text(place) == to_text(lg::Location(cell)) ? 12 : 0;
  };
  CHECK(text_of(problems, twelfth) ==
        R"x([{"severity":"fel","sentence":"Sannolikheten ”hög” är inget tal.","hint":"Skriv 1–5.","items":)x"
        R"x([{"says":"","hint":"","code":"VOR-103","place":"VoR 2025.xlsx › VoR › E7 (Sannolikhet)",)x"
        R"x("file":"VoR 2025.xlsx","sheet":"VoR","cell":"E7","column":"Sannolikhet","paragraphs":[12],)x"
        R"x("related":["VoR 2025.xlsx › Skalor › B2"]}]}])x");
}

TEST_CASE("no findings are an empty list, and a file has no cell") {
  CHECK(text_of({}) == "[]");
  Problems problems;
  problems.add({Severity::note, "FIL-052", lg::FileLocation{"a<b>.xlsx"}, "Öppen.", "", {}});
  CHECK(
      text_of(problems) ==
      R"x([{"severity":"upplysning","sentence":"Öppen.","hint":"","items":[{"says":"","hint":"","code":"FIL-052",)x"
      R"x("place":"a<b>.xlsx","file":"a<b>.xlsx","sheet":"","cell":"","column":"","paragraphs":[],"related":[]}]}])x");
}
