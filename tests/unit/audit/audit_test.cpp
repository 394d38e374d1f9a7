#include "../intake/book_builder.hpp"
#include "audit/account.hpp"
#include "audit/comparison.hpp"
#include "base/text.hpp"
#include "support/document.hpp"

#include <catch2/catch.hpp>

using namespace lg;
using namespace lg::audit;
using namespace lg::test;

namespace {

constexpr auto counted = merge::CellUse::How::counted;
constexpr auto chosen = merge::CellUse::How::chosen;
constexpr auto shown = merge::CellUse::How::shown;

/// A sheet of two activities, and what became of them in a report and a plan that the test makes up.
class Made {
 public:
  Made() {
    Field list = Field::of("Aktiviteter", Field::Shape::list);
    for (const char* heading : {"Aktivitets-ID", "Aktivitet", "Startår", "Slutår", "Ansvarig"}) {
      const bool year = std::string_view(heading).ends_with("år");
      list.fields.push_back(Field::of(heading, year ? Field::Shape::number : Field::Shape::text));
    }
    data_.root.fields.push_back(list);
    data_.row.push_back(Value::list({row(5, "A1", "Utbilda"), row(6, "A2", "Klassa")}));
    for (const int number : {5, 6})
      ledger_.add({&sheet_, number, 1, "Aktiviteter", "A" + std::to_string(number - 4), ""});
  }

  [[nodiscard]] merge::CellUse use(int number, int column, merge::CellUse::How how = shown) const {
    return {{&sheet_, number, column}, how};
  }
  void report(std::string place, std::string text, std::vector<merge::CellUse> from) {
    provenance_.report.push_back(
        {std::move(place), "stycke 1", std::move(text), "/word/document.xml", 0, 1, {}, std::move(from)});
  }
  /// The activity's five cells in the plan's row of that number.
  void plan(int number, int row_of_plan) {
    Trail trail{"Plan", "", "", "", 0, 0, {}, {}};
    for (int column = 1; column <= 5; ++column) {
      trail.cells.push_back({row_of_plan, column});
      trail.from.push_back(use(number, column));
    }
    provenance_.plan.push_back(std::move(trail));
  }

  [[nodiscard]] Account account(const ListUse& report = {}, const ListUse& plan = {}) const {
    return account_of(ledger_, data_, provenance_, report, plan);
  }
  [[nodiscard]] std::string lost(const ListUse& report, const ListUse& plan = {}) const {
    Problems problems;
    tell_lost(account(report, plan), report, plan, problems);
    return text_of(problems);
  }
  [[nodiscard]] std::string differences(bool own_templates = false) const {
    const sml::Workbook plan =
        BookBuilder("plan.xlsx")
            .sheet("Plan", {{t("Aktivitets-ID"), t("Aktivitet"), t("Startår"), t("Slutår"), t("Ansvarig")},
                            {t("A1"), t("Utbilda"), n(2026), n(2027), t("ISAM")},
                            {t("A2"), t("Klassa"), n(2026), n(2027), t("DSO; ISAM")}})
            .take();
    Problems problems;
    tell_differences(compare(data_, account(), plan), own_templates, problems);
    return text_of(problems);
  }

 private:
  [[nodiscard]] Row row(int number, const char* id, const char* name) const {
    const auto at = [&](int column) { return Source{&sheet_, number, column}; };
    return {Value::text(id, at(1)), Value::text(name, at(2)), Value::number(2026, at(3)),
            Value::number(2027, at(4)), Value::text("ISAM", at(5))};
  }

  SheetOrigin sheet_{"Aktiviteter.xlsx", "Aktiviteter", {{1, "Aktivitets-ID"}}};
  domain::Ledger ledger_;
  Dataset data_;
  Provenance provenance_;
};

}  // namespace

TEST_CASE("a row that a loop goes through and does not show is told with its cell") {
  Made made;
  made.report("1.1 Läget", "2 aktiviteter", {made.use(5, 1, counted), made.use(6, 1, counted)});
  made.report("1.2 Aktiviteter", "Utbilda", {made.use(5, 2)});
  CHECK(made.lost({{"aktiviteter"}, {"aktiviteter"}}) ==
        "varning[PROT-001]: Raden står inte i rapporten, fast mallen går igenom listan ”Aktiviteter”.\n"
        "  plats: Aktiviteter.xlsx › Aktiviteter › A6 (Aktivitets-ID)\n"
        "  tips: Kontrollera i mallen att något av radens värden skrivs ut i slingan.\n");
}

TEST_CASE("a row that no loop without a condition goes through is a note, unless it is counted") {
  Made made;
  made.report("1.2 Aktiviteter", "Utbilda", {made.use(5, 2)});
  const ListUse named{{"aktiviteter"}, {}};
  CHECK(made.lost(named) ==
        "upplysning[PROT-002]: Raden står inte i dokumenten; mallarna visar bara en del av listan "
        "”Aktiviteter”.\n"
        "  plats: Aktiviteter.xlsx › Aktiviteter › A6 (Aktivitets-ID)\n"
        "  tips: Det är inget fel om mallens villkor ska utesluta raden.\n");
  CHECK(made.lost({}).empty());
  made.report("1.3 Övrigt", "En aktivitet till", {made.use(6, 1, chosen)});
  CHECK(made.lost(named).empty());
}

TEST_CASE("being counted with the whole list is landing only where no row is shown") {
  Made made;
  made.report("1.1 Läget", "2 aktiviteter", {made.use(5, 1, counted), made.use(6, 1, counted)});
  CHECK(made.account().lists.front().counted == 2);
  made.report("1.2 Aktiviteter", "Utbilda", {made.use(5, 2)});
  CHECK(made.account().lists.front().told == 1);
  CHECK(made.account().lists.front().counted == 0);
  CHECK(made.account().lists.front().rows == 2);
}

TEST_CASE("a row whose id or year alone is shown is counted, not told") {
  Made made;
  made.report("1.1 Läget", "Utbilda", {made.use(5, 2)});
  made.report("1.2 Senare", "Det görs 2027 (A2).", {made.use(6, 4), made.use(6, 1)});
  const Account account = made.account();
  CHECK(account.rows[0].in_report == Standing::told);
  CHECK(account.rows[1].in_report == Standing::counted);
  CHECK(account.rows[1].best() == Standing::counted);
  CHECK(made.lost({{"aktiviteter"}, {"aktiviteter"}}).empty());
}

TEST_CASE("the two documents are held together, activity by activity") {
  Made made;
  made.plan(5, 2);
  made.report("1 Aktiviteter under år 2026 och 2027", "Utbilda. ISAM ansvarar.",
              {made.use(5, 2), made.use(5, 5)});
  CHECK(made.differences().empty());

  SECTION("an activity in one of them alone") {
    made.plan(6, 3);
    CHECK(made.differences() ==
          "varning[PROT-003]: Aktiviteten ”Klassa” står i planen men inte i rapporten.\n"
          "  plats: Aktiviteter.xlsx › Aktiviteter › A6 (Aktivitets-ID)\n"
          "  tips: Kontrollera aktivitetens år, och villkoren i rapportens mall.\n");
    CHECK(made.differences(true).starts_with("upplysning[PROT-003]: "));
  }
  SECTION("other years") {
    made.plan(6, 3);
    made.report("2 Aktiviteter under år 2025", "Klassa", {made.use(6, 2)});
    CHECK(
        made.differences() ==
        "varning[PROT-004]: Aktiviteten ”Klassa” gäller 2026–2027 i planen men står under 2025 i rapporten.\n"
        "  plats: Aktiviteter.xlsx › Aktiviteter › A6 (Aktivitets-ID)\n"
        "  tips: Kontrollera aktivitetens år, och villkoren i rapportens mall.\n");
  }
  SECTION("another owner") {
    made.plan(6, 3);
    made.report("2 Aktiviteter under år 2026", "Klassa. ISAM ansvarar.", {made.use(6, 2), made.use(6, 5)});
    CHECK(made.differences() ==
          "varning[PROT-005]: Aktiviteten ”Klassa” har ”DSO; ISAM” som ansvarig i planen men inte i "
          "rapporten.\n"
          "  plats: Aktiviteter.xlsx › Aktiviteter › A6 (Aktivitets-ID)\n"
          "  tips: Kontrollera i rapportens mall hur den ansvarige skrivs ut.\n");
  }
}

TEST_CASE("cells are told as few areas, in their order") {
  CHECK(cells_text({{6, 1}, {6, 2}, {6, 3}, {6, 8}}) == "A6:C6, H6");
  CHECK(cells_text({{6, 1}, {7, 1}, {8, 1}}) == "A6:A8");
  CHECK(cells_text({{6, 2}, {6, 1}}) == "B6, A6");
  CHECK(cells_text({}).empty());
}
