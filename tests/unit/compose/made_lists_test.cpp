#include "../intake/book_builder.hpp"
#include "base/text.hpp"
#include "compose/dataset.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <memory>

using namespace lg;
using namespace lg::test;

namespace {

/// The lists that a template can name, of a folder.
class Lists {
 public:
  explicit Lists(const Folder& folder) {
    Problems problems;
    review_ = std::make_unique<domain::Review>(folder.read(problems));
    data_ = compose::make_dataset(*review_);
  }

  /// The columns of every row, "a | b | c", a line each; a line break in a cell is "/".
  std::string shown(std::string_view list, const std::vector<std::string>& columns) const {
    const auto position = static_cast<std::size_t>(data_.root.find(fold(list)));
    const Field& field = data_.root.fields.at(position);
    std::string text;
    for (const Row& row : data_.row.at(position).as_list()->rows) {
      std::string line;
      for (const std::string& column : columns) {
        const auto at = static_cast<std::size_t>(field.find(fold(column)));
        std::string cell = to_text(row.at(at));
        std::ranges::replace(cell, '\n', '/');
        line += (line.empty() ? "" : " | ") + (cell.empty() ? std::string("–") : cell);
      }
      text += line + "\n";
    }
    return text;
  }

  std::string fact(std::string_view list, std::string_view name) const {
    const auto position = static_cast<std::size_t>(data_.root.find(fold(list)));
    std::vector<const Row*> rows;
    for (const Row& row : data_.row.at(position).as_list()->rows) rows.push_back(&row);
    for (const Aggregate& aggregate : data_.root.fields.at(position).aggregates) {
      if (aggregate.name == name) return to_text(aggregate.make(rows));
    }
    return "(saknas)";
  }

 private:
  std::unique_ptr<domain::Review> review_;
  Dataset data_;
};

Folder with_vor(const std::vector<Cells>& rows) {
  Folder folder;
  std::vector<Cells> all = {vor_headings()};
  all.insert(all.end(), rows.begin(), rows.end());
  folder.sheet("VoR 2025.xlsx", "VoR", all);
  return folder;
}

/// That many activities of an earlier plan, the first of them done.
Lists with_earlier(int all, int finished) {
  std::vector<Cells> rows = {{t("Aktivitets-ID"), t("Aktivitet"), t("Status")}};
  for (int i = 1; i <= all; ++i) {
    rows.push_back({("A24-" + std::to_string(i)), t("Aktivitet"), t(i <= finished ? "Klar" : "Pågår")});
  }
  Folder folder;
  folder.sheet("Aktiviteter 2024.xlsx", "Tidigare aktiviteter", rows);
  return Lists(folder);
}

}  // namespace

TEST_CASE("Riskmatrisen: en rad för varje steg av sannolikhet, en ruta för varje steg av konsekvens") {
  const Lists lists(with_vor({{t("V1"), t("A"), t("Ett."), n(4), n(4)},
                              {t("V2"), t("A"), t("Två."), n(4), n(4)},
                              {t("V3"), t("A"), t("Tre."), n(1), n(5)}}));
  CHECK(lists.shown("Riskmatris", {"Rubrik", "Ruta 1", "Ruta 4", "Ruta 4 händelser", "Ruta 5",
                                   "Ruta 5 händelser", "Ruta 5 grad", "Ruta 6"}) ==
        "5 | 5 Medel | 20 Kritisk | – | 25 Kritisk | – | 4 | –\n"
        "4 | 4 Låg | 16 Kritisk | V1/V2 | 20 Kritisk | – | 4 | –\n"
        "3 | 3 Låg | 12 Hög | – | 15 Kritisk | – | 4 | –\n"
        "2 | 2 Låg | 8 Medel | – | 10 Hög | – | 3 | –\n"
        "1 | 1 Låg | 4 Låg | – | 5 Medel | V3 | 2 | –\n");
  CHECK(lists.shown("Konsekvenssteg", {"Nr", "Rubrik"}) == "1 | 1\n2 | 2\n3 | 3\n4 | 4\n5 | 5\n");
  CHECK(lists.shown("Risknivåer",
                    {"Risknivå", "Från", "Till", "Antal", "Antal förra året", "Kräver hantering"}) ==
        "Kritisk | 15 | 25 | 2 | 0 | Ja\n"
        "Hög | 10 | 14 | 0 | 0 | Ja\n"
        "Medel | 5 | 9 | 1 | 0 | Nej\n"
        "Låg | 1 | 4 | 0 | 0 | Nej\n");
}

TEST_CASE("Riskmatrisen följer bladet Skalor") {
  Folder folder = with_vor({{t("V1"), t("A"), t("Ett."), n(3), n(4)}});
  folder.sheet("Skalor.xlsx", "Skalor",
               {{t("Typ"), t("Värde"), t("Från"), t("Till"), t("Benämning")},
                {t("Sannolikhet"), n(1), Blank{}, Blank{}, t("Sällan")},
                {t("Sannolikhet"), n(3), Blank{}, Blank{}, t("Ofta")},
                {t("Konsekvens"), n(1), Blank{}, Blank{}, t("Liten")},
                {t("Konsekvens"), n(4), Blank{}, Blank{}, t("Stor")},
                {t("Risknivå"), Blank{}, n(1), n(6), t("Grön")},
                {t("Risknivå"), Blank{}, n(7), n(12), t("Röd")}});
  const Lists lists(folder);
  CHECK(lists.shown("Riskmatris", {"Rubrik", "Ruta 1", "Ruta 1 grad", "Ruta 4", "Ruta 4 händelser",
                                   "Ruta 4 grad", "Ruta 5"}) ==
        "3 Ofta | 3 Grön | 2 | 12 Röd | V1 | 4 | –\n"
        "2 | 2 Grön | 2 | 8 Röd | – | 4 | –\n"
        "1 Sällan | 1 Grön | 2 | 4 Grön | – | 2 | –\n");
  CHECK(lists.shown("Konsekvenssteg", {"Nr", "Steg", "Benämning", "Rubrik"}) ==
        "1 | 1 | Liten | 1 Liten\n2 | 2 | – | 2\n3 | 3 | – | 3\n4 | 4 | Stor | 4 Stor\n");
}

TEST_CASE("Riskförändringar: ny, höjd, sänkt, oförändrad och utgår") {
  Folder folder = with_vor({});
  folder.sheet("VoR 2024.xlsx", "VoR",
               {vor_headings(),
                {t("V24-1"), t("A"), t("Höjs."), n(2), n(2)},
                {t("V24-2"), t("A"), t("Sänks."), n(4), n(4)},
                {t("V3"), t("A"), t("Samma."), n(3), n(3)},
                {t("V24-4"), t("B"), t("Utgår."), n(2), n(5)}});
  folder.sheet("Mer.xlsx", "VoR 2025",
               {{t("VoR-ID"), t("Område"), t("Oönskad händelse"), t("Sannolikhet"), t("Konsekvens"),
                 t("Föregående VoR-ID")},
                {t("V25-1"), t("A"), t("Höjs nu."), n(3), n(2), t("V24-1")},
                {t("V25-2"), t("A"), t("Sänks nu."), n(2), n(4), t("V24-2")},
                {t("V3"), t("A"), t("Samma."), n(3), n(3)},
                {t("V25-5"), t("C"), t("Ny."), n(1), n(1)}});
  CHECK(Lists(folder).shown("Riskförändringar", {"VoR-ID", "Föregående VoR-ID", "Föregående riskvärde",
                                                 "Riskvärde", "Risknivå", "Förändring"}) ==
        "V25-1 | V24-1 | 4 | 6 | Medel | Höjd\n"
        "V25-2 | V24-2 | 16 | 8 | Medel | Sänkt\n"
        "V3 | V3 | 9 | 9 | Medel | Oförändrad\n"
        "V25-5 | – | – | 1 | Låg | Ny\n"
        "V24-4 | V24-4 | 10 | – | – | Utgår\n");
}

TEST_CASE("Riskförändringar utan förra årets VoR säger inget om förändringen") {
  const Lists lists(with_vor({{t("V1"), t("A"), t("Ett."), n(4), n(4)}}));
  CHECK(lists.shown("Riskförändringar", {"VoR-ID", "Riskvärde", "Förändring"}) == "V1 | 16 | –\n");
}

TEST_CASE("Nyckeltal: trend efter riktning och målvärde, de tre senaste åren") {
  Folder folder;
  folder.sheet("Nyckeltal.xlsx", "Nyckeltal",
               {{t("Nyckeltal-ID"), t("Nyckeltal"), t("Målvärde"), t("Riktning"), n(2021), n(2022), n(2023),
                 n(2024), n(2026)},
                {t("N1"), t("Högre"), n(80), t("Högre är bättre"), n(1), n(60), n(70), n(80), n(99)},
                {t("N2"), t("Lägre"), n(5), t("Lägre är bättre"), n(1), n(4), n(6), n(7)},
                {t("N3"), t("Samma"), Blank{}, t("Lägre är bättre"), n(1), Blank{}, t("41,5"), n(41.5)},
                {t("N4"), t("Utan riktning"), n(5), Blank{}, n(1), n(9), Blank{}, n(3)},
                {t("N5"), t("Ett år"), n(5), t("Högre är bättre"), Blank{}, Blank{}, n(5)},
                {t("N6"), t("Inget"), n(5), t("Högre är bättre")}});
  const Lists lists(folder);
  CHECK(
      lists.shown("Nyckeltal", {"Nyckeltal-ID", "Senaste år", "Senaste utfall", "Trend", "Målvärde nått"}) ==
      "N1 | 2024 | 80 | Förbättras | Ja\n"
      "N2 | 2024 | 7 | Försämras | Nej\n"
      "N3 | 2024 | 41,5 | Oförändrat | –\n"
      "N4 | 2024 | 3 | Minskar | –\n"
      "N5 | 2023 | 5 | – | Ja\n"
      "N6 | – | – | – | –\n");
  CHECK(lists.shown("Nyckeltalsvärden", {"Nyckeltal-ID", "År", "Utfall", "Mål", "Utfall i ord"}) ==
        "N1 | 2022 | 60 | 80 | 60\nN1 | 2023 | 70 | 80 | 70\nN1 | 2024 | 80 | 80 | 80\n"
        "N2 | 2022 | 4 | 5 | 4\nN2 | 2023 | 6 | 5 | 6\nN2 | 2024 | 7 | 5 | 7\n"
        "N3 | 2023 | 41,5 | – | 41,5\nN3 | 2024 | 41,5 | – | 41,5\n"
        "N4 | 2022 | 9 | 5 | 9\nN4 | 2024 | 3 | 5 | 3\n"
        "N5 | 2023 | 5 | 5 | 5\n");
}

TEST_CASE("Lagtäckning: punkterna på risker och aktiviteter, en aktivitet utan punkter får händelsens") {
  Folder folder;
  folder.sheet("VoR 2025.xlsx", "VoR",
               {{t("VoR-ID"), t("Område"), t("Oönskad händelse"), t("Sannolikhet"), t("Konsekvens"),
                 t("Cybersäkerhetslagen")},
                {t("V1"), t("A"), t("Ett."), n(1), n(1), t("1; 10")},
                {t("V2"), t("A"), t("Två."), n(1), n(1), n(9)}});
  folder.sheet(
      "Aktiviteter.xlsx", "Aktiviteter",
      {{t("Aktivitets-ID"), t("Aktivitet"), t("Startår"), t("Slutår"), t("Beskrivning"), t("Ansvarig"),
        t("Ansvarstyp"), t("Prioritet"), t("Källa"), t("VoR-ID"), t("Cybersäkerhetslagen")},
       {t("A1"), t("Ett"), n(2025), n(2025), t("Text"), t("ISAM"), t("Genomförs"), t("1 Hög"), t("VoR"),
        t("V1; V2")},
       {t("A1"), t("Ett"), n(2026), n(2026), t("Text"), t("ISAM"), t("Genomförs"), t("1 Hög"), t("VoR"),
        t("V1")},
       {t("A2"), t("Två"), n(2025), n(2025), t("Text"), t("ISAM"), t("Genomförs"), t("1 Hög"), t("VoR"),
        t("V1"), n(3)}});
  CHECK(
      Lists(folder).shown("Lagtäckning",
                          {"Punkt", "VoR-ID", "Aktivitets-ID", "Antal risker", "Antal aktiviteter"}) ==
      "1 | V1 | A1 | 1 | 1\n2 | – | – | 0 | 0\n3 | – | A2 | 0 | 1\n4 | – | – | 0 | 0\n5 | – | – | 0 | 0\n"
      "6 | – | – | 0 | 0\n7 | – | – | 0 | 0\n8 | – | – | 0 | 0\n9 | V2 | A1 | 1 | 1\n10 | V1 | A1 | 1 | 1\n");
}

TEST_CASE("Beslutspunkter: en rad för varje punkt, utan nummer och streck") {
  Folder folder;
  folder.book(BookBuilder("Mer.xlsx")
                  .sheet("Uppgifter",
                         {{t("Fält"), t("Värde")},
                          {t("Beslutsförslag"), t("1. Nämnden godkänner rapporten.\n\n2) Planen gäller.\n"
                                                  "- 3 chefer utbildas.\n2025 års plan upphör.")}})
                  .take());
  CHECK(Lists(folder).shown("Beslutspunkter", {"Nr", "Punkt"}) ==
        "1 | Nämnden godkänner rapporten.\n2 | Planen gäller.\n3 | 3 chefer utbildas.\n4 | 2025 års plan "
        "upphör.\n");
  CHECK(Lists(Folder()).shown("Beslutspunkter", {"Punkt"}).empty());
}

TEST_CASE("Tidigare beslut: de som fattades före rapportens datum") {
  Folder folder;
  folder.sheet("Beslut.xlsx", "Beslut",
               {{t("Beslut-ID"), t("Beslut"), t("Datum")},
                {t("B1"), t("Före"), t("2024-11-20")},
                {t("B2"), t("Samma år före"), t("2025-10-13")},
                {t("B3"), t("Efter"), t("2025-11-20")},
                {t("B4"), t("Utan datum")}});
  CHECK(Lists(folder).shown("Beslut", {"Beslut-ID", "Tidigare beslut"}) ==
        "B1 | Ja\nB2 | Ja\nB3 | Nej\nB4 | Ja\n");
}

TEST_CASE("Åtgärdad: när status säger det eller alla aktiviteter är klara") {
  Folder folder;
  folder.sheet("GDPR-årsrapport 2024.xlsx", "Rekommendationer",
               {{t("DSO-ID"), t("Område"), t("Rekommendation"), t("Risk"), t("Berör informationssäkerhet"),
                 t("Status"), t("Aktivitets-ID")},
                {t("D1"), t("Annat"), t("Egen status"), t("Hög"), t("Ja"), t("Genomförd")},
                {t("D2"), t("Annat"), t("Klar aktivitet"), t("Hög"), t("Ja"), Blank{}, t("A1")},
                {t("D3"), t("Annat"), t("En av två"), t("Hög"), t("Ja"), Blank{}, t("A1; A2")},
                {t("D4"), t("Annat"), t("Aktiviteten nämner den"), t("Hög"), t("Ja")},
                {t("D5"), t("Annat"), t("Ingen aktivitet"), t("Hög"), t("Ja")}});
  folder.sheet("Plan.xlsx", "Tidigare aktiviteter",
               {{t("Aktivitets-ID"), t("Aktivitet"), t("Status"), t("DSO-ID")},
                {t("A1"), t("Ett"), t("Klar")},
                {t("A2"), t("Två"), t("Pågår")},
                {t("A3"), t("Tre"), t("Klar"), t("D4")}});
  CHECK(Lists(folder).shown("Rekommendationer", {"DSO-ID", "Åtgärdad"}) ==
        "D1 | Ja\nD2 | Ja\nD3 | Nej\nD4 | Ja\nD5 | Nej\n");
}

TEST_CASE("Genomförandemeningen säger hur många som börjar senare och inte är klara") {
  const auto sentence = [](std::initializer_list<std::pair<double, const char*>> activities) {
    std::vector<Cells> rows{{t("Aktivitets-ID"), t("Aktivitet"), t("Status"), t("Startår")}};
    int number = 0;
    for (const auto& [year, status] : activities)
      rows.push_back({"A" + std::to_string(++number), t("Ett"), t(status), n(year)});
    Folder folder;
    folder.sheet("Plan.xlsx", "Tidigare aktiviteter", rows);
    return Lists(folder).fact("Tidigare aktiviteter", "genomförandemening");
  };
  CHECK(sentence({{2024, "Klar"}, {2024, "Pågår"}, {2025, "Ej påbörjad"}}) ==
        "En av tre aktiviteter är genomförd. En av de två som återstår skulle börja först efter 2024.");
  CHECK(sentence({{2024, "Klar"}, {2026, "Klar"}, {2025, ""}}) ==
        "Två av tre aktiviteter är genomförda. Den som återstår skulle börja först efter 2024.");
  CHECK(sentence({{2024, "Pågår"}, {2025, ""}}) ==
        "Ingen av två aktiviteter är genomförd. En av de två som återstår skulle börja först efter 2024.");
  CHECK(sentence({{2025, ""}, {2026, ""}}) ==
        "Ingen av två aktiviteter är genomförd. De som återstår skulle börja först efter 2024.");
  CHECK(sentence({{2024, "Klar"}, {2025, "Klar"}}) == "Båda aktiviteterna är genomförda.");
}

TEST_CASE("Genomförandemeningen böjs efter båda antalen") {
  const auto sentence = [](int all, int finished) {
    return with_earlier(all, finished).fact("Tidigare aktiviteter", "genomförandemening");
  };
  CHECK(sentence(0, 0).empty());
  CHECK(sentence(1, 0) == "Aktiviteten är inte genomförd.");
  CHECK(sentence(1, 1) == "Aktiviteten är genomförd.");
  CHECK(sentence(2, 0) == "Ingen av två aktiviteter är genomförd.");
  CHECK(sentence(2, 1) == "En av två aktiviteter är genomförd.");
  CHECK(sentence(2, 2) == "Båda aktiviteterna är genomförda.");
  CHECK(sentence(3, 2) == "Två av tre aktiviteter är genomförda.");
  CHECK(sentence(12, 12) == "Samtliga tolv aktiviteter är genomförda.");
  CHECK(sentence(14, 13) == "Av 14 aktiviteter är 13 genomförda.");
  CHECK(with_earlier(3, 2).fact("Tidigare aktiviteter", "antal klara") == "2");
}
