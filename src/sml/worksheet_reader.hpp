#pragma once

#include "sml/number_format.hpp"
#include "sml/shared_strings.hpp"
#include "sml/workbook.hpp"

#include <pugixml.hpp>

#include <deque>
#include <string>
#include <vector>

namespace lg::sml {

/// What the cells of all sheets of a workbook share, and how much has been read so far.
struct WorkbookContext {
  std::string file_name;
  std::vector<CellText> strings;
  CellFormats formats;
  bool date1904 = false;
  std::deque<std::string>& texts;
  std::size_t rows = 0;
  std::size_t cells = 0;
  std::size_t cell_text = 0;
};

/// Reads the cells, merges and hidden rows of a sheet part's root element into `sheet`, which has its name
/// already. Throws UnreadableFile on a cell that points at no shared string, and where a limit is passed.
void read_worksheet(pugi::xml_node root, WorkbookContext& context, Worksheet& sheet);

}  // namespace lg::sml
