#include "intake/review_reader.hpp"

#include "base/text.hpp"
#include "book_builder.hpp"

#include <catch2/catch.hpp>

using namespace lg;
using namespace lg::test;

namespace {

/// The values of one column, parted by "|"; holes as "?".
std::string column(const domain::Review& review, const char* list, const char* heading) {
  const domain::Table& table = review.table(list);
  std::string text;
  for (const Row& row : table.rows) {
    const Value& value = table.at(row, heading);
    text += (text.empty() ? "" : "|") + (value.is_hole() ? "?" : to_text(value));
  }
  return text;
}

domain::Review read(const Folder& folder) {
  Problems problems;
  return folder.read(problems);
}

std::vector<Cells> vor(const char* id) {
  return {vor_headings(), {t(id), t("Utbildning"), t("Anställda går inte utbildningen."), n(2), n(2)}};
}

}  // namespace

TEST_CASE("a review without workbooks has every list with its columns") {
  const domain::Review review = intake::review_shape();
  for (const char* list : {"VoR",
                           "förra årets VoR",
                           "IKP",
                           "förra årets IKP",
                           "Uppföljning",
                           "Rekommendationer",
                           "Incidenter",
                           "Revisioner",
                           "Iakttagelser",
                           "Aktiviteter",
                           "Tidigare aktiviteter",
                           "Omvärld",
                           "Staden",
                           "Intressenter",
                           "Nyckeltal",
                           "Mål",
                           "Klassning",
                           "Beslut",
                           "Roller",
                           "Ordlista",
                           "Planår"}) {
    INFO(list);
    CHECK(review.table(list).field.name == list);
    CHECK_FALSE(review.table(list).field.fields.empty());
  }
  CHECK(review.table("Uppföljning").column("Oönskad händelse") >= 0);
  CHECK(review.table("Iakttagelser").column("Utförare") >= 0);
  CHECK(review.table("Aktiviteter").column("Ansvarsmening") >= 0);
  CHECK(review.table("VoR").field.fields[3].shape == Field::Shape::text);
  CHECK(review.facts.column("Planperiod första år") >= 0);
}

TEST_CASE("a sheet belongs to the year of its name, its workbook or its rows") {
  CHECK(column(read(Folder().sheet("VoR 2024.xlsx", "VoR", vor("a"))), "förra årets VoR", "VoR-ID") == "a");
  CHECK(column(read(Folder().sheet("Allt.xlsx", "VoR 2024", vor("a"))), "förra årets VoR", "VoR-ID") == "a");
  CHECK(column(read(Folder().sheet("Allt.xlsx", "Riskanalys", vor("a"))), "VoR", "VoR-ID") == "a");
  std::vector<Cells> both = vor("a");
  both.push_back({t("b"), t("Utbildning"), t("Något annat händer i staden."), n(1), n(1), n(2024)});
  both[0].cells.push_back(t("År"));
  const domain::Review review = read(Folder().sheet("VoR 2025.xlsx", "VoR", both));
  CHECK(column(review, "VoR", "VoR-ID") == "a");
  CHECK(column(review, "förra årets VoR", "VoR-ID") == "b");
}

TEST_CASE("one workbook with all sheets is as good as ten") {
  BookBuilder all("Underlag 2025.xlsx");
  all.sheet("VoR", vor("a"));
  all.sheet("Uppföljning", {{t("VoR-ID"), t("Uppföljningsmetod"), t("Iakttagelse och bedömning"),
                             t("ISAM:s rekommendation")},
                            {t("x"), t("Observation"), t("Text"), t("Ingen")}});
  const domain::Review review = read(Folder().book(all.take()));
  CHECK(column(review, "VoR", "VoR-ID") == "a");
  CHECK(column(review, "Uppföljning", "VoR-ID") == "x");
  CHECK(column(review, "Uppföljning", "ISAM:s rekommendation") == "");
}

TEST_CASE("a sheet of another year is told and left out, and its ids are known") {
  Folder folder;
  folder.sheet("VoR 2023.xlsx", "VoR", vor("V23-01")).sheet("VoR 2025.xlsx", "VoR", vor("V25-01"));
  CHECK(folder.told("BLAN-005") ==
        "upplysning[BLAN-005]: Bladet gäller 2023 och används inte.\n"
        "  plats: VoR 2023.xlsx › VoR\n");
  CHECK(read(folder).table("VoR").other_ids.contains(fold("V23-01")));
}

TEST_CASE("risk value and level are computed where they are blank") {
  std::vector<Cells> rows = vor("a");
  rows[0].cells.push_back(t("Riskvärde"));
  rows[0].cells.push_back(t("Risknivå"));
  rows[1].cells[3] = n(3);
  rows[1].cells[4] = n(4);
  const domain::Review review = read(Folder().sheet("VoR.xlsx", "VoR", rows));
  CHECK(column(review, "VoR", "Riskvärde") == "12");
  CHECK(column(review, "VoR", "Risknivå") == "Hög");
}

TEST_CASE("an activity has its years and its sentence of responsibility") {
  const domain::Review review = read(Folder().sheet(
      "Aktiviteter 2025-2027.xlsx", "Aktiviteter",
      {{t("Aktivitets-ID"), t("Aktivitet"), t("Startår"), t("Slutår"), t("Beskrivning"), t("Ansvarig"),
        t("Ansvarstyp"), t("Prioritet"), t("Källa"), t("Med stöd av"), t("Sorteringsordning")},
       {t("A1"), t("Ett"), n(2025), n(2027), t("Text"), t("ISAM"), t("genomförs"), n(1), t("Lagkrav"),
        t("DSO"), n(2)},
       {t("A2"), t("Två"), n(2025), n(2025), t("Text"), Blank{}, t("Initieras"), n(1), t("Lagkrav"), Blank{},
        n(1)}}));
  CHECK(column(review, "Aktiviteter", "Aktivitets-ID") == "A2|A1");
  CHECK(column(review, "Aktiviteter", "År") == "2025|2025, 2026 samt 2027");
  CHECK(column(review, "Aktiviteter", "Ansvarsmening") ==
        "?|ISAM ansvarar för att aktiviteten genomförs med stöd av DSO.");
  CHECK(column(review, "Aktiviteter", "Grupp") == "Aktivitet|Aktivitet");
  CHECK(column(review, "Planår", "År") == "2025|2026|2027");
}

TEST_CASE("facts have their defaults, and own facts are kept") {
  BookBuilder more("Mer.xlsx");
  more.sheet("Uppgifter", {{t("Fält"), t("Värde")}, {t("Budget"), n(12)}});
  const domain::Review review = read(Folder().book(more.take()));
  const auto fact = [&](const char* name) {
    return to_text(review.facts.at(review.facts.rows.front(), name));
  };
  CHECK(fact("Nämnd, genitiv") == "förskolenämndens");
  CHECK(fact("Nämnd rubrikform") == "Förskolenämnden");
  CHECK(fact("Uppföljningsår") == "2024");
  CHECK(fact("Budget") == "12");
  CHECK(review.report_year == 2025);
  CHECK(review.first_plan_year == 2025);
  CHECK(review.last_plan_year == 2027);
}

TEST_CASE("a follow-up has the columns of its event") {
  const domain::Review review =
      read(Folder()
               .sheet("VoR 2024.xlsx", "VoR", vor("V24-01"))
               .sheet("Uppföljning.xlsx", "Uppföljning",
                      {{t("VoR-ID"), t("Uppföljningsmetod"), t("Iakttagelse och bedömning"),
                        t("ISAM:s rekommendation")},
                       {t("v24-01"), t("Observation"), t("Text"), t("En rutin.")}}));
  CHECK(column(review, "Uppföljning", "Oönskad händelse") == "Anställda går inte utbildningen.");
  CHECK(column(review, "Uppföljning", "Riskvärde") == "4");
}

TEST_CASE("results of controls stand in the control") {
  BookBuilder book("IKP 2025.xlsx");
  book.sheet("IKP", {{t("Kontroll-ID"), t("VoR-ID"), t("Kontroll"), t("Metod"), t("Frekvens"),
                      t("Kontrollansvarig")},
                     {t("K1"), Blank{}, t("Stickprov"), t("Stickprov"), t("Tertial"), t("ISAM")}});
  book.sheet("IKP-uppföljning",
             {{t("Kontroll-ID"), t("Resultat")}, {t("K1"), t("Avvikelse")}, {t("K9"), t("Avvikelse")}});
  const Folder folder = std::move(Folder().book(book.take()));
  CHECK(column(read(folder), "IKP", "Resultat") == "Avvikelse");
  CHECK(folder.told("IKP-101") ==
        "fel[IKP-101]: Kontroll-ID ”K9” finns inte i bladet IKP.\n"
        "  plats: IKP 2025.xlsx › IKP-uppföljning › A3 (Kontroll-ID)\n"
        "  tips: Skriv beteckningen på en kontroll i bladet IKP.\n");
}

TEST_CASE("the year's own text goes before the one for all years") {
  const domain::Review review = read(Folder().sheet("Texter.xlsx", "Textblock",
                                                    {{t("Nyckel"), t("Text"), t("Rapportår")},
                                                     {t("syfte"), t("gammal"), n(2024)},
                                                     {t("syfte"), t("alla"), t("alla")},
                                                     {t("syfte"), t("ny"), n(2025)},
                                                     {t("annat"), t("jämt"), t("alla")}}));
  CHECK(column(review, "Textblock", "Text") == "ny|jämt");
}

TEST_CASE("headings of other people's files are translated") {
  Folder folder;
  folder.sheet("kolumner.xlsx", "Kolumner",
               {{t("Blad"), t("Rubrik i filen"), t("Rubrik här")}, {t("VoR"), t("Beteckning"), t("VoR-ID")}});
  std::vector<Cells> rows = vor("a");
  rows[0].cells[0] = t("Beteckning");
  folder.sheet("VoR.xlsx", "VoR", rows);
  CHECK(column(read(folder), "VoR", "VoR-ID") == "a");
}

TEST_CASE("the plan that the program made last year is read as earlier activities") {
  BookBuilder plan("Aktivitetsplan 2024–2026 Nämnden.xlsx");
  plan.property("Genomgång", "aktivitetsplan 2024");
  plan.sheet("Aktivitetsplan",
             {{t("Aktivitets-ID"), t("Aktivitet"), t("Status")}, {t("A24-01"), t("Rutin"), t("Klar")}});
  CHECK(column(read(Folder().book(plan.take())), "Tidigare aktiviteter", "Status") == "Klar");
}

TEST_CASE("headings may stand below titles, in any order, with own columns between") {
  BookBuilder book("VoR 2025.xlsx");
  book.sheet("VoR", {{t("Väsentlighets- och riskanalys")},
                     {},
                     {t("Fylls i av"), t("ISAM")},
                     {t("Konsekvens *"), t("Eget"), t("Oönskad\nhändelse"), t("område"), t("Sannolikhet"),
                      t("Risk-ID")},
                     {n(2), n(1.5), t("Annat"), t("Utbildning"), t("3,0"), n(4)},
                     {t("  "), Blank{}, Blank{}},
                     {n(1), t("x"), t("Mer"), t("Utbildning"), n(1), t("b")}});
  const domain::Review review = read(Folder().book(book.take()));
  CHECK(column(review, "VoR", "VoR-ID") == "4|b");
  CHECK(column(review, "VoR", "Sannolikhet") == "3|1");
  CHECK(column(review, "VoR", "Eget") == "1,5|x");
  CHECK_FALSE(review.table("VoR").field.fields.back().declared);
}

TEST_CASE("rows of blanks and of formulas that count nothing are passed over") {
  std::vector<Cells> rows = vor("a");
  rows[0].cells.push_back(t("Riskvärde"));
  rows[1].cells.push_back(n(4));
  rows.push_back({Blank{}, Blank{}, t(" "), Blank{}, Blank{}, Formula{}});
  rows.push_back({Blank{}, Blank{}, Blank{}, Blank{}, Blank{}, Error{"#VALUE!"}});
  const Folder folder = std::move(Folder().sheet("VoR.xlsx", "VoR", rows));
  CHECK(column(read(folder), "VoR", "VoR-ID") == "a");
  CHECK(folder.told("BLAN-111").empty());
}

TEST_CASE("an Excel table says where the headings are") {
  BookBuilder book("VoR 2025.xlsx");
  std::vector<Cells> rows(14, Cells{t("text")});
  for (const Cells& row : vor("a")) rows.push_back(row);
  book.sheet("VoR", rows);
  book.last().tables["Tabell1"] = {{15, 1}, {16, 5}};
  CHECK(column(read(Folder().book(book.take())), "VoR", "VoR-ID") == "a");
}

TEST_CASE("problems of rows that are not used are not told") {
  std::vector<Cells> rows = vor("a");
  rows[0].cells.push_back(t("Informationssäkerhet"));
  rows.push_back({t("b"), t("Ekonomi"), t("Annat"), t("hög"), Blank{}, t("Nej")});
  Problems problems;
  static_cast<void>(Folder().sheet("VoR.xlsx", "VoR", rows).read(problems));
  for (const Problem& problem : problems) CHECK(problem.code != "VOR-103");
}

TEST_CASE("a risk that nobody has judged yet may say so") {
  std::vector<Cells> rows = vor("a");
  rows[1].cells[3] = t("Bedömning saknas");
  const Folder folder = std::move(Folder().sheet("VoR.xlsx", "VoR", rows));
  CHECK(folder.told("VOR-103").empty());
  CHECK(column(read(folder), "VoR", "Riskvärde") == "");
}
