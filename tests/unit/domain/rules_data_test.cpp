#include "../intake/book_builder.hpp"
#include "domain/rules.hpp"

#include <catch2/catch.hpp>

// The rules R14–R18, R25 and R27–R30: what the rows themselves tell.
using namespace lg;
using namespace lg::test;

namespace {

Date at(int year, int month, int day, int hour, int minute) {
  return {year, month, day, hour * 3600 + minute * 60};
}

Cells control_headings() {
  return {t("Kontroll-ID"),
          t("VoR-ID"),
          t("Kontroll"),
          t("Metod"),
          t("Frekvens"),
          t("Kontrollansvarig"),
          t("Genomförd"),
          t("Datum"),
          t("Antal kontrollerade"),
          t("Antal avvikelser"),
          t("Resultat"),
          t("Kommentar"),
          t("Åtgärd"),
          t("Klart senast")};
}

Folder controls(const Cells& row) {
  return std::move(Folder().sheet("IKP 2024.xlsx", "IKP", {control_headings(), row}));
}

Cells incident_headings() {
  return {t("Incident-ID"),
          t("Upptäckt"),
          t("Typ"),
          t("Personuppgiftsincident"),
          t("Anmäld till IMY"),
          t("Anmäld IMY tidpunkt"),
          t("Betydande enligt cybersäkerhetslagen"),
          t("Upplysning 24 h"),
          t("Anmälan 72 h"),
          t("Slutrapport"),
          t("VoR-ID"),
          t("Inträffad")};
}

Folder incidents(std::initializer_list<Cells> rows) {
  std::vector<Cells> all{incident_headings()};
  all.insert(all.end(), rows);
  return std::move(Folder().sheet("Incidenter 2024.xlsx", "Incidenter", all));
}

Cells activity(const char* id, const char* title, double first, double last) {
  return {t(id),     t(title),       n(first),     n(last),      t("Text om det som görs."),
          t("ISAM"), t("Genomförs"), t("2 Medel"), t("Lagkrav"), Blank{}};
}

/// A folder for 2026, so that the rules of that year hold.
Folder year_2026(const char* report_day = "2026-06-30") {
  BookBuilder basics("Grunduppgifter.xlsx");
  basics.sheet("Uppgifter", {{t("Fält"), t("Värde")},
                             {t("Nämnd"), t("förskolenämnden")},
                             {t("Förvaltning"), t("Förskoleförvaltningen")},
                             {t("Förvaltningschef, titel"), t("förvaltningschefen")},
                             {t("Rapportår"), n(2026)},
                             {t("Planperiod, första år"), n(2026)},
                             {t("Planperiod, sista år"), n(2027)},
                             {t("Rapportdatum"), t(report_day)}});
  Folder folder;
  folder.without_basics().book(basics.take());
  return folder;
}

Folder significant(const Cells& row) {
  Folder folder = year_2026();
  folder.sheet("Incidenter.xlsx", "Incidenter", {incident_headings(), row});
  return folder;
}

}  // namespace

TEST_CASE("R3: a role of any column that is not in the sheet Roller") {
  CHECK(
      controls({t("K1"), t("V1"), t("Stickprov av konton"), t("Stickprov"), t("Årsvis"), t("ISMA"), t("Nej")})
          .told("BLAN-203") ==
      "varning[BLAN-203]: Kontrollansvarig ”ISMA” finns inte i bladet Roller.\n"
      "  plats: IKP 2024.xlsx › IKP › F2 (Kontrollansvarig)\n"
      "  tips: Menade du ”ISAM”?\n");
  CHECK(controls({t("K1"), t("V1"), t("Stickprov av konton"), t("Stickprov"), t("Årsvis"),
                  t("Dataskyddsombud"), t("Nej")})
            .told("BLAN-203")
            .empty());
}

TEST_CASE("R7: a risk that is only watched says why") {
  const auto folder = [](const char* reason) {
    return std::move(Folder().sheet(
        "VoR 2025.xlsx", "VoR",
        {{t("VoR-ID"), t("Område"), t("Oönskad händelse"), t("Sannolikhet"), t("Konsekvens"), t("Hantering"),
          t("Motivering")},
         {t("V1"), t("Klassning"), t("Klassningar görs inte."), n(2), n(2), t("Bevakas"), t(reason)}}));
  };
  CHECK(folder("").told("VOR-112") ==
        "varning[VOR-112]: Händelsen ”V1” har hanteringen ”Bevakas” utan motivering.\n"
        "  plats: VoR 2025.xlsx › VoR › G2 (Motivering)\n"
        "  tips: Fyll i varför det räcker, i kolumnen Motivering.\n");
  CHECK(folder("Följs varje tertial.").told("VOR-112").empty());
}

TEST_CASE("R14: a control that is of no event") {
  CHECK(controls({t("K1"), t(""), t("Stickprov av konton"), t("Stickprov"), t("Årsvis"), t("ISAM"), t("Ja")})
            .told("IKP-102") ==
        "varning[IKP-102]: Kontrollen ”K1” pekar inte på någon händelse i VoR.\n"
        "  plats: IKP 2024.xlsx › IKP › B2 (VoR-ID)\n"
        "  tips: Fyll i VoR-ID för händelsen som kontrollen gäller.\n");
}

TEST_CASE("R14: a control of last year without a result") {
  CHECK(controls({t("K1"), t("V1"), t("Stickprov av konton"), t("Stickprov"), t("Årsvis"), t("ISAM")})
            .told("IKP-103") ==
        "varning[IKP-103]: Kontrollen ”K1” är från förra året men har inget resultat.\n"
        "  plats: IKP 2024.xlsx › IKP › G2 (Genomförd)\n"
        "  tips: Fyll i Genomförd och Resultat, eller Ej genomförd.\n");
  CHECK(Folder()
            .sheet("IKP 2025.xlsx", "IKP",
                   {control_headings(),
                    {t("K1"), t("V1"), t("Stickprov av konton"), t("Stickprov"), t("Årsvis"), t("ISAM")}})
            .told("IKP-103")
            .empty());
}

TEST_CASE("R14: more deviations than were checked, and a result that says otherwise") {
  const Folder folder = controls({t("K1"), t("V1"), t("Stickprov av konton"), t("Stickprov"), t("Årsvis"),
                                  t("ISAM"), t("Ja"), Date{2024, 11, 5, {}}, n(10), n(12),
                                  t("Ingen avvikelse"), t("Se listan."), t("Rättas."), Date{2025, 3, 1, {}}});
  CHECK(folder.told("IKP-104") ==
        "varning[IKP-104]: Kontrollen ”K1” har 12 avvikelser men bara 10 kontrollerade.\n"
        "  plats: IKP 2024.xlsx › IKP › J2 (Antal avvikelser)\n"
        "  tips: Rätta det ena antalet.\n");
  CHECK(folder.told("IKP-105") ==
        "varning[IKP-105]: Kontrollen ”K1” har resultatet ”Ingen avvikelse” men 12 avvikelser.\n"
        "  plats: IKP 2024.xlsx › IKP › K2 (Resultat)\n"
        "  tips: Välj ett annat resultat, eller rätta antalet.\n");
}

TEST_CASE("R14: a deviation without measure, day and comment") {
  const Folder folder = controls({t("K1"), t("V1"), t("Stickprov av konton"), t("Stickprov"), t("Årsvis"),
                                  t("ISAM"), t("Ja"), Date{2024, 11, 5, {}}, n(10), n(2), t("Avvikelse")});
  CHECK(folder.told("IKP-106") ==
        "varning[IKP-106]: Kontrollen ”K1” har en avvikelse men ingen åtgärd.\n"
        "  plats: IKP 2024.xlsx › IKP › M2 (Åtgärd)\n"
        "  tips: Skriv vad som görs åt avvikelsen i kolumnen Åtgärd.\n");
  CHECK(folder.told("IKP-107") ==
        "varning[IKP-107]: Kontrollen ”K1” har en avvikelse men inget datum när åtgärden ska vara klar.\n"
        "  plats: IKP 2024.xlsx › IKP › N2 (Klart senast)\n"
        "  tips: Fyll i Klart senast.\n");
  CHECK(folder.told("IKP-108") ==
        "varning[IKP-108]: Kontrollen ”K1” har en avvikelse men ingen kommentar.\n"
        "  plats: IKP 2024.xlsx › IKP › L2 (Kommentar)\n"
        "  tips: Skriv vad som hände i kolumnen Kommentar.\n");
  const Folder right =
      controls({t("K1"), t("V1"), t("Stickprov av konton"), t("Stickprov"), t("Årsvis"), t("ISAM"), t("Ja"),
                Date{2024, 11, 5, {}}, n(10), n(0), t("Ingen avvikelse")});
  for (const char* code : {"IKP-102", "IKP-103", "IKP-104", "IKP-105", "IKP-106", "IKP-107", "IKP-108"})
    CHECK(right.told(code).empty());
}

TEST_CASE("R15: an incident that was reported too late, by minutes") {
  const auto reported = [](const In& when) {
    return incidents({{t("I1"), at(2024, 3, 4, 9, 10), t("Felskick"), t("Ja"), t("Ja"), when}})
        .told("INC-101");
  };
  CHECK(reported(at(2024, 3, 7, 9, 11)) ==
        "varning[INC-101]: Incidenten ”I1” anmäldes till IMY 2024-03-07 09:11, mer än 72 timmar efter "
        "upptäckten "
        "2024-03-04 09:10.\n"
        "  plats: Incidenter 2024.xlsx › Incidenter › F2 (Anmäld IMY tidpunkt)\n"
        "  tips: Kontrollera tiderna. Är de rätta ska skälet till dröjsmålet finnas dokumenterat.\n");
  CHECK(reported(at(2024, 3, 7, 9, 10)).empty());
  CHECK(reported(Date{2024, 3, 7, {}}).empty());        // a day alone may be in time
  CHECK_FALSE(reported(Date{2024, 3, 8, {}}).empty());  // this one cannot
}

TEST_CASE("R15: whether and when an incident was reported is not filled in") {
  CHECK(
      incidents({{t("I1"), at(2024, 3, 4, 9, 10), t("Felskick"), t("Ja")}}).told("INC-102") ==
      "varning[INC-102]: Incidenten ”I1” rör personuppgifter, men det står inte om den är anmäld till IMY.\n"
      "  plats: Incidenter 2024.xlsx › Incidenter › E2 (Anmäld till IMY)\n"
      "  tips: Välj Ja, Nej, risk osannolik eller Nej, ännu ej.\n");
  CHECK(incidents({{t("I1"), at(2024, 3, 4, 9, 10), t("Felskick"), t("Ja"), t("Ja")}}).told("INC-103") ==
        "varning[INC-103]: Incidenten ”I1” är anmäld till IMY, men tidpunkten saknas.\n"
        "  plats: Incidenter 2024.xlsx › Incidenter › F2 (Anmäld IMY tidpunkt)\n"
        "  tips: Fyll i när anmälan gjordes.\n");
  CHECK(incidents({{t("I1"), at(2024, 3, 4, 9, 10), t("Felskick"), t("Ja"), t("Nej, ännu ej")}})
            .told("INC-105") ==
        "varning[INC-105]: Incidenten ”I1” är inte anmäld till IMY, fast mer än 72 timmar har gått.\n"
        "  plats: Incidenter 2024.xlsx › Incidenter › E2 (Anmäld till IMY)\n"
        "  tips: Anmäl incidenten, eller skriv varför det inte behövs.\n");
  const Folder right =
      incidents({{t("I1"), at(2024, 3, 4, 9, 10), t("Felskick"), t("Nej")},
                 {t("I2"), at(2024, 3, 4, 9, 10), t("Felskick"), t("Ja"), t("Nej, risk osannolik")}});
  for (const char* code : {"INC-102", "INC-103", "INC-105"}) CHECK(right.told(code).empty());
}

TEST_CASE("R15: an incident that was reported to IMY though it is of no personal data") {
  CHECK(incidents({{t("I1"), at(2024, 3, 4, 9, 10), t("Felskick"), t("Nej"), t("Ja"), at(2024, 3, 5, 9, 0)}})
            .told("INC-109") ==
        "varning[INC-109]: Incidenten ”I1” är anmäld till IMY, men Personuppgiftsincident är Nej.\n"
        "  plats: Incidenter 2024.xlsx › Incidenter › D2 (Personuppgiftsincident)\n"
        "  tips: Rätta det ena svaret.\n");
}

TEST_CASE("R8: two short events that say the same in other words") {
  const auto folder = [](const char* second) {
    return std::move(
        Folder().sheet("VoR 2025.xlsx", "VoR",
                       {vor_headings(),
                        {t("V1"), t("Behörigheter"), t("Behörigheter följs inte upp."), n(2), n(2)},
                        {t("V2"), t("Åtkomst"), t(second), n(2), n(2)}}));
  };
  CHECK_FALSE(folder("Uppföljning av behörigheter sker inte.").told("VOR-107").empty());
  CHECK(folder("Behörigheter tas inte bort.").told("VOR-107").empty());
}

TEST_CASE("R15: an incident that is found before it happens") {
  CHECK(incidents({{t("I1"), at(2024, 3, 4, 9, 10), t("Felskick"), t("Nej"), Blank{}, Blank{}, Blank{},
                    Blank{}, Blank{}, Blank{}, Blank{}, at(2024, 3, 5, 8, 0)}})
            .told("INC-104") ==
        "varning[INC-104]: Incidenten ”I1” har Upptäckt 2024-03-04 09:10, före Inträffad 2024-03-05 08:00.\n"
        "  plats: Incidenter 2024.xlsx › Incidenter › L2 (Inträffad)\n"
        "  tips: Rätta den ena tiden.\n");
}

TEST_CASE("R15: an incident of another year than the one followed up") {
  const auto told = [](const Date& found, const auto& happened) {
    return incidents({{t("I1"), found, t("Felskick"), t("Nej"), Blank{}, Blank{}, Blank{}, Blank{}, Blank{},
                       Blank{}, Blank{}, happened}})
        .told("INC-110");
  };
  CHECK(told(at(2023, 6, 11, 9, 10), Blank{}) ==
        "varning[INC-110]: Incidenten ”I1” upptäcktes 2023-06-11 09:10, men räknas med bland incidenterna "
        "under 2024.\n"
        "  plats: Incidenter 2024.xlsx › Incidenter › B2 (Upptäckt)\n"
        "  tips: Rätta datumet, eller ta bort raden om incidenten hör till ett annat år.\n");
  CHECK(told(at(2024, 6, 11, 9, 10), Blank{}).empty());
  CHECK(told(at(2025, 1, 3, 9, 10), at(2024, 12, 30, 9, 0)).empty());
}

TEST_CASE("R16: from 15 January 2026 it is said whether an incident is significant") {
  Folder folder = year_2026();
  folder.sheet("Incidenter.xlsx", "Incidenter",
               {incident_headings(),
                {t("I1"), at(2026, 1, 15, 0, 5), t("Felskick"), t("Nej")},
                {t("I2"), at(2026, 1, 14, 23, 55), t("Felskick"), t("Nej")}});
  CHECK(folder.told("INC-106") ==
        "varning[INC-106]: Incidenten ”I1” upptäcktes den 15 januari 2026 eller senare, men det står inte om "
        "den är "
        "betydande.\n"
        "  plats: Incidenter.xlsx › Incidenter › G2 (Betydande enligt cybersäkerhetslagen)\n"
        "  tips: Välj Ja, Nej eller Ej aktuell i kolumnen Betydande enligt cybersäkerhetslagen.\n");
}

TEST_CASE("R16: a significant incident is told in time, and to the end") {
  CHECK(significant({t("I1"), at(2026, 2, 1, 8, 0), t("Skadlig kod"), t("Nej"), Blank{}, Blank{}, t("Ja"),
                     Blank{}, at(2026, 2, 3, 8, 0)})
            .told("INC-107") ==
        "varning[INC-107]: Incidenten ”I1” är betydande, men ”Upplysning 24 h” är inte ifylld.\n"
        "  plats: Incidenter.xlsx › Incidenter › H2 (Upplysning 24 h)\n"
        "  tips: Fyll i när den lämnades.\n"
        "varning[INC-107]: Incidenten ”I1” är betydande, men ”Slutrapport” är inte ifylld.\n"
        "  plats: Incidenter.xlsx › Incidenter › J2 (Slutrapport)\n"
        "  tips: Fyll i när den lämnades, senast en månad efter anmälan.\n");
  CHECK(significant({t("I1"), at(2026, 2, 1, 8, 0), t("Skadlig kod"), t("Nej"), Blank{}, Blank{}, t("Ja"),
                     at(2026, 2, 2, 8, 1), at(2026, 2, 4, 8, 1), Date{2026, 3, 5, {}}})
            .told("INC-108") ==
        "varning[INC-108]: Incidenten ”I1” är betydande, och ”Upplysning 24 h” lämnades 2026-02-02 08:01, "
        "mer än 24 "
        "timmar efter upptäckten 2026-02-01 08:00.\n"
        "  plats: Incidenter.xlsx › Incidenter › H2 (Upplysning 24 h)\n"
        "  tips: Kontrollera tiderna, och skriv varför det dröjde.\n"
        "varning[INC-108]: Incidenten ”I1” är betydande, och ”Anmälan 72 h” lämnades 2026-02-04 08:01, mer "
        "än 72 timmar "
        "efter upptäckten 2026-02-01 08:00.\n"
        "  plats: Incidenter.xlsx › Incidenter › I2 (Anmälan 72 h)\n"
        "  tips: Kontrollera tiderna, och skriv varför det dröjde.\n"
        "varning[INC-108]: Incidenten ”I1” är betydande, och ”Slutrapport” lämnades 2026-03-05, mer än en "
        "månad efter "
        "anmälan 2026-02-04 08:01.\n"
        "  plats: Incidenter.xlsx › Incidenter › J2 (Slutrapport)\n"
        "  tips: Kontrollera tiderna, och skriv varför det dröjde.\n");
  const Folder right =
      significant({t("I1"), at(2026, 2, 1, 8, 0), t("Skadlig kod"), t("Nej"), Blank{}, Blank{}, t("Ja"),
                   at(2026, 2, 2, 8, 0), at(2026, 2, 4, 8, 0), Date{2026, 3, 4, {}}});
  const Folder before = significant({t("I1"), at(2026, 1, 10, 8, 0), t("Skadlig kod"), t("Nej"), Blank{},
                                     Blank{}, t("Ja"), at(2026, 1, 20, 8, 0)});
  for (const char* code : {"INC-106", "INC-107", "INC-108"}) {
    CHECK(right.told(code).empty());
    CHECK(before.told(code).empty());
  }
}

TEST_CASE("R17: recommendations of the data protection officer are planned") {
  const auto folder = [](const Cells& row) {
    return std::move(Folder()
                         .sheet("GDPR 2024.xlsx", "Rekommendationer",
                                {{t("DSO-ID"), t("Område"), t("Rekommendation"), t("Risk"),
                                  t("Berör informationssäkerhet"), t("Prioriterad"), t("Planeras år"),
                                  t("Aktivitets-ID"), t("Status")},
                                 row})
                         .sheet("Aktiviteter.xlsx", "Aktiviteter",
                                {activity_headings(), activity("A1", "Ett", 2025, 2025),
                                 activity("A2", "Två", 2026, 2026)}));
  };
  CHECK(folder({t("D1"), t("Styrdokument"), t("Text här."), t("Hög"), t("Ja"), t("Nej"), Blank{}, t("A2")})
            .told("GDPR-101") ==
        "varning[GDPR-101]: Rekommendationen ”D1” har hög risk men ingen aktivitet 2025.\n"
        "  plats: GDPR 2024.xlsx › Rekommendationer › H2 (Aktivitets-ID)\n"
        "  tips: Lägg till en aktivitet det första planåret, och fyll i Aktivitets-ID.\n");
  CHECK(folder({t("D1"), t("Styrdokument"), t("Text här."), t("Låg"), t("Ja"), t("Ja")}).told("GDPR-101") ==
        "varning[GDPR-101]: Rekommendationen ”D1” är prioriterad men ingen aktivitet 2025.\n"
        "  plats: GDPR 2024.xlsx › Rekommendationer › H2 (Aktivitets-ID)\n"
        "  tips: Lägg till en aktivitet det första planåret, och fyll i Aktivitets-ID.\n");
  CHECK(folder({t("D1"), t("Styrdokument"), t("Text här."), t("Låg"), t("Ja")}).told("GDPR-102") ==
        "varning[GDPR-102]: Rekommendationen ”D1” har varken aktivitet eller år då den planeras.\n"
        "  plats: GDPR 2024.xlsx › Rekommendationer › G2 (Planeras år)\n"
        "  tips: Fyll i Planeras år, eller Aktivitets-ID.\n");
  CHECK(folder({t("D1"), t("Styrdokument"), t("Text här."), t("Hög"), t("Ja"), t("Ja"), Blank{}, t("A1")})
            .told("GDPR-101")
            .empty());
  CHECK(folder({t("D1"), t("Styrdokument"), t("Text här."), t("Hög"), t("Ja"), t("Ja"), Blank{}, Blank{},
                t("Klar")})
            .told("GDPR-101")
            .empty());
  CHECK(folder({t("D1"), t("Styrdokument"), t("Text här."), t("Låg"), t("Ja"), t("Nej"), n(2026)})
            .told("GDPR-102")
            .empty());
}

TEST_CASE("R18: from 2026 the management is trained") {
  const auto folder = [](const char* title) {
    Folder made = year_2026();
    made.sheet("Aktiviteter.xlsx", "Aktiviteter", {activity_headings(), activity("A1", title, 2026, 2026)});
    return made;
  };
  CHECK(folder("Översyn av anvisningen").told("LIST-102") ==
        "varning[LIST-102]: Ingen aktivitet från 2026 utbildar ledningen i säkerhetsåtgärder, som 2 kap. 4 § "
        "cybersäkerhetslagen kräver.\n"
        "  plats: Aktiviteter.xlsx › Aktiviteter\n"
        "  tips: Lägg till en aktivitet för utbildning av ledningen.\n");
  CHECK(folder("Utbildning för ledningen").told("LIST-102").empty());
}

TEST_CASE("R25: what is masked has a basis in law that can be read") {
  const auto folder = [](const char* secrecy, const char* basis) {
    return std::move(Folder().sheet(
        "VoR 2025.xlsx", "VoR",
        {{t("VoR-ID"), t("Område"), t("Oönskad händelse"), t("Sannolikhet"), t("Konsekvens"), t("Sekretess"),
          t("Lagrum")},
         {t("V1"), t("Klassning"), t("Klassningar görs inte."), n(2), n(2), t(secrecy), t(basis)}}));
  };
  CHECK(folder("Maskas", "").told("BLAN-301") ==
        "fel[BLAN-301]: Raden är märkt ”Maskas”, men lagrummet saknas.\n"
        "  plats: VoR 2025.xlsx › VoR › G2 (Lagrum)\n"
        "  tips: Fyll i Lagrum, till exempel OSL 18 kap. 8 § 4.\n");
  CHECK(folder("Maskas", "hemligt").told("BLAN-302") ==
        "varning[BLAN-302]: Lagrummet ”hemligt” går inte att läsa.\n"
        "  plats: VoR 2025.xlsx › VoR › G2 (Lagrum)\n"
        "  tips: Skriv lag, kapitel och paragraf, till exempel OSL 18 kap. 8 § 4.\n");
  CHECK(folder("Öppen", "OSL 18:8 4").told("BLAN-303") ==
        "varning[BLAN-303]: Raden är Öppen men har lagrummet ”OSL 18:8 4”.\n"
        "  plats: VoR 2025.xlsx › VoR › F2 (Sekretess)\n"
        "  tips: Välj Maskas eller Utelämnas, eller töm Lagrum.\n");
  for (const char* basis :
       {"OSL 18 kap. 8 § 4", "OSL 18:8 4", "18:8 4", "18 kap. 8 b §", "OSL 18:8 b",
        "18 kap. 8 § 3; 15 kap. 2 §", "OSL 23 kap. 1 §", "annat",
        "26 kap. 1 § offentlighets- och sekretesslagen", "18 kap. 8 § första stycket 3 OSL",
        "OSL (2009:400) 18 kap. 8 § p. 4", "Säkerhetsskyddslagen 1 kap. 2 §"}) {
    INFO(basis);
    CHECK(folder("Maskas", basis).told("BLAN-302").empty());
  }
  for (const char* basis : {"OSL 99 kap. 1 §", "OSL", "18", "kap. 8 §", "se DSO"}) {
    INFO(basis);
    CHECK_FALSE(folder("Maskas", basis).told("BLAN-302").empty());
  }
}

TEST_CASE("R27: a risk that leaps or is gone is explained") {
  const Cells headings{t("VoR-ID"),     t("Område"),     t("Oönskad händelse"), t("Sannolikhet"),
                       t("Konsekvens"), t("Motivering"), t("Föregående VoR-ID")};
  const auto folder = [&](const char* reason, double likelihood) {
    return std::move(Folder()
                         .sheet("VoR 2024.xlsx", "VoR",
                                {headings,
                                 {t("V24-01"), t("Klassning"), t("Klassningar görs inte."), n(2), n(3)},
                                 {t("V24-02"), t("Utbildning"), t("Kurser hålls inte."), n(2), n(3)}})
                         .sheet("VoR 2025.xlsx", "VoR",
                                {headings,
                                 {t("V25-01"), t("Klassning"), t("Klassningar görs inte."), n(likelihood),
                                  n(3), t(reason), t("V24-01")}}));
  };
  CHECK(folder("", 4).told("VOR-110") ==
        "varning[VOR-110]: Händelsen ”V25-01” hade sannolikhet 2 och konsekvens 3 förra året och har nu "
        "sannolikhet 4 och "
        "konsekvens 3, utan motivering.\n"
        "  plats: VoR 2025.xlsx › VoR › F2 (Motivering)\n"
        "  se även: VoR 2024.xlsx › VoR › A2 (VoR-ID)\n"
        "  tips: Skriv varför bedömningen har ändrats i kolumnen Motivering.\n");
  CHECK(folder("Fler system.", 4).told("VOR-110").empty());
  CHECK(folder("", 3).told("VOR-110").empty());
  CHECK(folder("", 3).told("VOR-111") ==
        "varning[VOR-111]: Händelsen ”V24-02” i förra årets VoR finns inte i årets, och ingen text säger att "
        "den utgår.\n"
        "  plats: VoR 2024.xlsx › VoR › A3 (VoR-ID)\n"
        "  tips: Skriv beteckningen i Föregående VoR-ID på årets händelse, eller skriv i Uppföljning att den "
        "utgår.\n");
  Folder told = folder("", 3);
  told.sheet(
      "Uppföljning 2024.xlsx", "Uppföljning",
      {{t("VoR-ID"), t("Uppföljningsmetod"), t("Iakttagelse och bedömning"), t("ISAM:s rekommendation")},
       {t("V24-02"), t("Översyn"), t("Kurserna hålls nu, och händelsen utgår."), t("Ingen")}});
  CHECK(told.told("VOR-111").empty());
}

TEST_CASE("R28: no activity of the last plan is dropped") {
  const auto folder = [](const char* state, const char* note) {
    return std::move(Folder()
                         .sheet("Aktiviteter.xlsx", "Aktiviteter",
                                {activity_headings(), activity("A25-01", "Ett", 2025, 2025)})
                         .sheet("Förra.xlsx", "Tidigare aktiviteter",
                                {{t("Aktivitets-ID"), t("Aktivitet"), t("Status"), t("Statuskommentar")},
                                 {t("A24-01"), t("Rutin för loggar"), t(state), t(note)}}));
  };
  CHECK(folder("Pågår", "").told("AKT-201") ==
        "varning[AKT-201]: Aktiviteten ”Rutin för loggar” (A24-01) i förra planen är Pågår och finns inte i "
        "årets plan.\n"
        "  plats: Förra.xlsx › Tidigare aktiviteter › C2 (Status)\n"
        "  tips: Välj Klar, Flyttad eller Utgår i Status, eller lägg till den i bladet Aktiviteter.\n");
  CHECK(folder("Flyttad", "Hinner inte.").told("AKT-202") ==
        "varning[AKT-202]: Aktiviteten ”Rutin för loggar” (A24-01) är Flyttad men finns inte i årets plan.\n"
        "  plats: Förra.xlsx › Tidigare aktiviteter › C2 (Status)\n"
        "  tips: Lägg till den i bladet Aktiviteter, eller ändra Status.\n");
  CHECK(folder("Utgår", "").told("AKT-203") ==
        "varning[AKT-203]: Aktiviteten ”Rutin för loggar” (A24-01) är Utgår utan kommentar.\n"
        "  plats: Förra.xlsx › Tidigare aktiviteter › D2 (Statuskommentar)\n"
        "  tips: Skriv varför i kolumnen Statuskommentar.\n");
  CHECK_FALSE(folder("", "").told("AKT-201").empty());
  CHECK(folder("Klar", "").told("AKT-201").empty());
  CHECK(folder("Försenad", "Resten ingår i A25-01.").told("AKT-201").empty());
}

TEST_CASE("R29: the case's number, day and attachments") {
  const auto folder = [](const char* field, const In& value) {
    BookBuilder basics("Grunduppgifter.xlsx");
    basics.sheet("Uppgifter", {{t("Fält"), t("Värde")},
                               {t("Rapportår"), n(2025)},
                               {t("Rapportdatum"), t("2025-10-14")},
                               {t(field), value}});
    return std::move(Folder().without_basics().book(basics.take()));
  };
  CHECK(folder("Diarienummer", Blank{}).told("UPPG-101") ==
        "upplysning[UPPG-101]: Diarienumret är inte ifyllt.\n"
        "  plats: Grunduppgifter.xlsx › Uppgifter › B4 (Värde)\n"
        "  tips: Fyll i ärendets nummer innan rapporten lämnas in.\n");
  CHECK(folder("Diarienummer", t("kommer senare")).told("UPPG-102") ==
        "upplysning[UPPG-102]: Diarienumret ”kommer senare” ser inte ut som ett diarienummer.\n"
        "  plats: Grunduppgifter.xlsx › Uppgifter › B4 (Värde)\n"
        "  tips: Skriv nummer och år, till exempel FSKN 2025/123.\n");
  for (const char* number : {"FSKN 2025/123", "3.1.2-31/2018", "1.2.4-182-2013", "Dnr 1.5.1-135-2012",
                             "1.2.4.-293/2015", "KS 2019/562", "307-2537/2009"}) {
    INFO(number);
    CHECK(folder("Diarienummer", t(number)).told("UPPG-102").empty());
  }
  CHECK(folder("Sammanträdesdatum", Date{2025, 10, 9, {}}).told("UPPG-103") ==
        "upplysning[UPPG-103]: Sammanträdesdatum 2025-10-09 ligger före Rapportdatum 2025-10-14.\n"
        "  plats: Grunduppgifter.xlsx › Uppgifter › B4 (Värde)\n"
        "  tips: Rätta det ena datumet.\n");
  CHECK(folder("Sammanträdesdatum", Date{2025, 11, 22, {}}).told("UPPG-104") ==
        "upplysning[UPPG-104]: Sammanträdesdatum 2025-11-22 är en lördag.\n"
        "  plats: Grunduppgifter.xlsx › Uppgifter › B4 (Värde)\n"
        "  tips: Kontrollera datumet.\n");
  CHECK(folder("Bilagor", t("GDPR-årsrapport")).told("UPPG-105") ==
        "upplysning[UPPG-105]: Aktivitetsplanen står inte bland ärendets bilagor.\n"
        "  plats: Grunduppgifter.xlsx › Uppgifter › B4 (Värde)\n"
        "  tips: Skriv aktivitetsplanen i Bilagor, om den ska följa med.\n");
  CHECK(folder("Sammanträdesdatum", Date{2025, 11, 20, {}}).told("UPPG-103").empty());
  CHECK(folder("Bilagor", t("Aktivitetsplan 2025–2027")).told("UPPG-105").empty());
}

TEST_CASE("R30: a type of incident that comes back without a risk in VoR") {
  const auto folder = [](const char* event, const char* risk) {
    Folder made = incidents({{t("I1"), at(2024, 3, 4, 9, 0), t("Nätfiske"), t("Nej")},
                             {t("I2"), at(2024, 4, 4, 9, 0), t("Nätfiske"), t("Nej")},
                             {t("I3"), at(2024, 5, 4, 9, 0), t("Nätfiske"), t("Nej"), Blank{}, Blank{},
                              Blank{}, Blank{}, Blank{}, Blank{}, t(event)}});
    made.sheet("VoR 2025.xlsx", "VoR", {vor_headings(), {t("V1"), t("Område"), t(risk), n(2), n(2)}});
    return made;
  };
  CHECK(folder("", "Klassningar görs inte.").told("INC-301") ==
        "upplysning[INC-301]: 3 incidenter är av typen ”Nätfiske”, men ingen av dem pekar på en händelse i "
        "VoR.\n"
        "  plats: Incidenter 2024.xlsx › Incidenter › K2 (VoR-ID)\n"
        "  se även: Incidenter 2024.xlsx › Incidenter › K3 (VoR-ID)\n"
        "  se även: Incidenter 2024.xlsx › Incidenter › K4 (VoR-ID)\n"
        "  tips: Fyll i incidenternas VoR-ID, eller ta upp risken i VoR.\n");
  CHECK(folder("V1", "Klassningar görs inte.").told("INC-301").empty());
  CHECK(folder("", "Medarbetare luras av nätfiske.").told("INC-301").empty());
}

TEST_CASE("R30: where incidents are linked, the links tell") {
  std::vector<Cells> rows{
      {t("Incident-ID"), t("Upptäckt"), t("Typ"), t("Personuppgiftsincident"), t("VoR-ID")}};
  for (const char* id : {"I1", "I2", "I3"})
    rows.push_back({t(id), at(2024, 3, 4, 9, 0), t("Nätfiske"), t("Nej"), Blank{}});
  rows.push_back({t("I4"), at(2024, 3, 4, 9, 0), t("Driftstörning"), t("Nej"), t("V1")});
  CHECK(std::move(Folder()
                      .sheet("Incidenter 2024.xlsx", "Incidenter", rows)
                      .sheet("VoR 2025.xlsx", "VoR",
                             {vor_headings(),
                              {t("V1"), t("Nätfiske"), t("Medarbetare luras av nätfiske."), n(2), n(2)}}))
            .told("INC-301") ==
        "upplysning[INC-301]: 3 incidenter är av typen ”Nätfiske”, men ingen av dem pekar på en händelse i "
        "VoR.\n"
        "  plats: Incidenter 2024.xlsx › Incidenter › E2 (VoR-ID)\n"
        "  se även: Incidenter 2024.xlsx › Incidenter › E3 (VoR-ID)\n"
        "  se även: Incidenter 2024.xlsx › Incidenter › E4 (VoR-ID)\n"
        "  tips: Fyll i incidenternas VoR-ID, eller ta upp risken i VoR.\n");
}

TEST_CASE("R25: a significant incident that the form says is open has no basis of its own") {
  const auto folder = [](const char* secrecy) {
    return std::move(Folder().sheet(
        "Incidenter 2024.xlsx", "Incidenter",
        {{t("Incident-ID"), t("Upptäckt"), t("Typ"), t("Personuppgiftsincident"),
          t("Betydande enligt cybersäkerhetslagen"), t("Sekretess"), t("Lagrum")},
         {t("I1"), at(2024, 3, 4, 9, 0), t("Driftstörning"), t("Nej"), t("Ja"), t(secrecy), Blank{}}}));
  };
  CHECK(folder("Öppen").told("BLAN-303").empty());
  CHECK(folder("").told("BLAN-303").empty());
  CHECK(folder("Maskas").told("BLAN-301").empty());  // the law is known
}

TEST_CASE("R25: an incident that nobody has marked needs no basis") {
  const auto told = [](const char* secrecy) {
    return Folder()
        .sheet("Incidenter 2024.xlsx", "Incidenter",
               {{t("Incident-ID"), t("Upptäckt"), t("Typ"), t("Personuppgiftsincident"), t("Sekretess"),
                 t("Lagrum")},
                {t("I1"), at(2024, 3, 4, 9, 0), t("Driftstörning"), t("Nej"), t(secrecy), Blank{}}})
        .told("BLAN-301");
  };
  CHECK(told("").empty());
  CHECK(told("Maskas") ==
        "varning[BLAN-301]: Raden är märkt ”Maskas”, men lagrummet saknas.\n"
        "  plats: Incidenter 2024.xlsx › Incidenter › F2 (Lagrum)\n"
        "  tips: Fyll i Lagrum, till exempel OSL 18 kap. 8 § 4.\n");
}
