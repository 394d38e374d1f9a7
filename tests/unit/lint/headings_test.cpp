// M033, M041 and M061: headings that come out empty, skip a level or leave the city's structure.
#include "unit/lint/checked.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <string>
#include <vector>

using lg::test::paragraph;
using lg::test::told;

namespace {

std::string leveled(const std::string& text, int level) {
  return "<w:p><w:pPr><w:outlineLvl w:val='" + std::to_string(level - 1) + "'/></w:pPr><w:r><w:t>" + text +
         "</w:t></w:r></w:p>";
}

struct Section {
  int level;
  std::string heading;
};

const std::vector<Section> city = {
    {1, "Sammanfattning"},
    {2, "Vad är Ledningens genomgång"},
    {2, "Faktorer som påverkar verksamhetens LIS"},
    {3, "Omvärldsbevakning – hot, trender och ny lagstiftning"},
    {3,
     "Vad händer inom staden – budget, inriktningar, lokala förändringar eller "
     "satsningar"},
    {3, "Resultatet från egen uppföljning (VoR och IKP) {{Rapportår}}"},
    {3, "Resultat från revisioner"},
    {3, "Risker som identifierats i GDPR-årsrapport"},
    {3, "Information om avvikelser (incidenter och andra händelser)"},
    {2, "Sammanställning av {{Rapportår}} års VoR"},
    {3, "Sammanställning av oönskade händelser i VoR för {{Rapportår}}"},
    {2, "Förbättringar som föreslås för nämnden"},
    {3, "Aktiviteter under år {{Rapportår}}"},
    {3, "Aktiviteter under år {{Rapportår}} samt {{Rapportår}}"}};

std::string body_of(const std::vector<Section>& sections) {
  std::string body;
  for (const Section& section : sections) body += leveled(section.heading, section.level);
  return body;
}

}  // namespace

TEST_CASE("M033: a heading of a value that may be blank") {
  CHECK(
      told("M033", paragraph("{{Slogan}}", "Rubrik1")) ==
      "varning[M033]: Rubriken blir tom när ”Slogan” är tomt, och syns då som en tom rad i "
      "innehållsförteckningen.\n"
      "  plats: mall.docx › rubrik 1 › ”{{Slogan}}”\n"
      "  tips: Skriv en fast text i rubriken, en ersättning som {{Slogan | eller –}}, eller sätt {{om Slogan "
      "finns}} före och {{slut}} efter avsnittet.\n");
  CHECK(told("M033", paragraph("{{för varje r i VoR}}") + paragraph("{{r.Not}}", "Rubrik1") +
                         paragraph("{{slut}}")) != "");
}

TEST_CASE("M033: a constant text, a stand-in, a condition or a value that is always there is no fault") {
  CHECK(told("M033", paragraph("Om {{Slogan}}", "Rubrik1")).empty());
  CHECK(told("M033", paragraph("{{Slogan | eller –}}", "Rubrik1")).empty());
  CHECK(told("M033", paragraph("{{Nämnd}}", "Rubrik1")).empty());
  CHECK(told("M033",
             paragraph("{{om Slogan finns}}") + paragraph("{{Slogan}}", "Rubrik1") + paragraph("{{slut}}"))
            .empty());
  CHECK(told("M033", paragraph("{{för varje r i VoR}}") + paragraph("{{r.Område}}", "Rubrik1") +
                         paragraph("{{slut}}"))
            .empty());
}

TEST_CASE("M041: a heading that comes out two levels below the one before") {
  CHECK(told("M041", leveled("A", 1) + leveled("B", 3)) ==
        "varning[M041]: Rubriken har nivå 3 men kommer efter en rubrik på nivå 1.\n"
        "  plats: mall.docx › rubrik › ”B”\n"
        "  tips: Välj stilen Rubrik 2, så att den som får texten uppläst kan följa nivåerna.\n");
  CHECK(told("M041", leveled("A", 1) + leveled("B", 2) + leveled("C", 3) + leveled("D", 1)).empty());
}

TEST_CASE("M041: what a block may leave out counts") {
  const std::string block =
      paragraph("{{om Nämnd finns}}") + leveled("B", 2) + paragraph("{{annars}}") + leveled("C", 2);
  CHECK(told("M041", leveled("A", 1) + block + paragraph("{{slut}}") + leveled("D", 3)).empty());
  CHECK(told("M041", leveled("A", 1) + paragraph("{{för varje r i VoR}}") + leveled("B", 2) +
                         paragraph("{{slut}}") + leveled("D", 3)) != "");
}

TEST_CASE("M061: the city's structure is no fault, whatever tags and case") {
  CHECK(told("M061", body_of(city)).empty());
  CHECK(told("M061", leveled("Ett", 1) + leveled("Två", 1)).empty());
}

TEST_CASE("M061: a section that is missing") {
  auto sections = city;
  sections.erase(sections.begin() + 7);
  CHECK(told("M061", body_of(sections)) ==
        "varning[M061]: Avsnittet ”Risker som identifierats i GDPR-årsrapport” saknas; det ingår i stadens "
        "struktur.\n"
        "  plats: mall.docx › rubrik › ”Resultat från revisioner”\n"
        "  tips: Lägg till rubriken i stilen Rubrik 3, efter avsnittet ”Resultatet från revisioner”.\n");
}

TEST_CASE("M061: a section that has been moved") {
  auto sections = city;
  std::swap(sections[7], sections[8]);
  std::swap(sections[8], sections[9]);
  std::swap(sections[9], sections[10]);
  CHECK(
      told("M061", body_of(sections)) ==
      "varning[M061]: Avsnittet ”Risker som identifierats i GDPR-årsrapport” står inte där staden har det.\n"
      "  plats: mall.docx › rubrik › ”Risker som identifierats i GDPR-årsrapport”\n"
      "  tips: Flytta det så att det kommer efter avsnittet ”Resultatet från revisioner”.\n");
}

TEST_CASE("M061: a section of another level, and one of the board's own") {
  auto sections = city;
  sections[3].level = 4;
  sections.insert(sections.begin() + 12, {3, "Kommunikation"});
  sections.push_back({1, "Bilaga A"});
  CHECK(told("M061", body_of(sections)) ==
        "varning[M061]: Rubriken har nivå 4, men stadens struktur har nivå 3.\n"
        "  plats: mall.docx › rubrik › ”Omvärldsbevakning – hot, trender och ny lagstiftning”\n"
        "  tips: Välj stilen Rubrik 3.\n"
        "upplysning[M061]: Avsnittet ”Kommunikation” finns inte i stadens struktur.\n"
        "  plats: mall.docx › rubrik › ”Kommunikation”\n"
        "  tips: Det får vara med; kontrollera att det inte är ett avsnitt som har bytt namn.\n");
}

TEST_CASE("M033: a heading all of which is in a block") {
  CHECK(told("M033", paragraph("{{om Incidenter finns}}Incidenter{{slut}}", "Rubrik1")) ==
        "varning[M033]: Rubriken blir tom när ”{{om Incidenter finns}}” inte gäller, och syns då som en tom "
        "rad i innehållsförteckningen.\n"
        "  plats: mall.docx › rubrik 1 › ”{{om Incidenter finns}}Incidenter{{slut}}”\n"
        "  tips: Flytta taggen till ett eget stycke före rubriken och {{slut}} till ett efter, så försvinner "
        "hela rubriken.\n");
  CHECK(told("M033", paragraph("{{om Incidenter finns}}Fler{{annars}}Inga{{slut}}", "Rubrik1")).empty());
  CHECK(told("M033", paragraph("{{om Incidenter finns}}Fler {{slut}}incidenter", "Rubrik1")).empty());
}

TEST_CASE("M036: a number typed in a heading that is numbered") {
  CHECK(told("M036", paragraph("1.3.4 Resultat", "Rubrik1")) ==
        "varning[M036]: Numret ”1.3.4” är skrivet för hand i en rubrik som får sitt nummer av stilen.\n"
        "  plats: mall.docx › rubrik 1 › ”1.3.4 Resultat”\n"
        "  tips: Ta bort numret ur texten; annars står det två nummer i rubriken.\n");
  CHECK(told("M036", paragraph("3 mål", "Rubrik1") + leveled("1.2 Utan nummer", 1)).empty());
}

TEST_CASE("M041: a section of another level than the city's is told once") {
  std::vector<Section> sections = city;
  sections[3].level = 5;
  CHECK(told("M041", body_of(sections)).empty());
  CHECK(told("M061", body_of(sections)) != "");
}
