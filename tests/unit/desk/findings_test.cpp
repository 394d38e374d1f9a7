#include "desk/findings.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using lg::CellLocation;
using lg::Problem;
using lg::Problems;
using lg::Severity;

namespace {

std::string text_of(const Problems& problems, const lg::desk::CellParagraphs& paragraphs = {}) {
  std::ostringstream out;
  lg::desk::findings(problems, paragraphs).stringify(out);
  return out.str();
}

}  // namespace

TEST_CASE("a finding has its place, what to do and the paragraphs of its cell") {
  const CellLocation cell{"VoR 2025.xlsx", "VoR", "E7", "Sannolikhet"};
  Problems problems;
  problems.add({Severity::error, "VOR-103", cell, "Sannolikheten ”hög” är inget tal.", "Skriv 1–5.",
                {CellLocation{"VoR 2025.xlsx", "Skalor", "B2", ""}}});
  lg::desk::CellParagraphs paragraphs;
  paragraphs.add(cell, 12);
  paragraphs.add(cell, 40);
  paragraphs.add(cell, 12);
  CHECK(text_of(problems, paragraphs) ==
        R"x([{"severity":"fel","sentence":"Sannolikheten ”hög” är inget tal.","hint":"Skriv 1–5.","items":)x"
        R"x([{"says":"","hint":"","code":"VOR-103","place":"VoR 2025.xlsx › VoR › E7 (Sannolikhet)",)x"
        R"x("file":"VoR 2025.xlsx","sheet":"VoR","cell":"E7","column":"Sannolikhet","paragraphs":[12,40],)x"
        R"x("related":["VoR 2025.xlsx › Skalor › B2"]}]}])x");
}

TEST_CASE("no findings are an empty list, and a file has no cell") {
  CHECK(text_of({}) == "[]");
  Problems problems;
  problems.add({Severity::note, "FIL-052", lg::FileLocation{"a<b>.xlsx"}, "Öppen.", "", {}});
  CHECK(text_of(problems) ==
        R"x([{"severity":"upplysning","sentence":"Öppen.","hint":"","items":[{"says":"","hint":"","code":"FIL-052",)x"
        R"x("place":"a<b>.xlsx","file":"a<b>.xlsx","sheet":"","cell":"","column":"","paragraphs":[],"related":[]}]}])x");
}
