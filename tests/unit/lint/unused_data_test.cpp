// M060: data that no tag shows.
#include "unit/lint/checked.hpp"

#include <catch2/catch.hpp>

#include <string>

using lg::test::paragraph;
using lg::test::told;

TEST_CASE("M060: lists and fields with values that no tag names, in two lines") {
  CHECK(told("M060", paragraph("{{Nämnd}}") + paragraph("{{för varje r i VoR}}") + paragraph("{{r.Område}}") +
                         paragraph("{{slut}}")) ==
        "upplysning[M060]: Mallen visar inget ur listan ”Incidenter”.\n  plats: mall.docx\n"
        "  tips: Det är inget fel om det inte ska vara med; genomgang falt visar taggarna.\n"
        "upplysning[M060]: Mallen visar inget ur fälten ”Rapportår”, ”Datum” och ”VoR.Not”.\n  plats: "
        "mall.docx\n"
        "  tips: Det är inget fel om det inte ska vara med; genomgang falt visar taggarna.\n");
}

TEST_CASE("M060: conditions, sorting, grouping and filters use what they name") {
  CHECK(told("M060",
             paragraph("{{om Nämnd finns}}{{Rapportår}} {{Datum}}{{slut}} {{Incidenter | lista Typ, samt}}") +
                 paragraph("{{för varje r i VoR där Not finns sorterat på Område}}") + paragraph("x") +
                 paragraph("{{slut}}"))
            .empty());
}

TEST_CASE("M060: a template without tags shows nothing at all, and says nothing of it") {
  CHECK(told("M060", paragraph("a")).empty());
}
