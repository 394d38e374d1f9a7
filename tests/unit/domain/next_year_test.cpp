#include "domain/next_year.hpp"

#include "base/text.hpp"
#include "unit/intake/book_builder.hpp"

#include <catch2/catch.hpp>

using namespace lg;
using namespace lg::test;

namespace {

/// Last year's folder as it is carried over, and its plan.
class LastYear {
 public:
  LastYear& sheet(const char* file, const char* name, const std::vector<Cells>& rows) {
    books_.push_back(BookBuilder(file).sheet(name, rows).take());
    return *this;
  }
  LastYear& plan(const std::vector<Cells>& rows) {
    plan_ = intake::read_plan(BookBuilder("Plan.xlsx").sheet("Aktivitetsplan", rows).take(), problems_);
    has_plan_ = true;
    return *this;
  }
  domain::NextYear open() {
    BookBuilder basics("Grunduppgifter.xlsx");
    basics.sheet("Uppgifter", {{t("Fält"), t("Värde")},
                               {t("Nämnd"), t("förskolenämnden")},
                               {t("Rapportår"), n(2025)},
                               {t("Planperiod, första år"), n(2025)},
                               {t("Planperiod, sista år"), n(2027)},
                               {t("Diarienummer"), t("FSKN 2025/1")},
                               {t("Bilagor"), t("Aktivitetsplan 2025–2027; Riskmatris")},
                               {t("Vår rad"), t("egen")}});
    books_.push_back(basics.take());
    last_ = intake::read_as_written(books_, "nämnden 2025", problems_);
    return domain::open_next_year(last_, has_plan_ ? &plan_.table("Tidigare aktiviteter") : nullptr);
  }

 private:
  std::vector<sml::Workbook> books_;
  Problems problems_;
  domain::Review last_;
  domain::Review plan_;
  bool has_plan_ = false;
};

/// The rows of a list, a line each, with those columns.
std::string shown(domain::NextYear& next, const char* list, const std::vector<const char*>& columns) {
  const domain::Table& table = next.tables[list];
  std::string text;
  for (const Row& row : table.rows) {
    std::string line;
    for (const char* column : columns) line += (line.empty() ? "" : " | ") + to_text(table.at(row, column));
    text += line + "\n";
  }
  return text;
}

std::string told(const std::vector<domain::CarriedRows>& rows) {
  std::string text;
  for (const domain::CarriedRows& one : rows)
    text += one.list + ": " + std::to_string(one.rows) + " " + one.says + "\n";
  return text;
}

std::string lines(const std::vector<std::string>& sentences) {
  std::string text;
  for (const std::string& sentence : sentences) text += sentence + "\n";
  return text;
}

const std::vector<const char*> plan_shown{"Aktivitets-ID", "Startår", "Slutår",
                                          "Klart senast",  "Status",  "Statuskommentar"};

Cells heading() {
  return {t("Aktivitets-ID"), t("Aktivitet"),    t("Startår"), t("Slutår"),          t("Ansvarig"),
          t("Klart senast"),  t("Återkommande"), t("Status"),  t("Statuskommentar"), t("Flyttad till år")};
}

}  // namespace

TEST_CASE("an ID that bears the year bears the next") {
  CHECK(domain::next_id("V25-04", 2025) == "V26-04");
  CHECK(domain::next_id("R-2025-1", 2025) == "R-2026-1");
  CHECK(domain::next_id("V09-1", 2009) == "V10-1");
  CHECK(domain::next_id("V24-04", 2025) == "V24-04");
  CHECK(domain::next_id("R25", 2025) == "R25");
  CHECK(domain::next_id("R2504", 2025) == "R2504");
  CHECK(domain::next_id("Risk", 2025) == "Risk");
  CHECK(domain::next_id("", 2025).empty());
}

TEST_CASE("last year's events are followed up, and begin the new year with their earlier IDs") {
  LastYear last;
  last.sheet("VoR 2025.xlsx", "VoR",
             {{t("VoR-ID"), t("Område"), t("Sannolikhet"), t("Informationssäkerhet"), t("Föregående VoR-ID"),
               t("Eget"), t("År")},
              {t("V25-01"), t("A"), n(3), t("Ja"), t("V24-01"), t("x"), n(2025)},
              {t("R-7"), t("B"), t("hög"), Blank{}, Blank{}, Blank{}, Blank{}},
              {t("V25-03"), t("C"), n(2), t("Nej"), Blank{}, Blank{}, Blank{}}});
  domain::NextYear next = last.open();
  const std::vector<const char*> columns{"VoR-ID", "Sannolikhet", "Informationssäkerhet", "Föregående VoR-ID",
                                         "Eget",   "År"};
  CHECK(shown(next, "förra årets VoR", columns) ==
        "V25-01 | 3 | Ja | V24-01 | x | 2025\nR-7 | hög |  |  |  | \nV25-03 | 2 | Nej |  |  | \n");
  CHECK(shown(next, "VoR", columns) ==
        "V26-01 | 3 | Ja | V25-01 | x | 2026\nR-7 | hög |  | R-7 |  | \nV26-03 | 2 | Nej | V25-03 |  | \n");
  CHECK(shown(next, "Uppföljning", {"VoR-ID", "Uppföljningsmetod"}) == "V25-01 | \nR-7 | \n");
}

TEST_CASE("controls begin the new year without results, for the new events") {
  LastYear last;
  last.sheet("VoR 2025.xlsx", "VoR",
             {{t("VoR-ID"), t("Område"), t("Föregående VoR-ID")}, {t("V25-01"), t("A"), t("V24-09")}});
  last.sheet("IKP 2025.xlsx", "IKP",
             {{t("Kontroll-ID"), t("VoR-ID"), t("Kontroll"), t("Resultat"), t("Kommentar")},
              {t("K25-01"), t("V25-01; V24-09; X"), t("Stickprov"), t("Avvikelse"), t("Tre fel.")}});
  domain::NextYear next = last.open();
  const std::vector<const char*> columns{"Kontroll-ID", "VoR-ID", "Kontroll", "Resultat", "Kommentar"};
  CHECK(shown(next, "förra årets IKP", columns) ==
        "K25-01 | V25-01; V24-09; X | Stickprov | Avvikelse | Tre fel.\n");
  CHECK(shown(next, "IKP", columns) == "K26-01 | V26-01; V26-01; X | Stickprov |  | \n");
}

TEST_CASE("activities go on as the plan says, with their history") {
  LastYear last;
  const auto row = [](const char* id, double first, double end, const char* again) {
    return Cells{t(id),    t("Gör något"),  n(first),
                 n(end),   t("ISAM"),       Date{static_cast<int>(end), 12, 19, {}},
                 t(again), t("Ej påbörjad")};
  };
  last.sheet(
      "Aktiviteter 2025-2027.xlsx", "Aktiviteter",
      {heading(), row("A1", 2025, 2025, "Nej"), row("A2", 2025, 2025, "Nej"), row("A3", 2025, 2025, "Nej"),
       row("A4", 2025, 2025, "Nej"), row("A5", 2025, 2027, "Årligen"), row("A6", 2026, 2027, "Nej"),
       row("A7", 2025, 2025, "Nej"), row("A7", 2026, 2026, "Nej"), row("A8", 2025, 2025, "Nej")});
  const auto planned = [](const char* id, double first, double end, const char* state, const char* note,
                          In moved = Blank{}, const char* again = "Nej") {
    return Cells{
        t(id),    t("Gör något"), n(first), n(end), t("ISAM"), Date{static_cast<int>(end), 12, 19, {}},
        t(again), t(state),       t(note),  moved};
  };
  // Sorted otherwise, with a row that somebody has added and one that is gone.
  last.plan({{t("Plan 2025–2027")},
             heading(),
             planned("A9", 2025, 2025, "Pågår", "Ny."),
             planned("a5", 2025, 2027, "klar", "", Blank{}, "Årligen"),
             planned("A4", 2025, 2025, "Utgår", ""),
             planned("A3", 2025, 2025, "Flyttad", "Ingen tid.", n(2027)),
             planned("A2", 2025, 2025, "Försenad", "Halva kvar."),
             planned("A1", 2025, 2025, "Klar", ""),
             planned("A6", 2026, 2027, "Ej påbörjad", ""),
             planned("A7", 2025, 2025, "Pågår", ""),
             planned("A7", 2026, 2026, "Ej påbörjad", "")});
  domain::NextYear next = last.open();
  CHECK(shown(next, "Aktiviteter", plan_shown) ==
        "A6 | 2026 | 2027 | 2027-12-19 | Ej påbörjad | \n"
        "A7 | 2026 | 2026 | 2026-12-19 | Ej påbörjad | \n"
        "A2 | 2026 | 2026 |  | Försenad | Från 2025: Försenad, skulle vara klar 2025-12-19. Halva kvar.\n"
        "A5 | 2026 | 2027 | 2027-12-19 | Ej påbörjad | Från 2025: Klar.\n"
        "A7-2025 | 2026 | 2026 |  | Pågår | Från 2025: Pågår, skulle vara klar 2025-12-19.\n"
        "A8 | 2026 | 2026 |  | Ej påbörjad | Från 2025: Ej påbörjad, skulle vara klar 2025-12-19.\n"
        "A9 | 2026 | 2026 |  | Pågår | Från 2025: Pågår, skulle vara klar 2025-12-19. Ny.\n"
        "A3 | 2027 | 2027 |  | Ej påbörjad | Från 2025: Flyttad till 2027, skulle vara klar "
        "2025-12-19. Ingen tid.\n");
  CHECK(shown(next, "Tidigare aktiviteter", {"Aktivitets-ID", "Startår", "Status"}) ==
        "A1 | 2025 | Klar\nA2 | 2025 | Försenad\nA3 | 2025 | Flyttad\nA4 | 2025 | Utgår\nA5 | 2025 | Klar\n"
        "A6 | 2026 | Ej påbörjad\nA7 | 2025 | Pågår\nA7 | 2026 | Ej påbörjad\nA8 | 2025 | Ej påbörjad\nA9 | "
        "2025 | Pågår\n");
  CHECK(
      lines(next.activities) ==
      "A8 (2025) finns inte i planen; status är den i arbetsboken Aktiviteter.\n"
      "A9 (2025) finns i planen men inte i arbetsboken Aktiviteter; den är med.\n"
      "A7 finns redan 2026; raden som inte blev klar heter A7-2025. Slå ihop raderna om de är samma sak.\n");
  CHECK(told(next.left) == "Aktiviteter: 1 är klar\nAktiviteter: 1 utgår\n");
}

TEST_CASE("what the plan has changed is told, and goes on") {
  LastYear last;
  last.sheet(
      "Aktiviteter 2025-2027.xlsx", "Aktiviteter",
      {heading(),
       {t("A1"), t("Gör något"), n(2025), n(2025), t("ISAM"), Blank{}, t("Nej"), t("Pågår"), t("Gammalt.")}});
  last.plan({{t("Aktivitets-ID"), t("Aktivitet"), t("Startår"), t("Ansvarig"), t("Status"),
              t("Statuskommentar"), t("Vår kolumn")},
             {t("A1"), t("Gör något"), n(2026), t("DSO"), t("Pågår"), Blank{}, t("egen")}});
  domain::NextYear next = last.open();
  CHECK(
      shown(next, "Aktiviteter", {"Aktivitets-ID", "Startår", "Ansvarig", "Statuskommentar", "Vår kolumn"}) ==
      "A1 | 2026 | DSO | Från 2025: Pågår. | egen\n");
  CHECK(lines(next.activities) ==
        "A1 (2026) är ändrad i planen, i Startår och Ansvarig; planens uppgifter gäller.\n");
}

TEST_CASE("what is emptied or cannot be read in the plan is told, and does not go on") {
  LastYear last;
  last.sheet("Aktiviteter 2025-2027.xlsx", "Aktiviteter",
             {heading(),
              {t("A1"), t("Ett"), n(2025), n(2025), t("ISAM"), Date{2025, 12, 19, {}}, t("Nej"), t("Pågår")},
              {t("A2"), t("Två"), n(2025), n(2026), t("ISAM"), Date{2026, 6, 1, {}}, t("Nej"), t("Pågår")},
              {t("A3"), t("Tre"), n(2025), n(2026), t("ISAM"), Blank{}, t("Nej"), Blank{}}});
  last.plan({{t("Aktivitets-ID"), t("Startår"), t("Slutår"), t("Klart senast"), t("Status")},
             {t("A1"), n(2025), n(2025), Blank{}, Blank{}},
             {t("A2"), n(2025), t("snart"), t("i juni"), t("Avbruten")},
             {t("A3"), n(2025), n(2026), Blank{}, t("Klart")}});
  domain::NextYear next = last.open();
  CHECK(lines(next.activities) ==
        "A1 (2025): Klart senast är tömt i planen; arbetsbokens ”2025-12-19” gäller.\n"
        "A1 (2025) har ingen status i planen; ”Pågår” i arbetsboken gäller inte.\n"
        "A2 (2025): i planen står ”snart” i Slutår, som inte går att läsa; arbetsbokens ”2026” gäller.\n"
        "A2 (2025): i planen står ”i juni” i Klart senast, som inte går att läsa; arbetsbokens ”2026-06-01” "
        "gäller.\n"
        "A2 (2025): i planen står ”Avbruten” i Status, som inte går att läsa; arbetsbokens ”Pågår” gäller.\n"
        "A3 (2025): i planen står ”Klart” i Status, som inte går att läsa; cellen är tom här.\n");
  CHECK(shown(next, "Tidigare aktiviteter", {"Aktivitets-ID", "Slutår", "Klart senast", "Status"}) ==
        "A1 | 2025 | 2025-12-19 | \nA2 | 2026 | 2026-06-01 | Pågår\nA3 | 2026 |  | \n");
}

TEST_CASE("IDs of years that are no longer there are kept beside") {
  LastYear last;
  last.sheet("VoR 2025.xlsx", "VoR",
             {{t("VoR-ID"), t("Område"), t("Föregående VoR-ID")}, {t("V25-01"), t("A"), t("V24-01")}});
  last.sheet("Aktiviteter 2025-2027.xlsx", "Aktiviteter",
             {{t("Aktivitets-ID"), t("Aktivitet"), t("Startår"), t("Slutår"), t("VoR-ID"), t("DSO-ID")},
              {t("A1"), t("Gör något"), n(2026), n(2026), t("V24-01; V24-02; V25-01"), t("D24-01")}});
  domain::NextYear next = last.open();
  CHECK(shown(next, "Aktiviteter", {"VoR-ID", "DSO-ID", "Tidigare referenser"}) ==
        "V25-01 |  | V24-01; V24-02; D24-01\n");
  CHECK(shown(next, "Tidigare aktiviteter", {"VoR-ID", "DSO-ID"}) == "V24-01; V24-02; V25-01 | D24-01\n");
}

TEST_CASE("texts are marked to be reviewed, and those of older years stay") {
  LastYear last;
  last.sheet("Texter.xlsx", "Textblock",
             {{t("Nyckel"), t("Text"), t("Rapportår"), t("Granskad datum")},
              {t("a"), t("Ett"), n(2025), Date{2025, 9, 12, {}}},
              {t("b"), t("Två"), t("alla"), Blank{}},
              {t("c"), t("Tre"), n(2023), Blank{}}});
  last.sheet("Omvärld.xlsx", "Intressenter",
             {{t("Intressent"), t("Hantering"), t("Ta med")}, {t("Vårdnadshavare"), t("x"), t("Nej")}});
  domain::NextYear next = last.open();
  CHECK(shown(next, "Textblock", {"Nyckel", "Rapportår", "Granskad datum", "Att granska"}) ==
        "a | 2026 | 2025-09-12 | Från 2025, granskad 2025-09-12\nb | alla |  | Från 2025, inte granskad\n");
  CHECK(shown(next, "Intressenter", {"Intressent", "Ta med", "Att granska"}) ==
        "Vårdnadshavare | Nej | Från 2025\n");
  CHECK(told(next.left) == "Textblock: 1 gäller bara tidigare år\n");
}

TEST_CASE("facts move on, and those of one matter are emptied") {
  LastYear last;
  domain::NextYear next = last.open();
  const auto fact = [&](const char* name) { return to_text(next.facts[name]); };
  CHECK(next.year == 2026);
  CHECK(fact("Rapportår") == "2026");
  CHECK(fact("Uppföljningsår").empty());
  CHECK(fact("Planperiod, sista år") == "2028");
  CHECK(fact("Nämnd, genitiv").empty());
  CHECK(fact("Diarienummer").empty());
  CHECK(fact("Bilagor") == "Aktivitetsplan 2026–2028; Riskmatris");
  CHECK(fact("Vår rad") == "egen");
}

TEST_CASE("figures get the new year, goals their history, and the rest follows") {
  LastYear last;
  last.sheet("Mål.xlsx", "Nyckeltal",
             {{t("Nyckeltal-ID"), t("Nyckeltal"), t("2025")}, {t("N1"), t("Andel"), n(80)}});
  last.sheet("Mål2.xlsx", "Mål",
             {{t("Mål"), t("Måluppfyllelse"), t("Kommentar")}, {t("Klassa"), t("Delvis"), t("Två kvar.")}});
  last.sheet("kolumner.xlsx", "Kolumner",
             {{t("Blad"), t("Rubrik i filen"), t("Rubrik här")}, {t("VoR"), t("Risk nr"), t("VoR-ID")}});
  last.sheet("Incidenter 2024.xlsx", "Incidenter",
             {{t("Incident-ID"), t("Upptäckt")}, {t("I24-01"), Date{2024, 5, 1, {}}}});
  domain::NextYear next = last.open();
  CHECK(shown(next, "Nyckeltal", {"Nyckeltal-ID", "2025", "2026"}) == "N1 | 80 | \n");
  CHECK(shown(next, "Mål", {"Mål", "Måluppfyllelse", "Kommentar"}) ==
        "Klassa |  | 2025: Delvis. Två kvar.\n");
  CHECK(shown(next, "Kolumner", {"Blad", "Rubrik i filen", "Rubrik här"}) == "VoR | Risk nr | VoR-ID\n");
  CHECK(told(next.carried) ==
        "Nyckeltal: 1 följer med, och får en tom kolumn för 2026\nMål: 1 följer med; hur de uppfylldes står "
        "i Kommentar\n"
        "Kolumner: 1 följer med\n");
  CHECK(told(next.left) == "Incidenter: 1 gäller 2024, som redan är redovisat\n");
}

TEST_CASE("decisions follow, and name activities of gone years beside") {
  LastYear last;
  last.sheet("Aktiviteter 2025.xlsx", "Aktiviteter",
             {heading(), {t("A1"), t("Gör något"), n(2026), n(2026)}});
  last.sheet("Beslut.xlsx", "Beslut",
             {{t("Beslut-ID"), t("Beslut"), t("Aktivitets-ID")}, {t("B1"), t("Gör så"), t("A1; A24-9")}});
  domain::NextYear next = last.open();
  CHECK(shown(next, "Beslut", {"Beslut-ID", "Aktivitets-ID", "Tidigare referenser"}) == "B1 | A1 | A24-9\n");
}
