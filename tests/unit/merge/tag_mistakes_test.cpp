// One mistake of a template's author is one message, and says how to mend it.
#include "base/problem.hpp"
#include "merge/docx_template.hpp"
#include "support/document.hpp"

#include <catch2/catch.hpp>

#include <initializer_list>
#include <string>

using lg::test::filled;
using lg::test::paragraph;

namespace {

const std::string json = R"({
  "Nämnd": "förskolenämnden", "Ja": true,
  "VoR": [{"Område": "x", "Oönskad händelse": "y", "Riskvärde": 3}], "Incidenter": [{"Typ": "x"}]
})";

/// The problems of a document of these paragraphs, each in a line of its own: code, message, hint.
std::string faults(std::initializer_list<std::string> paragraphs) {
  std::string body;
  for (const std::string& text : paragraphs) body += paragraph(text);
  lg::Problems problems;
  (void)lg::merge::DocxTemplate::parse(lg::test::document(body), lg::test::data(json), problems);
  std::string all;
  for (const lg::Problem& problem : problems)
    all += problem.code + " " + problem.message + " / " + problem.hint + "\n";
  return all;
}

const std::string loop = "{{för varje r i VoR}}";

}  // namespace

TEST_CASE("a loop without its closing braces is told as that alone") {
  CHECK(faults({"{{för varje r i VoR", "{{r.Område}}", "{{slut r}}"}) ==
        "M001 ”{{för varje r i VoR” börjar med {{ men avslutas inte med }}. / Skriv }} där taggen ska ta "
        "slut; en "
        "tagg ryms i ett stycke.\n");
  CHECK(faults({"{{för varje r i VoR}", "{{r.Område}}", "{{slut}}"}).find("M0", 4) == std::string::npos);
  CHECK(faults({"för varje r i VoR}}", "{{r.Område}}", "{{slut}}"}) ==
        "M002 ”för varje r i VoR}}” slutar med }} men börjar inte med {{. / Skriv {{ där taggen ska börja, "
        "eller ta "
        "bort }}.\n");
  CHECK(faults({loop, "{{r.Område}}", "{{slut"}) ==
        "M001 ”{{slut” börjar med {{ men avslutas inte med }}. / Skriv }} där taggen ska ta slut; en tagg "
        "ryms i "
        "ett stycke.\n");
}

TEST_CASE("a loop that is gone is told at its first field alone") {
  CHECK(faults({"{{r.Område}} {{r.Riskvärde}}", "{{r.Oönskad händelse}}", "{{slut r}}"}) ==
        "M013 Taggen ”{{r.Område}}”: ”r” är inget namn på en rad här. / Skriv {{för varje r i VoR}} före; "
        "{{slut}} finns redan.\n");
  CHECK(faults({"{{r.Område}}", "{{slut}}"}) ==
        "M013 Taggen ”{{r.Område}}”: ”r” är inget namn på en rad här. / Skriv {{för varje r i VoR}} före; "
        "{{slut}} finns redan.\n");
}

TEST_CASE("a loop over the wrong list is told at the loop alone") {
  CHECK(faults({"{{för varje r i Incidenter}}", "{{r.Område}}", "{{r.Oönskad händelse}}", "{{slut}}"}) ==
        "M010 Taggen ”{{för varje r i Incidenter}}”: listan har inte ”Område” och ”Oönskad händelse”, men "
        "det har "
        "listan ”VoR”. / Menade du ”VoR”?\n");
  CHECK(faults({"{{för varje r i Incidenter}}", "{{r.Oönskad händelse}}", "{{slut}}"}) ==
        "M010 Taggen ”{{för varje r i Incidenter}}”: listan har inte ”Oönskad händelse”, men det har listan "
        "”VoR”. "
        "/ Menade du ”VoR”?\n");
  // Beside a field that the list has, it may be a column of the board's own.
  CHECK(faults({"{{för varje r i Incidenter}}", "{{r.Typ}} {{r.Oönskad händelse}}", "{{slut}}"}) ==
        "M012 Taggen ”{{r.Oönskad händelse}}”: Fältet ”r.Oönskad händelse” finns inte. / Ett sådant fält "
        "finns i "
        "listan ”VoR”.\n");
  CHECK(faults({"{{för varje r i Incidenterna}}", "{{r.Område}}", "{{slut}}"}) ==
        "M010 Taggen ”{{för varje r i Incidenterna}}”: Listan ”Incidenterna” finns inte. / Menade du "
        "”Incidenter”?\n");
  CHECK(faults({"{{för varje r i Nämnd}}", "{{r.Område}}", "{{slut}}"}) ==
        "M010 Taggen ”{{för varje r i Nämnd}}”: ”Nämnd” är ingen lista. / Skriv namnet på en lista efter "
        "”i”.\n");
}

TEST_CASE("a misspelt field in the right loop keeps its own message") {
  CHECK(faults({loop, "{{r.Omåde}} {{r.Oönskad händelse}}", "{{slut}}"}) ==
        "M012 Taggen ”{{r.Omåde}}”: Fältet ”r.Omåde” finns inte. / Menade du ”r.Område”?\n");
}

TEST_CASE("a loop that is written wrong still opens its rows") {
  CHECK(
      faults({"{{för r i VoR}}", "{{r.Område}}", "{{slut}}"}) ==
      "M004 Taggen ”{{för r i VoR}}”: Efter ”för” ska det stå ”varje”. / Skriv {{för varje rad i Lista}}.\n");
  CHECK(faults({"{{för varje r VoR}}", "{{r.Område}}", "{{slut}}"}) ==
        "M004 Taggen ”{{för varje r VoR}}”: Slingan saknar ”i” och namnet på en lista. / Skriv {{för varje "
        "rad i "
        "Lista}}.\n");
  CHECK(faults({"{{foreach r in VoR}}", "{{r.Område}}", "{{slut}}"}) ==
        "M003 Taggen ”{{foreach r in VoR}}”: ”foreach” är inget ord i mallspråket. / Skriv {{för varje r i "
        "VoR}}.\n");
}

TEST_CASE("a word with a letter wrong is told with the right word") {
  CHECK(faults({loop, "{{r.Område}}", "{{slutt}}"}) ==
        "M003 Taggen ”{{slutt}}”: ”slutt” är inget ord i mallspråket. / Menade du ”slut”?\n");
  CHECK(faults({"{{om Ja}}", "a", "{{anars}}", "b", "{{slut}}"}) ==
        "M003 Taggen ”{{anars}}”: ”anars” är inget ord i mallspråket. / Menade du ”annars”?\n");
  CHECK(faults({"{{varge r i VoR}}", "{{r.Område}}", "{{slut}}"}) ==
        "M003 Taggen ”{{varge r i VoR}}”: ”varge” är inget ord i mallspråket. / Menade du ”varje”?\n");
}

TEST_CASE("an end that is gone is told at its block alone") {
  CHECK(faults({"{{om Ja}}", loop, "{{r.Område}}", "{{slut om}}"}) ==
        "M020 Blocket ”{{för varje r i VoR}}” avslutas aldrig. / Skriv {{slut}} i ett eget stycke där "
        "blocket ska "
        "ta slut, eller ta bort taggen.\n");
}

TEST_CASE("an end that names another kind of block is told at the end alone") {
  CHECK(faults({loop, "{{r.Område}}", "{{slut om}}"}) ==
        "M022 ”{{slut om}}” står där ”{{för varje r i VoR}}” ska sluta, men nämner ett annat block. / "
        "Skriv {{slut}} utan fler ord, eller byt ordning på taggarna.\n");
}

TEST_CASE("an inner end that names the outer block is told at that end alone") {
  CHECK(faults({"{{om Ja}}", loop, "{{r.Område}}", "{{slut om}}", "{{annars}}", "b", "{{slut om}}"}) ==
        "M022 ”{{slut om}}” står där ”{{för varje r i VoR}}” ska sluta, men nämner ett annat block. / "
        "Skriv {{slut}} utan fler ord, eller byt ordning på taggarna.\n");
}

TEST_CASE("a choice that is gone is told once, inside a loop or not") {
  CHECK(
      faults({"a", "{{annars}}", "b", "{{slut om}}"}) ==
      "M021 ”{{annars}}” står utanför alla block. / Skriv {{om …}} eller {{för varje …}} före, eller ta bort "
      "taggen.\n");
  CHECK(
      faults({loop, "{{r.Område}}", "{{slut om}}", "{{slut r}}"}) ==
      "M021 ”{{slut om}}” avslutar ett block som aldrig börjar. / Ta bort taggen, eller skriv {{om …}} eller "
      "{{för varje …}} där blocket ska börja.\n");
  CHECK(
      faults({loop, "a", "{{annars}}", "{{r.Område}}", "{{slut om}}", "{{slut r}}"}) ==
      "M021 ”{{slut om}}” avslutar ett block som aldrig börjar. / Ta bort taggen, eller skriv {{om …}} eller "
      "{{för varje …}} där blocket ska börja.\n");
}

TEST_CASE("blocks that cross are told where the first one ends") {
  CHECK(faults({"{{om Ja}}", loop, "{{slut om}}", "{{slut r}}"}) ==
        "M022 ”{{slut om}}” avslutar ”{{om Ja}}” inne i ”{{för varje r i VoR}}”. / Byt ordning på taggarna: "
        "det "
        "block som börjar sist slutar först.\n");
}

TEST_CASE("a loop that is gone is told with what the row was of, and nothing is said of its end") {
  // The name that is near, grupp.Område, is not the one that was meant: the end says so.
  CHECK(faults({"{{för varje grupp i VoR grupperat på Område}}", "{{risk.Område}}", "{{slut risk}}",
                "{{slut grupp}}"}) ==
        "M013 Taggen ”{{risk.Område}}”: ”risk” är inget namn på en rad här. / Skriv {{för varje risk i "
        "grupp}} före; {{slut}} finns redan.\n");
  CHECK(faults({"{{r.Område}}", "{{annars}}", "Inga.", "{{slut r}}"}) ==
        "M013 Taggen ”{{r.Område}}”: ”r” är inget namn på en rad här. / Skriv {{för varje r i VoR}} före; "
        "{{slut}} finns redan.\n");
}

TEST_CASE("a loop that does not name its row is told alone") {
  CHECK(faults({"{{för varje i VoR}}", "{{r.Område}}", "{{slut r}}"}) ==
        "M004 Taggen ”{{för varje i VoR}}”: Efter ”för varje” saknas ett namn på raden. / Skriv {{för varje "
        "rad i VoR}}.\n");
  CHECK(
      faults({"{{för varje VoR i VoR}}", "{{r.Område}}", "{{slut r}}"}) ==
      "M016 Taggen ”{{för varje VoR i VoR}}”: ”VoR” är redan namnet på en lista eller ett värde. / Välj ett "
      "annat namn för slingans rad, till exempel ”rad”.\n");
}

TEST_CASE("what stands behind a name is told for what it was meant to be") {
  CHECK(faults({"{{om VoR fins}}", "a", "{{slut}}"}) ==
        "M003 Taggen ”{{om VoR fins}}”: ”fins” är inget ord i mallspråket. / Menade du ”finns”?\n");
  CHECK(faults({loop, "{{r.Område stycken}}", "{{slut}}"}) ==
        "M004 Taggen ”{{r.Område stycken}}”: Efter ”r.Område” kan det inte stå ”stycken”. / Skriv {{stycken "
        "r.Område}}.\n");
  CHECK(faults({"{{Nämnd genitiv}}"}) ==
        "M004 Taggen ”{{Nämnd genitiv}}”: Efter ”Nämnd” kan det inte stå ”genitiv”. / Skriv ett lodrätt "
        "streck före filtret: {{Nämnd | genitiv}}.\n");
  CHECK(faults({"{{Nämnd | versal stor}}"}) ==
        "M015 Taggen ”{{Nämnd | versal stor}}”: Filtret ”versal stor” finns inte. / Skriv ”versal” utan fler "
        "ord, eller | före nästa filter.\n");
}

TEST_CASE("a group's own words are offered") {
  CHECK(faults({"{{för varje g i VoR grupperat på Område}}", "{{g.nam}}", "{{slut}}"}) ==
        "M012 Taggen ”{{g.nam}}”: Fältet ”g.nam” finns inte. / Menade du ”g.namn”?\n");
}

TEST_CASE("a loop over a column is offered a list") {
  CHECK(faults({"{{för varje r i Område}}", "{{r.Område}}", "{{slut}}"}) ==
        "M010 Taggen ”{{för varje r i Område}}”: ”Område” är en kolumn och ingen lista. / En lista heter som "
        "sitt blad i arbetsboken.\n");
}

TEST_CASE("an end that is gone is missed at the place where it belongs") {
  const auto row = [](const std::string& text) {
    return "<w:tbl><w:tr><w:tc>" + paragraph(text) + "</w:tc></w:tr></w:tbl>" + paragraph("");
  };
  lg::Problems problems;
  (void)lg::merge::DocxTemplate::parse(lg::test::document(row(loop + "{{r.Område}}")), lg::test::data(json),
                                       problems);
  CHECK(to_text(*problems.begin()) ==
        "fel[M020]: Blocket ”{{för varje r i VoR}}” avslutas aldrig.\n"
        "  plats: mall.docx › tabell 1, rad 1 › ”{{för varje r i VoR}}{{r.Område}}”\n"
        "  tips: Skriv {{slut}} sist i radens sista cell där blocket ska ta slut, eller ta bort taggen.\n");
}

TEST_CASE("a text block's key is held against what its om asks for, and against those that there are") {
  // The sheet Textblock of the data is a list like any other here.
  const auto told = [](std::initializer_list<std::string> paragraphs, const char* known) {
    std::string body;
    for (const std::string& text : paragraphs) body += paragraph(text);
    lg::Dataset data = lg::test::data(R"({"Textblock": [{"Nyckel": "x", "Text": "y"}]})");
    if (*known != 0) {
      data.textblock_names.emplace_back(known);
      data.textblocks.emplace(known, lg::Value());
    }
    lg::Problems problems;
    (void)lg::merge::DocxTemplate::parse(lg::test::document(body), data, problems);
    std::string all;
    for (const lg::Problem& one : problems)
      all += word_for(one.severity) + " " + one.code + " " + one.message + " / " + one.hint + "\n";
    return all;
  };
  const std::string asks = "{{om Textblock där Nyckel är prioriterat finns}}";
  CHECK(told({asks, "{{infoga prioriterad}}", "{{slut}}"}, "") ==
        "varning M011 Taggen ”{{infoga prioriterad}}”: textblocket ”prioriterad” finns inte. / Menade du "
        "”prioriterat”?\n");
  CHECK(told({asks, "{{infoga prioriterat}}", "{{slut}}"}, "").empty());
  CHECK(told({asks, "{{infoga syfte}}", "{{slut}}"}, "").empty());
  CHECK(
      told({"{{om Textblock där Nyckel är faktor finns}}", "{{infoga faktor}}", "{{slut}}"}, "faktorer") ==
      "varning M011 Taggen ”{{om Textblock där Nyckel är faktor finns}}”: textblocket ”faktor” finns inte. / "
      "Menade du ”faktorer”?\n");
  CHECK(
      told({"{{om Textblock finns}}", "{{infoga faktor}}", "{{slut}}"}, "faktorer") ==
      "varning M011 Taggen ”{{infoga faktor}}”: textblocket ”faktor” finns inte. / Menade du ”faktorer”?\n");
}

TEST_CASE("misspelt words behind a list are told alone") {
  CHECK(faults({"{{för varje r i VoR sorterad på Område}}", "{{r.Område}}", "{{slut r}}"}) ==
        "M003 Taggen ”{{för varje r i VoR sorterad på Område}}”: ”sorterad” är inget ord i mallspråket. / "
        "Menade du ”sorterat på”?\n");
  CHECK(
      faults({"{{för varje r i VoR var Riskvärde minst 2}}", "{{r.Område}}", "{{slut r}}"}) ==
      "M003 Taggen ”{{för varje r i VoR var Riskvärde minst 2}}”: ”var” är inget ord i mallspråket. / Menade "
      "du ”där”?\n");
  CHECK(
      faults({"{{för varje g i VoR sorterat på Område grupperad på Område}}", "{{g.namn}}",
              "{{för varje r i g}}", "{{r.Område}}", "{{slut r}}", "{{slut g}}"}) ==
      "M003 Taggen ”{{för varje g i VoR sorterat på Område grupperad på Område}}”: ”grupperad” är inget ord "
      "i mallspråket. / Menade du ”grupperat på”?\n");
}

TEST_CASE("a row that was renamed in its loop alone is told once") {
  CHECK(faults({"{{för varje risk i VoR}}", "{{r.Område}}", "{{r.Oönskad händelse}}", "{{slut r}}"}) ==
        "M013 Blocket ”{{för varje risk i VoR}}” kallar raden ”risk”, men taggarna i det kallar den ”r”. / "
        "Skriv {{för varje r i VoR}}, eller byt namnet i taggarna.\n");
}
