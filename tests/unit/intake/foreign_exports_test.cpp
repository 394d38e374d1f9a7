// Exports as other municipalities make them: what stands for a missing column, words of their own, rows that
// are no data, and questions that only the ISAM can answer.
#include "base/text.hpp"
#include "book_builder.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace lg;
using namespace lg::test;

namespace {

Blank none() {
  return {};
}

/// The columns of the list, a row a line.
std::string listed(const Folder& folder, const std::string& list, const std::vector<std::string>& columns) {
  Problems problems;
  const domain::Review review = folder.read(problems);
  const domain::Table& table = review.table(list);
  std::string text;
  for (const Row& row : table.rows) {
    std::string line;
    for (const std::string& column : columns)
      line += (line.empty() ? "" : " | ") + to_text(table.at(row, column));
    text += line + "\n";
  }
  return text;
}

std::string risks_of(const Folder& folder) {
  return listed(folder, "VoR", {"VoR-ID", "Område", "Oönskad händelse", "Sannolikhet", "Konsekvens"});
}

std::string controls_of(const Folder& folder) {
  return listed(folder, "IKP", {"Kontroll-ID", "VoR-ID", "Kontroll", "Metod", "Frekvens"});
}

}  // namespace

TEST_CASE("the sheet's name is the area where no column is") {
  Folder folder;
  const Cells headings{t("Risknr"), t("Riskbeskrivning"), t("S"), t("K"), t("Beslut")};
  folder.sheet("Processer 2025.xlsx", "Hemtjänst",
               {headings, {t("H1"), t("Nycklar kommer bort."), n(3), n(4), t("Åtgärdas")}});
  CHECK(risks_of(folder) == "H1 | Hemtjänst | Nycklar kommer bort. | 3 | 4\n");
  CHECK(
      folder.told("BLAN-039") ==
      "upplysning[BLAN-039]: Bladet har ingen kolumn för Område, så bladets namn, ”Hemtjänst”, blir område i "
      "rapporten.\n"
      "  plats: Processer 2025.xlsx › Hemtjänst\n"
      "  tips: Skriv i kolumner.xlsx vilken rubrik som är Område om det ska vara något annat.\n");
  Folder guessed;
  guessed.sheet("Processer 2025.xlsx", "Blad1",
                {headings, {t("H1"), t("Nycklar kommer bort."), n(3), n(4), t("Åtgärdas")}});
  CHECK(guessed.told("BLAN-039").starts_with("varning[BLAN-039]"));
}

TEST_CASE("a column of units or a line above the table is the area where no other is") {
  Folder units;
  units.sheet("Export 2025.xlsx", "Risker",
              {{t("Risknr"), t("Riskbeskrivning"), t("Enhet"), t("S"), t("K")},
               {t("H1"), t("Nycklar kommer bort."), t("Kök"), n(3), n(4)}});
  CHECK(risks_of(units) == "H1 | Kök | Nycklar kommer bort. | 3 | 4\n");
  Folder above;
  above.sheet("Export 2025.xlsx", "Blad1",
              {{t("Process:"), t("Ge hemtjänst")},
               {t("Ansvarig för bladet: controller")},
               {t("Risknr"), t("Riskbeskrivning"), t("S"), t("K")},
               {t("H1"), t("Nycklar kommer bort."), n(3), n(4)}});
  CHECK(risks_of(above) == "H1 | Ge hemtjänst | Nycklar kommer bort. | 3 | 4\n");
}

TEST_CASE("a frequency that no list has is read as it stands and told once") {
  Folder folder;
  folder.sheet(
      "Kontroller 2025.xlsx", "Granskningar",
      {{t("Nr"), t("Risknummer"), t("Kontrollmoment"), t("Kontrollmetod"), t("Hur ofta"), t("Utförare")},
       {t("G1"), none(), t("Läs loggen"), t("Stickprov"), t("Varje termin"), t("ISAM")},
       {t("G2"), none(), t("Räkna nycklar"), t("Räkning"), t("Varje termin"), t("ISAM")},
       {t("G3"), none(), t("Se på skärmar"), t("Observation"), t("Kvartal"), t("ISAM")}});
  CHECK(controls_of(folder) ==
        "G1 |  | Läs loggen | Stickprov | Varje termin\n"
        "G2 |  | Räkna nycklar | Räkning | Varje termin\n"
        "G3 |  | Se på skärmar | Observation | Kvartalsvis\n");
  CHECK(folder.told("BLAN-048") ==
        "varning[BLAN-048]: Frekvens har ord som inte finns i listan, och de läses som de står: ”Varje "
        "termin”.\n"
        "  plats: Kontroller 2025.xlsx › Granskningar › E2\n"
        "  tips: Skriv något av: Löpande, Månadsvis, Kvartalsvis, Tertial, Halvår, Årsvis, Vid behov.\n");
}

TEST_CASE("controls without a column of how often are read") {
  Folder folder;
  folder.sheet("Kontroller 2025.xlsx", "Granskningar",
               {{t("Risk nr"), t("Granskning"), t("Metod"), t("Tid"), t("Granskningsansvarig")},
                {n(1), t("Granskning av kort"), t("Stickprov"), t("Mars och oktober"), t("ISAM")}});
  CHECK(controls_of(folder) == "K25-01 | 1 | Granskning av kort | Stickprov | \n");
  CHECK(folder.told("BLAN-049") ==
        "varning[BLAN-049]: Bladet har ingen kolumn för ”Frekvens”; kontrollerna läses utan.\n"
        "  plats: Kontroller 2025.xlsx › Granskningar\n"
        "  tips: Står det i en annan kolumn, skriv i kolumner.xlsx vilken rubrik det är.\n");
}

TEST_CASE("a dash in the control's columns is no control") {
  Folder folder;
  folder.sheet(
      "Export 2025.xlsx", "Risker",
      {{t("Nr"), t("Process"), t("Riskbeskrivning"), t("S"), t("K"), t("Kontrollmoment"), t("Metod"),
        t("Frekvens"), t("Kontrollansvarig")},
       {t("A1"), t("Betala"), t("Fakturor betalas två gånger."), n(2), n(3), t("Läs attestlistan"),
        t("Stickprov"), t("Månadsvis"), t("ISAM")},
       {t("A2"), t("Betala"), t("Systemet ligger nere."), n(2), n(5), t("–"), t("–"), t("–"), t("–")},
       {t("A3"), t("Leda"), t("Ingen vet vem som beslutar."), n(2), n(2), t("Ingen"), none(),
        t("Ej aktuellt"), none()}});
  CHECK(controls_of(folder) == "K25-01 | A1 | Läs attestlistan | Stickprov | Månadsvis\n");
  CHECK(folder.told("BLAN-101") == std::string());
}

TEST_CASE("sums, means and legends are no risks") {
  Folder folder;
  folder.sheet("Export 2025.xlsx", "Risker",
               {{t("Risk-ID"), t("Avdelning"), t("Process"), t("Oönskad händelse"), t("S 2024"),
                 t("Sannolikhet"), t("Konsekvens"), t("Riskvärde")},
                {t("F1"), t("Bad"), t("Sälja kort"), t("Kort läses av."), n(1), n(2), n(4), n(8)},
                {none(), t("Summa Bad"), none(), none(), none(), none(), none(), n(8)},
                {t("F2"), t("Ung"), t("Leda"), t("Anteckningar sprids."), n(1), n(3), n(4), n(12)},
                {t("Totalt"), none(), none(), t("Antal risker: 2"), none(), none(), none(), n(20)},
                {t("Medelvärde"), none(), none(), none(), none(), n(2.5), n(4), n(10)},
                {},
                {t("Färgförklaring")},
                {none(), t("Låg 1–4: följs i det dagliga arbetet")},
                {t("Senast ändrad 2025-03-05")}});
  CHECK(risks_of(folder) ==
        "F1 | Sälja kort | Kort läses av. | 2 | 4\n"
        "F2 | Leda | Anteckningar sprids. | 3 | 4\n");
  CHECK(folder.told("BLAN-034") ==
        "upplysning[BLAN-034]: 6 rader som inte är data läses inte: B3, A5, A6, A8, B9 och A10.\n"
        "  plats: Export 2025.xlsx › Risker\n"
        "  tips: Det är rubriker, summor, förklaringar och liknande. Kontrollera att ingen risk finns bland "
        "dem.\n");
}

TEST_CASE("a consequence in words beside its step, and words within brackets") {
  Folder folder;
  folder.sheet(
      "Export 2025.xlsx", "Analys",
      {{t("Risknr"), t("Informationstillgång"), t("På grund av (orsak)"), t("inträffar (händelse)"),
        t("leder till (konsekvens)"), t("Sannolikhet (1–5)"), t("Konsekvens (1–5)"), t("Åtgärdsansvarig")},
       {t("T1"), t("Kartor"), t("öppen karta"), t("Ledningar blir kända."), t("risk för sabotage"), n(2),
        n(4), t("Kartchef")}});
  CHECK(
      listed(folder, "VoR",
             {"Område", "Orsak", "Oönskad händelse", "Konsekvensbeskrivning", "Sannolikhet", "Konsekvens"}) ==
      "Kartor | öppen karta | Ledningar blir kända. | risk för sabotage | 2 | 4\n");
  CHECK(
      folder.told("BLAN-032") ==
      "varning[BLAN-032]: Är ”Åtgärdsansvarig” i H1 rubriken ”Riskägare”? Den som ansvarar för åtgärden kan "
      "vara en annan.\n"
      "  plats: Export 2025.xlsx › Analys › H1\n"
      "  tips: Om ja, skriv i kolumner.xlsx (Blad | Rubrik i filen | Rubrik här): VoR | Åtgärdsansvarig | "
      "Riskägare.\n");
}

TEST_CASE("several headings that may be the one that is needed are one question") {
  const std::vector<Cells> rows = {{t("ID"), t("Process"), t("Oönskad händelse"), t("Sannolikhet"),
                                    t("Ekonomisk konsekvens"), t("Konsekvens för förtroendet")},
                                   {t("A1"), t("Leda"), t("Ingen vet vem som beslutar."), n(3), n(1), n(4)}};
  Folder folder;
  folder.sheet("Export 2025.xlsx", "Risker", rows);
  CHECK(
      folder.told("BLAN-031") ==
      "fel[BLAN-031]: Vilken av rubrikerna ”Ekonomisk konsekvens” (E1) och ”Konsekvens för förtroendet” (F1) "
      "är ”Konsekvens”, som behövs?\n"
      "  plats: Export 2025.xlsx › Risker › E1\n"
      "  tips: Skriv en av raderna i kolumner.xlsx (Blad | Rubrik i filen | Rubrik här): VoR | Ekonomisk "
      "konsekvens | Konsekvens eller VoR | Konsekvens för förtroendet | Konsekvens.\n");
  folder.sheet("kolumner.xlsx", "Kolumner",
               {{t("Blad"), t("Rubrik i filen"), t("Rubrik här")},
                {t("VoR"), t("Konsekvens för förtroendet"), t("Konsekvens")}});
  CHECK(risks_of(folder) == "A1 | Leda | Ingen vet vem som beslutar. | 3 | 4\n");
  CHECK(folder.told("BLAN-031") == std::string());
}

TEST_CASE("a decision is known by its words whatever its heading, and a list of deviations is no plan") {
  Folder folder;
  folder.sheet("Export 2025.xlsx", "Matris",
               {{t("Risknummer"), t("Process"), t("Risk"), t("Sannolikhet"), t("Konsekvens"), t("Så gör vi")},
                {n(101), t("Förskola"), t("Listor ligger framme."), n(2), n(4), t("Åtgärd och kontroll")},
                {n(102), t("Skola"), t("Betyg går förlorade."), n(2), n(5), t("Accepteras")}});
  folder.sheet("Avvikelser 2025.xlsx", "Avvikelser",
               {{t("Avvikelser")},
                {},
                {t("Kontrollnr"), t("Avvikelse"), t("Allvar"), t("Åtgärd"), t("Ansvarig"), t("Klart")},
                {t("K1"), t("Gamla listor."), t("Medel"), t("Påminnelse"), t("Chef"), t("maj")}});
  CHECK(listed(folder, "VoR", {"VoR-ID", "Hantering"}) == "101 | Åtgärd och kontroll\n102 | Accepteras\n");
  CHECK(controls_of(folder).empty());
  CHECK(folder.told("BLAN-036") == std::string());
}

TEST_CASE("a print-out with a title page, numbers of pages and two labels of the same kind") {
  Folder folder;
  folder.sheet("Utskrift 2025.xlsx", "Utskrift",
               {{t("Väsentlighets- och riskanalys 2025")},
                {t("Miljönämnden, Sunnerstad")},
                {},
                {t("Risk-nr"), t("MB-01")},
                {t("Process"), t("Bygglov")},
                {t("Arbetssätt"), t("Granskning av ritningar")},
                {t("Oönskad händelse"), t("Ritningar ligger öppna.")},
                {t("Sannolikhet"), t("2 – Osannolik")},
                {t("Konsekvens"), t("5 – Mycket allvarlig")},
                {t("Hantering"), t("Kontroll i IKP")},
                {t("Kontrollmoment"), t("Läs loggen")},
                {t("Metod"), t("Stickprov")},
                {t("Frekvens"), t("Kvartalsvis")},
                {t("Kontrollansvarig"), t("ISAM")},
                {t("Sida 1 av 2")},
                {},
                {t("Risk-nr"), t("MB-02")},
                {t("Process"), t("Tillsyn")},
                {t("Arbetssätt"), t("Inspektion i fält")},
                {t("Oönskad händelse"), t("En surfplatta stjäls.")},
                {t("Sannolikhet"), t("3 – Möjlig")},
                {t("Konsekvens"), t("3 – Kännbar")},
                {t("Hantering"), t("Åtgärd")},
                {t("Sida 2 av 2")}});
  CHECK(listed(folder, "VoR",
               {"VoR-ID", "Process", "Arbetssätt", "Oönskad händelse", "Sannolikhet", "Konsekvens",
                "Hantering"}) ==
        "MB-01 | Bygglov | Granskning av ritningar | Ritningar ligger öppna. | 2 | 5 | Kontroll i IKP\n"
        "MB-02 | Tillsyn | Inspektion i fält | En surfplatta stjäls. | 3 | 3 | Åtgärd\n");
  CHECK(controls_of(folder) == "K25-01 | MB-01 | Läs loggen | Stickprov | Kvartalsvis\n");
  CHECK(
      folder.told("BLAN-034")
          .starts_with("upplysning[BLAN-034]: 4 rader som inte är data läses inte: A1, A2, A15 och A24.\n"));
}

namespace {

/// One sheet for the whole municipality; `answer` is what kolumner.xlsx says of the common risk.
Folder shared_by_boards(const char* answer = nullptr) {
  Folder folder;
  folder.sheet(
      "Kommunen 2025.xlsx", "Alla risker",
      {{t("Nämnd"), t("Risk-ID"), t("Område"), t("Oönskad händelse"), t("Sannolikhet"), t("Konsekvens")},
       {t("Kommunstyrelsen"), t("KS1"), t("Kansli"), t("Kallelser sprids."), n(3), n(3)},
       {t("Förskolenämnden "), t("VO1"), t("Vård"), t("Journaler läses."), n(3), n(4)},
       {t("Samtliga nämnder"), t("G1"), t("Gemensamt"), t("Lösenord lämnas ut."), n(4), n(4)}});
  if (answer != nullptr)
    folder.sheet(
        "kolumner.xlsx", "Kolumner",
        {{t("Blad"), t("Rubrik i filen"), t("Rubrik här")}, {t("VoR"), t("Samtliga nämnder"), t(answer)}});
  return folder;
}

}  // namespace

TEST_CASE("a sheet that several boards share gives the board's own rows and asks of the common ones") {
  CHECK(risks_of(shared_by_boards()) == "VO1 | Vård | Journaler läses. | 3 | 4\n");
  CHECK(shared_by_boards().told("BLAN-050") ==
        "upplysning[BLAN-050]: Bladet har rader för flera nämnder; de andras läses inte: ”Kommunstyrelsen” "
        "(1).\n"
        "  plats: Kommunen 2025.xlsx › Alla risker\n"
        "  tips: Nämnden står i bladet Uppgifter. Ska en annan nämnds rader läsas, skriv dess namn i "
        "kolumner.xlsx med Läs i Rubrik här.\n");
  CHECK(shared_by_boards().told("BLAN-051") ==
        "varning[BLAN-051]: Hör raden för ”Samtliga nämnder” till nämndens VoR? Den läses inte.\n"
        "  plats: Kommunen 2025.xlsx › Alla risker › A4\n"
        "  tips: Svara i kolumner.xlsx (Blad | Rubrik i filen | Rubrik här): VoR | Samtliga nämnder | Läs "
        "eller "
        "VoR | Samtliga nämnder | Läs inte.\n");
  CHECK(risks_of(shared_by_boards("Läs")) ==
        "VO1 | Vård | Journaler läses. | 3 | 4\nG1 | Gemensamt | Lösenord lämnas ut. | 4 | 4\n");
  CHECK(shared_by_boards("Läs").told("BLAN-051") == std::string());
  CHECK(shared_by_boards("Läs").told("BLAN-018") == std::string());
  CHECK(risks_of(shared_by_boards("Läs inte")) == "VO1 | Vård | Journaler läses. | 3 | 4\n");
  CHECK(shared_by_boards("Läs inte").told("BLAN-051") == std::string());
}

TEST_CASE("a shared sheet without the board's name is a question") {
  Folder folder;
  folder.sheet(
      "Kommunen 2025.xlsx", "Alla risker",
      {{t("Nämnd"), t("Risk-ID"), t("Process"), t("Oönskad händelse"), t("Sannolikhet"), t("Konsekvens")},
       {t("KS"), t("KS1"), t("Kansli"), t("Kallelser sprids."), n(3), n(3)},
       {t("VN"), t("VO1"), t("Vård"), t("Journaler läses."), n(3), n(4)}});
  CHECK(folder.told("BLAN-051") ==
        "fel[BLAN-051]: Bladet har rader för flera nämnder, men ingen heter som i bladet Uppgifter: ”KS” (1) "
        "och "
        "”VN” (1).\n"
        "  plats: Kommunen 2025.xlsx › Alla risker\n"
        "  tips: Skriv i kolumner.xlsx (Blad | Rubrik i filen | Rubrik här) vilka rader som ska läsas: VoR | "
        "nämndens namn i filen | Läs. Ska bladet inte läsas, skriv dess namn med Läs inte i Blad här.\n");
  folder.sheet("kolumner.xlsx", "Kolumner",
               {{t("Blad"), t("Rubrik i filen"), t("Rubrik här")}, {t("VoR"), t("VN"), t("Läs")}});
  CHECK(risks_of(folder) == "VO1 | Vård | Journaler läses. | 3 | 4\n");
}

TEST_CASE("abbreviated headings and decisions, and marks of information security") {
  Folder folder;
  folder.sheet(
      "Register 2025.xlsx", "Risks",
      {{t("Ref"), t("Proc."), t("Oönskad händ."), t("S"), t("K"), t("R"), t("Åtg."), t("Ansv."),
        t("Infosäk")},
       {t("a1"), t("Coachning"), t("Uppgifter sprids."), n(4), n(3), n(12), t("Åtg"), t("Chef"), t("x")},
       {t("a2"), t("Bistånd"), t("Roboten har för vida rättigheter."), n(3), n(5), n(15), t("Åtg + IKP"),
        t("Ägare"), t("x")},
       {t("a3"), t("Verkstad"), t("En truck skadar en deltagare."), n(2), n(5), n(10), t("Acc"), t("Chef"),
        none()}});
  CHECK(listed(folder, "VoR", {"VoR-ID", "Process", "Sannolikhet", "Hantering", "Riskägare"}) ==
        "a1 | Coachning | 4 | Åtgärd | Chef\n"
        "a2 | Bistånd | 3 | Åtgärd och kontroll | Ägare\n");
  CHECK(folder.told("BLAN-052") ==
        "varning[BLAN-052]: Under Informationssäkerhet står bara ja eller x, så den tomma cellen läses som "
        "Nej: "
        "I4.\n"
        "  plats: Register 2025.xlsx › Risks › I4\n"
        "  tips: Skriv Ja i cellen om risken hör till informationssäkerheten.\n");
}

TEST_CASE("made IDs run on from one sheet to the next") {
  Folder folder;
  const Cells headings{t("Händelse"), t("Sannolikhet"), t("Konsekvens"), t("Åtgärdsbeslut")};
  folder.sheet("Risker 2025.xlsx", "Kök", {headings, {t("Kniven försvinner."), n(3), n(3), t("Åtgärdas")}});
  folder.sheet("Risker B 2025.xlsx", "Skola", {headings, {t("Betyg ändras."), n(2), n(5), t("Åtgärdas")}});
  CHECK(risks_of(folder) ==
        "V25-01 | Kök | Kniven försvinner. | 3 | 3\n"
        "V25-02 | Skola | Betyg ändras. | 2 | 5\n");
}

TEST_CASE("hidden columns give way to those that are seen, and twins are asked about") {
  const std::vector<Cells> rows = {
      {t("Nr"), t("Process"), t("Riskbeskrivning"), t("S"), t("K"), t("S"), t("K")},
      {t("B1"), t("Leda"), t("Ingen beslutar."), n(1), n(1), n(3), n(4)}};
  Folder seen;
  seen.sheet("Register 2025.xlsx", "Register", rows);
  CHECK(seen.told("BLAN-032") ==
        "varning[BLAN-032]: Är ”S (kolumn F)” i F1 rubriken ”Sannolikhet”? ”S” i D1 används nu.\n"
        "  plats: Register 2025.xlsx › Register › F1\n"
        "  tips: Om ja, skriv i kolumner.xlsx (Blad | Rubrik i filen | Rubrik här): VoR | S (kolumn F) | "
        "Sannolikhet.\n"
        "varning[BLAN-032]: Är ”K (kolumn G)” i G1 rubriken ”Konsekvens”? ”K” i E1 används nu.\n"
        "  plats: Register 2025.xlsx › Register › G1\n"
        "  tips: Om ja, skriv i kolumner.xlsx (Blad | Rubrik i filen | Rubrik här): VoR | K (kolumn G) | "
        "Konsekvens.\n");
  seen.sheet("kolumner.xlsx", "Kolumner",
             {{t("Blad"), t("Rubrik i filen"), t("Rubrik här")},
              {t("VoR"), t("S (kolumn F)"), t("Sannolikhet")},
              {t("VoR"), t("K (kolumn G)"), t("Konsekvens")}});
  CHECK(risks_of(seen) == "B1 | Leda | Ingen beslutar. | 3 | 4\n");
  CHECK(seen.told("BLAN-032") == std::string());
  Folder hidden;
  BookBuilder book("Register 2025.xlsx");
  book.sheet("Register", rows).last().hidden_columns = {{{1, 4}, {1, 5}}};
  hidden.book(book.take());
  CHECK(risks_of(hidden) == "B1 | Leda | Ingen beslutar. | 3 | 4\n");
  CHECK(hidden.told("BLAN-032") == std::string());
}

TEST_CASE("a sheet of figures without a heading of the event is asked about") {
  const std::vector<Cells> rows = {{t("Nr"), t("Process"), t("Scenario"), t("S"), t("K"), t("R")},
                                   {n(1), t("Leda"), t("Ingen vet vem som beslutar."), n(3), n(4), n(12)}};
  Folder folder;
  folder.sheet("Scenarier 2025.xlsx", "Bedömning", rows);
  CHECK(
      folder.told("BLAN-047") ==
      "varning[BLAN-047]: Bladet liknar VoR, men ingen rubrik är den oönskade händelsen, så det läses inte.\n"
      "  plats: Scenarier 2025.xlsx › Bedömning\n"
      "  tips: Är det VoR, skriv i kolumner.xlsx (Blad | Rubrik i filen | Rubrik här): Bedömning | Scenario "
      "| "
      "Oönskad händelse, eller den rubrik som är det.\n");
  folder.sheet("kolumner.xlsx", "Kolumner",
               {{t("Blad"), t("Rubrik i filen"), t("Rubrik här")},
                {t("Bedömning"), t("Scenario"), t("Oönskad händelse")}});
  CHECK(risks_of(folder) == "1 | Leda | Ingen vet vem som beslutar. | 3 | 4\n");
}

TEST_CASE("a column of yes and no about information security counts whatever its heading") {
  Folder folder;
  folder.sheet("Export 2025.xlsx", "Risker",
               {{t("Objekt-ID"), t("Process"), t("Risk för att"), t("Sannolikhet"), t("Konsekvens"),
                 t("Rör det infosäk?")},
                {n(1), t("Leda"), t("ingen beslutar."), n(3), n(4), t("Ja")},
                {n(2), t("Köra"), t("en truck skadar någon."), n(2), n(5), t("Nej")}});
  CHECK(risks_of(folder) == "1 | Leda | ingen beslutar. | 3 | 4\n");
}
