#include "domain/risk_change.hpp"

#include "../intake/book_builder.hpp"

#include <catch2/catch.hpp>

using namespace lg;
using namespace lg::test;

namespace {

/// "V25-01 höjd; V24-09 utgår"
std::string changes(const domain::Review& review) {
  std::string text;
  for (const domain::RiskMove& move : domain::risk_moves(review)) {
    const auto& table = review.table(move.now != nullptr ? "VoR" : "förra årets VoR");
    const Row& row = move.now != nullptr ? *move.now : *move.before;
    text += (text.empty() ? "" : "; ") + to_text(table.at(row, "VoR-ID"));
    const std::string_view word = domain::word_for(move.change);
    if (!word.empty()) text += " " + std::string(word);
  }
  return text;
}

Cells event(const char* id, double likelihood, double consequence, const char* earlier = "") {
  return {t(id), t("Område"), t("Händelse."), n(likelihood), n(consequence), t(earlier)};
}

Cells headings() {
  return {t("VoR-ID"),      t("Område"),     t("Oönskad händelse"),
          t("Sannolikhet"), t("Konsekvens"), t("Föregående VoR-ID")};
}

}  // namespace

TEST_CASE("Risks of two years are told apart as new, raised, lowered, unchanged and gone") {
  Problems problems;
  const domain::Review review =
      Folder()
          .sheet("VoR 2024.xlsx", "VoR",
                 {headings(), event("V24-01", 2, 2), event("V24-02", 3, 3), event("V24-03", 4, 4),
                  event("K1", 2, 3), event("V24-09", 1, 1)})
          .sheet("VoR 2025.xlsx", "VoR",
                 {headings(), event("V25-01", 3, 2, "V24-01"), event("V25-02", 3, 3, "v24-02"),
                  event("V25-03", 3, 4, "V24-03"), event("V25-04", 2, 2), event("K1", 3, 2)})
          .read(problems);
  CHECK(changes(review) ==
        "V25-01 höjd; V25-02 oförändrad; V25-03 sänkt; V25-04 ny; K1 oförändrad; V24-09 utgår");
}

TEST_CASE("Without last year's VoR nothing is said of a risk's change") {
  Problems problems;
  const domain::Review review =
      Folder().sheet("VoR 2025.xlsx", "VoR", {headings(), event("V25-01", 3, 2)}).read(problems);
  CHECK(changes(review) == "V25-01");
}
