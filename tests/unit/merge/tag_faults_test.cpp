// Every fault of a template's tags, word for word.
#include "base/problem.hpp"
#include "merge/docx_template.hpp"
#include "support/document.hpp"
#include "support/package_builder.hpp"

#include <catch2/catch.hpp>

#include <string>

using lg::test::filled;
using lg::test::paragraph;

namespace {

const std::string json = R"({
  "Nämnd": "förskolenämnden", "Rapportår": 2025, "Datum": "2025-10-14", "Ja": true,
  "VoR": [{"Område": "x", "Riskvärde": 3}], "Incidenter": [{"Typ": "x"}]
})";

/// The problems of one paragraph of text, without the line that names the place.
std::string faults(const std::string& text) {
  std::string all = filled(paragraph(text), json);
  for (std::size_t at = all.find("  plats:"); at != std::string::npos; at = all.find("  plats:")) {
    all.erase(at, all.find('\n', at) + 1 - at);
  }
  return all;
}

}  // namespace

TEST_CASE("a fault has the heading above it and the paragraph's text as its place") {
  CHECK(filled(paragraph("Incidenter", "Rubrik1") +
                   paragraph("Under året har {{Incidenter.antl}} rapporterats."),
               json) ==
        "fel[M012]: Taggen ”{{Incidenter.antl}}”: Fältet ”Incidenter.antl” finns inte.\n"
        "  plats: mall.docx › 1. Incidenter › stycke 1 › ”Under året har {{Incidenter.antl}} rapporterats.”\n"
        "  tips: Menade du ”Incidenter.antal”?\n");
}

TEST_CASE("M001 and M002: braces without their counterpart") {
  CHECK(faults("Till {{Nämnd och mer") ==
        "fel[M001]: ”{{Nämnd och mer” börjar med {{ men avslutas inte med }}.\n"
        "  tips: Skriv }} där taggen ska ta slut; en tagg ryms i ett stycke.\n");
  CHECK(faults("Till Nämnd}} här") ==
        "fel[M002]: ”Till Nämnd}}” slutar med }} men börjar inte med {{.\n"
        "  tips: Skriv {{ där taggen ska börja, eller ta bort }}.\n");
}

TEST_CASE("M003: words of other template languages") {
  CHECK(
      faults("{{if Nämnd}}") ==
      "fel[M003]: Taggen ”{{if Nämnd}}”: ”if” är inget ord i mallspråket.\n  tips: Skriv {{om villkor}}.\n");
  CHECK(faults("{{endfor}}") ==
        "fel[M003]: Taggen ”{{endfor}}”: ”endfor” är inget ord i mallspråket.\n  tips: Skriv {{slut}}.\n");
}

TEST_CASE("M003: signs of other languages") {
  CHECK(
      faults("{{om Rapportår = 2025}}x{{slut}}") ==
      "fel[M003]: Taggen ”{{om Rapportår = 2025}}”: ”=” är inget ord i mallspråket.\n  tips: Skriv ”är”.\n");
  CHECK(faults("{{om VoR.antal >= 2}}x{{slut}}") ==
        "fel[M003]: Taggen ”{{om VoR.antal >= 2}}”: ”>=” är inget ord i mallspråket.\n  tips: Skriv "
        "”minst”.\n");
}

TEST_CASE("M004: what cannot be read") {
  CHECK(faults("{{för varje r VoR}}") ==
        "fel[M004]: Taggen ”{{för varje r VoR}}”: Slingan saknar ”i” och namnet på en lista.\n"
        "  tips: Skriv {{för varje rad i Lista}}.\n"
        "fel[M020]: Blocket ”{{för varje r VoR}}” avslutas aldrig.\n"
        "  tips: Skriv {{slut}} i ett eget stycke där blocket ska ta slut, eller ta bort taggen.\n");
  CHECK(faults("{{sidbrytning nu}}") ==
        "fel[M004]: Taggen ”{{sidbrytning nu}}”: Det som står efter ”sidbrytning” går inte att tolka: ”nu”.\n"
        "  tips: Ta bort det, eller skriv om taggen enligt mallguiden.\n");
}

TEST_CASE("M010: a list that is not there") {
  CHECK(faults("{{för varje r i Incidenterna}}{{slut}}") ==
        "fel[M010]: Taggen ”{{för varje r i Incidenterna}}”: Listan ”Incidenterna” finns inte.\n"
        "  tips: Menade du ”Incidenter”?\n");
  CHECK(faults("{{för varje r i Nämnd}}{{slut}}") ==
        "fel[M010]: Taggen ”{{för varje r i Nämnd}}”: ”Nämnd” är ingen lista.\n"
        "  tips: Skriv namnet på en lista efter ”i”.\n");
}

TEST_CASE("M011: a text block that is not there") {
  CHECK(filled(paragraph("{{infoga syfte}}"), R"({"textblock": {"syftet": "x"}})")
            .starts_with("[] ⟦saknas: infoga syfte⟧\nfel[M011]: Taggen ”{{infoga syfte}}”: textblocket "
                         "”syfte” finns inte.\n"));
}

TEST_CASE("M012: a field that is not there") {
  CHECK(faults("{{Nämd}}") ==
        "fel[M012]: Taggen ”{{Nämd}}”: Fältet ”Nämd” finns inte.\n  tips: Menade du ”Nämnd”?\n");
  CHECK(faults("{{för varje risk i VoR}}{{risk.Omåde}}{{slut}}") ==
        "fel[M012]: Taggen ”{{risk.Omåde}}”: Fältet ”risk.Omåde” finns inte.\n  tips: Menade du "
        "”risk.Område”?\n");
  CHECK(faults("{{Helt annat}}") ==
        "fel[M012]: Taggen ”{{Helt annat}}”: Fältet ”Helt annat” finns inte.\n"
        "  tips: Kontrollera namnet mot kolumnrubriken i arbetsboken.\n");
}

TEST_CASE("M013: a row's field outside of its loop") {
  CHECK(faults("{{VoR.Område}}") ==
        "fel[M013]: Taggen ”{{VoR.Område}}”: Fältet ”VoR.Område” hör till raderna i listan ”VoR” och kan "
        "bara visas "
        "inne i en ”för varje”.\n  tips: Skriv {{för varje rad i VoR}} före och {{slut}} efter.\n");
}

TEST_CASE("M013: a column outside of its list") {
  CHECK(faults("{{Område}}") ==
        "fel[M013]: Taggen ”{{Område}}”: ”Område” är en kolumn i listan ”VoR” och kan bara visas inne i en "
        "”för varje”.\n"
        "  tips: Skriv {{för varje rad i VoR}} före, {{rad.Område}} här och {{slut}} efter.\n");
}

TEST_CASE("M014: comparisons that cannot be") {
  CHECK(faults("{{om Rapportår är mycket}}x{{slut}}") ==
        "fel[M014]: Taggen ”{{om Rapportår är mycket}}”: ”Rapportår” jämförs med ”mycket”, men ska jämföras "
        "med ett tal.\n"
        "  tips: Skriv ett tal eller namnet på ett fält.\n");
  CHECK(faults("{{om Nämnd}}x{{slut}}") ==
        "fel[M014]: Taggen ”{{om Nämnd}}”: ”Nämnd” är inget ja eller nej och kan inte stå ensamt i ett "
        "villkor.\n"
        "  tips: Skriv till exempel ”Nämnd finns” eller ”Nämnd är …”.\n");
  CHECK(faults("{{VoR}}") ==
        "fel[M014]: Taggen ”{{VoR}}”: ”VoR” är en lista och inget enskilt värde.\n"
        "  tips: Skriv {{VoR.antal}}, {{VoR | lista …}} eller en ”för varje”.\n");
}

TEST_CASE("M015: filters that are not there or do not fit") {
  CHECK(faults("{{Datum | datm}}") ==
        "fel[M015]: Taggen ”{{Datum | datm}}”: Filtret ”datm” finns inte.\n  tips: Menade du ”datum”?\n");
  CHECK(faults("{{Nämnd | tal}}") ==
        "fel[M015]: Taggen ”{{Nämnd | tal}}”: Filtret ”tal” passar inte ”Nämnd”.\n"
        "  tips: Ta bort filtret eller välj ett som passar; de står i mallguiden.\n");
  CHECK(faults("{{VoR.antal | antal inga, en}}") ==
        "fel[M015]: Taggen ”{{VoR.antal | antal inga, en}}”: Filtret ”antal” ska följas av 3 uttryck med "
        "komma emellan.\n"
        "  tips: Skriv till exempel: antal inga incidenter, en incident, # incidenter.\n");
}

TEST_CASE("M016: a loop's variable with the name of a list or value") {
  CHECK(
      faults("{{för varje Nämnd i VoR}}{{slut}}") ==
      "fel[M016]: Taggen ”{{för varje Nämnd i VoR}}”: ”Nämnd” är redan namnet på en lista eller ett värde.\n"
      "  tips: Välj ett annat namn för slingans rad, till exempel ”rad”.\n");
}

TEST_CASE("M017: a value that its filter cannot write stands as it is, with a warning") {
  CHECK(
      filled(paragraph("{{för varje r i L}}{{r.a | tal}} {{slut}}"), R"({"L": [{"a": 1}, {"a": "två"}]})") ==
      "[] 1 två \n"
      "varning[M017]: ”två” kan inte skrivas med filtret ”tal” och står som det är.\n"
      "  plats: mall.docx › stycke 1 › ”{{för varje r i L}}{{r.a | tal}} {{slut}}”\n"
      "  tips: Ändra värdet, eller ta bort filtret i mallen.\n");
}

TEST_CASE("M018: a value that is missing where a template shows it") {
  lg::Dataset data = lg::test::data(json);
  data.row[0] = lg::Value::hole();
  lg::Problems problems;
  const auto template_ =
      lg::merge::DocxTemplate::parse(lg::test::document(paragraph("{{Nämnd}}")), data, problems);
  (void)template_.render(data, problems);
  CHECK(lg::test::text_of(problems) ==
        "fel[M018]: Värdet saknas, men mallen visar det med ”{{Nämnd}}”.\n  plats: mall.docx › stycke 1 › "
        "”{{Nämnd}}”\n"
        "  tips: Fyll i cellen, eller rätta formeln i den.\n");
}

TEST_CASE("M019: parentheses in a condition") {
  CHECK(faults("{{om (Ja eller Ja) och Ja}}x{{slut}}") ==
        "fel[M019]: Taggen ”{{om (Ja eller Ja) och Ja}}”: Parenteser går inte i ett villkor.\n"
        "  tips: Skriv ett ”om” inne i ett annat; ”och” binder hårdare än ”eller”.\n");
}

TEST_CASE("M072 and M073: templates that are no .docx") {
  const auto refusal = [](const std::string& type) {
    lg::test::PackageBuilder builder;
    builder.relate("/", "officeDocument", "word/document.xml")
        .part("/word/document.xml", "<w:document xmlns:w='urn:w'/>", type);
    lg::Problems problems;
    try {
      (void)lg::merge::DocxTemplate::parse(builder.package("mall.docx"), lg::test::data("{}"), problems);
    } catch (const lg::UnreadableFile& unreadable) {
      return lg::to_text(unreadable.problem());
    }
    return std::string();
  };
  CHECK(refusal("application/vnd.ms-word.document.macroEnabled.main+xml") ==
        "fel[M072]: Mallen innehåller makron (.docm eller .dotm) och används inte.\n  plats: mall.docx\n"
        "  tips: Öppna mallen i Word och spara den som Word-dokument (.docx).\n");
  CHECK(refusal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml") ==
        "fel[M073]: Mallen är inget Word-dokument (.docx).\n  plats: mall.docx\n"
        "  tips: Välj en mall som är sparad som .docx i Word.\n");
}

TEST_CASE("M078: loops that multiply beyond what anybody can read") {
  std::string rows;
  for (int i = 0; i < 1100; ++i) rows += R"({"a": 1},)";
  const std::string data = "{\"L\": [" + rows + "{\"a\": 2}]}";
  try {
    (void)filled(paragraph("{{för varje x i L}}{{för varje y i L}}{{om x.a är 3}}x{{slut}}{{slut}}{{slut}}"),
                 data);
    FAIL("gjordes");
  } catch (const lg::UnreadableFile& unreadable) {
    CHECK(lg::to_text(unreadable.problem()) ==
          "fel[M078]: Mallens slingor går mer än en miljon varv, som är gränsen.\n  plats: \n"
          "  tips: Låt en slinga inne i en annan bara gå över de rader som hör till, med ”där”.\n");
  }
}

TEST_CASE("M020 to M022: blocks that do not match") {
  CHECK(faults("{{om Ja}}x") ==
        "fel[M020]: Blocket ”{{om Ja}}” avslutas aldrig.\n"
        "  tips: Skriv {{slut}} i ett eget stycke där blocket ska ta slut, eller ta bort taggen.\n");
  CHECK(faults("x{{slut}}") ==
        "fel[M021]: ”{{slut}}” avslutar ett block som aldrig börjar.\n"
        "  tips: Ta bort taggen, eller skriv {{om …}} eller {{för varje …}} där blocket ska börja.\n");
  CHECK(faults("{{annars}}") ==
        "fel[M021]: ”{{annars}}” står utanför alla block.\n"
        "  tips: Skriv {{om …}} eller {{för varje …}} före, eller ta bort taggen.\n");
  CHECK(faults("{{för varje r i VoR}}{{om Ja}}x{{slut r}}{{slut om}}") ==
        "fel[M022]: ”{{slut r}}” avslutar ”{{för varje r i VoR}}” inne i ”{{om Ja}}”.\n"
        "  tips: Byt ordning på taggarna: det block som börjar sist slutar först.\n");
  CHECK(faults("{{för varje r i VoR}}{{eller om Ja}}x{{slut}}") ==
        "fel[M022]: ”{{eller om Ja}}” passar inte i blocket ”{{för varje r i VoR}}”.\n"
        "  tips: Ett block har högst ett {{annars}}, och det står sist.\n");
}

TEST_CASE("M023 and M024: blocks that begin and end in different places") {
  using lg::test::row;
  using lg::test::table;
  CHECK(filled(paragraph("{{om Ja}}") + table(row({"a", "x {{slut}}"})), json) ==
        "fel[M023]: Blocket ”{{om Ja}}” börjar och slutar på olika ställen, till exempel i var sin "
        "tabellcell.\n"
        "  plats: mall.docx › stycke 1 › ”{{om Ja}}”\n"
        "  se även: mall.docx › tabell 1, rad 1 › ”x {{slut}}”\n"
        "  tips: Låt blocket börja och sluta i samma cell eller ruta; för hela tabellrader står början först "
        "i radens "
        "första cell och {{slut}} sist i den sista.\n");
  CHECK(filled(paragraph("Text {{om Ja}}") + paragraph("mer") + paragraph("{{slut}}"), json) ==
        "fel[M024]: Taggen ”{{om Ja}}” står inte ensam i sitt stycke.\n"
        "  plats: mall.docx › stycke 1 › ”Text {{om Ja}}”\n"
        "  tips: Flytta taggen till ett eget stycke; stycket försvinner när dokumentet skapas.\n");
}

TEST_CASE("M025: a block in a text block") {
  CHECK(filled(paragraph("{{infoga a}}"), R"({"textblock": {"a": "x {{om b}}"}, "b": true})")
            .find("fel[M025]: ”{{om b}}” kan inte stå i ett textblock.\n") != std::string::npos);
}

TEST_CASE("M030 and M032: what a Word template must not hold") {
  CHECK(filled("<w:p><w:ins w:id='1'><w:r><w:t>x</w:t></w:r></w:ins></w:p>", json) ==
        "fel[M030]: Mallen innehåller spårade ändringar.\n  plats: mall.docx › stycke 1 › ”x”\n"
        "  tips: Godkänn eller avvisa alla ändringar på fliken Granska i Word och spara mallen.\n");
  CHECK(filled("<w:p><w:r><w:instrText>REF {{Nämnd}}</w:instrText></w:r></w:p>", json) ==
        "fel[M032]: En tagg står i en fältkod, där den inte kan fyllas i.\n  plats: mall.docx › stycke 1 › "
        "”REF "
        "{{Nämnd}}”\n"
        "  tips: Flytta taggen ut ur fältet.\n");
}
