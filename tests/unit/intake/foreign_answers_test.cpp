// What kolumner.xlsx says of exports, whose rows they are, and lists of other kinds.
#include "base/text.hpp"
#include "book_builder.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace lg;
using namespace lg::test;

namespace {

Blank none() {
  return {};
}

std::string risks_of(const Folder& folder, const std::string& list = "VoR") {
  Problems problems;
  const domain::Review review = folder.read(problems);
  const domain::Table& table = review.table(list);
  std::string text;
  for (const Row& row : table.rows)
    text += to_text(table.at(row, "VoR-ID")) + " | " + to_text(table.at(row, "Sannolikhet")) + " | " +
            to_text(table.at(row, "Konsekvens")) + "\n";
  return text;
}

const Cells map_headings{t("Blad"), t("Rubrik i filen"), t("Rubrik här"), t("Blad här")};

}  // namespace

TEST_CASE("what is said of one sheet is not said of the board's own") {
  const auto folder = [](const char* sheet) {
    Folder made;
    made.sheet("VoR 2024.xlsx", "VoR",
               {{t("VoR-ID"), t("Område"), t("Oönskad händelse"), t("Sannolikhet"), t("Konsekvens")},
                {t("V24-01"), t("Åtkomst"), t("Konton ligger kvar."), n(2), n(5)}});
    made.sheet(
        "Export.xlsx", "Riskanalys 2025",
        {{t("Risk-ID"), t("Process"), t("Riskbeskrivning"), t("Sannolikhet"), t("Konsekvens"), t("Skada")},
         {t("R1"), t("Avtal"), t("Krav saknas."), n(3), t("Leverantören gör fel"), n(4)}});
    made.sheet("kolumner.xlsx", "Kolumner",
               {map_headings,
                {t(sheet), t("Konsekvens"), t("Konsekvensbeskrivning"), none()},
                {t(sheet), t("Skada"), t("Konsekvens"), none()}});
    return made;
  };
  for (const char* sheet : {"Riskanalys 2025", "VoR"}) {
    CHECK(risks_of(folder(sheet)) == "R1 | 3 | 4\n");
    CHECK(risks_of(folder(sheet), "förra årets VoR") == "V24-01 | 2 | 5\n");
    CHECK(folder(sheet).told("BLAN-011") == std::string());
  }
}

TEST_CASE("two headings for one column, and one heading for two, are told with both cells") {
  Folder folder;
  folder.sheet("Register 2025.xlsx", "Risker",
               {{t("Risk-ID"), t("Process"), t("Riskbeskrivning"), t("S"), t("Påverkan"), t("Skada")},
                {t("R1"), t("Avtal"), t("Krav saknas."), n(3), n(4), n(2)}});
  folder.sheet("kolumner.xlsx", "Kolumner",
               {map_headings,
                {t("Risker"), t("Påverkan"), t("Konsekvens"), none()},
                {t("Risker"), t("Skada"), t("Konsekvens"), none()}});
  CHECK(folder.told("BLAN-053") ==
        "fel[BLAN-053]: ”Påverkan” i E1 och ”Skada” i F1 är båda ”Konsekvens” enligt kolumner.xlsx.\n"
        "  plats: Register 2025.xlsx › Risker › F1\n"
        "  se även: Register 2025.xlsx › Risker › E1\n"
        "  tips: Låt bara en av raderna stå kvar, eller svara Nej på den ena.\n");
  Folder twice;
  twice.sheet("kolumner.xlsx", "Kolumner",
              {map_headings,
               {t("VoR"), t("Skada"), t("Konsekvens"), none()},
               {t("VoR"), t("Skada"), t("Läs inte"), none()}});
  CHECK(twice.told("BLAN-053") ==
        "fel[BLAN-053]: ”Skada” är ”Konsekvens” på en rad ovanför och ”Läs inte” här.\n"
        "  plats: kolumner.xlsx › Kolumner › C3 (Rubrik här)\n"
        "  se även: kolumner.xlsx › Kolumner › C2 (Rubrik här)\n"
        "  tips: Låt bara en av raderna stå kvar, eller svara Nej på den ena.\n");
}

TEST_CASE("one heading may be two columns of two forms") {
  Folder folder;
  folder.sheet("Register 2025.xlsx", "Risker",
               {{t("Risk-ID"), t("Process"), t("Riskbeskrivning"), t("S"), t("K"), t("Chef"),
                 t("Kontrollmoment"), t("Metod"), t("Frekvens"), t("Chef")},
                {t("R1"), t("Avtal"), t("Krav saknas."), n(3), n(4), t("Inköpschef"), t("Läs avtal"),
                 t("Stickprov"), t("Årsvis"), t("Jurist")}});
  folder.sheet("kolumner.xlsx", "Kolumner",
               {map_headings,
                {t("Risker"), t("Chef (kolumn F)"), t("Riskägare"), t("VoR")},
                {t("Risker"), t("Chef (kolumn J)"), t("Kontrollansvarig"), t("IKP")}});
  CHECK(folder.told("BLAN-053") == std::string());
  Problems problems;
  const domain::Review review = folder.read(problems);
  const domain::Table& risks = review.table("VoR");
  const domain::Table& controls = review.table("IKP");
  REQUIRE(risks.rows.size() == 1);
  REQUIRE(controls.rows.size() == 1);
  CHECK(to_text(risks.at(risks.rows.front(), "Riskägare")) == "Inköpschef");
  CHECK(to_text(controls.at(controls.rows.front(), "Kontrollansvarig")) == "Jurist");
}

TEST_CASE("rows without a board, and sheets of another board, are told") {
  const Cells headings{t("Nämnd"), t("Risk-ID"), t("Process"), t("Riskbeskrivning"), t("S"), t("K")};
  Folder folder;
  folder.sheet("Kommunen 2025.xlsx", "Alla risker",
               {headings,
                {t("Förskolenämnden"), t("R1"), t("Avtal"), t("Krav saknas."), n(3), n(3)},
                {none(), t("R2"), t("Avtal"), t("Avtal saknas."), n(3), n(3)},
                {t("Kommunstyrelsen"), t("R3"), t("Kansli"), t("Kallelser sprids."), n(3), n(3)}});
  CHECK(risks_of(folder) == "R1 | 3 | 3\nR2 | 3 | 3\n");
  CHECK(folder.told("BLAN-054") ==
        "varning[BLAN-054]: Raden har ingen nämnd men läses som nämndens egen: B3.\n"
        "  plats: Kommunen 2025.xlsx › Alla risker › B3\n"
        "  tips: Skriv nämndens namn på raden om den hör till en annan nämnd.\n");
  Folder other;
  other.sheet("Kommunen 2025.xlsx", "Alla risker",
              {headings, {t("Kommunstyrelsen"), t("R3"), t("Kansli"), t("Kallelser sprids."), n(3), n(3)}});
  CHECK(other.told("BLAN-051") ==
        "fel[BLAN-051]: Bladets rader är en annan nämnds än den i bladet Uppgifter: ”Kommunstyrelsen” (1).\n"
        "  plats: Kommunen 2025.xlsx › Alla risker\n"
        "  tips: Skriv i kolumner.xlsx (Blad | Rubrik i filen | Rubrik här) vilka rader som ska läsas: VoR | "
        "nämndens namn i filen | Läs. Ska bladet inte läsas, skriv dess namn med Läs inte i Blad här.\n");
  Folder ours;
  ours.sheet("Kommunen 2025.xlsx", "Alla risker",
             {headings, {t("Förskolenämnden"), t("R1"), t("Avtal"), t("Krav saknas."), n(3), n(3)}});
  CHECK(ours.told("BLAN-051") == std::string());
}

TEST_CASE("a list of another kind with headings that nobody knows is told, not only left") {
  Folder folder;
  folder.sheet("Ärenden.xlsx", "Incidentlista",
               {{t("Ärende"), t("Rapporterat"), t("Åtgärd")}, {t("IA-1"), t("2024-03-01"), t("Ring")}});
  CHECK(folder.told("BLAN-055") ==
        "varning[BLAN-055]: Bladet liknar Incidenter men läses inte, så Incidenter är tomt i rapporten. "
        "Rubriker som känns igen: ”Åtgärd”. Rubriker som inte känns igen: ”Ärende” och ”Rapporterat”.\n"
        "  plats: Ärenden.xlsx › Incidentlista › A1\n"
        "  tips: Är det Incidenter, skriv i kolumner.xlsx (Blad | Blad här): Incidentlista | Incidenter, och "
        "en "
        "rad (Blad | Rubrik i filen | Rubrik här) för var och en av ”Incident-ID”, ”Upptäckt”, ”Typ” och "
        "”Personuppgiftsincident”, som behövs.\n");
}
