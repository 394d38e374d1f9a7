#pragma once

#include "merge/tag_parser.hpp"
#include "merge/xlsx_model.hpp"
#include "merge/xlsx_sheet_reader.hpp"

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace lg::merge {

/// Reads the tags of one sheet in the order a reader would, tells the marker rows from the others, and links
/// the blocks of rows. What no sheet can hold becomes a problem with the cell it stands in.
class SheetTagReader {
 public:
  SheetTagReader(SheetTemplate& sheet, const std::string& file, TagParser& parser, Problems& problems)
      : sheet_(sheet), file_(file), parser_(parser), problems_(problems) {}

  void read(std::vector<FoundText> found);

 private:
  /// A table whose one row repeats, by the number of that row.
  struct GrowingTable {
    TableTemplate* table = nullptr;
    const Field* list = nullptr;  // null: only a marker row above can tell
    std::vector<int> marker;      // the tags of the row above the header
    int marker_row = 0;
  };

  void read_tab();
  void find_tables();
  [[nodiscard]] std::size_t open_refused(int row);
  void check_table(const TableTemplate& table, const Field* list);
  void read_row(std::size_t row);
  void read_marker_above(GrowingTable& growing);
  void read_table_row(std::size_t row, GrowingTable& growing);
  void read_cells(std::size_t row);
  void read_cell(FoundText& found);
  void place_row(std::size_t row);
  void add_marker(std::size_t row, int tag);
  void add_gap(int until);
  void link();
  void forget_filter();
  void read_headers();

  [[nodiscard]] std::span<FoundText> texts_of(std::size_t row);
  [[nodiscard]] GrowingTable* table_with_header_below(int row);
  [[nodiscard]] bool ends_marker_above(std::size_t row, std::span<FoundText> texts) const;
  void vanish(int row);
  [[nodiscard]] bool is_alone(std::size_t row, std::size_t cell) const;
  [[nodiscard]] bool stays_whole(const TaggedCell& cell) const;
  [[nodiscard]] Location place(int row, int column) const;
  void add_problem(const char* code, const Location& where, std::string message, std::string hint);
  [[nodiscard]] const Tag& tag(int number) const { return parser_.tags()[static_cast<std::size_t>(number)]; }

  SheetTemplate& sheet_;
  const std::string& file_;
  TagParser& parser_;
  Problems& problems_;
  std::vector<FoundText> found_;
  std::map<int, GrowingTable> growing_;  // by the number of the row that repeats
  std::vector<sml::Rows> refused_;       // rows of tables that are told of
  int next_row_ = 1;                     // the first row that no step holds yet
};

}  // namespace lg::merge
