#include "book_builder.hpp"

#include <catch2/catch.hpp>

using namespace lg;
using namespace lg::test;

namespace {

/// Every row of the ledger: sheet, row, list, ID and why not.
std::string ledger_of(const Folder& folder) {
  Problems problems;
  const domain::Review review = folder.read(problems);
  std::string text;
  for (const domain::LedgerRow& row : review.ledger.rows()) {
    text += row.sheet->sheet + " " + std::to_string(row.row) + ": ";
    text += row.list.empty() ? "– (" + row.because + ")" : row.list;
    text += " " + row.id + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("every row that is read is in the ledger, with its list or the reason why not") {
  Folder folder;
  folder.sheet("VoR.xlsx", "VoR",
               {{t("VoR-ID"), t("Område"), t("Oönskad händelse"), t("Informationssäkerhet"), t("År")},
                {t("V1"), t("Skydd"), t("Något händer."), t("Ja"), n(2025)},
                {t("V2"), t("Skydd"), t("Något annat."), t("Nej"), n(2025)},
                {t("V3"), t("Skydd"), t("Något tredje."), t("Ja"), n(2024)},
                {t("V4"), t("Skydd"), t("Något äldre."), t("Ja"), n(2019)}});
  folder.sheet("Uppföljning.xlsx", "Uppföljning",
               {{t("VoR-ID"), t("År"), t("Bedömning"), t("ISAM:s rekommendation")},
                {t("V3"), n(2024), t("Gick bra."), t("Fortsätt.")},
                {t("V2"), n(2024), t("Hör inte hit."), t("Ingen")}});
  CHECK(ledger_of(folder) ==
        "Uppgifter 2: Uppgifter Nämnd\n"
        "Uppgifter 3: Uppgifter Förvaltning\n"
        "Uppgifter 4: Uppgifter Förvaltningschef, titel\n"
        "Uppgifter 5: Uppgifter Rapportår\n"
        "Uppgifter 6: Uppgifter Planperiod, första år\n"
        "Uppgifter 7: Uppgifter Planperiod, sista år\n"
        "Uppgifter 8: Uppgifter Rapportdatum\n"
        "VoR 2: VoR V1\n"
        "VoR 3: – (Informationssäkerhet är Nej) V2\n"
        "VoR 4: förra årets VoR V3\n"
        "VoR 5: – (året är 2019) V4\n"
        "Roller 2: Roller ISAM\n"
        "Roller 3: Roller DSO\n"
        "Uppföljning 2: Uppföljning V3\n"
        "Uppföljning 3: – (händelsen inte är med i förra årets VoR) V2\n");
}
