#pragma once

#include "sml/cell_ref.hpp"
#include "sml/workbook.hpp"

#include <map>
#include <string>
#include <vector>

namespace lg::app {

/// The lines of a table of a protocol that is read again, their cells as text in the order of its columns;
/// none when it has no such table.
[[nodiscard]] std::vector<std::vector<std::string>> protocol_lines(const sml::Workbook& protocol,
                                                                   const std::string& table);

/// The cells of "A6:A15, C7", one by one; none of any other text.
[[nodiscard]] std::vector<sml::CellRef> cells_in(const std::string& text);

/// Cells of the workbooks as an answer names them, with the headings that the protocol knows.
class SourceNames {
 public:
  explicit SourceNames(const sml::Workbook& protocol);

  /// Adds "Aktiviteter.xlsx › Aktiviteter › C7 (Aktivitet)" for each cell of "C7, D6:D8" that is not there
  /// yet; of many in one column "D6:D18 (Startår)". Nothing for any other text.
  void add(const std::string& file, const std::string& sheet, const std::string& cells,
           std::vector<std::string>& names) const;

 private:
  std::map<std::string, std::string> headings_;  // by file, sheet and column
};

}  // namespace lg::app
