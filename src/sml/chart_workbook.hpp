#pragma once

#include "opc/package.hpp"
#include "sml/chart_data.hpp"

#include <string>

namespace lg::sml {

/// The small workbook that lies in a document behind a chart of it: what Word opens for "Redigera data".
class ChartWorkbook {
 public:
  /// Throws UnreadableFile when the bytes are no workbook that can be written.
  ChartWorkbook(const std::string& file_name, std::string bytes, const ChartLayout& layout);

  /// The texts of the cells above the categories, the outermost level first.
  [[nodiscard]] const std::vector<std::string>& headings() const { return headings_; }
  /// The texts of the cells above the values, by series.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  /// Why the cells cannot be written: goes on from "Diagrammet "; empty when they can.
  [[nodiscard]] const std::string& fault() const { return fault_; }

  /// The workbook's bytes with the figures in the chart's cells; the table around them grows or shrinks too.
  [[nodiscard]] std::string with(const ChartTable& table) const;

 private:
  void read(const ChartLayout& layout);
  void write_tables(opc::Package& package, int last_row) const;
  static void forget_calculation_order(opc::Package& package);

  opc::Package package_;
  ChartLayout layout_;
  opc::PartName sheet_{"/"};
  std::vector<std::string> headings_;
  std::vector<std::string> names_;
  std::string fault_;
};

}  // namespace lg::sml
