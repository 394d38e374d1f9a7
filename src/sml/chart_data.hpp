#pragma once

#include "sml/cell_ref.hpp"
#include "sml/chart_references.hpp"
#include "sml/row_map.hpp"

#include <pugixml.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace lg::sml {

/// The figures of a chart: a column of categories for each level (mostly one), a column of values a series.
struct ChartTable {
  std::vector<std::vector<ShownCell>> categories;
  std::vector<std::vector<ShownCell>> values;

  [[nodiscard]] std::size_t rows() const { return categories.empty() ? 0 : categories.front().size(); }
};

/// The cells that a chart is drawn from: rows of one sheet, its categories and its series side by side, as
/// Word and Excel lay a new chart out.
struct ChartLayout {
  std::string sheet;
  std::string qualifier;  // the sheet as the chart's formulas write it: "Sheet1!"
  Rows rows;
  std::vector<int> categories;              // columns, the outermost level first
  std::vector<int> values;                  // a column for each series
  std::vector<std::string> names;           // of the series, as the chart shows them
  std::vector<std::string> number_formats;  // of the values

  std::string fault;   // why the chart cannot be drawn from a list: goes on from "Diagrammet "
  std::string remedy;  // what to do then
};

/// Reads how a chart part (c:chartSpace, ECMA-376 Part 1, 21.2.2.29) is laid out.
[[nodiscard]] ChartLayout read_chart_layout(pugi::xml_node chart);

/// Writes the figures into the chart: formulas, what it keeps of the cells, and no point of its own (a
/// colour, a label) behind the last row. Without rows the chart has one blank point.
void write_chart_data(pugi::xml_node chart, const ChartLayout& layout, const ChartTable& table);

/// What a chart keeps of its cells, as figures.
struct KeptChart {
  ChartTable table;
  std::vector<std::string> names;  // of the series
  std::vector<std::string> number_formats;

  /// Categories without any value.
  [[nodiscard]] bool only_categories() const;
};
[[nodiscard]] KeptChart kept_chart_data(pugi::xml_node chart);

/// The series in the order they are drawn.
[[nodiscard]] std::vector<pugi::xml_node> chart_series(pugi::xml_node chart);

/// The table with at least one row: a chart's range cannot be empty.
[[nodiscard]] ChartTable with_a_row(ChartTable table);

}  // namespace lg::sml
