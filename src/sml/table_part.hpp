#pragma once

#include "sml/cell_ref.hpp"
#include "sml/reference_mover.hpp"

#include <pugixml.hpp>

#include <map>
#include <string>
#include <vector>

namespace lg::sml {

/// An Excel table as its part describes it (ECMA-376 Part 1, 18.5.1.2).
struct TablePart {
  std::string name;          // what formulas call it
  std::string display_name;  // the same in all files that Excel wrote
  CellRange range;
  int header_rows = 1;
  int totals_rows = 0;

  [[nodiscard]] static TablePart read(pugi::xml_node table);
  [[nodiscard]] Rows data_rows() const {
    return {range.first.row + header_rows, range.last.row - totals_rows};
  }
};

/// Removes what an autoFilter chose its rows by (18.3.2.7), which said nothing of the rows it has now. A
/// column without a button goes on having none.
void forget_criteria(pugi::xml_node filter);

/// Moves the table and grows it over the copies of its rows. `grown`: its one row was repeated, so that what
/// its filter once hid means nothing any more.
void move_table(pugi::xml_node table, const MovedSheet& sheet, const ReferenceMover& mover, bool grown);

/// Gives a column the name that its header cell has come to show: Excel repairs a table whose names differ.
/// Keys are columns of the sheet.
void rename_columns(pugi::xml_node table, const std::map<int, std::string>& headers);

/// Makes the table another one, as on a copied sheet: ids and names are unique in a workbook.
void make_another(pugi::xml_node table, unsigned id, const std::string& name);

}  // namespace lg::sml
