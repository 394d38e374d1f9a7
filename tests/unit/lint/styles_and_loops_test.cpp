// M034–M036, M040, M043 and M044: what does not bear repeating, and styles, language and fonts.
#include "unit/lint/checked.hpp"

#include <catch2/catch.hpp>

#include <string>

using lg::test::paragraph;
using lg::test::told;

namespace {

std::string repeated(const std::string& inner) {
  return paragraph("{{för varje r i VoR}}") + inner + paragraph("{{slut}}");
}

const std::string floating =
    "<w:p><w:r><w:drawing><wp:anchor><wp:docPr id='1' name='B' "
    "descr='x'/></wp:anchor></w:drawing></w:r></w:p>";
const std::string section = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>";

std::string run(const std::string& properties, const std::string& text) {
  return "<w:p><w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r></w:p>";
}

}  // namespace

TEST_CASE("M034: a floating object in a loop") {
  CHECK(told("M034", repeated(floating)) ==
        "varning[M034]: Ett flytande objekt står i ett block som upprepas, och kopiorna lägger sig på samma "
        "ställe.\n"
        "  plats: mall.docx › stycke 2\n"
        "  tips: Markera objektet i Word, välj Layoutalternativ › I nivå med texten, eller flytta det ut ur "
        "blocket.\n");
  CHECK(told("M034", floating + repeated(paragraph("a"))).empty());
}

TEST_CASE("M035: a section break in a loop") {
  CHECK(told("M035", repeated(paragraph("a") + section)) ==
        "varning[M035]: En avsnittsbrytning står i ett block som upprepas, så att varje varv börjar ett nytt "
        "avsnitt.\n"
        "  plats: mall.docx › efter stycke 2\n"
        "  tips: Flytta avsnittsbrytningen ut ur blocket, eller byt den mot {{sidbrytning}}.\n");
  CHECK(told("M035", section + repeated(paragraph("a"))).empty());
}

TEST_CASE("M036: a number typed by hand in a loop") {
  CHECK(told("M036", repeated(paragraph("1. {{r.Område}}"))) ==
        "varning[M036]: Numret ”1.” är skrivet för hand i ett block som upprepas, så att varje varv får "
        "samma.\n"
        "  plats: mall.docx › stycke 2 › ”1. {{r.Område}}”\n"
        "  tips: Ta bort numret och välj en numrerad lista på fliken Start, eller skriv {{varv.nr}}.\n");
  CHECK(told("M036", repeated(paragraph("a) {{r.Område}}"))) != "");
  CHECK(
      told("M036", repeated(paragraph("{{varv.nr}}. {{r.Område}}") + paragraph("2025 var ett år"))).empty());
  CHECK(told("M036", paragraph("1. Inledning")).empty());
}

TEST_CASE("M040: a style that the template does not have") {
  CHECK(
      told("M040", paragraph("a", "Faktaruta")) ==
      "varning[M040]: Stilen ”Faktaruta” finns inte i mallen.\n  plats: mall.docx › stycke 1 › ”a”\n"
      "  tips: Markera stycket eller tabellen i Word och välj en stil som finns; nu visas texten som vanlig "
      "text.\n");
  CHECK(told("M040", paragraph("a", "Rubrik1")).empty());
}

TEST_CASE("M040: the style that links of long texts need") {
  CHECK(told("M040", paragraph("{{stycken Nämnd}}")) ==
        "varning[M040]: Stilen ”Hyperlänk” finns inte i mallen, men behövs för länkar i texten som "
        "”{{stycken Nämnd}}” visar.\n"
        "  plats: mall.docx › stycke 1 › ”{{stycken Nämnd}}”\n"
        "  tips: Använd stilen Hyperlänk en gång någonstans i mallen och spara, så att den följer med.\n");
}

TEST_CASE("M043: a template that does not say that it is Swedish, and a Swedish text that says otherwise") {
  CHECK(
      told("M043", run("<w:lang w:val='en-US'/>", "Åtgärder") + run("<w:lang w:val='en-US'/>", "privacy")) ==
      "varning[M043]: Mallen säger inte vilket språk texten är på.\n  plats: mall.docx\n"
      "  tips: Markera all text (Ctrl+A), välj Granska › Språk › Ange språk för korrektur › Svenska › Använd "
      "som "
      "standard, och spara.\n"
      "varning[M043]: Texten är svensk men märkt som engelska (en-US).\n"
      "  plats: mall.docx › stycke 1 › ”Åtgärder”\n"
      "  tips: Markera texten, välj Granska › Språk › Ange språk för korrektur och Svenska.\n");
}

TEST_CASE("M044: a font that no style has") {
  // The test's styles have no font at all, so there is nothing to hold a text's font against.
  CHECK(told("M044", run("<w:rFonts w:ascii='Comic Sans MS'/>", "a")).empty());
  lg::opc::Package package = lg::test::document(run("<w:rFonts w:ascii='Comic Sans MS'/>", "a") +
                                                run("<w:rFonts w:ascii='Arial'/>", "b"));
  package.replace(
      lg::opc::PartName("/word/styles.xml"),
      "<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:docDefaults>"
      "<w:rPrDefault><w:rPr><w:rFonts w:ascii='Arial'/><w:lang w:val='sv-SE'/></w:rPr></w:rPrDefault>"
      "</w:docDefaults></w:styles>");
  lg::Problems problems;
  lg::app::check_template({"mall.docx", package.save()}, lg::test::data("{}"), problems);
  CHECK(lg::test::text_of(problems).find(
            "varning[M044]: Texten har typsnittet ”Comic Sans MS”, som ingen av mallens stilar har.\n"
            "  plats: mall.docx › stycke 1 › ”a”\n"
            "  tips: Markera texten och tryck Ctrl+Blanksteg, så att den får stilens typsnitt.\n") !=
        std::string::npos);
  CHECK(lg::test::text_of(problems).find("Arial") == std::string::npos);
  CHECK(lg::test::text_of(problems).find("M043") == std::string::npos);
}
