#include "intake/cell_reader.hpp"

#include "base/problem.hpp"
#include "intake/date_text.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <string>
#include <vector>

using namespace lg;
using namespace lg::intake;

namespace {

constexpr std::array<std::string_view, 3> priorities{"1 Hög", "2 Medel", "3 Låg"};
constexpr std::array<std::string_view, 3> methods{"Stickprov", "Observation", "Översyn"};
const SheetOrigin origin{"bok.xlsx", "Blad", {{1, "Kolumn"}}};
const Source place{&origin, 5, 1};

struct Result {
  Value value;
  std::string told;
};

Result read(const Column& column, sml::CellValue value, bool formula = false, bool illegal = false) {
  const CellReader reader(column, "Kolumn");
  std::vector<Problem> problems;
  sml::Cell cell{{5, 1}, value, false, formula, illegal};
  Result result{reader.read(cell, place, problems), {}};
  REQUIRE(problems.size() <= 1);
  for (const Problem& problem : problems) result.told += to_text(problem);
  return result;
}

Result read(Kind kind, sml::CellValue value) {
  return read(Column{.heading = "Kolumn", .kind = kind}, value);
}

std::string shown(Kind kind, sml::CellValue value) {
  const Result result = read(kind, value);
  CHECK(result.told.empty());
  return to_text(result.value);
}

}  // namespace

TEST_CASE("whole numbers are read from numbers and from text") {
  CHECK(shown(Kind::whole_number, 3.0) == "3");
  CHECK(shown(Kind::whole_number, std::string_view("3")) == "3");
  CHECK(shown(Kind::whole_number, std::string_view(" 3,0 ")) == "3");
  CHECK(shown(Kind::whole_number, std::string_view("-")) == "");
}

TEST_CASE("what is no whole number is told with what stands there") {
  const Result result = read(Kind::whole_number, std::string_view("hög"));
  CHECK(result.value.is_hole());
  CHECK(result.told ==
        "fel[BLAN-103]: Kolumn ska vara ett heltal, men i cellen står ”hög”.\n"
        "  plats: bok.xlsx › Blad › A5 (Kolumn)\n"
        "  tips: Skriv ett heltal, till exempel 3.\n");
  CHECK(read(Kind::whole_number, 2.5).told.find("”2,5”") != std::string::npos);
}

TEST_CASE("numbers take a decimal comma") {
  CHECK(shown(Kind::number, std::string_view("12,5")) == "12,5");
  CHECK(read(Kind::number, std::string_view("cirka femtio")).told ==
        "fel[BLAN-104]: Kolumn ska vara ett tal, men i cellen står ”cirka femtio”.\n"
        "  plats: bok.xlsx › Blad › A5 (Kolumn)\n"
        "  tips: Skriv bara talet, till exempel 12,5.\n");
}

TEST_CASE("dates are read as people write them") {
  CHECK(shown(Kind::date, Date{2025, 10, 14, {}}) == "2025-10-14");
  CHECK(shown(Kind::date, std::string_view("2025-10-14 09:10")) == "2025-10-14 09:10");
  const auto start = [](const char* text) { return to_text(read_date_text(text, false).value_or(Date{})); };
  const auto end = [](const char* text) { return to_text(read_date_text(text, true).value_or(Date{})); };
  CHECK(start("2025-10") == "2025-10-01");
  CHECK(end("2025-02") == "2025-02-28");
  CHECK(start("Q3 2025") == "2025-07-01");
  CHECK(end("kvartal 3 2025") == "2025-09-30");
  CHECK(end("2025 Q4") == "2025-12-31");
  CHECK(end("2025") == "2025-12-31");
  CHECK(start("14 oktober 2025") == "2025-10-14");
  CHECK(start("oktober 2025") == "2025-10-01");
  CHECK(start("20251014") == "2025-10-14");
  for (const char* text :
       {"03/04/2025", "31 februari 2025", "2025-13", "hej", "Q5 2025", "45944", "", "2025-10-1x"}) {
    CHECK_FALSE(read_date_text(text, false));
  }
}

TEST_CASE("a date that can be read in two ways is told") {
  CHECK(read(Kind::date, std::string_view("03/04/2025")).told ==
        "fel[BLAN-105]: Kolumn ska vara ett datum, men i cellen står ”03/04/2025”.\n"
        "  plats: bok.xlsx › Blad › A5 (Kolumn)\n"
        "  tips: Skriv datumet som år, månad och dag, till exempel 2025-10-14.\n");
}

TEST_CASE("yes and no have many spellings") {
  for (const char* text : {"Ja", "j", "X", "true", "1"})
    CHECK(shown(Kind::yes_no, std::string_view(text)) == "Ja");
  for (const char* text : {"nej", "N", "FALSE", "0"})
    CHECK(shown(Kind::yes_no, std::string_view(text)) == "Nej");
  CHECK(shown(Kind::yes_no, true) == "Ja");
  CHECK(shown(Kind::yes_no, 0.0) == "Nej");
  CHECK(read(Kind::yes_no, std::string_view("kanske")).told ==
        "fel[BLAN-106]: Kolumn ska vara Ja eller Nej, men i cellen står ”kanske”.\n"
        "  plats: bok.xlsx › Blad › A5 (Kolumn)\n"
        "  tips: Välj Ja eller Nej.\n");
}

TEST_CASE("a choice is compared without case, and a numbered one by its number or word") {
  const Column column{.heading = "Kolumn", .kind = Kind::choice, .choices = priorities};
  CHECK(to_text(read(column, std::string_view("hög")).value) == "1 Hög");
  CHECK(to_text(read(column, 2.0).value) == "2 Medel");
  CHECK(read(column, std::string_view("Medl")).told ==
        "fel[BLAN-107]: Kolumn har värdet ”Medl”, som inte finns i listan.\n"
        "  plats: bok.xlsx › Blad › A5 (Kolumn)\n"
        "  tips: Menade du ”2 Medel”?\n");
  CHECK(
      read(column, std::string_view("något helt annat")).told.find("Välj något av: 1 Hög, 2 Medel, 3 Låg.") !=
      std::string::npos);
}

TEST_CASE("several choices are separated by semicolons, or by commas") {
  const Column column{.heading = "Kolumn", .kind = Kind::choices, .choices = methods};
  CHECK(to_text(read(column, std::string_view("observation ; Stickprov;")).value) ==
        "Observation; Stickprov");
  CHECK(to_text(read(column, std::string_view("Observation, översyn")).value) == "Observation; Översyn");
}

TEST_CASE("ids are a list, and texts are kept as written") {
  CHECK(shown(Kind::ids, std::string_view("V25-01, V25-02\nV25-03")) == "V25-01; V25-02; V25-03");
  CHECK(shown(Kind::ids, std::string_view("Ingen")) == "");
  CHECK(shown(Kind::text, 12.0) == "12");
  CHECK(shown(Kind::text, std::string_view("  a  b\nc ")) == "a  b\nc");
  CHECK(shown(Kind::text, std::string_view("-")) == "-");
}

TEST_CASE("years are years or alla") {
  CHECK(shown(Kind::years, 2025.0) == "2025");
  CHECK(shown(Kind::years, std::string_view("alla")) == "alla");
  CHECK(read(Kind::years, std::string_view("i år")).told ==
        "fel[BLAN-108]: Kolumn ska vara ett årtal eller alla, men i cellen står ”i år”.\n"
        "  plats: bok.xlsx › Blad › A5 (Kolumn)\n"
        "  tips: Skriv året, till exempel 2025, eller alla.\n");
}

TEST_CASE("a required cell that is blank is a hole") {
  const Column column{.heading = "Kolumn", .need = Need::required};
  const Result result = read(column, std::string_view("  "));
  CHECK(result.value.is_hole());
  CHECK(result.told ==
        "fel[BLAN-101]: Kolumn saknas.\n"
        "  plats: bok.xlsx › Blad › A5 (Kolumn)\n"
        "  tips: Fyll i cellen.\n");
}

TEST_CASE("formulas without a result and error values are told") {
  const Column column{.heading = "Kolumn"};
  CHECK(read(column, sml::Blank{}, true).told ==
        "fel[BLAN-111]: Formeln i cellen har inget sparat resultat.\n"
        "  plats: bok.xlsx › Blad › A5 (Kolumn)\n"
        "  tips: Öppna arbetsboken i Excel, spara den och kör igen.\n");
  CHECK(read(column, sml::CellError{"#REF!"}, true).told ==
        "fel[BLAN-112]: I cellen står felvärdet ”#REF!”.\n"
        "  plats: bok.xlsx › Blad › A5 (Kolumn)\n"
        "  tips: Rätta formeln, eller skriv värdet i stället för formeln.\n");
}

TEST_CASE("characters that no document may hold are taken out and told") {
  const Result result = read(Column{.heading = "Kolumn"},
                             std::string_view("a\x01"
                                              "b"),
                             false, true);
  CHECK(to_text(result.value).find('\x01') == std::string::npos);
  CHECK(result.told ==
        "varning[BLAN-113]: Texten innehöll tecken som inte får finnas i ett dokument, och de har tagits "
        "bort.\n"
        "  plats: bok.xlsx › Blad › A5 (Kolumn)\n"
        "  tips: Läs igenom cellen och skriv om det som saknas.\n");
}
