// The tag language by what comes of it: values, conditions, loops, filters.
#include "support/document.hpp"

#include <catch2/catch.hpp>

#include <string>

using lg::test::filled;
using lg::test::paragraph;

namespace {

const std::string json = R"({
  "Nämnd": "förskolenämnden", "Nämnd, genitiv": "förskolenämndens", "Rapportår": 2025,
  "Planperiod, första år": 2025, "Omedelbar justering": true, "Tomt": "", "Datum": "2025-10-14",
  "Belopp": 1234567.5, "Förvaltning": "Kontoret",
  "Risker": [
    {"Id": "R2", "Område": "Öppenhet", "Riskvärde": 12, "Kvarstående S / K": "2/4", "Hantering": "Åtgärd och kontroll",
     "Oönskad händelse": "Något går fel.", "Källa": "VoR; IKP"},
    {"Id": "R10", "Område": "Ansvar", "Riskvärde": 6, "Kvarstående S / K": "", "Hantering": "Accepteras",
     "Oönskad händelse": "Ingen vet.", "Källa": "VoR"},
    {"Id": "R1", "Område": "Ansvar", "Riskvärde": 20, "Kvarstående S / K": "1/1", "Hantering": "Åtgärd",
     "Oönskad händelse": "Allt stannar.", "Källa": "Revision"}
  ],
  "Inga": [], "Planår": [{"År": 2025}, {"År": 2026}, {"År": 2027}]
})";

/// What one paragraph comes to; "" when it goes.
std::string shown(const std::string& text) {
  std::string outline = filled(paragraph("¤" + text), json);
  if (outline.starts_with("[] ¤")) outline = outline.substr(5);
  if (outline.ends_with('\n')) outline.pop_back();
  return outline;
}

}  // namespace

TEST_CASE("a name is found whatever its case, blanks, dashes and punctuation") {
  CHECK(shown("{{Nämnd}}") == "förskolenämnden");
  CHECK(shown("{{ nämnd }}") == "förskolenämnden");
  CHECK(shown("{{Planperiod första år}}") == "2025");
  CHECK(shown("{{Planperiod, första\u00A0år}}") == "2025");
  CHECK(shown("{{Na\u0308mnd genitiv}}") == "förskolenämndens");
}

TEST_CASE("single braces and three together are text") {
  CHECK(shown("{a} och {{{b}}}") == "{a} och {{{b}}}");
}

TEST_CASE("values are written the Swedish way without a filter") {
  CHECK(shown("{{Belopp}} {{Datum}} {{Omedelbar justering}} {{Rapportår}}") ==
        "1234567,5 2025-10-14 Ja 2025");
}

TEST_CASE("every filter") {
  CHECK(shown("{{Datum | datum}}") == "2025-10-14");
  CHECK(shown("{{Datum | datum lång}}") == "14\u00A0oktober\u00A02025");
  CHECK(shown("{{Datum | månad}}") == "oktober");
  CHECK(shown("{{Datum | år}}") == "2025");
  CHECK(shown("{{Datum | kvartal}}") == "kvartal 4 2025");
  CHECK(shown("{{Datum | vecka}}") == "vecka 42");
  CHECK(shown("{{Belopp | tal}}") == "1\u00A0234\u00A0567,5");
  CHECK(shown("{{Belopp | tal 0}}") == "1\u00A0234\u00A0568");
  CHECK(shown("{{Belopp | kronor}}") == "1\u00A0234\u00A0567,5\u00A0kronor");
  CHECK(shown("{{Belopp | tkr}}") == "1\u00A0234\u00A0567,5\u00A0tkr");
  CHECK(shown("{{Rapportår | procent}}") == "2\u00A0025\u00A0%");
  CHECK(shown("{{Risker.antal | ord}}") == "tre");
  CHECK(shown("{{Risker.antal | ordning}}") == "tredje");
  CHECK(shown("{{Nämnd | versal}}") == "Förskolenämnden");
  CHECK(shown("{{Förvaltning | gemener}}") == "kontoret");
  CHECK(shown("{{Nämnd | genitiv}}") == "förskolenämndens");
  CHECK(shown("{{Förvaltning | genitiv}}") == "Kontorets");
  CHECK(shown("{{Nämnd | citat}}") == "”förskolenämnden”");
  CHECK(shown("{{Tomt | eller –}}") == "–");
  CHECK(shown("{{Omedelbar justering | ja nej justeras direkt, justeras senare}}") == "justeras direkt");
  CHECK(shown("{{Nämnd | versal | genitiv | citat}}") == "”Förskolenämndens”");
}

TEST_CASE("a number with its noun has its forms written out") {
  const std::string forms = " | antal inga risker, en risk, # risker}}";
  CHECK(shown("{{Inga.antal" + forms) == "inga risker");
  CHECK(shown("{{Risker där Hantering är Accepteras" + forms) == "en risk");
  CHECK(shown("{{Risker.antal" + forms) == "3 risker");
  CHECK(shown("{{Risker" + forms) == "3 risker");
}

TEST_CASE("a list is joined, each word once, and may be narrowed") {
  CHECK(shown("{{Planår där År över Planperiod första år | lista År, samt}}") == "2026 samt 2027");
  CHECK(shown("{{Risker | lista Område}}") == "Öppenhet och Ansvar");
  CHECK(shown("{{Risker | lista Källa, samt}}") == "VoR, IKP samt Revision");
}

TEST_CASE("conditions") {
  const auto when = [](const std::string& condition) {
    return shown("{{om " + condition + "}}ja{{annars}}nej{{slut}}");
  };
  CHECK(when("Omedelbar justering") == "ja");
  CHECK(when("inte Omedelbar justering") == "nej");
  CHECK(when("Tomt finns") == "nej");
  CHECK(when("Tomt saknas") == "ja");
  CHECK(when("Risker finns") == "ja");
  CHECK(when("Inga saknas") == "ja");
  CHECK(when("Nämnd är Förskolenämnden") == "ja");
  CHECK(when("Nämnd är ”förskolenämnden”") == "ja");
  CHECK(when("Nämnd är inte socialnämnden") == "ja");
  CHECK(when("Rapportår minst 2025 och Rapportår högst 2025") == "ja");
  CHECK(when("Rapportår över 2025 eller Rapportår under 2025") == "nej");
  CHECK(when("Rapportår är Planperiod första år") == "ja");
  CHECK(when("Datum före 2025-12-31 och Datum efter 2025-01-01") == "ja");
  CHECK(when("Nämnd innehåller nämnd") == "ja");
  CHECK(when("Nämnd är någon av socialnämnden, förskolenämnden") == "ja");
  CHECK(when("Risker där Riskvärde minst 10 och Hantering är Accepteras finns") == "nej");
  CHECK(when("Risker där Riskvärde minst 15 finns och Omedelbar justering") == "ja");
  CHECK(when("Omedelbar justering eller Inga finns och Rapportår över 2030") == "ja");
  CHECK(when("Belopp över 1234567,4") == "ja");
}

TEST_CASE("words of the language within values, lists' names and yes/no columns") {
  const std::string data = R"({"Roller": [{"x": "1"}], "L": [{"a": "Roller och ansvar", "b": 1, "ja": true},
                              {"a": "Roller", "b": 2, "ja": false}]})";
  const auto ids = [&](const std::string& clause) {
    return filled(paragraph("{{för varje i i L där " + clause + "}}{{i.b}} {{slut}}"), data);
  };
  CHECK(ids("a är Roller och ansvar och b minst 1") == "[] 1 \n");
  CHECK(ids("a är Roller") == "[] 2 \n");
  CHECK(ids("a innehåller Roller") == "[] 1 2 \n");
  CHECK(filled(paragraph("{{om L där ja finns}}x{{slut}}"), data) == "[] x\n");
  CHECK(filled(paragraph("{{om L där ja saknas}}x{{annars}}y{{slut}}"), data) == "[] y\n");
}

TEST_CASE("filters follow one another, and the last word of eller may hold commas") {
  CHECK(shown("{{Risker | lista Område, samt | gemener}}") == "öppenhet samt ansvar");
  CHECK(shown("{{Risker där Riskvärde över 99 | lista Id | eller inga, som väl är}}") == "inga, som väl är");
}

TEST_CASE("the first of several conditions that holds is taken") {
  const std::string text =
      "{{om Rapportår är 2024}}a{{eller om Rapportår är 2025}}b{{eller om Nämnd finns}}c{{annars}}d{{slut "
      "om}}";
  CHECK(shown(text) == "b");
}

TEST_CASE("a loop within a paragraph, its turns counted") {
  CHECK(shown("{{för varje r i Risker}}{{varv.nr}}/{{varv.antal}} {{r.Id}}{{om inte varv.sista}}, "
              "{{slut}}{{slut r}}") == "1/3 R2, 2/3 R10, 3/3 R1");
}

TEST_CASE("rows are sorted by numbers, words and both, up and down") {
  const auto ids = [](const std::string& clauses) {
    return shown("{{för varje r i Risker " + clauses + "}}{{r.Id}} {{slut}}");
  };
  CHECK(ids("sorterat på Riskvärde") == "R10 R2 R1 ");
  CHECK(ids("sorterat på Riskvärde fallande") == "R1 R2 R10 ");
  CHECK(ids("sorterat på Id") == "R1 R2 R10 ");
  CHECK(ids("sorterat på Område, r.Riskvärde fallande") == "R1 R10 R2 ");
  CHECK(ids("där Källa är VoR") == "R2 R10 ");
  CHECK(ids("där Kvarstående S / K finns sorterat på Id") == "R1 R2 ");
}

TEST_CASE("groups have a name, a count and rows, in the order in which they come") {
  CHECK(shown("{{för varje g i Risker sorterat på Område grupperat på Område}}{{g.namn}} ({{g.antal}}): "
              "{{för varje r i g}}{{r.Id}} {{slut}}{{slut g}}") == "Ansvar (2): R10 R1 Öppenhet (1): R2 ");
}

TEST_CASE("the otherwise part of an empty loop") {
  CHECK(shown("{{för varje r i Inga}}{{r.Vad som helst}}{{annars}}inga{{slut}}") == "inga");
}

TEST_CASE("words of the language within a heading are part of its name") {
  const std::string data = R"({"L": [{"Start och slut": "1", "Är det så": true, "Nästa i kön": "B"}]})";
  CHECK(filled(paragraph("{{för varje x i L där Är det så}}{{x.Start och slut}}{{x.Nästa i kön}}{{slut}}"),
               data) == "[] 1B\n");
}

TEST_CASE("data that looks like tags, markup or field codes stays text") {
  CHECK(filled(paragraph("{{a}}"), R"({"a": "{{b}} <w:p/> & =1+1"})") == "[] {{b}} <w:p/> & =1+1\n");
}
