#include "intake/sheet_name.hpp"

#include <catch2/catch.hpp>

using lg::intake::parse_sheet_name;
using lg::intake::workbook_stem;

TEST_CASE("a year at the end of a name is taken off") {
  for (const char* name : {"VoR 2024", "VoR_2024", "VoR-2024", " VoR2024 "}) {
    CHECK(parse_sheet_name(name).stem == "VoR");
    CHECK(parse_sheet_name(name).year == 2024);
  }
}

TEST_CASE("a period is taken off and is no year") {
  for (const char* name : {"Aktiviteter 2025-2027", "Aktiviteter 2025–2027", "Aktiviteter 2025 - 2027"}) {
    CHECK(parse_sheet_name(name).stem == "Aktiviteter");
    CHECK_FALSE(parse_sheet_name(name).year);
  }
}

TEST_CASE("other numbers are part of the name") {
  for (const char* name : {"VoR", "VoR 25", "VoR 12024", "VoR 1999", "VoR 2024 kopia"}) {
    CHECK(parse_sheet_name(name).stem == name);
    CHECK_FALSE(parse_sheet_name(name).year);
  }
}

TEST_CASE("a workbook's name ends before its last dot") {
  CHECK(workbook_stem("mapp/VoR 2024.xlsx") == "VoR 2024");
}
