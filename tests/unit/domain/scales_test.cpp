#include "domain/scales.hpp"

#include "../intake/book_builder.hpp"

#include <catch2/catch.hpp>

using namespace lg;
using namespace lg::test;

TEST_CASE("without a sheet Skalor the common scales hold") {
  const domain::Scales scales = domain::scales_of(domain::Review());
  CHECK(scales.likelihood_to == 5);
  CHECK(scales.threshold == 10);
  CHECK(scales.level_of(4) == "Låg");
  CHECK(scales.level_of(9) == "Medel");
  CHECK(scales.level_of(10) == "Hög");
  CHECK(scales.level_of(25) == "Kritisk");
  CHECK(scales.level_of(26).empty());
}

TEST_CASE("the sheet Skalor decides scales, levels and threshold") {
  Folder folder;
  folder.sheet("Skalor.xlsx", "Skalor",
               {{t("Typ"), t("Värde"), t("Från"), t("Till"), t("Benämning")},
                {t("Sannolikhet"), n(1)},
                {t("Sannolikhet"), n(4)},
                {t("Risknivå"), Blank{}, n(1), n(16), t("Allt")},
                {t("Tröskel för hantering"), n(8)}});
  Problems problems;
  const domain::Scales scales = domain::scales_of(folder.read(problems));
  CHECK(scales.likelihood_to == 4);
  CHECK(scales.consequence_to == 5);
  CHECK(scales.threshold == 8);
  CHECK(scales.level_of(16) == "Allt");
}
