#include "../intake/book_builder.hpp"
#include "domain/rules.hpp"

#include <catch2/catch.hpp>

// Of R11, R18 and R20: activities that wait for each other, sheets left empty, marks left from last year.
using namespace lg;
using namespace lg::test;

namespace {

struct Waits {
  const char* id;
  double year;
  const char* for_what;
};

std::string told_of(std::initializer_list<Waits> activities) {
  Cells headings = activity_headings();
  headings.cells.push_back(t("Beroende av"));
  std::vector<Cells> rows{headings};
  for (const auto& [id, year, for_what] : activities)
    rows.push_back({t(id), t("Rubrik"), n(year), n(year), t("Text."), t("ISAM"), t("Genomförs"), t("2 Medel"),
                    t("Lagkrav"), Blank{}, t(for_what)});
  return Folder().sheet("Aktiviteter.xlsx", "Aktiviteter", rows).told("AKT-110");
}

}  // namespace

TEST_CASE("R11: activities that wait for each other") {
  CHECK(told_of({{"A1", 2025, "A2"}, {"A2", 2025, "A1"}}) ==
        "fel[AKT-110]: Aktiviteterna väntar på varandra i en ring: ”A1” efter ”A2” efter ”A1”.\n"
        "  plats: Aktiviteter.xlsx › Aktiviteter › K2 (Beroende av)\n"
        "  se även: Aktiviteter.xlsx › Aktiviteter › K3 (Beroende av)\n"
        "  tips: Ta bort ett av beroendena i kolumnen Beroende av.\n");
  CHECK(told_of({{"A1", 2025, "A1"}}) ==
        "fel[AKT-110]: Aktiviteten ”A1” väntar på sig själv.\n"
        "  plats: Aktiviteter.xlsx › Aktiviteter › K2 (Beroende av)\n"
        "  tips: Ta bort ett av beroendena i kolumnen Beroende av.\n");
  CHECK(told_of({{"A0", 2025, "A1"}, {"A1", 2025, "A2"}, {"A2", 2025, "A3"}, {"A3", 2025, "A1"}})
            .find("ring: ”A1” efter ”A2” efter ”A3” efter ”A1”.") != std::string::npos);
}

TEST_CASE("R11: activities that wait in order, or for another year of the same") {
  CHECK(told_of({{"A1", 2025, "A2; A3"}, {"A2", 2025, "A3"}, {"A3", 2025, ""}}).empty());
  CHECK(told_of({{"A1", 2025, ""}, {"A2", 2025, "A1"}, {"A1", 2026, "A2"}}).empty());
  CHECK(told_of({{"A1", 2025, "A9"}}).empty());
}

TEST_CASE("R18: a sheet that is there but empty") {
  const auto folder = [](std::initializer_list<Cells> parties, bool events) {
    std::vector<Cells> rows{{t("Intressent"), t("Behov/förväntan eller återkoppling")}};
    rows.insert(rows.end(), parties);
    Folder made;
    made.sheet("Omvärld.xlsx", "Intressenter", rows);
    made.sheet("Incidenter 2024.xlsx", "Incidenter", {{t("Incident-ID"), t("Upptäckt"), t("Typ")}});
    made.sheet("Aktiviteter.xlsx", "Aktiviteter",
               {activity_headings(),
                {t("A1"), t("Ett"), n(2025), n(2025), t("Text."), t("ISAM"), t("Genomförs"), t("2 Medel"),
                 t("Lagkrav"), Blank{}}});
    if (events)
      made.sheet("VoR 2025.xlsx", "VoR",
                 {vor_headings(), {t("V1"), t("Klassning"), t("Klassningar görs inte."), n(2), n(2)}});
    return made;
  };
  CHECK(
      folder({}, true).told("LIST-103") ==
      "upplysning[LIST-103]: Bladet ”Intressenter” har ingen rad att visa, så ISO 27001 9.3.2 c och e saknar "
      "underlag.\n"
      "  plats: Omvärld.xlsx › Intressenter › A1\n"
      "  tips: Fyll i bladet, om det finns något att redovisa.\n");
  CHECK(folder({{t("Vårdnadshavare"), t("Snabba svar.")}}, true).told("LIST-103").empty());
  CHECK(folder({}, false).told("LIST-103").empty());
}

TEST_CASE("R20: a mark from last year that is left") {
  const auto parties = [](const char* mark) {
    return Folder()
        .sheet("Omvärld.xlsx", "Intressenter",
               {{t("Intressent"), t("Behov/förväntan eller återkoppling"), t("Förändring sedan förra året"),
                 t("Hantering"), t("Att granska")},
                {t("Vårdnadshavare"), t("Snabba svar."), Blank{}, Blank{}, t(mark)}})
        .told("TEXT-205");
  };
  CHECK(parties("Från 2024") ==
        "varning[TEXT-205]: Raden är märkt ”Från 2024” i Att granska.\n"
        "  plats: Omvärld.xlsx › Intressenter › E2 (Att granska)\n"
        "  tips: Läs igenom raden och töm sedan cellen.\n");
  CHECK(parties("").empty());
}

TEST_CASE("R20: a text whose day is too old as well is told of once") {
  const auto text = [](const Date& reviewed) {
    return std::move(Folder().sheet(
        "Texter.xlsx", "Textblock",
        {{t("Nyckel"), t("Text"), t("Rapportår"), t("Granskad datum"), t("Att granska")},
         {t("faktorer"), t("En text."), n(2025), reviewed, t("Från 2024, granskad 2024-10-01")}}));
  };
  CHECK_FALSE(text({2025, 10, 1, {}}).told("TEXT-205").empty());
  CHECK(text({2024, 10, 1, {}}).told("TEXT-205").empty());
  CHECK_FALSE(text({2024, 10, 1, {}}).told("TEXT-201").empty());
}

TEST_CASE("R11: days that leave out whole years of the activity") {
  const auto told = [](double last, const char* start, const char* end, const char* again) {
    Cells headings = activity_headings();
    for (const char* more : {"Start", "Klart senast", "Återkommande"}) headings.cells.push_back(t(more));
    return Folder()
        .sheet("Aktiviteter.xlsx", "Aktiviteter",
               {headings,
                {t("A1"), t("Rubrik"), n(2025), n(last), t("Text."), t("ISAM"), t("Genomförs"), t("2 Medel"),
                 t("Lagkrav"), Blank{}, t(start), t(end), t(again)}})
        .told("AKT-111");
  };
  CHECK(told(2026, "", "2025-12-19", "") ==
        "varning[AKT-111]: Aktiviteten ”Rubrik” ska vara klar 2025-12-19, men Slutår är 2026.\n"
        "  plats: Aktiviteter.xlsx › Aktiviteter › L2 (Klart senast)\n"
        "  tips: Ändra Klart senast eller Slutår, eller välj hur ofta den görs i Återkommande.\n");
  CHECK(told(2027, "2026-02-01", "", "Nej") ==
        "varning[AKT-111]: Aktiviteten ”Rubrik” börjar 2026-02-01, men Startår är 2025.\n"
        "  plats: Aktiviteter.xlsx › Aktiviteter › K2 (Start)\n"
        "  tips: Ändra Start eller Startår.\n");
  CHECK(told(2026, "2025-02-01", "2026-12-19", "").empty());
  CHECK(told(2027, "2026-02-01", "2026-12-19", "Årligen").empty());
  CHECK(told(2025, "2025-02-01", "2025-06-30", "").empty());
}

TEST_CASE("R12: follow-ups that wait") {
  const auto told = [](const char* code, const In& method, const In& finding, const In& advice) {
    return Folder()
        .sheet("VoR 2024.xlsx", "VoR",
               {vor_headings(), {t("V24-01"), t("Klassning"), t("Klassningar görs inte."), n(2), n(2)}})
        .sheet("Uppföljning 2024.xlsx", "Uppföljning",
               {{t("VoR-ID"), t("Uppföljningsmetod"), t("Iakttagelse och bedömning"),
                 t("ISAM:s rekommendation")},
                {t("V24-01"), method, finding, advice}})
        .told(code);
  };
  CHECK(told("UPPF-107", Blank{}, Blank{}, Blank{}) ==
        "fel[UPPF-107]: Händelsen ”V24-01” väntar på uppföljning.\n"
        "  plats: Uppföljning 2024.xlsx › Uppföljning › B2 (Uppföljningsmetod)\n"
        "  tips: Fyll i metod, bedömning och rekommendation (eller Ingen) på raden.\n");
  CHECK(told("BLAN-101", Blank{}, Blank{}, Blank{}).empty());
  CHECK(told("UPPF-107", t("Observation"), Blank{}, Blank{}).empty());
  CHECK(told("BLAN-101", t("Observation"), t("Det brister."), Blank{}) ==
        "fel[BLAN-101]: ISAM:s rekommendation saknas.\n"
        "  plats: Uppföljning 2024.xlsx › Uppföljning › D2 (ISAM:s rekommendation)\n"
        "  tips: Fyll i cellen.\n");
}

TEST_CASE("R28: an activity of the earlier plan that goes on without a status") {
  const auto told = [](const char* state, double year) {
    return Folder()
        .sheet("Aktiviteter.xlsx", "Aktiviteter",
               {activity_headings(),
                {t("A24-01"), t("Rutin för loggar"), n(2025), n(2025), t("Text."), t("ISAM"), t("Genomförs"),
                 t("2 Medel"), t("Lagkrav"), Blank{}}})
        .sheet("Plan.xlsx", "Tidigare aktiviteter",
               {{t("Aktivitets-ID"), t("Aktivitet"), t("Startår"), t("Status")},
                {t("A24-01"), t("Rutin för loggar"), n(year), t(state)}})
        .told("AKT-204");
  };
  CHECK(told("", 2024) ==
        "varning[AKT-204]: Aktiviteten ”Rutin för loggar” (A24-01) i förra planen har ingen status.\n"
        "  plats: Plan.xlsx › Tidigare aktiviteter › D2 (Status)\n"
        "  tips: Välj Status, så att rapporten kan säga hur det gick.\n");
  CHECK(told("Pågår", 2024).empty());
  CHECK(told("", 2025).empty());
}

TEST_CASE("R20: a text from last year that ceases to apply during the year") {
  const auto told = [](const char* mark, Date until) {
    BookBuilder basics("Grunduppgifter.xlsx");
    basics.sheet("Uppgifter", {{t("Fält"), t("Värde")}, {t("Rapportår"), n(2025)}});
    return Folder()
        .without_basics()
        .book(basics.take())
        .sheet("Omvärld.xlsx", "Omvärld",
               {{t("Rubrik"), t("Text"), t("Granskad datum"), t("Gäller till"), t("Att granska")},
                {t("Lag"), t("Lagen är ny."), Date{2025, 3, 3, {}}, until, t(mark)}})
        .told("TEXT-202");
  };
  CHECK(told("Från 2024", Date{2025, 6, 30, {}}) ==
        "varning[TEXT-202]: Texten från förra året gäller till 2025-06-30, under rapportåret 2025.\n"
        "  plats: Omvärld.xlsx › Omvärld › D2 (Gäller till)\n"
        "  tips: Skriv om texten om den dagen har passerat när rapporten lämnas, eller ändra Gäller till.\n");
  CHECK(told("", Date{2025, 6, 30, {}}).empty());
  CHECK(told("Från 2024", Date{2026, 6, 30, {}}).empty());
}
