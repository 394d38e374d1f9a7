// M050: tags of other engines and with other braces, each with the way it is written here.
#include "lint/foreign_tags.hpp"

#include "unit/lint/checked.hpp"

#include <catch2/catch.hpp>

#include <string>

using lg::test::paragraph;
using lg::test::told;

namespace {

const lg::Dataset& names() {
  static const lg::Dataset data = lg::test::data(R"({"Nämnd": "x", "Rapportår": 2025,
      "VoR": [{"Område": "x", "Oönskad händelse": "y"}], "Incidenter": [{"Typ": "x"}]})");
  return data;
}

/// "tag → remedy" of every foreign tag of the text.
std::string rewritten(const std::string& text) {
  const lg::lint::Names known(names());
  std::string all;
  for (const auto& tag : lg::lint::find_foreign_tags(lg::lint::without_tags(text), known))
    all += tag.written + " → " + tag.remedy + "\n";
  return all;
}

std::string each(const std::string& tag) {
  return "Skriv {{" + tag + "}} här och {{slut}} där upprepningen slutar.\n";
}

}  // namespace

TEST_CASE("M050: a foreign tag is told with its place and how it is written here") {
  CHECK(told("M050", paragraph("Till {% for r in VoR %} alla")) ==
        "fel[M050]: ”{% for r in VoR %}” är ingen tagg i mallspråket och skulle stå kvar som text i "
        "dokumentet.\n"
        "  plats: mall.docx › stycke 1 › ”Till {% for r in VoR %} alla”\n"
        "  tips: Skriv {{för varje r i VoR}} här och {{slut}} där upprepningen slutar.\n");
}

TEST_CASE("M050: Jinja's tags") {
  CHECK(
      rewritten("{%tr for r in vor %}{% if namnd %}{% else %}{% endif %}{%p endfor %}") ==
      "{%tr for r in vor %} → " + each("för varje r i VoR") +
          "{% if namnd %} → Skriv {{om Nämnd finns}} här och {{slut}} där det valda slutar.\n"
          "{% else %} → Skriv {{annars}}.\n{% endif %} → Skriv {{slut}}.\n{%p endfor %} → Skriv {{slut}}.\n");
}

TEST_CASE("M050: tags with a sign, as Mustache has them") {
  CHECK(rewritten("{#incidenter}{/incidenter}{^incidenter}") ==
        "{#incidenter} → " + each("för varje rad i Incidenter") +
            "{/incidenter} → Skriv {{slut}}.\n"
            "{^incidenter} → Skriv {{om Incidenter saknas}} här och {{slut}} där det valda slutar.\n");
}

TEST_CASE("M050: dollars, angle brackets, plus signs and three braces") {
  CHECK(rewritten("${nämnd} <<[r.Område]>> <<foreach [r in VoR]>> <</foreach>> +++INS nämnd+++ +++FOR r IN "
                  "VoR+++ +++END-FOR r+++ {{{Nämnd}}}") ==
        "${nämnd} → Skriv {{Nämnd}}.\n<<[r.Område]>> → Skriv {{r.Område}}.\n<<foreach [r in VoR]>> → " +
            each("för varje r i VoR") +
            "<</foreach>> → Skriv {{slut}}.\n+++INS nämnd+++ → Skriv {{Nämnd}}.\n+++FOR r IN VoR+++ → " +
            each("för varje r i VoR") +
            "+++END-FOR r+++ → Skriv {{slut}}.\n{{{Nämnd}}} → Skriv {{Nämnd}}.\n");
}

TEST_CASE("M050: Carbone's paths") {
  CHECK(rewritten("{d.namnd} {d.vor[i].omrade} {d.vor[i+1].omrade}") ==
        "{d.namnd} → Skriv {{Nämnd}}.\n"
        "{d.vor[i].omrade} → Skriv {{rad.Område}}, mellan {{för varje rad i VoR}} och {{slut}}.\n"
        "{d.vor[i+1].omrade} → Skriv {{slut}} i stället för raden med +1.\n");
}

TEST_CASE("M050: our own tags with the wrong braces") {
  CHECK(rewritten(
            "{Nämnd} «Rapportår» {för varje risk i VoR} {slut} [risk.Oönskad_händelse] {Rapportår | tal}") ==
        "{Nämnd} → Skriv {{Nämnd}}.\n«Rapportår» → Skriv {{Rapportår}}.\n"
        "{för varje risk i VoR} → Skriv {{för varje risk i VoR}}.\n{slut} → Skriv {{slut}}.\n"
        "[risk.Oönskad_händelse] → Skriv {{risk.Oönskad händelse}}.\n"
        "{Rapportår | tal} → Skriv {{Rapportår | tal}}.\n");
}

TEST_CASE("M050: a name that the data does not have is asked for") {
  CHECK(rewritten("${kundnummer}") ==
        "${kundnummer} → Skriv {{ och }} runt namnet på ett fält; genomgang falt visar alla.\n");
}

TEST_CASE("M050: text that is no tag") {
  CHECK(rewritten("Mängden {1, 2} och { } samt «ett citat» och «ord», 3 << 4, a+++b, {{Nämnd}}, [1], {a b}")
            .empty());
  // Half a tag is told as M001 and M002 alone.
  CHECK(rewritten("{{Nämnd} och {Nämnd}}").empty());
}

TEST_CASE("M050: Word's merge fields, told once") {
  CHECK(
      told("M050",
           "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> MERGEFIELD Namnd \\* "
           "MERGEFORMAT </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>«Namnd»"
           "</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>") ==
      "fel[M050]: Kopplingsfältet ”Namnd” (MERGEFIELD) fylls inte i.\n"
      "  plats: mall.docx › stycke 1 › ”«Namnd»”\n  tips: Ta bort fältet och skriv {{Nämnd}}.\n");
  CHECK(told("M050", "<w:p><w:fldSimple w:instr=' MERGEFIELD \"Kund nr\" '/></w:p>") ==
        "fel[M050]: Kopplingsfältet ”Kund nr” (MERGEFIELD) fylls inte i.\n  plats: mall.docx › stycke 1\n"
        "  tips: Ta bort fältet och skriv {{ och }} runt namnet på ett fält; genomgang falt visar alla.\n");
}

TEST_CASE("M050: what follows from a block tag with the wrong braces is not told too") {
  const auto all = [](const std::string& body) {
    lg::Problems problems;
    lg::app::check_template({"mall.docx", lg::test::document(body).save()}, names(), problems);
    std::string codes;
    for (const lg::Problem& problem : problems) {
      if (problem.severity == lg::Severity::error) codes += problem.code + " ";
    }
    return codes;
  };
  CHECK(all(paragraph("{för varje r i VoR}") + paragraph("{{r.Område}} {{r.Oönskad händelse}}") +
            paragraph("{{slut r}}")) == "M050 ");
  CHECK(all(paragraph("{om Nämnd finns}") + paragraph("a") + paragraph("{{slut}}")) == "M050 ");
  CHECK(all(paragraph("{{för varje r i VoR}}") + paragraph("{{r.Område}}") + paragraph("{slut}")) == "M050 ");
}
