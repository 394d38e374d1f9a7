#include "book_builder.hpp"

#include <catch2/catch.hpp>

using namespace lg;
using namespace lg::test;

namespace {

Cells with(Cells cells, std::initializer_list<In> more) {
  cells.cells.insert(cells.cells.end(), more);
  return cells;
}

template <typename Change>
Folder changed(const char* file, const char* name, const std::vector<Cells>& rows, Change change) {
  BookBuilder book(file);
  book.sheet(name, rows);
  change(book.last());
  Folder folder;
  folder.book(book.take());
  return folder;
}

Folder plan(const char* mark) {
  BookBuilder book("Aktivitetsplan.xlsx");
  book.sheet("Aktivitetsplan", {{t("Aktivitet")}}).property("Genomgång", mark);
  Folder folder;
  folder.book(book.take());
  return folder;
}

Folder facts(const std::vector<Cells>& rows) {
  Folder folder;
  folder.without_basics().sheet("Grunduppgifter.xlsx", "Uppgifter", rows);
  return folder;
}

}  // namespace

TEST_CASE("a needed sheet that is missing") {
  CHECK(Folder()
            .sheet("Aktiviteter 2025-2027.xlsx", "Aktiviteter",
                   {activity_headings(),
                    {t("A1"), t("Ett"), n(2025), n(2025), t("Text"), t("ISAM"), t("Genomförs"), n(1),
                     t("Lagkrav"), Blank{}}})
            .told("BLAN-001") ==
        "fel[BLAN-001]: Bladet ”VoR” för 2025 saknas i mappen.\n"
        "  plats: nämnden 2025\n"
        "  tips: Lägg arbetsboken i mappen, eller rätta bladets namn.\n");
}

TEST_CASE("lists without a sheet are named once") {
  CHECK(Folder()
            .sheet("VoR 2025.xlsx", "VoR",
                   {vor_headings(),
                    {t("V25-01"), t("Utbildning"), t("Anställda går inte utbildningen."), n(2), n(2)}})
            .told("BLAN-002") ==
        "upplysning[BLAN-002]: Mappen har inga blad för ”förra årets VoR”, ”förra årets IKP”, ”IKP”, "
        "”Uppföljning”, ”Rekommendationer”, ”Områdesstatus”, ”Incidenter”, ”Revisioner”, ”Iakttagelser”, "
        "”Tidigare aktiviteter”, ”Omvärld”, ”Staden”, ”Intressenter”, ”Nyckeltal”, ”Mål”, ”Klassning” och "
        "”Beslut”, så de listorna är tomma.\n"
        "  plats: nämnden 2025\n");
}

TEST_CASE("a sheet that no form describes") {
  CHECK(Folder().sheet("Mer.xlsx", "Kom ihåg", {{t("a")}}).told("BLAN-003") ==
        "upplysning[BLAN-003]: Bladet ”Kom ihåg” hör inte till blanketterna och läses inte.\n"
        "  plats: Mer.xlsx › Kom ihåg\n");
}

TEST_CASE("a sheet whose name is nearly right") {
  CHECK(Folder()
            .sheet("Mer.xlsx", "Uppfoljning", {{t("a")}})
            .sheet("Fler.xlsx", "Vor 25", {{t("a")}})
            .told("BLAN-004") ==
        "varning[BLAN-004]: Bladet ”Uppfoljning” känns inte igen och läses inte.\n"
        "  plats: Mer.xlsx › Uppfoljning\n"
        "  tips: Menade du ”Uppföljning”? Byt i så fall namn på bladet.\n"
        "varning[BLAN-004]: Bladet ”Vor 25” känns inte igen och läses inte.\n"
        "  plats: Fler.xlsx › Vor 25\n"
        "  tips: Menade du ”VoR”? Byt i så fall namn på bladet.\n");
}

TEST_CASE("a workbook that holds tags") {
  CHECK(Folder().sheet("mall.xlsx", "Aktiviteter", {{t("Plan")}, {t("{{Nämnd}}")}}).told("BLAN-006") ==
        "upplysning[BLAN-006]: Arbetsboken innehåller taggar som ”{{Nämnd}}” och läses därför inte som "
        "ifylld blankett.\n"
        "  plats: mall.xlsx › Aktiviteter › A2\n");
}

TEST_CASE("a plan of this year that the program made") {
  CHECK(
      plan("aktivitetsplan 2025").told("BLAN-007") ==
      "upplysning[BLAN-007]: Arbetsboken är en aktivitetsplan som programmet har gjort, och den läses inte.\n"
      "  plats: Aktivitetsplan.xlsx\n");
}

TEST_CASE("rows that are not used are counted") {
  CHECK(
      Folder()
          .sheet("VoR 2025.xlsx", "VoR",
                 {with(vor_headings(), {t("Informationssäkerhet")}),
                  {t("V25-01"), t("Utbildning"), t("Anställda går inte utbildningen."), n(2), n(2), t("Nej")},
                  {t("V25-02"), t("Utbildning"), t("Ett annat"), n(2), n(2), t("N")}})
          .told("BLAN-008") ==
      "upplysning[BLAN-008]: 2 rader används inte, eftersom Informationssäkerhet är Nej.\n"
      "  plats: VoR 2025.xlsx › VoR\n");
}

TEST_CASE("a hidden sheet is read") {
  CHECK(changed("VoR 2025.xlsx", "VoR",
                {vor_headings(),
                 {t("V25-01"), t("Utbildning"), t("Anställda går inte utbildningen."), n(2), n(2)}},
                [](sml::Worksheet& sheet) { sheet.visibility = sml::Visibility::hidden; })
            .told("BLAN-009") ==
        "upplysning[BLAN-009]: Bladet är dolt men läses som de andra.\n"
        "  plats: VoR 2025.xlsx › VoR\n"
        "  tips: Ta bort bladet om det inte ska vara med.\n");
}

TEST_CASE("a sheet without headings") {
  CHECK(Folder().sheet("Mer.xlsx", "Roller", {{t("ISAM"), t("x")}}).told("BLAN-010") ==
        "fel[BLAN-010]: Bladet har ingen rad med de rubriker som behövs.\n"
        "  plats: Mer.xlsx › Roller\n"
        "  tips: Skriv rubrikerna ”Roll” och ”Fullständig benämning” på en av de tio första raderna.\n");
}

TEST_CASE("a required column that is missing") {
  CHECK(Folder()
            .sheet("VoR 2025.xlsx", "VoR",
                   {{t("VoR-ID"), t("Område"), t("Oönskad händelse"), t("Sannolikhet")}})
            .told("BLAN-011") ==
        "fel[BLAN-011]: Kolumnen ”Konsekvens” saknas i bladet.\n"
        "  plats: VoR 2025.xlsx › VoR › A1 (VoR-ID)\n"
        "  tips: Lägg till en kolumn med rubriken ”Konsekvens” och fyll i den.\n");
}

TEST_CASE("a heading that is nearly right") {
  CHECK(Folder()
            .sheet("VoR 2025.xlsx", "VoR",
                   {{t("Titel")},
                    {},
                    {t("VoR-ID *"), t("Område"), t("Oönskad händelse"), t("Sanolikhet"), t("KONSEKVENS"),
                     t("Befintlig kontroll")}})
            .told("BLAN-012") ==
        "fel[BLAN-012]: Rubriken ”Sanolikhet” känns inte igen.\n"
        "  plats: VoR 2025.xlsx › VoR › D3 (Sanolikhet)\n"
        "  tips: Menade du ”Sannolikhet”?\n"
        "varning[BLAN-012]: Rubriken ”Befintlig kontroll” känns inte igen.\n"
        "  plats: VoR 2025.xlsx › VoR › F3 (Befintlig kontroll)\n"
        "  tips: Menade du ”Befintliga kontroller”?\n");
}

TEST_CASE("a heading that is there twice") {
  CHECK(Folder().sheet("VoR 2025.xlsx", "VoR", {with(vor_headings(), {t("område")})}).told("BLAN-013") ==
        "fel[BLAN-013]: Rubriken ”område” betecknar samma kolumn som en rubrik till vänster.\n"
        "  plats: VoR 2025.xlsx › VoR › F1 (område)\n"
        "  se även: VoR 2025.xlsx › VoR › B1 (Område)\n"
        "  tips: Ta bort den ena kolumnen eller byt rubrik på den.\n");
}

TEST_CASE("merged headings") {
  CHECK(changed("VoR 2025.xlsx", "VoR",
                {vor_headings(),
                 {t("V25-01"), t("Utbildning"), t("Anställda går inte utbildningen."), n(2), n(2)}},
                [](sml::Worksheet& sheet) {
                  sheet.merges = {{{1, 3}, {1, 4}}};
                })
            .told("BLAN-014") ==
        "fel[BLAN-014]: Rubriken ”Oönskad händelse” står i sammanfogade celler (C1:D1).\n"
        "  plats: VoR 2025.xlsx › VoR › C1 (Oönskad händelse)\n"
        "  tips: Dela cellerna så att varje kolumn har sin egen rubrik i en cell.\n");
}

TEST_CASE("merged cells below the headings") {
  CHECK(changed("VoR 2025.xlsx", "VoR",
                {vor_headings(),
                 {t("V25-01"), t("Utbildning"), t("Anställda går inte utbildningen."), n(2), n(2)}},
                [](sml::Worksheet& sheet) {
                  sheet.merges = {{{2, 2}, {3, 2}}};
                })
            .told("BLAN-015") ==
        "varning[BLAN-015]: Cellerna B2:B3 är sammanfogade, så värdet läses bara i den första.\n"
        "  plats: VoR 2025.xlsx › VoR › B2 (Område)\n"
        "  tips: Dela cellerna och fyll i värdet i varje cell.\n");
}

TEST_CASE("hidden rows are read") {
  CHECK(changed("VoR 2025.xlsx", "VoR",
                {vor_headings(),
                 {t("V25-01"), t("Utbildning"), t("Anställda går inte utbildningen."), n(2), n(2)},
                 {t("V25-02"), t("Utbildning"), t("Annat"), n(2), n(2)}},
                [](sml::Worksheet& sheet) {
                  sheet.hidden_rows = {2, 3};
                })
            .told("BLAN-016") ==
        "upplysning[BLAN-016]: Raderna 2 och 3 är dolda men läses som de andra.\n"
        "  plats: VoR 2025.xlsx › VoR\n"
        "  tips: Ta bort rader som inte ska vara med.\n");
}

TEST_CASE("a column that the program makes itself") {
  CHECK(Folder()
            .sheet("Aktiviteter 2025-2027.xlsx", "Aktiviteter",
                   {with(activity_headings(), {t("År")}),
                    {t("A1"), t("Ett"), n(2025), n(2025), t("Text"), t("ISAM"), t("Genomförs"), n(1),
                     t("Lagkrav"), Blank{}}})
            .told("BLAN-017") ==
        "upplysning[BLAN-017]: Kolumnen ”År” räknas ut av programmet, så det som står i den läses inte.\n"
        "  plats: Aktiviteter 2025-2027.xlsx › Aktiviteter › K1 (År)\n");
}

TEST_CASE("a translation to a heading that is not there") {
  CHECK(Folder()
            .sheet("kolumner.xlsx", "Kolumner",
                   {{t("Blad"), t("Rubrik i filen"), t("Rubrik här")},
                    {t("VorR"), t("a"), t("b")},
                    {t("VoR"), t("a"), t("Sanolikhet")}})
            .told("BLAN-018") ==
        "varning[BLAN-018]: Bladet ”VorR” finns inte bland blanketterna.\n"
        "  plats: kolumner.xlsx › Kolumner › A2 (Blad)\n"
        "  tips: Menade du ”VoR”?\n"
        "varning[BLAN-018]: Rubriken ”Sanolikhet” finns inte bland blanketterna.\n"
        "  plats: kolumner.xlsx › Kolumner › C3 (Rubrik här)\n"
        "  tips: Menade du ”Sannolikhet”?\n");
}

TEST_CASE("columns of the sheet’s own") {
  CHECK(Folder()
            .sheet("VoR 2025.xlsx", "VoR", {with(vor_headings(), {t("Ärende"), t("Vår egen notering")})})
            .told("BLAN-019") ==
        "upplysning[BLAN-019]: Kolumnerna ”Ärende” och ”Vår egen notering” är bladets egna; de kan användas "
        "i mallen.\n"
        "  plats: VoR 2025.xlsx › VoR\n");
}

TEST_CASE("cells without a heading") {
  CHECK(Folder()
            .sheet(
                "VoR 2025.xlsx", "VoR",
                {vor_headings(), {t("V25-01"), t("Utbildning"), t("Annat"), n(2), n(2), t("lös anteckning")}})
            .told("BLAN-020") ==
        "upplysning[BLAN-020]: Kolumn F har ingen rubrik, så det som står i den läses inte.\n"
        "  plats: VoR 2025.xlsx › VoR › F2\n"
        "  tips: Skriv en rubrik över kolumnen om den ska läsas.\n");
}

TEST_CASE("a required Fält without a value") {
  CHECK(facts({{t("Fält"), t("Värde")},
               {t("Nämnd"), t(" ")},
               {t("Förvaltning"), t("F")},
               {t("Förvaltningschef, titel"), t("f")},
               {t("Rapportår"), n(2025)},
               {t("Planperiod, första år"), n(2025)},
               {t("Planperiod, sista år"), n(2027)}})
            .told("UPPG-002") ==
        "fel[UPPG-002]: Uppgiften ”Nämnd” är inte ifylld.\n"
        "  plats: Grunduppgifter.xlsx › Uppgifter › B2 (Värde)\n"
        "  tips: Fyll i kolumnen Värde.\n");
}

TEST_CASE("a required Fält that is missing") {
  CHECK(facts({{t("Fält"), t("Värde")},
               {t("Förvaltning"), t("F")},
               {t("Förvaltningschef, titel"), t("f")},
               {t("Rapportår"), n(2025)},
               {t("Planperiod, första år"), n(2025)},
               {t("Planperiod, sista år"), n(2027)}})
            .told("UPPG-003") ==
        "fel[UPPG-003]: Fältet ”Nämnd” saknas i bladet.\n"
        "  plats: Grunduppgifter.xlsx › Uppgifter › A1 (Fält)\n"
        "  tips: Lägg till en rad med fältet och fyll i värdet.\n");
}

TEST_CASE("a Fält with two values") {
  CHECK(Folder()
            .sheet("Mer.xlsx", "Uppgifter", {{t("Fält"), t("Värde")}, {t("Rapportår"), n(2026)}})
            .told("UPPG-004") ==
        "fel[UPPG-004]: Uppgiften ”Rapportår” står två gånger med olika värden: ”2025” och ”2026”.\n"
        "  plats: Mer.xlsx › Uppgifter › B2 (Värde)\n"
        "  se även: Grunduppgifter.xlsx › Uppgifter › B5 (Värde)\n"
        "  tips: Ta bort den ena raden.\n");
}

TEST_CASE("a Fält whose name is nearly right") {
  CHECK(Folder()
            .sheet("Mer.xlsx", "Uppgifter", {{t("Fält"), t("Värde")}, {t("Diarenummer"), t("1/2")}})
            .told("UPPG-005") ==
        "varning[UPPG-005]: Fältet ”Diarenummer” känns inte igen.\n"
        "  plats: Mer.xlsx › Uppgifter › A2 (Fält)\n"
        "  tips: Menade du ”Diarienummer”?\n");
}

TEST_CASE("a year that is none") {
  CHECK(Folder()
            .sheet("Mer.xlsx", "Uppgifter", {{t("Fält"), t("Värde")}, {t("Uppföljningsår"), n(24)}})
            .told("UPPG-006") ==
        "fel[UPPG-006]: Uppföljningsår ska vara ett år 2020–2099, men i cellen står ”24”.\n"
        "  plats: Mer.xlsx › Uppgifter › B2 (Värde)\n"
        "  tips: Skriv året med fyra siffror.\n");
}

TEST_CASE("a plan that ends before it begins") {
  CHECK(facts({{t("Fält"), t("Värde")},
               {t("Nämnd"), t("n")},
               {t("Rapportår"), n(2025)},
               {t("Planperiod, första år"), n(2027)},
               {t("Planperiod, sista år"), n(2025)}})
            .told("UPPG-007") ==
        "fel[UPPG-007]: Planperioden ”2027–2025” slutar före den börjar.\n"
        "  plats: Grunduppgifter.xlsx › Uppgifter › B5 (Värde)\n"
        "  tips: Ändra planperiodens första eller sista år.\n");
}

TEST_CASE("a column that is not read for its heading is not told of as one without") {
  const Folder folder = std::move(Folder().sheet(
      "VoR 2025.xlsx", "VoR",
      {with(vor_headings(), {t("område")}),
       {t("V25-01"), t("Utbildning"), t("Anställda går inte utbildningen."), n(2), n(2), t("Utbildning")}}));
  CHECK(folder.told("BLAN-020").empty());
}

TEST_CASE("columns of years are Nyckeltal's own; any other column is told") {
  const std::vector<Cells> rows = {
      {t("Nyckeltal-ID"), t("Nyckeltal"), n(2024), t("Utfall 2025"), t("Vår kod")},
      {t("N1"), t("Utbildade"), n(60), n(70), t("x")}};
  CHECK(Folder().sheet("Nyckeltal.xlsx", "Nyckeltal", rows).told("BLAN-019") ==
        "upplysning[BLAN-019]: Kolumnen ”Vår kod” är bladets egen; den kan användas i mallen.\n"
        "  plats: Nyckeltal.xlsx › Nyckeltal\n");
}
