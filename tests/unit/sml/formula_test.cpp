#include "sml/formula.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using lg::sml::Formula;
using lg::sml::Reference;

namespace {

/// What the formula refers to, one after the other: "Blad1!B5".
std::vector<std::string> references_of(const std::string& text) {
  std::vector<std::string> found;
  const Formula formula = Formula::parse(text);
  CHECK(formula.text() == text);
  for (const auto& piece : formula.pieces()) {
    if (const auto* reference = std::get_if<Reference>(&piece)) {
      found.push_back(reference->qualifier + cells_text(*reference));
    }
  }
  return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a formula is cut into its references and the text between") {
  CHECK(references_of("SUM(B5:B5)+$A$1") == Texts{"B5:B5", "$A$1"});
  CHECK(references_of("SUM(5:6)+SUM($A:C)") == Texts{"5:6", "$A:C"});
  CHECK(Formula::parse("b5*2").text() == "B5*2");
  CHECK(references_of("B5#+{1,2;3,4}") == Texts{"B5"});
}

TEST_CASE("sheets are named plain, quoted, through several sheets and in other workbooks") {
  CHECK(references_of("Blad1!B8+'Blad 2'!A1:B2") == Texts{"Blad1!B8", "'Blad 2'!A1:B2"});
  CHECK(references_of("SUM(jan:dec!B2)") == Texts{"jan:dec!B2"});
  CHECK(references_of("SUM('jan 1:dec 2'!B2)") == Texts{"'jan 1:dec 2'!B2"});
  CHECK(references_of("'Kalles ''plan'''!C3") == Texts{"'Kalles ''plan'''!C3"});
  CHECK(references_of("Mål!C3+Åtgärd_1!D4") == Texts{"Mål!C3", "Åtgärd_1!D4"});
  const Formula formula = Formula::parse("[1]Blad1!A1+'[bok 2.xlsx]Blad 1'!$B$2");
  for (const auto& piece : formula.pieces()) {
    if (const auto* reference = std::get_if<Reference>(&piece)) CHECK(reference->external);
  }
  CHECK(formula.has_references());
}

TEST_CASE("what only looks like a reference is text") {
  CHECK(references_of("LOG10(2)+ATAN2(1,2)").empty());
  CHECK(references_of("\"B5 \"\"C6\"\" D7\"&\"A1\"").empty());
  CHECK(references_of("#REF!+Blad1!#REF!+#N/A+#DIV/0!").empty());
  CHECK(references_of("ROW5x+A1.B+XFE1+A1048577+_B5+R1C1").empty());
  CHECK(references_of("1E5+1.5E+3+5").empty());
  CHECK(references_of("Tabell1[[#Totals],[B5]]+Tabell1[@A1]+[@B5]+[@'[B5]").empty());
  CHECK(references_of("Tabell1[[#This Row],[pris]:[moms]]").empty());
  CHECK(references_of("_xlfn.XLOOKUP(total,namn,bok!namn)").empty());
  CHECK(references_of("Blad1!Tabell[B5]").empty());
}

TEST_CASE("a cell that fills an argument of a function over ranges may grow") {
  const auto grows = [](const std::string& text) {
    const Formula formula = Formula::parse(text);
    for (const auto& piece : formula.pieces()) {
      if (const auto* reference = std::get_if<Reference>(&piece)) return reference->grows;
    }
    return false;
  };
  CHECK(grows("SUM(B5)"));
  CHECK(grows("_xlfn.STDEV.S(1, B5 )"));
  CHECK_FALSE(grows("ROUND(B5,1)"));
  CHECK_FALSE(grows("SUM(B5*2)"));
  CHECK_FALSE(grows("SUM((B5+1))"));
  CHECK_FALSE(grows("B5"));
}

TEST_CASE("a shared formula is copied: relative references follow, fixed ones stay") {
  CHECK(Formula::parse("A1+$A1+A$1+$A$1+5:5+[1]B!A1").shifted(2, 1).text() == "B3+$A3+B$1+$A$1+7:7+[1]B!A1");
  CHECK(Formula::parse("A1").shifted(-1, 0).text() == "A1048576");
}

TEST_CASE("sheet names are quoted where a formula needs it") {
  CHECK(lg::sml::quoted_sheet_name("Blad1") == "Blad1");
  CHECK(lg::sml::quoted_sheet_name("Mål") == "Mål");
  CHECK(lg::sml::quoted_sheet_name("2026") == "'2026'");
  CHECK(lg::sml::quoted_sheet_name("A1") == "'A1'");
  CHECK(lg::sml::quoted_sheet_name("RC") == "'RC'");
  CHECK(lg::sml::quoted_sheet_name("Kalles plan") == "'Kalles plan'");
  CHECK(lg::sml::quoted_sheet_name("Kalle's") == "'Kalle''s'");
}
