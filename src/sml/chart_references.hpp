#pragma once

#include "sml/cell_ref.hpp"
#include "sml/reference_mover.hpp"

#include <pugixml.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lg::sml {

/// What a chart keeps of one cell.
struct ShownCell {
  std::string text;  // of a number: its digits with a decimal point
  bool number = false;
};

/// Cells of the result that charts are drawn from.
struct ChartRange {
  std::string sheet;  // the sheet's name in the result
  CellRange cells;
};

/// The cells that a formula of a chart names: one area or several; empty when it names none that can be read
/// cell by cell (a defined name, a table, another workbook).
[[nodiscard]] std::vector<ChartRange> chart_ranges(std::string_view formula);

/// What a defined name says of the cells that a chart is drawn from.
struct NamedCells {
  std::vector<ChartRange> ranges;  // not exact: any cell of each sheet that they depend on
  bool exact = false;              // else only a calculation can tell which they are
};

/// Null: the formula is no name of this workbook.
using NameOf = std::function<const NamedCells*(std::string_view)>;

/// Moves every reference of a chart part (c:f, ECMA-376 Part 1, 21.2.2.65, and cx:f of the newer charts) and
/// tells which cells the chart is drawn from in the result. `sheet`: the one that the chart is drawn on.
/// `changed` is set when a reference did change.
[[nodiscard]] std::vector<ChartRange> move_chart(pugi::xml_node chart, const ReferenceMover& mover,
                                                 const MovedSheet* sheet, const NameOf& names, bool& changed);

/// The cells of a range, row by row; an empty cell is an empty ShownCell. Nothing: the sheet did not change,
/// so what the chart keeps of it is right as it is.
using CellsOf = std::function<std::optional<std::vector<ShownCell>>(const ChartRange&)>;

/// Writes anew what the chart keeps of its cells, so that it shows the right picture before it is
/// recalculated; of cells that only a calculation can tell it keeps nothing. True when there was something to
/// write.
bool refresh_caches(pugi::xml_node chart, const CellsOf& cells, const NameOf& names = {});

}  // namespace lg::sml
