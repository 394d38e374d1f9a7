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
        "fel[AKT-101]: 2 aktiviteter saknar ansvarig.\n"
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

TEST_CASE("problems of one kind are told once, each with its place and what it is about") {
  Problems problems;
  const auto owner = [&](const char* file, const char* cell, const char* activity) {
    problems.add({Severity::hole,
                  "AKT-101",
                  CellLocation{file, "Aktiviteter", cell, "Ansvarig"},
                  std::string("Aktiviteten ”") + activity + "” har ingen ansvarig.",
                  "Välj en roll i kolumnen Ansvarig.",
                  {}});
  };
  owner("B.xlsx", "F5", "Rutin för incidenter");
  owner("A.xlsx", "F12", "Säkra meddelanden");
  owner("A.xlsx", "F9", "Utbildning");
  problems.add({Severity::error,
                "BLAN-202",
                CellLocation{"A.xlsx", "IKP", "B5", "VoR-ID"},
                "VoR-ID ”V25-99” finns inte i bladet VoR.",
                "Menade du ”V25-09”?",
                {}});
  problems.add({Severity::error,
                "BLAN-202",
                CellLocation{"A.xlsx", "IKP", "B6", "VoR-ID"},
                "VoR-ID ”X” finns inte i bladet VoR.",
                "Skriv en beteckning som finns, eller ta bort den.",
                {FileLocation{"C.xlsx"}}});
  CHECK(app::to_text(problems) ==
        "fel[AKT-101]: 3 aktiviteter saknar ansvarig.\n"
        "  plats: A.xlsx › Aktiviteter › F9 (Ansvarig): ”Utbildning”\n"
        "  plats: A.xlsx › Aktiviteter › F12 (Ansvarig): ”Säkra meddelanden”\n"
        "  plats: B.xlsx › Aktiviteter › F5 (Ansvarig): ”Rutin för incidenter”\n"
        "  tips: Välj en roll i kolumnen Ansvarig.\n\n"
        "fel[BLAN-202]: 2 beteckningar finns inte i bladet som de pekar på.\n"
        "  plats: A.xlsx › IKP › B5 (VoR-ID): VoR-ID ”V25-99” finns inte i bladet VoR.\n"
        "    tips: Menade du ”V25-09”?\n"
        "  plats: A.xlsx › IKP › B6 (VoR-ID): VoR-ID ”X” finns inte i bladet VoR.\n"
        "    se även: C.xlsx\n"
        "    tips: Skriv en beteckning som finns, eller ta bort den.\n\n"
        "5 fel, 0 varningar, 0 upplysningar\n");
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

TEST_CASE("what each cell holds is shown also when all hold the same") {
  Problems problems;
  for (const char* cell : {"C9", "C11"}) {
    problems.add({Severity::warning,
                  "TEXT-101",
                  CellLocation{"A.xlsx", "Textblock", cell, "Text"},
                  "Texten nämner ”VoR 2024”, men rapporten gäller 2026 och följer upp 2025.",
                  "Ändra året i texten.",
                  {}});
  }
  CHECK(app::to_text(problems) ==
        "varning[TEXT-101]: 2 texter nämner VoR eller IKP för ett år som rapporten inte gäller.\n"
        "  plats: A.xlsx › Textblock › C9 (Text): ”VoR 2024”\n"
        "  plats: A.xlsx › Textblock › C11 (Text): ”VoR 2024”\n"
        "  tips: Ändra året i texten.\n"
        "\n"
        "0 fel, 2 varningar, 0 upplysningar\n");
}
