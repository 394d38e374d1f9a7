#include "app/problem_list.hpp"

#include <catch2/catch.hpp>

using namespace lg;

TEST_CASE("problems are told worst first, in the order of file, sheet and cell, and alike ones together") {
  Problems problems;
  problems.add({Severity::note, "BLAN-003", FileLocation{"B.xlsx"}, "Ett blad lästes inte.", "", {}});
  problems.add({Severity::warning,
                "VOR-107",
                CellLocation{"A.xlsx", "VoR", "C7", "Område"},
                "Nästan samma.",
                "Slå ihop.",
                {}});
  problems.add({Severity::hole,
                "AKT-101",
                CellLocation{"A.xlsx", "Aktiviteter", "F10", "Ansvarig"},
                "Ansvarig saknas.",
                "Välj en roll.",
                {}});
  problems.add({Severity::hole,
                "AKT-101",
                CellLocation{"A.xlsx", "Aktiviteter", "F9", "Ansvarig"},
                "Ansvarig saknas.",
                "Välj en roll.",
                {}});
  problems.add({Severity::error,
                "VOR-103",
                CellLocation{"A.xlsx", "VoR", "D5", ""},
                "Fel tal.",
                "",
                {CellLocation{"A.xlsx", "Skalor", "A1", ""}}});
  CHECK(app::to_text(problems) ==
        "fel[AKT-101]: Ansvarig saknas.\n"
        "  plats: A.xlsx › Aktiviteter › F9 (Ansvarig)\n"
        "  plats: A.xlsx › Aktiviteter › F10 (Ansvarig)\n"
        "  tips: Välj en roll.\n\n"
        "fel[VOR-103]: Fel tal.\n"
        "  plats: A.xlsx › VoR › D5\n"
        "  se även: A.xlsx › Skalor › A1\n\n"
        "varning[VOR-107]: Nästan samma.\n"
        "  plats: A.xlsx › VoR › C7 (Område)\n"
        "  tips: Slå ihop.\n\n"
        "upplysning[BLAN-003]: Ett blad lästes inte.\n"
        "  plats: B.xlsx\n\n"
        "3 fel, 1 varning, 1 upplysning\n");
}

TEST_CASE("a hole stops the documents, but not a draft") {
  Problems problems;
  problems.add({Severity::hole, "AKT-101", FileLocation{"A.xlsx"}, "Ansvarig saknas.", "", {}});
  CHECK(problems.has_errors());
  CHECK_FALSE(problems.has_errors(true));
}

TEST_CASE("the same problem at the same place is told once") {
  Problems problems;
  for (int i = 0; i < 2; ++i)
    problems.add({Severity::error, "X-001", FileLocation{"A.xlsx"}, "Fel.", "", {}});
  CHECK(problems.size() == 1);
}
