#pragma once

#include <pugixml.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace lg::preview {

/// A cell as HTML counts cells: one that goes over several rows stands in the first of them.
struct TableCell {
  pugi::xml_node node;  // w:tc; null: a place that the row leaves free
  int column = 0;       // of the grid, from 0
  int columns = 1;
  int rows = 1;
};

struct TableRow {
  bool header = false;
  std::vector<TableCell> cells;
};

/// A w:tbl with its merged cells worked out (ECMA-376 Part 1, 17.4).
struct Table {
  std::vector<TableRow> rows;   // those that are shown
  std::size_t header_rows = 0;  // how many of the first are headings (w:tblHeader)
  bool first_column = false;    // the first column is a heading (w:tblLook)
  std::string label;            // its title or description, as the alternative text says it

  [[nodiscard]] static Table read(pugi::xml_node table);
};

}  // namespace lg::preview
