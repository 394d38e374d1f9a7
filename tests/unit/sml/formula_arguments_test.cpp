#include "sml/formula.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace lg::sml;

namespace {

/// The cells of the formula that may become ranges.
std::vector<std::string> growing(const std::string& text) {
  std::vector<std::string> found;
  const Formula formula = Formula::parse(text);
  for (const Formula::Piece& piece : formula.pieces()) {
    const auto* reference = std::get_if<Reference>(&piece);
    if (reference != nullptr && reference->grows) found.push_back(cells_text(*reference));
  }
  return found;
}

}  // namespace

TEST_CASE("X05: what a function looks for is one cell, and never becomes its copies") {
  using Texts = std::vector<std::string>;
  CHECK(growing("COUNTIF(A5,B5)") == Texts{"A5"});
  CHECK(growing("SUMIF(A5,B5,C5)") == Texts{"A5", "C5"});
  CHECK(growing("COUNTIFS(A5,B5,C5,D5)") == Texts{"A5", "C5"});
  CHECK(growing("AVERAGEIFS(A5,B5,C5,D5,E5)") == Texts{"A5", "B5", "D5"});
  CHECK(growing("_xlfn.MAXIFS(A5,B5,C5)") == Texts{"A5", "B5"});
  CHECK(growing("SUMIF({1,2},B5,C5)") == Texts{"C5"});  // commas of a constant part no arguments
}

TEST_CASE("X05: a range whose end names the sheet again is one range") {
  const Formula formula = Formula::parse("SUM('Blad 2'!B5:'Blad 2'!C5)+Blad1!A1:B2+Blad1!A1:Blad2!B2");
  CHECK(formula.text() == "SUM('Blad 2'!B5:C5)+Blad1!A1:B2+Blad1!A1:Blad2!B2");
  CHECK(std::get<Reference>(formula.pieces()[1]).shape == Reference::Shape::range);
  CHECK(std::get<Reference>(formula.pieces()[1]).series);
}
