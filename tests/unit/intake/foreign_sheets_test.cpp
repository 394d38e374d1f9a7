// Sheets of risks and controls as other systems lay them out: what is read, and what is told or asked.
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
  return listed(folder, "VoR",
                {"VoR-ID", "Process", "Område", "Oönskad händelse", "Sannolikhet", "Konsekvens"});
}

std::string controls_of(const Folder& folder) {
  return listed(folder, "IKP",
                {"Kontroll-ID", "VoR-ID", "Kontroll", "Metod", "Frekvens", "Kontrollansvarig"});
}

sml::Workbook with_merges(const char* sheet, const std::vector<Cells>& rows,
                          std::vector<sml::CellRange> merges) {
  BookBuilder book("Export.xlsx");
  book.sheet(sheet, rows).last().merges = std::move(merges);
  return book.take();
}

/// Grouped by process, with facts packed in a cell, a row for each control and lines around the table.
Folder grouped() {
  Folder folder;
  folder.book(with_merges("Alla risker",
                          {{t("Alla risker grupperade på process")},
                           {t("År och fas:"), t("2025, Planering")},
                           {t("Process"), t("Risk"), t("Riskvärde"), t("Kategori"), t("Beskrivning"),
                            t("Kontroll"), t("Ansvarig"), t("Metod"), t("Frekvens")},
                           {t("Behörigheter")},
                           {none(), t("Gamla konton"), t("Riskvärde: 12 (Sannolikhet: 3, Konsekvens: 4)"),
                            t("Åtkomst"), t("Det finns en risk att konton ligger kvar."),
                            t("Stickprov av konton"), t("ISAM"), t("Stickprov"), t("Varje månad")},
                           {none(), none(), none(), none(), none(), t("Samtal med chefer"), t("DSO"),
                            t("Intervju"), t("1 gång/år")},
                           {t("Incidenter")},
                           {none(), t("Sen anmälan"), t("Riskvärde: 6 (Sannolikhet: 3, Konsekvens: 2)"),
                            t("Anmälan"), t("Det finns en risk att anmälan dröjer.")},
                           {t("Totalt: 2")}},
                          {{{4, 1}, {4, 9}}, {{7, 1}, {7, 9}}}));
  return folder;
}

Folder words(const char* sheet = "Risker") {
  Folder folder;
  folder.sheet(
      "Export 2025.xlsx", sheet,
      {{t("Risk nr"), t("Område"), t("Riskbeskrivning"), t("S"), t("K"), t("Beslut")},
       {t("R1"), t("Åtkomst"), t("Konton ligger kvar."), t("3 - Möjlig"), t("Allvarlig"), t("Direktåtgärd")},
       {t("R2"), t("Anmälan"), t("Anmälan dröjer."), t("2"), t("Lindrig"), t("Utreds")}});
  return folder;
}

}  // namespace

TEST_CASE("risks grouped by process with their controls below") {
  CHECK(risks_of(grouped()) ==
        "V25-01 | Behörigheter | Åtkomst | Det finns en risk att konton ligger kvar. | 3 | 4\n"
        "V25-02 | Incidenter | Anmälan | Det finns en risk att anmälan dröjer. | 3 | 2\n");
  CHECK(controls_of(grouped()) ==
        "K25-01 | V25-01 | Stickprov av konton | Stickprov | Månadsvis | ISAM\n"
        "K25-02 | V25-01 | Samtal med chefer | Intervju | Årsvis | DSO\n");
}

TEST_CASE("what was understood of a foreign sheet is told") {
  CHECK(grouped().told("BLAN-030") ==
        "upplysning[BLAN-030]: Bladet är inte uppställt som blanketten; det läses som VoR (2 rader) och IKP "
        "(2 rader): ”Beskrivning” som Oönskad händelse, ”Kategori” som Område och ”Ansvarig” som "
        "Kontrollansvarig.\n"
        "  plats: Export.xlsx › Alla risker\n"
        "  tips: Se hur varje rubrik har förståtts med kommandot tolka; rätta med kolumner.xlsx.\n");
  CHECK(grouped().told("BLAN-034") ==
        "upplysning[BLAN-034]: En rad som inte är data läses inte: A9.\n"
        "  plats: Export.xlsx › Alla risker\n"
        "  tips: Det är rubriker, summor, förklaringar och liknande. Kontrollera att ingen risk finns bland "
        "dem.\n");
  CHECK(grouped().told("BLAN-035") ==
        "upplysning[BLAN-035]: Orden i Frekvens läses så: ”Varje månad” som Månadsvis och ”1 gång/år” som "
        "Årsvis.\n"
        "  plats: Export.xlsx › Alla risker\n");
  CHECK(grouped().told("BLAN-046") ==
        "upplysning[BLAN-046]: Bladet har ingen kolumn för VoR-ID; raderna får V25-01 till V25-02 i bladets "
        "ordning.\n"
        "  plats: Export.xlsx › Alla risker\n"
        "  tips: Lägg till en kolumn med egna beteckningar om raderna kan byta ordning.\n"
        "upplysning[BLAN-046]: Bladet har ingen kolumn för Kontroll-ID; raderna får K25-01 till K25-02 i "
        "bladets ordning.\n"
        "  plats: Export.xlsx › Alla risker\n"
        "  tips: Lägg till en kolumn med egna beteckningar om raderna kan byta ordning.\n");
  CHECK(words().told("BLAN-035") ==
        "upplysning[BLAN-035]: Orden i Hantering läses så: ”Direktåtgärd” som Åtgärd.\n"
        "  plats: Export 2025.xlsx › Risker\n"
        "upplysning[BLAN-035]: Orden i Konsekvens läses så: ”Allvarlig” som 4 och ”Lindrig” som 2.\n"
        "  plats: Export 2025.xlsx › Risker\n");
  CHECK(words().told("BLAN-043") ==
        "varning[BLAN-043]: Hantering har värdet ”Utreds”, som inte finns i listan, och läses inte.\n"
        "  plats: Export 2025.xlsx › Risker › F3 (Beslut)\n"
        "  tips: Skriv något av: Åtgärd, Kontroll i IKP, Åtgärd och kontroll, Accepteras, Bevakas, Undviks, "
        "Överförs.\n");
}

TEST_CASE("words of the scale and other words of choices") {
  CHECK(risks_of(words()) ==
        "R1 |  | Åtkomst | Konton ligger kvar. | 3 | 4\nR2 |  | Anmälan | Anmälan dröjer. | 2 | 2\n");
}

TEST_CASE("merged cells are read for each row that they cover") {
  Folder folder;
  folder.book(with_merges("Riskanalys 2025",
                          {{t("Process"), t("Risk"), t("Sannolikhet"), t("Konsekvens")},
                           {t("Behörigheter"), t("Konton ligger kvar."), n(3), n(3)},
                           {none(), t("Konton delas."), n(2), n(2)}},
                          {{{2, 1}, {3, 1}}}));
  CHECK(risks_of(folder) ==
        "V25-01 | Behörigheter | Behörigheter | Konton ligger kvar. | 3 | 3\n"
        "V25-02 | Behörigheter | Behörigheter | Konton delas. | 2 | 2\n");
  CHECK(folder.told("BLAN-038") ==
        "upplysning[BLAN-038]: Sammanfogade celler läses för alla rader som de täcker: A2:A3.\n"
        "  plats: Export.xlsx › Riskanalys 2025\n");
  CHECK(folder.told("BLAN-039") ==
        "upplysning[BLAN-039]: Bladet har ingen kolumn för Område, så processens namn blir område i "
        "rapporten.\n"
        "  plats: Export.xlsx › Riskanalys 2025\n"
        "  tips: Skriv i kolumner.xlsx vilken rubrik som är Område om det ska vara något annat.\n");
}

TEST_CASE("headings in two rows") {
  Folder folder;
  folder.book(with_merges(
      "Risker",
      {{t("Risk-ID"), t("Område"), t("Risk"), t("Före åtgärd"), none(), t("Efter åtgärd"), none()},
       {none(), none(), none(), t("S"), t("K"), t("S"), t("K")},
       {t("R1"), t("Åtkomst"), t("Konton ligger kvar."), n(3), n(4), n(2), n(4)}},
      {{{1, 4}, {1, 5}}, {{1, 6}, {1, 7}}}));
  CHECK(listed(folder, "VoR",
               {"Sannolikhet", "Konsekvens", "Kvarstående sannolikhet", "Kvarstående konsekvens"}) ==
        "3 | 4 | 2 | 4\n");
}

TEST_CASE("a page of print with a block for each risk") {
  Folder folder;
  folder.sheet("Utskrift.xlsx", "Blad1",
               {{t("Verksamhetsår 2025")},
                {t("Process: Behörigheter")},
                {t("Risk"), t("Gamla konton")},
                {t("Riskvärde: 12 (Sannolikhet: 3, Konsekvens: 4)")},
                {t("Kategori"), t("Åtkomst")},
                {t("Det finns en risk att konton ligger kvar.")},
                {t("Kontroll"), t("Beskrivning"), t("Ansvarig"), t("Metod"), t("Frekvens")},
                {t("Stickprov av konton"), t("Tio konton"), t("ISAM"), t("Stickprov"), t("Kvartal")},
                {t("Risk"), t("Delade konton")},
                {t("Riskvärde: 4 (Sannolikhet: 2, Konsekvens: 2)")},
                {t("Kategori"), t("Åtkomst")},
                {t("Det finns en risk att konton delas.")}});
  CHECK(risks_of(folder) ==
        "V25-01 | Behörigheter | Åtkomst | Det finns en risk att konton ligger kvar. | 3 | 4\n"
        "V25-02 | Behörigheter | Åtkomst | Det finns en risk att konton delas. | 2 | 2\n");
  CHECK(controls_of(folder) == "K25-01 | V25-01 | Stickprov av konton | Stickprov | Kvartalsvis | ISAM\n");
}

TEST_CASE("a heading that may be the one that is needed is asked about") {
  const std::vector<Cells> rows = {
      {t("VoR-ID"), t("Område"), t("Oönskad händelse"), t("Sannolikhet"), t("Påverkan")},
      {t("V25-01"), t("Åtkomst"), t("Konton ligger kvar."), n(3), n(3)}};
  CHECK(Folder().sheet("VoR 2025.xlsx", "VoR", rows).told("BLAN-031") ==
        "fel[BLAN-031]: Är ”Påverkan” i E1 rubriken ”Konsekvens”, som behövs?\n"
        "  plats: VoR 2025.xlsx › VoR › E1\n"
        "  tips: Om ja, skriv i kolumner.xlsx (Blad | Rubrik i filen | Rubrik här): VoR | Påverkan | "
        "Konsekvens.\n");
  Folder answered;
  answered.sheet("VoR 2025.xlsx", "VoR", rows)
      .sheet("kolumner.xlsx", "Kolumner",
             {{t("Blad"), t("Rubrik i filen"), t("Rubrik här")}, {t("VoR"), t("Påverkan"), t("Konsekvens")}});
  CHECK(risks_of(answered) == "V25-01 |  | Åtkomst | Konton ligger kvar. | 3 | 3\n");
  Folder unanswered;
  unanswered.sheet("VoR 2025.xlsx", "VoR", rows)
      .sheet("kolumner.xlsx", "Kolumner",
             {{t("Blad"), t("Rubrik i filen"), t("Rubrik här"), t("Fråga"), t("Svar")},
              {t("VoR"), t("Påverkan"), t("Konsekvens"), t("Är det så?"), none()}});
  CHECK(unanswered.told("BLAN-031") != "");
}

TEST_CASE("two texts that may both be the event") {
  CHECK(
      Folder()
          .sheet("Risker 2025.xlsx", "Risker",
                 {{t("Nr"), t("Område"), t("Risk"), t("Beskrivning"), t("S"), t("K")},
                  {n(1), t("Åtkomst"), t("Gamla konton"), t("Den som har slutat kan logga in."), n(3), n(3)}})
          .told("BLAN-032") ==
      "varning[BLAN-032]: Är ”Risk” i C1 rubriken ”Oönskad händelse”? ”Beskrivning” används nu.\n"
      "  plats: Risker 2025.xlsx › Risker › C1\n"
      "  tips: Om ja, skriv i kolumner.xlsx (Blad | Rubrik i filen | Rubrik här): VoR | Risk | Oönskad "
      "händelse.\n");
}

TEST_CASE("a sheet with another name is known by its headings") {
  const std::vector<Cells> rows = {vor_headings(),
                                   {t("V25-01"), t("Åtkomst"), t("Konton ligger kvar."), n(3), n(3)}};
  CHECK(Folder().sheet("Export.xlsx", "Blad1", rows).told("BLAN-033") ==
        "upplysning[BLAN-033]: Bladet ”Blad1” känns igen på sina rubriker och läses som VoR.\n"
        "  plats: Export.xlsx › Blad1\n"
        "  tips: Ska det inte läsas, skriv bladets namn i kolumner.xlsx med Läs inte i Blad här.\n");
  CHECK(Folder().sheet("VoR 2025.xlsx", "VoR", rows).sheet("Export.xlsx", "Blad1", rows).told("BLAN-042") ==
        "upplysning[BLAN-042]: Bladet ser ut att vara VoR, men mappen har redan ett sådant blad, så det "
        "läses inte.\n"
        "  plats: Export.xlsx › Blad1\n"
        "  tips: Ska det läsas i stället, skriv bladets namn i kolumner.xlsx och VoR i Blad här, och ta bort "
        "det andra.\n");
  CHECK(Folder()
            .sheet("Export.xlsx", "Blad1", rows)
            .sheet("kolumner.xlsx", "Kolumner",
                   {{t("Blad"), t("Rubrik i filen"), t("Rubrik här"), t("Blad här")},
                    {t("Blad1"), none(), none(), t("Läs inte")}})
            .told("BLAN-045") ==
        "upplysning[BLAN-045]: Bladet läses inte, eftersom kolumner.xlsx säger det.\n"
        "  plats: Export.xlsx › Blad1\n");
}

TEST_CASE("blank cells, odd rows and figures without words are told") {
  Folder once;
  once.sheet("Export.xlsx", "Riskregister",
             {{t("Process"), t("Riskområde"), t("Risk"), t("S"), t("K")},
              {t("Behörigheter"), t("Åtkomst"), t("Konton ligger kvar."), n(3), n(3)},
              {none(), t("Delning"), t("Konton delas."), n(2), n(2)},
              {none(), t("En anteckning"), none(), none(), none(), t("vid sidan")}});
  CHECK(once.told("BLAN-037") ==
        "varning[BLAN-037]: Cellen är tom och läses som den närmast ovanför.\n"
        "  plats: Export.xlsx › Riskregister › A3\n"
        "  tips: Fyll i cellen om det inte stämmer.\n");
  CHECK(once.told("BLAN-036") ==
        "varning[BLAN-036]: Raden är varken en risk eller en kontroll och läses inte.\n"
        "  plats: Export.xlsx › Riskregister › B4\n"
        "  tips: Flytta texten till rätt kolumn om den ska läsas.\n");
  CHECK(Folder()
            .sheet("Export.xlsx", "Risker",
                   {{t("Nr"), t("Område"), t("Oönskad händelse"), t("Riskvärde")},
                    {n(1), t("Åtkomst"), t("Konton ligger kvar."), t("3 x 4 = 12")}})
            .told("BLAN-040") ==
        "varning[BLAN-040]: I cellen står två tal utan ord; det första läses som sannolikhet och det andra "
        "som konsekvens.\n"
        "  plats: Export.xlsx › Risker › D2\n"
        "  tips: Kontrollera ordningen. Skriv annars talen i var sin kolumn.\n");
}

TEST_CASE("an export of all risks asks which are of information security") {
  const std::vector<Cells> rows = {{t("Risk-ID"), t("Kategori"), t("Risk"), t("S"), t("K")},
                                   {t("R1"), t("Informationssäkerhet"), t("Konton ligger kvar."), n(3), n(3)},
                                   {t("R2"), t("Ekonomi"), t("Fakturor betalas två gånger."), n(2), n(2)}};
  CHECK(Folder().sheet("Export.xlsx", "Risker", rows).told("BLAN-041") ==
        "varning[BLAN-041]: 1 av 2 risker har ”Informationssäkerhet” i ”Kategori”, men alla kommer med i "
        "rapporten.\n"
        "  plats: Export.xlsx › Risker › B2\n"
        "  tips: Ska bara de komma med, skriv i kolumner.xlsx (Blad | Rubrik i filen | Rubrik här): VoR | "
        "Kategori | Informationssäkerhet.\n");
  Folder chosen;
  chosen.sheet("Export.xlsx", "Risker", rows)
      .sheet("kolumner.xlsx", "Kolumner",
             {{t("Blad"), t("Rubrik i filen"), t("Rubrik här")},
              {t("VoR"), t("Kategori"), t("Informationssäkerhet")}});
  CHECK(risks_of(chosen) == "R1 |  | Informationssäkerhet | Konton ligger kvar. | 3 | 3\n");
}

TEST_CASE("controls in a sheet of their own find their risk by its words") {
  Folder folder;
  folder
      .sheet("Risker 2025.xlsx", "Risker",
             {{t("Risk-ID"), t("Område"), t("Risk"), t("S"), t("K")},
              {t("R1"), t("Åtkomst"), t("Konton ligger kvar."), n(3), n(3)}})
      .sheet("Kontroller 2025.xlsx", "Kontroller",
             {{t("Risk"), t("Kontrollmoment"), t("Metod"), t("Frekvens"), t("Ansvarig")},
              {t("Konton ligger kvar"), t("Stickprov"), t("Stickprov"), t("Månad"), t("ISAM")},
              {t("Något annat"), t("Samtal"), t("Intervju"), t("Årligen"), t("DSO")}});
  CHECK(controls_of(folder) ==
        "K25-01 | R1 | Stickprov | Stickprov | Månadsvis | ISAM\nK25-02 |  | Samtal | Intervju | Årsvis | "
        "DSO\n");
  CHECK(folder.told("BLAN-044") ==
        "varning[BLAN-044]: Kontrollens risk ”Något annat” finns inte i VoR med de orden.\n"
        "  plats: Kontroller 2025.xlsx › Kontroller › B3 (Kontrollmoment)\n"
        "  tips: Skriv riskens VoR-ID i en egen kolumn, eller skriv risken som i VoR.\n");
}

TEST_CASE("what stands below the table is no risk, and the rest of a decision is its reason") {
  Folder folder;
  folder.sheet("Export.xlsx", "Riskregister",
               {{t("ID"), t("Område"), t("Risk"), t("S"), t("K"), t("Beslut")},
                {t("R1"), t("Åtkomst"), t("Konton ligger kvar."), n(3), n(3),
                 t("Accepteras, låg nytta av fler åtgärder")},
                {},
                {t("Riskmatris")},
                {t("Sannolikhet"), t("1"), t("2"), t("3")},
                {t("1"), t("Låg"), t("Låg"), t("Medel")}});
  CHECK(listed(folder, "VoR", {"VoR-ID", "Hantering", "Motivering"}) ==
        "R1 | Accepteras | Accepteras, låg nytta av fler åtgärder\n");
}

TEST_CASE("a page of print with the figures in a small table") {
  Folder folder;
  folder.sheet("Export.xlsx", "Blad1",
               {{t("Risk")},
                {t("Det finns en risk att konton ligger kvar.")},
                {t("Område"), t("Åtkomst")},
                {t("Sannolikhet"), t("Konsekvens"), t("Riskvärde")},
                {n(3), n(3), n(9)}});
  CHECK(risks_of(folder) == "V25-01 |  | Åtkomst | Det finns en risk att konton ligger kvar. | 3 | 3\n");
}

TEST_CASE("a sheet of risks without figures is asked about") {
  CHECK(Folder()
            .sheet("Export.xlsx", "Bedömning",
                   {{t("Nr"), t("Område"), t("Risk"), t("Poäng A"), t("Poäng B")},
                    {n(1), t("Åtkomst"), t("Konton ligger kvar."), n(3), n(3)}})
            .told("BLAN-047") ==
        "varning[BLAN-047]: Bladet liknar VoR men har varken sannolikhet eller konsekvens som går att känna "
        "igen, så det läses inte.\n"
        "  plats: Export.xlsx › Bedömning\n"
        "  tips: Är det VoR, skriv i kolumner.xlsx (Blad | Blad här): Bedömning | VoR. Kör sedan igen; då "
        "sägs vilka rubriker som behövs.\n");
  CHECK(Folder()
            .sheet("Export.xlsx", "Möten",
                   {{t("Nr"), t("Område"), t("Beskrivning"), t("Ansvarig")},
                    {n(1), t("Åtkomst"), t("Vi träffades."), t("ISAM")}})
            .told("BLAN-047") == std::string());
}

TEST_CASE("one of our own sheets with a column left out is still ours") {
  Folder folder;
  folder.sheet("VoR 2025.xlsx", "VoR",
               {{t("Område"), t("Risk"), t("Sannolikhet"), t("Konsekvens"), t("Riskvärde"), t("Ansvarig")},
                {t("Åtkomst"), t("Konton ligger kvar."), n(3), n(3), n(9), t("ISAM")}});
  CHECK(folder.told("BLAN-030") == std::string());
  CHECK(folder.told("BLAN-011") ==
        "fel[BLAN-011]: Kolumnen ”VoR-ID” saknas i bladet.\n"
        "  plats: VoR 2025.xlsx › VoR › A1 (Område)\n"
        "  tips: Lägg till en kolumn med rubriken ”VoR-ID” och fyll i den.\n");
}
