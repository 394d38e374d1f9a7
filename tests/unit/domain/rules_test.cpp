#include "domain/rules.hpp"

#include "../intake/book_builder.hpp"

#include <catch2/catch.hpp>

using namespace lg;
using namespace lg::test;

namespace {

Cells with(Cells cells, std::initializer_list<In> more) {
  cells.cells.insert(cells.cells.end(), more);
  return cells;
}

}  // namespace

TEST_CASE("R1: an activity without an owner") {
  CHECK(Folder()
            .sheet("Aktiviteter 2025-2027.xlsx", "Aktiviteter",
                   {activity_headings(),
                    {t("A1"), t("Ett"), n(2025), n(2025), t("Text"), Blank{}, t("Genomförs"), n(1),
                     t("Lagkrav"), Blank{}}})
            .told("AKT-101") ==
        "fel[AKT-101]: Aktiviteten ”Ett” har ingen ansvarig.\n"
        "  plats: Aktiviteter 2025-2027.xlsx › Aktiviteter › F2 (Ansvarig)\n"
        "  tips: Välj en roll i kolumnen Ansvarig.\n");
}

TEST_CASE("R1: an owner that is no role") {
  CHECK(Folder()
            .sheet("Aktiviteter 2025-2027.xlsx", "Aktiviteter",
                   {activity_headings(),
                    {t("A1"), t("Ett"), n(2025), n(2025), t("Text"), t("ISMA"), t("Genomförs"), n(1),
                     t("Lagkrav"), Blank{}},
                    {t("A2"), t("Två"), n(2025), n(2025), t("Text"), t("HR-partner"), t("Genomförs"), n(1),
                     t("Lagkrav"), Blank{}}})
            .told("AKT-102") ==
        "fel[AKT-102]: Ansvarig ”ISMA” finns inte i bladet Roller.\n"
        "  plats: Aktiviteter 2025-2027.xlsx › Aktiviteter › F2 (Ansvarig)\n"
        "  tips: Menade du ”ISAM”?\n"
        "fel[AKT-102]: Ansvarig ”HR-partner” finns inte i bladet Roller.\n"
        "  plats: Aktiviteter 2025-2027.xlsx › Aktiviteter › F3 (Ansvarig)\n"
        "  tips: Välj en roll ur bladet Roller, eller lägg till rollen där.\n");
}

TEST_CASE("R1: an activity without a kind of responsibility") {
  CHECK(Folder()
            .sheet("Aktiviteter 2025-2027.xlsx", "Aktiviteter",
                   {activity_headings(),
                    {t("A1"), t("Ett"), n(2025), n(2025), t("Text"), t("ISAM"), Blank{}, n(1), t("Lagkrav"),
                     Blank{}}})
            .told("AKT-103") ==
        "fel[AKT-103]: Aktiviteten ”Ett” har ingen ansvarstyp.\n"
        "  plats: Aktiviteter 2025-2027.xlsx › Aktiviteter › G2 (Ansvarstyp)\n"
        "  tips: Välj vad ansvaret innebär i kolumnen Ansvarstyp.\n");
}

TEST_CASE("R1: a kind of responsibility that is not in the list is told once") {
  const Folder folder = std::move(Folder().sheet(
      "Aktiviteter.xlsx", "Aktiviteter",
      {activity_headings(),
       {t("A1"), t("Ett"), n(2025), n(2025), t("Text"), t("ISAM"), t("Beställs"), n(1), t("Lagkrav")}}));
  CHECK(folder.told("AKT-103").empty());
  CHECK(folder.told("BLAN-107").find("”Beställs”") != std::string::npos);
}

TEST_CASE("R3: an id that is there twice") {
  CHECK(Folder()
            .sheet("VoR 2025.xlsx", "VoR",
                   {vor_headings(),
                    {t("V25-01"), t("Utbildning"), t("Anställda går inte utbildningen."), n(2), n(2)},
                    {t("v25-01"), t("Utbildning"), t("Annat"), n(2), n(2)}})
            .told("BLAN-201") ==
        "fel[BLAN-201]: VoR-ID ”v25-01” finns på mer än en rad.\n"
        "  plats: VoR 2025.xlsx › VoR › A3 (VoR-ID)\n"
        "  se även: VoR 2025.xlsx › VoR › A2 (VoR-ID)\n"
        "  tips: Ge raden en egen beteckning, eller ta bort den ena raden.\n");
}

TEST_CASE("R3: the same activity may come back another year") {
  CHECK(Folder()
            .sheet("Aktiviteter 2025-2027.xlsx", "Aktiviteter",
                   {activity_headings(),
                    {t("A1"), t("Ett"), n(2025), n(2025), t("Text"), t("ISAM"), t("Genomförs"), n(1),
                     t("Lagkrav"), Blank{}},
                    {t("A1"), t("Ett"), n(2026), n(2026), t("Text"), t("ISAM"), t("Genomförs"), n(1),
                     t("Lagkrav"), Blank{}}})
            .told("BLAN-201")
            .empty());
}

TEST_CASE("R3: a reference to nothing") {
  CHECK(Folder()
            .sheet("Aktiviteter 2025-2027.xlsx", "Aktiviteter",
                   {with(activity_headings(), {t("Beroende av")}),
                    {t("A1"), t("Ett"), n(2025), n(2025), t("Text"), t("ISAM"), t("Genomförs"), n(1),
                     t("Lagkrav"), Blank{}, t("A9; A1")}})
            .told("BLAN-202") ==
        "fel[BLAN-202]: Beroende av ”A9” finns inte i bladet Aktiviteter.\n"
        "  plats: Aktiviteter 2025-2027.xlsx › Aktiviteter › K2 (Beroende av)\n"
        "  tips: Menade du ”A1”?\n");
}

TEST_CASE("R3: a reference to a row that is left out") {
  CHECK(Folder()
            .sheet("VoR 2025.xlsx", "VoR",
                   {with(vor_headings(), {t("Informationssäkerhet")}),
                    {t("V25-01"), t("Ekonomi"), t("Annat"), n(2), n(2), t("Nej")}})
            .sheet("VoR 2024.xlsx", "VoR",
                   {vor_headings(),
                    {t("V24-01"), t("Utbildning"), t("Anställda går inte utbildningen."), n(2), n(2)}})
            .sheet("Aktiviteter 2025-2027.xlsx", "Aktiviteter",
                   {activity_headings(),
                    {t("A1"), t("Ett"), n(2025), n(2025), t("Text"), t("ISAM"), t("Genomförs"), n(1),
                     t("Lagkrav"), t("V25-01")}})
            .told("BLAN-202")
            .empty());
}

TEST_CASE("R4: a step outside the scale") {
  CHECK(Folder()
            .sheet("VoR 2025.xlsx", "VoR",
                   {vor_headings(),
                    {t("V25-01"), t("Utbildning"), t("Anställda går inte utbildningen."), n(7), n(2)}})
            .told("VOR-103") ==
        "fel[VOR-103]: Sannolikhet ska vara ett heltal 1–5, men i cellen står ”7”.\n"
        "  plats: VoR 2025.xlsx › VoR › D2 (Sannolikhet)\n"
        "  tips: Skriv ett heltal 1–5, eller ändra skalan i bladet Skalor.\n");
}

TEST_CASE("R5: a risk value that is not the product") {
  CHECK(Folder()
            .sheet("VoR 2025.xlsx", "VoR",
                   {with(vor_headings(), {t("Riskvärde")}),
                    {t("V25-01"), t("Utbildning"), t("Annat"), n(3), n(4), n(13)}})
            .told("VOR-104") ==
        "fel[VOR-104]: Riskvärdet är ”13”, men sannolikhet 3 gånger konsekvens 4 är 12.\n"
        "  plats: VoR 2025.xlsx › VoR › F2 (Riskvärde)\n"
        "  tips: Rätta riskvärdet, eller töm cellen så räknas det ut.\n");
  const auto told = [](const In& likelihood, double value) {
    Folder folder;
    folder.sheet("VoR 2025.xlsx", "VoR",
                 {with(vor_headings(), {t("Riskvärde")}),
                  {t("V25-01"), t("Utbildning"), t("Annat"), likelihood, n(3), n(value)}});
    return folder.told("VOR-103") + folder.told("VOR-104") + folder.told("BLAN-103");
  };
  CHECK(told(n(3), 10.5) ==
        "fel[VOR-104]: Riskvärdet är ”10,5”, men sannolikhet 3 gånger konsekvens 3 är 9.\n"
        "  plats: VoR 2025.xlsx › VoR › F2 (Riskvärde)\n"
        "  tips: Rätta riskvärdet, eller töm cellen så räknas det ut.\n");
  // The product of a wrong number is not wrong by itself.
  CHECK(told(n(3.5), 10.5) ==
        "fel[VOR-103]: Sannolikhet ska vara ett heltal, men i cellen står ”3,5”.\n"
        "  plats: VoR 2025.xlsx › VoR › D2 (Sannolikhet)\n"
        "  tips: Skriv ett heltal, till exempel 3.\n");
}

TEST_CASE("R6: a remaining risk that is higher") {
  CHECK(Folder()
            .sheet("VoR 2025.xlsx", "VoR",
                   {with(vor_headings(), {t("Kvarstående sannolikhet"), t("Kvarstående konsekvens")}),
                    {t("V25-01"), t("Utbildning"), t("Annat"), n(2), n(2), n(3), n(2)}})
            .told("VOR-105") ==
        "varning[VOR-105]: Kvarstående riskvärde 6 är högre än riskvärdet 4.\n"
        "  plats: VoR 2025.xlsx › VoR › F2 (Kvarstående sannolikhet)\n"
        "  se även: VoR 2025.xlsx › VoR › G2 (Kvarstående konsekvens)\n"
        "  tips: Ändra Kvarstående sannolikhet eller Kvarstående konsekvens.\n");
}

TEST_CASE("R6: a remaining risk is held against the product, should the risk value be wrong") {
  const auto told = [](double left) {
    return Folder()
        .sheet("VoR 2025.xlsx", "VoR",
               {with(vor_headings(),
                     {t("Riskvärde"), t("Kvarstående sannolikhet"), t("Kvarstående konsekvens")}),
                {t("V25-01"), t("Utbildning"), t("Annat"), n(2), n(3), n(0), n(left), n(3)}})
        .told("VOR-105");
  };
  CHECK(told(2).empty());
  CHECK_FALSE(told(3).empty());
}

TEST_CASE("R7: a high risk that nobody meets") {
  CHECK(Folder()
            .sheet("VoR 2025.xlsx", "VoR",
                   {vor_headings(),
                    {t("V25-01"), t("Utbildning"), t("Anställda går inte utbildningen."), n(3), n(4)}})
            .sheet("Aktiviteter.xlsx", "Aktiviteter", {activity_headings()})
            .told("VOR-106") ==
        "fel[VOR-106]: Händelsen ”V25-01” har riskvärdet 12, som når tröskeln 10, men varken kontroll, "
        "aktivitet eller motiverad acceptans.\n"
        "  plats: VoR 2025.xlsx › VoR › A2 (VoR-ID)\n"
        "  tips: Skriv händelsens VoR-ID på en aktivitet eller kontroll, eller välj Accepteras och fyll i "
        "Motivering.\n");
}

TEST_CASE("R7: a high risk with an activity") {
  CHECK(Folder()
            .sheet("VoR 2025.xlsx", "VoR",
                   {vor_headings(),
                    {t("V25-01"), t("Utbildning"), t("Anställda går inte utbildningen."), n(3), n(4)}})
            .sheet("Aktiviteter 2025-2027.xlsx", "Aktiviteter",
                   {activity_headings(),
                    {t("A1"), t("Ett"), n(2025), n(2025), t("Text"), t("ISAM"), t("Genomförs"), n(1),
                     t("Lagkrav"), t("V25-01")}})
            .told("VOR-106")
            .empty());
}

TEST_CASE("R7: a high risk that is accepted without a reason") {
  CHECK(Folder()
            .sheet("VoR 2025.xlsx", "VoR",
                   {with(vor_headings(), {t("Hantering"), t("Motivering")}),
                    {t("V25-01"), t("Utbildning"), t("Annat"), n(5), n(4), t("Accepteras"), Blank{}}})
            .told("VOR-109") ==
        "fel[VOR-109]: Händelsen ”V25-01” har riskvärdet 20 och accepteras utan motivering.\n"
        "  plats: VoR 2025.xlsx › VoR › G2 (Motivering)\n"
        "  tips: Fyll i varför risken accepteras.\n");
}

TEST_CASE("R8: two events that say the same") {
  CHECK(Folder()
            .sheet("VoR 2025.xlsx", "VoR",
                   {vor_headings(),
                    {t("V25-01"), t("Behörigheter"),
                     t("Medarbetare har behörighet till information som de inte ska/bör ha tillgång till."),
                     n(2), n(2)},
                    {t("V25-02"), t("Behörighetshantering"),
                     t("Anställda, konsulter och leverantörer har åtkomst till information som de inte ska "
                       "ha tillgång till."),
                     n(2), n(2)}})
            .told("VOR-107") ==
        "varning[VOR-107]: Händelsen ”V25-02” säger nästan samma sak som ”V25-01”.\n"
        "  plats: VoR 2025.xlsx › VoR › C3 (Oönskad händelse)\n"
        "  se även: VoR 2025.xlsx › VoR › C2 (Oönskad händelse)\n"
        "  tips: Slå ihop händelserna, eller skriv tydligare vad som skiljer dem.\n");
}

TEST_CASE("R8: two events that are built alike but say different things") {
  CHECK(
      Folder()
          .sheet("VoR 2025.xlsx", "VoR",
                 {vor_headings(),
                  {t("V25-01"), t("Informationsklassning"),
                   t("Åtgärder från informationsklassning följs inte upp eller efterlevs inte."), n(2), n(2)},
                  {t("V25-02"), t("Riskhantering"),
                   t("Åtgärder från riskanalys tas inte omhand eller efterlevs inte."), n(2), n(2)},
                  {t("V25-03"), t("System"), t("Det gamla systemet 1 har inget stöd."), n(2), n(2)},
                  {t("V25-04"), t("System"), t("Det gamla systemet 2 har inget stöd."), n(2), n(2)}})
          .told("VOR-107")
          .empty());
}

TEST_CASE("R8: other words for the same, and the opposite of it") {
  const auto told = [](const char* first, const char* second) {
    return Folder()
        .sheet("VoR 2025.xlsx", "VoR",
               {vor_headings(),
                {t("V25-01"), t("Behörigheter"), t(first), n(2), n(2)},
                {t("V25-02"), t("Behörigheter"), t(second), n(2), n(2)}})
        .told("VOR-107");
  };
  CHECK_FALSE(told("Vikarier använder ordinarie lärares konton i lärplattformen.",
                   "Lärarvikarier loggar in i lärplattformen med den ordinarie lärarens konto.")
                  .empty());
  CHECK(told("Besökare kommer åt interna ytor från bibliotekens publika datorer.",
             "Besökare kommer inte åt bibliotekens publika datorer när kön är full.")
            .empty());
}

TEST_CASE("R9: a control alone meets an area when the form says why") {
  const auto told = [](const char* reason) {
    return Folder()
        .sheet("VoR 2025.xlsx", "VoR",
               {{t("VoR-ID"), t("Område"), t("Oönskad händelse"), t("Sannolikhet"), t("Konsekvens"),
                 t("Hantering"), t("Motivering")},
                {t("V1"), t("Mobila enheter"), t("Telefoner stjäls."), n(2), n(2), t("Kontroll i IKP"),
                 t(reason)}})
        .sheet(
            "IKP 2025.xlsx", "IKP",
            {{t("Kontroll-ID"), t("VoR-ID"), t("Kontroll"), t("Metod"), t("Frekvens"), t("Kontrollansvarig")},
             {t("K1"), t("V1"), t("Stickprov"), t("Stickprov"), t("Årsvis"), t("ISAM")}})
        .sheet("Aktiviteter 2025-2027.xlsx", "Aktiviteter",
               {activity_headings(),
                {t("A1"), t("Ett"), n(2025), n(2025), t("Text"), t("ISAM"), t("Genomförs"), t("1 Hög"),
                 t("Lagkrav"), Blank{}}})
        .told("VOR-108");
  };
  CHECK(told("Telefonerna kan raderas på avstånd.").empty());
  CHECK(told("") ==
        "varning[VOR-108]: Ingen aktivitet eller motiverad acceptans möter området ”Mobila enheter”.\n"
        "  plats: VoR 2025.xlsx › VoR › B2 (Område)\n"
        "  tips: Skriv VoR-ID för en av områdets händelser på en aktivitet, eller välj Accepteras i "
        "Hantering och fyll i Motivering.\n");
}

TEST_CASE("R9: an area that no activity meets") {
  CHECK(Folder()
            .sheet("VoR 2025.xlsx", "VoR",
                   {vor_headings(),
                    {t("V25-01"), t("Utbildning"), t("Anställda går inte utbildningen."), n(2), n(2)},
                    {t("V25-02"), t("Riskhantering"), t("Annat"), n(2), n(2)}})
            .sheet("Aktiviteter 2025-2027.xlsx", "Aktiviteter",
                   {activity_headings(),
                    {t("A1"), t("Ett"), n(2025), n(2025), t("Text"), t("ISAM"), t("Genomförs"), n(1),
                     t("Lagkrav"), t("V25-01")}})
            .told("VOR-108") ==
        "varning[VOR-108]: Ingen aktivitet eller motiverad acceptans möter området ”Riskhantering”.\n"
        "  plats: VoR 2025.xlsx › VoR › B3 (Område)\n"
        "  tips: Skriv VoR-ID för en av områdets händelser på en aktivitet, eller välj Accepteras i "
        "Hantering och fyll i Motivering.\n");
}

TEST_CASE("R10: what is to be done yearly ends too soon") {
  CHECK(Folder()
            .sheet("VoR 2024.xlsx", "VoR",
                   {vor_headings(),
                    {t("V24-01"), t("Utbildning"), t("Anställda går inte utbildningen."), n(2), n(2)}})
            .sheet("Uppföljning 2024.xlsx", "Uppföljning",
                   {{t("VoR-ID"), t("Uppföljningsmetod"), t("Iakttagelse och bedömning"),
                     t("ISAM:s rekommendation"), t("Aktivitets-ID")},
                    {t("V24-01"), t("Observation"), t("Text"), t("Granska minst årligen."), t("A1")}})
            .sheet("Aktiviteter 2025-2027.xlsx", "Aktiviteter",
                   {activity_headings(),
                    {t("A1"), t("Ett"), n(2025), n(2025), t("Text"), t("ISAM"), t("Genomförs"), n(1),
                     t("Lagkrav"), Blank{}}})
            .told("AKT-104") ==
        "varning[AKT-104]: Aktiviteten ”Ett” slutar 2025, men rekommendationen säger att det ska göras "
        "årligen.\n"
        "  plats: Aktiviteter 2025-2027.xlsx › Aktiviteter › D2 (Slutår)\n"
        "  se även: Uppföljning 2024.xlsx › Uppföljning › D2 (ISAM:s rekommendation)\n"
        "  tips: Ändra Slutår till 2027, eller lägg till aktiviteten för de andra åren.\n");
}

TEST_CASE("R9: a low risk that is only watched, with a reason, is only told of") {
  const auto told = [](double consequence, const char* reason) {
    return Folder()
        .sheet("VoR 2025.xlsx", "VoR",
               {with(vor_headings(), {t("Hantering"), t("Motivering")}),
                {t("V25-01"), t("Loggning"), t("Loggar visar fel."), n(2), n(consequence), t("Bevakas"),
                 t(reason)}})
        .sheet("Aktiviteter 2025-2027.xlsx", "Aktiviteter",
               {activity_headings(),
                {t("A1"), t("Ett"), n(2025), n(2025), t("Text"), t("ISAM"), t("Genomförs"), n(1),
                 t("Lagkrav"), Blank{}}})
        .told("VOR-108");
  };
  CHECK(told(2, "Risken är liten.") ==
        "upplysning[VOR-108]: Området ”Loggning” bevakas bara: ingen aktivitet möter det.\n"
        "  plats: VoR 2025.xlsx › VoR › B2 (Område)\n"
        "  tips: Låt det stå om det räcker; skriv annars VoR-ID på en aktivitet, eller välj Accepteras i "
        "Hantering.\n");
  CHECK(told(2, "").starts_with("varning[VOR-108]"));
}

TEST_CASE("R10: what is done yearly is in the plan for more than its first year") {
  const auto folder = [](const char* says, const char* again, double last) {
    return std::move(Folder().sheet("Aktiviteter 2025-2027.xlsx", "Aktiviteter",
                                    {with(activity_headings(), {t("Återkommande")}),
                                     {t("A1"), t("Ett"), n(2025), n(last), t(says), t("ISAM"), t("Genomförs"),
                                      n(1), t("Lagkrav"), Blank{}, t(again)}}));
  };
  CHECK(folder("Rutinen ses över minst årligen.", "", 2025).told("AKT-104") ==
        "varning[AKT-104]: Aktiviteten ”Ett” slutar 2025, men beskrivningen säger att det ska göras "
        "årligen.\n"
        "  plats: Aktiviteter 2025-2027.xlsx › Aktiviteter › D2 (Slutår)\n"
        "  se även: Aktiviteter 2025-2027.xlsx › Aktiviteter › E2 (Beskrivning)\n"
        "  tips: Ändra Slutår till 2027, eller lägg till aktiviteten för de andra åren.\n");
  CHECK(folder("Rutinen ses över.", "Årligen", 2025).told("AKT-112") ==
        "upplysning[AKT-112]: Aktiviteten ”Ett” görs årligen men slutar 2025, så dokumenten visar den inte "
        "för 2026–2027.\n"
        "  plats: Aktiviteter 2025-2027.xlsx › Aktiviteter › D2 (Slutår)\n"
        "  se även: Aktiviteter 2025-2027.xlsx › Aktiviteter › K2 (Återkommande)\n"
        "  tips: Ändra Slutår till 2027, om den ska göras även då.\n");
  for (const char* code : {"AKT-104", "AKT-112"}) {
    CHECK(folder("Rutinen ses över varje år.", "Årligen", 2027).told(code).empty());
    CHECK(folder("Rutinen ses över.", "Nej", 2025).told(code).empty());
  }
}

TEST_CASE("An owner in the definite form is the role that the sheet Roller names") {
  Folder folder;
  folder
      .sheet("Roller.xlsx", "Roller",
             {{t("Roll"), t("Fullständig benämning"), t("Bestämd form")},
              {t("ISAM"), t("informationssäkerhetssamordnare"), t("ISAM")},
              {t("Förvaltningschef"), t("förvaltningschef"), t("Förvaltningschefen")}})
      .sheet("Aktiviteter 2025-2027.xlsx", "Aktiviteter",
             {activity_headings(),
              {t("A1"), t("Ett"), n(2025), n(2025), t("Text"), t("förvaltningschefen"), t("Genomförs"), n(1),
               t("Lagkrav"), Blank{}}});
  Problems problems;
  const domain::Review review = folder.read(problems);
  const domain::Table& plan = review.table("Aktiviteter");
  CHECK(to_text(plan.at(plan.rows.front(), "Ansvarig")) == "Förvaltningschef");
}

TEST_CASE("R8: two activities of one title in one year") {
  const auto told = [](const char* second_id, double second_year) {
    return Folder()
        .sheet("Aktiviteter 2025-2027.xlsx", "Aktiviteter",
               {activity_headings(),
                {t("A1"), t("Övning"), n(2025), n(2025), t("Text"), t("ISAM"), t("Genomförs"), n(1),
                 t("Lagkrav"), Blank{}},
                {t(second_id), t("Övning"), n(second_year), n(second_year), t("Text"), t("ISAM"),
                 t("Genomförs"), n(1), t("Lagkrav"), Blank{}}})
        .told("AKT-113");
  };
  CHECK(told("A2", 2025) ==
        "varning[AKT-113]: Aktiviteten ”A2” heter likadant som ”A1”: ”Övning”.\n"
        "  plats: Aktiviteter 2025-2027.xlsx › Aktiviteter › B3 (Aktivitet)\n"
        "  se även: Aktiviteter 2025-2027.xlsx › Aktiviteter › B2 (Aktivitet)\n"
        "  tips: Skriv vad som skiljer dem, eller slå ihop dem.\n");
  CHECK(told("A2", 2026).empty());
  CHECK(told("A1", 2026).empty());
}

TEST_CASE("R8: one area spelt in two ways") {
  const auto told = [](const char* second) {
    return Folder()
        .sheet("VoR 2025.xlsx", "VoR",
               {vor_headings(),
                {t("V1"), t("Behörigheter"), t("Konton följs inte upp."), n(2), n(2)},
                {t("V2"), t(second), t("Lösenord delas av flera."), n(2), n(2)}})
        .told("VOR-113");
  };
  CHECK(
      told("Behörighet") ==
      "varning[VOR-113]: Området ”Behörigheter” finns även som ”Behörighet”, så rapporten visar dem som två "
      "områden.\n"
      "  plats: VoR 2025.xlsx › VoR › B2 (Område)\n"
      "  se även: VoR 2025.xlsx › VoR › B3 (Område)\n"
      "  tips: Skriv området på samma sätt överallt.\n");
  CHECK(told("Behörigheter").empty());
  CHECK(told("Behörighetshantering").empty());
  CHECK(told("Beredskap").empty());
}

TEST_CASE("R24: the outcome of a key figure is a number") {
  const auto folder = [](const Cells& row) {
    return std::move(Folder().sheet(
        "Omvärld.xlsx", "Nyckeltal",
        {{t("Nyckeltal-ID"), t("Nyckeltal"), t("Målvärde"), t("2023"), t("2024"), t("Kommentar")}, row}));
  };
  CHECK(folder({t("N1"), t("Andel"), n(95), n(80), t("ca 3")}).told("BLAN-104") ==
        "fel[BLAN-104]: Utfallet 2024 ska vara ett tal, men i cellen står ”ca 3”.\n"
        "  plats: Omvärld.xlsx › Nyckeltal › E2 (2024)\n"
        "  tips: Skriv bara talet, till exempel 12,5.\n");
  for (const char* right : {"3,5", "–", "ej mätt", "Saknas"})
    CHECK(folder({t("N1"), t("Andel"), n(95), n(80), t(right)}).told("BLAN-104").empty());
  // Told in words alone.
  CHECK(folder({t("N1"), t("Mognad"), Blank{}, t("låg"), t("god")}).told("BLAN-104").empty());
}

TEST_CASE("R18: key figures without an outcome and goals that are not judged") {
  const auto figure = [](const auto& outcome, const char* comment) {
    return Folder()
        .sheet("Omvärld.xlsx", "Nyckeltal",
               {{t("Nyckeltal-ID"), t("Nyckeltal"), t("Målvärde"), t("2023"), t("2024"), t("Kommentar")},
                {t("N1"), t("Andel"), n(95), n(80), outcome, t(comment)}})
        .told("LIST-104");
  };
  CHECK(figure(Blank{}, "") ==
        "varning[LIST-104]: Nyckeltalet ”Andel” har inget utfall för 2024.\n"
        "  plats: Omvärld.xlsx › Nyckeltal › E2 (2024)\n"
        "  tips: Fyll i utfallet, eller skriv i Kommentar varför det saknas.\n");
  CHECK(figure(n(81), "").empty());
  CHECK(figure(Blank{}, "Mäts vartannat år.").empty());
  const auto goal = [](const char* reached, const char* comment) {
    return Folder()
        .sheet("Omvärld.xlsx", "Mål",
               {{t("Mål"), t("Måluppfyllelse"), t("Kommentar")},
                {t("Ingen delar lösenord."), t(reached), t(comment)}})
        .told("LIST-105");
  };
  CHECK(goal("", "") ==
        "varning[LIST-105]: Målet ”Ingen delar lösenord.” är inte bedömt.\n"
        "  plats: Omvärld.xlsx › Mål › B2 (Måluppfyllelse)\n"
        "  tips: Välj Uppfyllt, Delvis eller Ej, eller skriv i Kommentar varför det inte är bedömt.\n");
  CHECK(goal("Ej", "").empty());
  CHECK(goal("", "Målet är nytt.").empty());
}

TEST_CASE("R11: an activity that ends before it begins") {
  CHECK(Folder()
            .sheet("Aktiviteter 2025-2027.xlsx", "Aktiviteter",
                   {activity_headings(),
                    {t("A1"), t("Ett"), n(2027), n(2026), t("Text"), t("ISAM"), t("Genomförs"), n(1),
                     t("Lagkrav"), Blank{}}})
            .told("AKT-105") ==
        "fel[AKT-105]: Startår 2027 är efter Slutår 2026.\n"
        "  plats: Aktiviteter 2025-2027.xlsx › Aktiviteter › C2 (Startår)\n"
        "  se även: Aktiviteter 2025-2027.xlsx › Aktiviteter › D2 (Slutår)\n"
        "  tips: Ändra Startår eller Slutår.\n");
}

TEST_CASE("R11: an activity outside the plan") {
  CHECK(Folder()
            .sheet("Aktiviteter 2025-2027.xlsx", "Aktiviteter",
                   {activity_headings(),
                    {t("A1"), t("Ett"), n(2024), n(2028), t("Text"), t("ISAM"), t("Genomförs"), n(1),
                     t("Lagkrav"), Blank{}}})
            .told("AKT-106") ==
        "fel[AKT-106]: Året 2024 ligger utanför planperioden 2025–2027.\n"
        "  plats: Aktiviteter 2025-2027.xlsx › Aktiviteter › C2 (Startår)\n"
        "  tips: Ändra året, eller planperioden i bladet Uppgifter.\n"
        "fel[AKT-106]: Året 2028 ligger utanför planperioden 2025–2027.\n"
        "  plats: Aktiviteter 2025-2027.xlsx › Aktiviteter › D2 (Slutår)\n"
        "  tips: Ändra året, eller planperioden i bladet Uppgifter.\n");
}

TEST_CASE("R11: a date outside the years of the activity") {
  CHECK(Folder()
            .sheet("Aktiviteter 2025-2027.xlsx", "Aktiviteter",
                   {with(activity_headings(), {t("Start"), t("Klart senast")}),
                    {t("A1"), t("Ett"), n(2025), n(2026), t("Text"), t("ISAM"), t("Genomförs"), n(1),
                     t("Lagkrav"), Blank{}, Blank{}, t("2027-01")},
                    {t("A2"), t("Två"), n(2025), n(2026), t("Text"), t("ISAM"), t("Genomförs"), n(1),
                     t("Lagkrav"), Blank{}, t("2025-09-01"), t("2025-03-01")}})
            .told("AKT-107") ==
        "fel[AKT-107]: Datumet ”2027-01-31” ligger utanför aktivitetens år 2025–2026.\n"
        "  plats: Aktiviteter 2025-2027.xlsx › Aktiviteter › L2 (Klart senast)\n"
        "  tips: Ändra datumet, eller aktivitetens Startår och Slutår.\n"
        "fel[AKT-107]: Klart senast ”2025-03-01” ligger före Start ”2025-09-01”.\n"
        "  plats: Aktiviteter 2025-2027.xlsx › Aktiviteter › L3 (Klart senast)\n"
        "  tips: Ändra det ena datumet.\n");
}

TEST_CASE("R11: an activity that is done in the future") {
  CHECK(Folder()
            .sheet("Aktiviteter 2025-2027.xlsx", "Aktiviteter",
                   {with(activity_headings(), {t("Status"), t("Status datum")}),
                    {t("A1"), t("Ett"), n(2025), n(2025), t("Text"), t("ISAM"), t("Genomförs"), n(1),
                     t("Lagkrav"), Blank{}, t("Klar"), t("2025-12-01")}})
            .told("AKT-108") ==
        "fel[AKT-108]: Aktiviteten ”Ett” är Klar 2025-12-01, efter rapportens datum 2025-10-14.\n"
        "  plats: Aktiviteter 2025-2027.xlsx › Aktiviteter › L2 (Status datum)\n"
        "  tips: Ändra Status eller Status datum.\n");
}

TEST_CASE("R12: an event without a follow-up") {
  CHECK(Folder()
            .sheet("VoR 2024.xlsx", "VoR",
                   {vor_headings(),
                    {t("V24-01"), t("Utbildning"), t("Anställda går inte utbildningen."), n(2), n(2)},
                    {t("V24-02"), t("Utbildning"), t("Annat"), n(2), n(2)}})
            .sheet("Uppföljning 2024.xlsx", "Uppföljning",
                   {{t("VoR-ID"), t("Uppföljningsmetod"), t("Iakttagelse och bedömning"),
                     t("ISAM:s rekommendation"), t("Aktivitets-ID")},
                    {t("V24-01"), t("Observation"), t("Text"), t("Ingen"), Blank{}}})
            .told("UPPF-101") ==
        "fel[UPPF-101]: Händelsen ”V24-02” i förra årets VoR har ingen rad i bladet Uppföljning.\n"
        "  plats: VoR 2024.xlsx › VoR › A3 (VoR-ID)\n"
        "  tips: Fyll i en rad för händelsen i bladet Uppföljning.\n");
}

TEST_CASE("R12: a follow-up without an event") {
  CHECK(Folder()
            .sheet("VoR 2024.xlsx", "VoR",
                   {vor_headings(),
                    {t("V24-01"), t("Utbildning"), t("Anställda går inte utbildningen."), n(2), n(2)}})
            .sheet("Uppföljning 2024.xlsx", "Uppföljning",
                   {{t("VoR-ID"), t("Uppföljningsmetod"), t("Iakttagelse och bedömning"),
                     t("ISAM:s rekommendation"), t("Aktivitets-ID")},
                    {t("V24-01"), t("Observation"), t("Text"), t("Ingen"), Blank{}},
                    {t("V24-09"), t("Observation"), t("Text"), t("Ingen"), Blank{}}})
            .told("UPPF-102") ==
        "fel[UPPF-102]: VoR-ID ”V24-09” finns inte i förra årets VoR.\n"
        "  plats: Uppföljning 2024.xlsx › Uppföljning › A3 (VoR-ID)\n"
        "  tips: Skriv beteckningen på en händelse i förra årets VoR, eller ta bort raden.\n");
}

TEST_CASE("R12: an event that is followed up twice") {
  CHECK(Folder()
            .sheet("VoR 2024.xlsx", "VoR",
                   {vor_headings(),
                    {t("V24-01"), t("Utbildning"), t("Anställda går inte utbildningen."), n(2), n(2)}})
            .sheet("Uppföljning 2024.xlsx", "Uppföljning",
                   {{t("VoR-ID"), t("Uppföljningsmetod"), t("Iakttagelse och bedömning"),
                     t("ISAM:s rekommendation"), t("Aktivitets-ID")},
                    {t("V24-01"), t("Observation"), t("Text"), t("Ingen"), Blank{}},
                    {t("V24-01"), t("Observation"), t("Text"), t("Ingen"), Blank{}}})
            .told("UPPF-103") ==
        "fel[UPPF-103]: Händelsen ”V24-01” följs upp på mer än en rad.\n"
        "  plats: Uppföljning 2024.xlsx › Uppföljning › A3 (VoR-ID)\n"
        "  se även: Uppföljning 2024.xlsx › Uppföljning › A2 (VoR-ID)\n"
        "  tips: Slå ihop raderna till en.\n");
}

TEST_CASE("R12: last year’s VoR without any follow-up") {
  CHECK(Folder()
            .sheet("VoR 2024.xlsx", "VoR",
                   {vor_headings(),
                    {t("V24-01"), t("Utbildning"), t("Anställda går inte utbildningen."), n(2), n(2)}})
            .told("UPPF-105") ==
        "fel[UPPF-105]: Bladet ”Uppföljning” saknas i mappen, men VoR för 2024 har händelser att följa upp.\n"
        "  plats: nämnden 2025\n"
        "  tips: Lägg arbetsboken med bladet Uppföljning i mappen.\n");
}

TEST_CASE("R12: follow-ups without last year’s VoR") {
  CHECK(Folder()
            .sheet("Uppföljning 2024.xlsx", "Uppföljning",
                   {{t("VoR-ID"), t("Uppföljningsmetod"), t("Iakttagelse och bedömning"),
                     t("ISAM:s rekommendation"), t("Aktivitets-ID")},
                    {t("V24-01"), t("Observation"), t("Text"), t("Ingen"), Blank{}}})
            .told("UPPF-106") ==
        "fel[UPPF-106]: Bladet ”VoR” för 2024 saknas i mappen, men bladet Uppföljning följer upp dess "
        "händelser.\n"
        "  plats: nämnden 2025\n"
        "  tips: Lägg arbetsboken med VoR för 2024 i mappen.\n");
}

TEST_CASE("R13: a recommendation without an activity") {
  CHECK(Folder()
            .sheet("VoR 2024.xlsx", "VoR",
                   {vor_headings(),
                    {t("V24-01"), t("Utbildning"), t("Anställda går inte utbildningen."), n(2), n(2)},
                    {t("V24-02"), t("Utbildning"), t("Annat"), n(2), n(2)}})
            .sheet("Uppföljning 2024.xlsx", "Uppföljning",
                   {{t("VoR-ID"), t("Uppföljningsmetod"), t("Iakttagelse och bedömning"),
                     t("ISAM:s rekommendation"), t("Aktivitets-ID")},
                    {t("V24-01"), t("Observation"), t("Text"), t("En rutin."), Blank{}},
                    {t("V24-02"), t("Observation"), t("Text"), t("Ingen"), Blank{}}})
            .told("UPPF-104") ==
        "varning[UPPF-104]: Rekommendationen för ”V24-01” har ingen aktivitet.\n"
        "  plats: Uppföljning 2024.xlsx › Uppföljning › E2 (Aktivitets-ID)\n"
        "  tips: Fyll i Aktivitets-ID för aktiviteten som genomför den.\n");
}

TEST_CASE("R13: an audit’s recommendation without an activity") {
  CHECK(Folder()
            .sheet("Revisioner 2024.xlsx", "Iakttagelser",
                   {{t("Iakttagelse-ID"), t("Revisions-ID"), t("Iakttagelse"), t("Rekommendation"),
                     t("Aktivitets-ID")},
                    {t("T1"), t("R1"), t("Text"), t("En rutin.")}})
            .told("REV-101") ==
        "varning[REV-101]: Rekommendationen för ”T1” har ingen aktivitet.\n"
        "  plats: Revisioner 2024.xlsx › Iakttagelser › E2 (Aktivitets-ID)\n"
        "  tips: Fyll i Aktivitets-ID för aktiviteten som genomför den.\n");
}

TEST_CASE("R13: an activity that names its source but no row of it") {
  CHECK(Folder()
            .sheet("Aktiviteter 2025-2027.xlsx", "Aktiviteter",
                   {activity_headings(),
                    {t("A1"), t("Ett"), n(2025), n(2025), t("Text"), t("ISAM"), t("Genomförs"), n(1),
                     t("VoR; Lagkrav"), Blank{}},
                    {t("A2"), t("Ett"), n(2025), n(2025), t("Text"), t("ISAM"), t("Genomförs"), n(1),
                     t("VoR"), Blank{}}})
            .told("AKT-109") ==
        "varning[AKT-109]: Aktiviteten ”Ett” har källan ”VoR” men pekar inte på någon rad där.\n"
        "  plats: Aktiviteter 2025-2027.xlsx › Aktiviteter › J3 (VoR-ID)\n"
        "  tips: Fyll i VoR-ID, DSO-ID, Iakttagelse-ID eller Incident-ID.\n");
}

TEST_CASE("R25: what is marked to be masked is told of, since it is printed") {
  CHECK(
      Folder()
          .sheet(
              "VoR 2025.xlsx", "VoR",
              {with(vor_headings(), {t("Sekretess")}),
               {t("V25-01"), t("Utbildning"), t("Anställda går inte utbildningen."), n(1), n(1), t("Öppen")},
               {t("V25-02"), t("Åtkomst"), t("Alla kommer åt allting alltid."), n(1), n(1), t("Maskas")},
               {t("V25-03"), t("Ärenden"), t("Inget ärende blir avslutat."), n(1), n(1), t("Utelämnas")}})
          .told("BLAN-021") ==
      "upplysning[BLAN-021]: Raden är märkt Maskas eller Utelämnas, men dokumenten visar den; en öppen kopia "
      "kan "
      "inte göras ännu.\n  plats: VoR 2025.xlsx › VoR › F3 (Sekretess)\n"
      "  se även: VoR 2025.xlsx › VoR › F4 (Sekretess)\n"
      "  tips: Ta bort uppgiften ur dokumenten innan de lämnas ut.\n");
}
