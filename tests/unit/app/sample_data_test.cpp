#include "app/sample_data.hpp"

#include "base/text.hpp"
#include "support/document.hpp"

#include <catch2/catch.hpp>

using lg::Dataset;
using lg::Value;
using lg::app::sample_data;

namespace {

/// A shape with a field of each kind.
Dataset shape() {
  Dataset data = lg::test::data(R"({"Nämnd": "x", "Rapportår": 1, "Uppföljningsår": 1,
    "Planperiod sista år": 1, "Rader": [{"VoR-ID": "x", "Text": "x", "Startår": 1, "Antal": 1, "Ja": true,
    "Klart senast": "2025-01-01", "Status": "Pågår"}], "Planår": [{"År": 1}]})");
  data.root.fields[4].fields[6].choices = {"Pågår", "Klar"};
  data.textblock_names = {"syfte"};
  return data;
}

std::string shown(const Value& value) {
  if (value.as_list() == nullptr) return lg::to_text(value) + "\n";
  std::string text;
  for (const lg::Row& row : value.as_list()->rows) {
    for (const Value& one : row) text += "| " + lg::to_text(one) + " ";
    text += "|\n";
  }
  return text;
}

std::string shown(const Dataset& data) {
  std::string text;
  for (const Value& value : data.row) text += shown(value);
  return text;
}

}  // namespace

TEST_CASE("made-up values name their field and keep to its kind") {
  CHECK(shown(sample_data(shape(), {"", 4, false})) ==
        "Exempel Nämnd\n2026\n2025\n2028\n"
        "| VoR-01 | Exempel Text 1 | 2026 | 1 | Ja | 2026-01-01 | Pågår |\n"
        "| VoR-02 | Exempel Text 2 | 2027 | 2 | Nej | 2027-06-02 | Klar |\n"
        "| VoR-03 | Exempel Text 3 | 2028 | 3 | Ja | 2028-11-03 | Pågår |\n"
        "| VoR-04 | Exempel Text 4 | 2026 | 4 | Nej | 2026-04-04 | Klar |\n"
        "| 2026 |\n| 2027 |\n| 2028 |\n");
}

TEST_CASE("without rows there are still single values and text blocks") {
  const Dataset data = sample_data(shape(), {"", 0, false});
  CHECK(shown(data) == "Exempel Nämnd\n2026\n2025\n2028\n| 2026 |\n| 2027 |\n| 2028 |\n");
  CHECK(lg::to_text(data.textblocks.at("syfte")) == "Exempel textblock syfte");
}

TEST_CASE("long texts have three hundred characters with markup and breaks") {
  const std::string text = lg::to_text(sample_data(shape(), {"", 1, true}).row[0]);
  CHECK(lg::length(text) == 300);
  CHECK(
      text.starts_with("Exempel Nämnd – en lång text för att pröva mallen, med å, ä och ö.\nEfter en "
                       "radbrytning: A & B, 1 < 2 > 0, \"citat\". Texten"));
}
