// M051: what a form asks its reader to replace, and years that stand as text.
#include "lint/leftovers.hpp"

#include "lint/standing_years.hpp"
#include "unit/lint/checked.hpp"

#include <catch2/catch.hpp>

#include <string>

using lg::test::paragraph;
using lg::test::told;

namespace {

std::string left(const std::string& text) {
  static const lg::Dataset data = lg::test::data(R"({"Nämnd": "x", "VoR": [{"Område": "x"}]})");
  const lg::lint::Names names(data);
  std::string all;
  for (const auto& one : lg::lint::find_leftovers(lg::lint::without_tags(text), names))
    all += one.written + "|";
  return all;
}

/// The years of a text; * behind those that are the report's.
std::string years(const std::string& text) {
  std::string all;
  for (const auto& year : lg::lint::find_years(text)) all += year.year + (year.of_report ? "* " : " ");
  return all;
}

}  // namespace

TEST_CASE("M051: a leftover is told with its place and what to write") {
  CHECK(told("M051", paragraph("Till [Nämnd], handläggare [ange namn]")) ==
        "varning[M051]: ”[Nämnd]” ser ut att vara kvarglömt.\n"
        "  plats: mall.docx › stycke 1 › ”Till [Nämnd], handläggare [ange namn]”\n  tips: Skriv {{Nämnd}}.\n"
        "varning[M051]: ”[ange namn]” ser ut att vara kvarglömt.\n"
        "  plats: mall.docx › stycke 1 › ”Till [Nämnd], handläggare [ange namn]”\n"
        "  tips: Skriv den text som ska stå där, eller en tagg.\n");
}

TEST_CASE("M051: what is left and what is not") {
  CHECK(left("[ange år] xx XXX TODO TBD 20XX [förvaltningens namn]") ==
        "[ange år]|xx|XXX|TODO|TBD|20XX|[förvaltningens namn]|");
  CHECK(left("Klicka eller tryck här för att ange text.") == "Klicka eller tryck här för att ange …|");
  CHECK(left("[1] [sic] [Läs mer](https://x.se) [MSB] [Lag 2018:218] […] XX århundradet, storlek XXL, todo, "
             "{{VoR | lista Område, samt}} axxe")
            .empty());
}

TEST_CASE("M051: a foreign tag is not a leftover too") {
  CHECK(told("M051", paragraph("[risk.Område]")).empty());
}

TEST_CASE("M051: years of the report") {
  CHECK(years("Sammanställning av 2025 års VoR, år 2026 samt 2027, mål för 2028") ==
        "2025* 2026* 2027 2028* ");
  CHECK(years("Planperiod 2025–2027 och 2025-2027") == "2025* 2027 2025 2027 ");
}

TEST_CASE("M051: years of laws, standards, dates and events are none") {
  CHECK(
      years(
          "lag (2018:218), ISO 27001:2022, SS-ISO 9001-2015, (EU) 2022/2555, beslut 2025-10-14, dnr 2025/12")
          .empty());
  CHECK(years("den 14 oktober 2025, i juli 2023, under hösten 2024, i slutet av 2022, Agenda 2030, 12025 kr")
            .empty());
}

TEST_CASE("M051: a year is told once, with all its places, and only when it is the report's") {
  CHECK(told("M051", paragraph("Under 2023 ökade hoten")).empty());
  CHECK(told("M051",
             paragraph("Analys för 2025") + paragraph("Under 2025 föreslås") + paragraph("2025-10-14")) ==
        "varning[M051]: Årtalet ”2025” står som fast text på 2 ställen och blir fel ett annat år.\n"
        "  plats: mall.docx › stycke 1 › ”Analys för 2025”\n"
        "  se även: mall.docx › stycke 2 › ”Under 2025 föreslås”\n"
        "  tips: Skriv {{Rapportår}} i stället, eller låt det stå om det är rätt varje år.\n");
}

TEST_CASE("M051: the year of the values that a sentence shows") {
  CHECK(told("M051", paragraph("Under 2024 rapporterades {{Incidenter.antal}} incidenter.")) ==
        "varning[M051]: Årtalet ”2024” står som fast text och blir fel ett annat år.\n"
        "  plats: mall.docx › stycke 1 › ”Under 2024 rapporterades {{Incidenter.antal}} incidenter.”\n"
        "  tips: Skriv {{Rapportår}} i stället, eller låt det stå om det är rätt varje år.\n");
}

TEST_CASE("M001: a tag that goes on in the next paragraph is told once") {
  const std::string body = paragraph("Till {{Nä") + paragraph("mnd}} i staden");
  CHECK(told("M001", body) ==
        "fel[M001]: ”{{Nä” börjar med {{ men avslutas inte med }}.\n  plats: mall.docx › stycke 1 › ”Till "
        "{{Nä”\n"
        "  tips: Taggen fortsätter i nästa stycke: ta bort styckebrytningen i den.\n");
  CHECK(told("M002", body).empty());
}
