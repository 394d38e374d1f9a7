#pragma once

#include "merge/scope.hpp"
#include "merge/xlsx_layout.hpp"
#include "merge/xlsx_row_writer.hpp"
#include "merge/xlsx_workbook.hpp"
#include "opc/package.hpp"
#include "sml/chart_names.hpp"
#include "sml/chart_references.hpp"
#include "sml/defined_names.hpp"
#include "sml/reference_mover.hpp"

#include <pugixml.hpp>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace lg::merge {

/// One sheet of the result: a sheet of the template, or one of its copies.
struct SheetCopy {
  const TabTemplate* tab = nullptr;
  std::size_t position = 0;    // of the tab, in the template
  opc::PartName part;          // in the result
  const Turn* turn = nullptr;  // of a sheet that is made once for each row of a list
  std::size_t number = 0;
  std::size_t count = 0;
  std::unique_ptr<SheetLayout> layout;  // null: no worksheet
  sml::MovedSheet moved;
  bool first = true;                        // of its tab's copies
  std::vector<std::string> dropped_tables;  // ids of the relationships to tables that were left out
  std::vector<sml::CellRange> watch;        // cells whose content others ask for
  std::optional<WrittenRows> written;       // nothing: the sheet was left as it was

  explicit SheetCopy(opc::PartName name) : part(std::move(name)) {}
};

/// Fills one workbook: first all rows of all sheets are laid out, then each sheet is written, then all that
/// names rows is moved by what came out.
class WorkbookRenderer {
 public:
  WorkbookRenderer(const WorkbookTemplate& workbook, const Dataset& data, Problems& problems);

  /// Where the filled-in cells came from is noted in `origins`, unless it is null.
  [[nodiscard]] opc::Package render(CellOrigins* origins = nullptr);
  /// Once rendered: where in the template that row of a sheet of the result came from.
  [[nodiscard]] std::optional<CellLocation> origin(const opc::PartName& part, int row) const;

 private:
  struct Chart {
    opc::PartName part;
    pugi::xml_document document;
    bool changed = false;
  };

  void lay_out_sheets();
  void lay_out(SheetCopy& sheet);
  void add_copies(std::size_t position);
  void copy_sheet_part(SheetCopy& sheet);
  [[nodiscard]] opc::PartName copy_part(const opc::PartName& part);
  void read_charts();
  void read_chart(SheetCopy& sheet, const opc::PartName& part);
  void watch_headers();
  void write_sheets();
  void write_sheet(SheetCopy& sheet);
  [[nodiscard]] bool is_touched(const SheetCopy& sheet) const;
  [[nodiscard]] std::string sheet_bytes(SheetCopy& sheet);
  void name_tables();
  void write_tables(SheetCopy& sheet);
  void drop_table(SheetCopy& sheet, const opc::PartName& part);
  [[nodiscard]] std::string free_table_name(const std::string& like);
  void write_drawings(const SheetCopy& sheet);
  void calculate();
  void write_charts();
  void write_drawing_links();
  void write_pivots();
  void write_workbook();
  void warn_of_lost_names(pugi::xml_node root);
  void write_sheet_list(pugi::xml_node root, opc::Relationships& relationships);
  void write_shared_parts();
  void write_texts();
  void write_chart_texts();
  void drop_parts(std::string_view kind, opc::Relationships& relationships);
  void forget_sheet_titles();
  void ask_for_calculation(pugi::xml_node root);
  void move_active_tab(pugi::xml_node root);
  [[nodiscard]] sml::SheetPositions positions() const;
  void check_limits(const SheetCopy& sheet);
  void limit_links(const SheetCopy& sheet, pugi::xml_node root);

  /// Parses the part, changes its root and puts it back. A part that cannot be read as Excel reads it (a
  /// drawing of an old program) is left as it is.
  void edit(const opc::PartName& part, const std::function<void(pugi::xml_node)>& change);
  [[nodiscard]] pugi::xml_document parse(const opc::PartName& part) const;
  [[nodiscard]] std::optional<std::vector<sml::ShownCell>> cells_of(const sml::ChartRange& range) const;
  [[nodiscard]] sml::NameOf name_of() const;
  [[nodiscard]] SheetCopy* find_sheet(const std::string& new_name);

  const WorkbookTemplate& workbook_;
  Problems& problems_;
  Scope scope_;
  opc::Package package_;
  std::deque<std::vector<Turn>> turns_;  // of the tabs
  std::deque<SheetCopy> sheets_;
  std::unique_ptr<sml::ReferenceMover> mover_;
  std::unique_ptr<sml::ChartNames> names_;
  sml::AddedStyles added_styles_;
  std::deque<Chart> charts_;
  CellOrigins* origins_ = nullptr;
  bool sheets_changed_ = false;  // other tabs than in the template
  unsigned last_table_id_ = 0;
  std::set<std::string> table_names_;  // in lower case
};

}  // namespace lg::merge
