#pragma once

#include "base/problem.hpp"
#include "merge/scope.hpp"
#include "merge/tag.hpp"
#include "opc/package.hpp"
#include "sml/chart_data.hpp"
#include "sml/chart_workbook.hpp"

#include <pugixml.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lg::merge {

/// The code of a chart whose series is no field of its list.
inline constexpr const char* series_code = "M048";
/// The code of a chart that cannot be drawn from a list.
inline constexpr const char* chart_code = "M049";

/// A native chart of a .docx that a list fills: which field each of its columns shows.
class ChartTemplate {
 public:
  /// Null when the chart cannot be filled; the reason is told.
  [[nodiscard]] static std::shared_ptr<const ChartTemplate> read(const opc::Package& package,
                                                                 const opc::PartName& part, const Tag& tag,
                                                                 Problems& problems);

  [[nodiscard]] const opc::PartName& part() const { return part_; }

  /// The figures of the rows that the tag chooses now.
  [[nodiscard]] sml::ChartTable figures(const Tag& tag, Scope& scope) const;
  /// Writes them into the chart that lies in `part`, the template's own or a copy, and its workbook.
  void write(opc::Package& package, const opc::PartName& part, const sml::ChartTable& figures) const;
  /// "Låg 3, Medel 5." or, of several series, "2024: Låg 3, Medel 5. 2025: Låg 2."
  [[nodiscard]] std::string words(const sml::ChartTable& figures) const;

 private:
  explicit ChartTemplate(opc::PartName part) : part_(std::move(part)) {}

  bool open_workbook(const opc::Package& package, std::string& fault);
  bool find_fields(const Tag& tag, Problems& problems);
  [[nodiscard]] std::size_t category_field(const Field& list, std::size_t level) const;

  static constexpr int counted = -1;  // stands for the number of rows in a group

  opc::PartName part_;
  pugi::xml_document document_;
  sml::ChartLayout layout_;
  std::optional<sml::ChartWorkbook> workbook_;  // nothing: the chart has none
  opc::PartName workbook_part_{"/"};
  std::vector<int> categories_;  // fields of the list; of a grouped one unused
  std::vector<int> values_;
};

/// The figures in words, with the series' names where there are several.
[[nodiscard]] std::string figures_in_words(const sml::ChartTable& figures,
                                           const std::vector<std::string>& names,
                                           const std::vector<std::string>& number_formats);

/// The author's alternative text, and the figures behind it.
[[nodiscard]] std::string with_figures(std::string_view own, std::string figures, bool several);

}  // namespace lg::merge
