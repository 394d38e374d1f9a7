#include "preview/table.hpp"

#include "preview/story.hpp"
#include "wml/paragraph.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string_view>
#include <utility>

namespace lg::preview {
namespace {

constexpr int most_columns = 1000;  // Word has 63; what goes beyond says nothing of a table that people read

/// The children of that name, through content controls and insertions.
void collect(pugi::xml_node parent, std::string_view name, std::vector<pugi::xml_node>& found) {
  for (const pugi::xml_node child : parent.children()) {
    const std::string_view own = child.name();
    if (own == name) {
      found.push_back(child);
    } else if (own == "mc:AlternateContent") {
      collect(child.first_child(), name, found);
    } else if (wml::holds_runs(own)) {
      collect(child, name, found);
    }
  }
}

int columns_in(pugi::xml_node property) {
  return std::clamp(property.attribute("w:val").as_int(0), 0, most_columns);
}

bool has_first_column(pugi::xml_node look) {
  constexpr unsigned long first_column = 0x80;
  if (const auto own = look.attribute("w:firstColumn")) {
    const std::string_view value = own.value();
    return value == "1" || value == "true" || value == "on";
  }
  return (std::strtoul(look.attribute("w:val").value(), nullptr, 16) & first_column) != 0;
}

/// Where the cell of a column stands that goes on downwards.
using Open = std::map<int, std::pair<std::size_t, std::size_t>>;

/// The row that comes next in the table.
TableRow read_row(pugi::xml_node node, Table& table, Open& open) {
  const pugi::xml_node properties = node.child("w:trPr");
  TableRow row;
  row.header = is_on(properties.child("w:tblHeader"));
  // A cell of several rows ends with the headings.
  if (!row.header && !table.rows.empty() && table.rows.back().header) open.clear();
  int column = 0;
  const auto leave_free = [&](int columns) {
    if (columns > 0) row.cells.push_back({{}, column, columns, 1});
    column += columns;
  };
  leave_free(columns_in(properties.child("w:gridBefore")));
  std::vector<pugi::xml_node> cells;
  collect(node, "w:tc", cells);
  for (const pugi::xml_node cell : cells) {
    const pugi::xml_node own = cell.child("w:tcPr");
    const int columns = std::max(1, columns_in(own.child("w:gridSpan")));
    const pugi::xml_node merge = own.child("w:vMerge");
    const bool goes_on = merge && std::string_view(merge.attribute("w:val").value()) != "restart";
    const auto above = open.find(column);
    if (goes_on && above != open.end()) {
      ++table.rows[above->second.first].cells[above->second.second].rows;
    } else {
      open.erase(column);
      if (merge) open[column] = {table.rows.size(), row.cells.size()};
      row.cells.push_back({cell, column, columns, 1});
    }
    column += columns;
  }
  leave_free(columns_in(properties.child("w:gridAfter")));
  return row;
}

}  // namespace

Table Table::read(pugi::xml_node node) {
  Table table;
  const pugi::xml_node properties = node.child("w:tblPr");
  table.first_column = has_first_column(properties.child("w:tblLook"));
  table.label = properties.child("w:tblCaption").attribute("w:val").value();
  if (table.label.empty()) table.label = properties.child("w:tblDescription").attribute("w:val").value();
  std::vector<pugi::xml_node> rows;
  collect(node, "w:tr", rows);
  Open open;
  for (const pugi::xml_node row : rows) {
    const pugi::xml_node own = row.child("w:trPr");
    if (own.child("w:del") || is_on(own.child("w:hidden"))) continue;
    table.rows.push_back(read_row(row, table, open));
  }
  while (table.header_rows < table.rows.size() && table.rows[table.header_rows].header) ++table.header_rows;
  return table;
}

}  // namespace lg::preview
