#include "../intake/book_builder.hpp"
#include "domain/rules.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <set>
#include <sstream>

using namespace lg;
using namespace lg::test;

namespace {

/// Two areas that no activity meets, with a sheet Regler of one row.
Folder switched(const char* rule, const char* used, const char* why) {
  return std::move(Folder()
                       .sheet("VoR 2025.xlsx", "VoR",
                              {vor_headings(),
                               {t("V1"), t("Klassning"), t("Klassningar görs inte."), n(2), n(2)},
                               {t("V2"), t("Utbildning"), t("Kurser hålls aldrig."), n(2), n(2)}})
                       .sheet("Aktiviteter.xlsx", "Aktiviteter", {activity_headings()})
                       .sheet("Val.xlsx", "Regler",
                              {{t("Regel"), t("Används"), t("Motivering")}, {t(rule), t(used), t(why)}}));
}

}  // namespace

TEST_CASE("A rule that is switched off holds its findings back, and says so") {
  const Folder folder = switched("R9", "Nej", "Områdena följs i nämndens plan.");
  CHECK(folder.told("VOR-108").empty());
  CHECK(folder.told("REGL-001") ==
        "upplysning[REGL-001]: Regeln ”R9” används inte. 2 iakttagelser hölls tillbaka. Motivering: "
        "”Områdena följs i "
        "nämndens plan.”\n"
        "  plats: Val.xlsx › Regler › B2 (Används)\n");
}

TEST_CASE("A rule may be named by its number or a code, in any spelling") {
  for (const char* name : {"r9", "R 9", "9", "Regel 9", "VOR-108", "vor 108"}) {
    INFO(name);
    CHECK(switched(name, "Nej", "Skäl.").told("VOR-108").empty());
    CHECK_FALSE(switched(name, "Ja", "Skäl.").told("VOR-108").empty());
    CHECK_FALSE(switched(name, "", "Skäl.").told("VOR-108").empty());
  }
}

TEST_CASE("A switch without a finding is told as well") {
  CHECK(switched("R8", "Nej", "Vi slår aldrig ihop.").told("REGL-001") ==
        "upplysning[REGL-001]: Regeln ”R8” används inte. Inget hölls tillbaka. Motivering: ”Vi slår aldrig "
        "ihop.”\n"
        "  plats: Val.xlsx › Regler › B2 (Används)\n");
}

TEST_CASE("A rule that is not there") {
  CHECK(switched("VOR-170", "Nej", "Skäl.").told("REGL-101") ==
        "varning[REGL-101]: Regeln ”VOR-170” finns inte.\n"
        "  plats: Val.xlsx › Regler › A2 (Regel)\n"
        "  tips: Menade du ”VOR-107”?\n");
  CHECK(switched("ålder", "Nej", "Skäl.").told("REGL-101") ==
        "varning[REGL-101]: Regeln ”ålder” finns inte.\n"
        "  plats: Val.xlsx › Regler › A2 (Regel)\n"
        "  tips: Skriv regelns nummer, till exempel R8, eller en kod, till exempel VOR-107.\n");
}

TEST_CASE("A rule that guards the documents cannot be switched off") {
  CHECK(
      switched("R1", "Nej", "Skäl.").told("REGL-102") ==
      "varning[REGL-102]: Regeln ”R1” går inte att stänga av: utan dem kan meningen om ansvar inte skrivas.\n"
      "  plats: Val.xlsx › Regler › B2 (Används)\n"
      "  tips: Ta bort raden, eller skriv Ja i kolumnen Används.\n");
}

TEST_CASE("A rule that is switched off without a reason") {
  CHECK(switched("R9", "Nej", "").told("REGL-103") ==
        "varning[REGL-103]: Regeln ”R9” är avstängd utan motivering.\n"
        "  plats: Val.xlsx › Regler › C2 (Motivering)\n"
        "  tips: Fyll i varför regeln inte används, i kolumnen Motivering.\n");
}

TEST_CASE(
    "All thirty rules have codes that the guide explains, a sentence, and a switch or a reason why not") {
  std::ifstream file(GUIDES_FOLDER "/felkoder.md");
  std::stringstream guide;
  guide << file.rdbuf();
  std::ifstream table(GUIDES_FOLDER "/anvandarguide.md");
  std::stringstream users;
  users << table.rdbuf();
  std::set<std::string> numbers;
  for (const domain::Rule& rule : domain::rules()) {
    INFO(rule.number);
    CHECK(numbers.insert(std::string(rule.number)).second);
    CHECK_FALSE(rule.codes.empty());
    CHECK(rule.says.ends_with('.'));
    CHECK((rule.check != nullptr || !rule.always.empty()));
    // "| R8 | sentence | VOR-107 | Ja |": the last says whether it has a switch.
    const std::string row = "| " + std::string(rule.number) + " | " + std::string(rule.says);
    CHECK(users.str().find(row) != std::string::npos);
    std::istringstream codes{std::string(rule.codes)};
    for (std::string code; codes >> code;) {
      INFO(code);
      CHECK(guide.str().find("## " + code + " ") != std::string::npos);
    }
  }
  CHECK(numbers.size() == 30);
}
