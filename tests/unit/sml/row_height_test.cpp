#include "sml/row_height.hpp"

#include <catch2/catch.hpp>

#include <string>

using lg::sml::ColumnWidths;
using lg::sml::estimated_lines;

TEST_CASE("columns are as wide as the sheet says") {
  pugi::xml_document document;
  document.load_string(
      "<worksheet><sheetFormatPr defaultColWidth=\"10\"/><cols><col min=\"2\" max=\"3\" width=\"20\"/>"
      "<col min=\"4\" max=\"4\" width=\"7\" hidden=\"1\"/></cols></worksheet>");
  const ColumnWidths widths = ColumnWidths::read(document.document_element());
  CHECK(widths.of(1) == 10);
  CHECK(widths.of(3) == 20);
  CHECK(widths.of(1, 4) == 50);
}

TEST_CASE("lines of a wrapped text are estimated") {
  CHECK(estimated_lines("", 10) == 1);
  CHECK(estimated_lines("kort", 10) == 1);
  CHECK(estimated_lines("rad\nrad\n", 40) == 3);
  CHECK(estimated_lines("Genomför en översyn av behörigheter", 22) == 2);
  CHECK(estimated_lines(std::string(100, 'x'), 22) == 6);
  CHECK(estimated_lines("V24-02; V25-05; V25-08", 12) == 3);
  CHECK(estimated_lines("cyber-hot, cyber-lag", 12) == 2);
}
