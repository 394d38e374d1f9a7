#include "app/protocol_lines.hpp"

#include "audit/provenance.hpp"
#include "base/text.hpp"
#include "intake/cell_reader.hpp"
#include "sml/cell_ref.hpp"

#include <algorithm>
#include <utility>

namespace lg::app {

std::vector<sml::CellRef> cells_in(const std::string& text) {
  std::vector<sml::CellRef> cells;
  for (const std::string& area : split(text, ',')) {
    const auto range = sml::CellRange::parse(area);
    if (!range) return {};
    for (int row = range->first.row; row <= range->last.row; ++row) {
      for (int column = range->first.column; column <= range->last.column; ++column)
        cells.push_back({row, column});
    }
  }
  return cells;
}

std::vector<std::vector<std::string>> protocol_lines(const sml::Workbook& protocol,
                                                     const std::string& table) {
  std::vector<std::vector<std::string>> lines;
  for (const sml::Worksheet& sheet : protocol.sheets) {
    for (const auto& [name, range] : sheet.tables) {
      if (fold(name) != fold(table)) continue;
      const auto width = static_cast<std::size_t>(range.last.column - range.first.column + 1);
      lines.assign(static_cast<std::size_t>(range.last.row - range.first.row),
                   std::vector<std::string>(width));
      for (const sml::Cell& cell : sheet.cells) {
        if (!range.contains(cell.ref) || cell.ref.row == range.first.row) continue;
        lines[static_cast<std::size_t>(cell.ref.row - range.first.row - 1)]
             [static_cast<std::size_t>(cell.ref.column - range.first.column)] = intake::cell_text(cell);
      }
    }
  }
  return lines;
}

SourceNames::SourceNames(const sml::Workbook& protocol) {
  for (std::vector<std::string>& line : protocol_lines(protocol, "Kolumner")) {
    if (line.size() >= 4) headings_[line[0] + '\n' + line[1] + '\n' + line[2]] = std::move(line[3]);
  }
}

void SourceNames::add(const std::string& file, const std::string& sheet, const std::string& cells,
                      std::vector<std::string>& names) const {
  constexpr std::size_t most = 6;  // of one column, one by one
  const std::vector<sml::CellRef> all = cells_in(cells);
  std::map<int, std::vector<sml::CellRef>> columns;
  for (const sml::CellRef& cell : all) columns[cell.column].push_back(cell);
  for (const sml::CellRef& cell : all) {
    std::vector<sml::CellRef>& column = columns[cell.column];
    std::ranges::sort(column, {}, &sml::CellRef::row);
    std::string name = file + " › " + sheet + " › ";
    name += column.size() > most ? audit::cells_text(column) : cell.text();
    const auto heading = headings_.find(file + '\n' + sheet + '\n' + sml::column_letters(cell.column));
    if (heading != headings_.end()) name += " (" + heading->second + ")";
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  }
}

}  // namespace lg::app
