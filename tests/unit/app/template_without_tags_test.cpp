// M062: a document that is taken for a template by mistake.
#include "unit/lint/checked.hpp"

#include <catch2/catch.hpp>

using lg::test::paragraph;
using lg::test::told;

TEST_CASE("M062: a template without tags is told of") {
  CHECK(told("M062", paragraph("Ett vanligt brev.")) ==
        "varning[M062]: Mallen har inga taggar, så inget fylls i den.\n"
        "  plats: mall.docx\n"
        "  tips: Skriv taggar där värdena ska stå (genomgang falt visar dem), eller välj en annan fil.\n");
}

TEST_CASE("M062: one tag is enough, and a faulty one is told of instead") {
  CHECK(told("M062", paragraph("Till {{Nämnd}}.")).empty());
  CHECK(told("M062", paragraph("Till {{Nämnd.")).empty());
}
