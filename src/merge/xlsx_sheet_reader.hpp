#pragma once

#include "merge/xlsx_model.hpp"
#include "sml/cell_text.hpp"

#include <pugixml.hpp>

#include <map>
#include <string>
#include <vector>

namespace lg::merge {

/// One shared string of the template; its runs are read where it holds a tag.
struct SharedText {
  pugi::xml_node item;
  std::string text;
};

/// A cell's text that may hold tags, to be read by the tag parser in the order of the sheet.
struct FoundText {
  std::size_t row = 0;   // in SheetTemplate::rows
  std::size_t cell = 0;  // in RowTemplate::cells
  std::vector<sml::TextRun> runs;
};

/// Compiles the rows of a sheet part and takes them out of the document. Shared formulas (ECMA-376 Part 1,
/// 18.3.1.40) are written out for each cell, so that each can move on its own.
class SheetReader {
 public:
  explicit SheetReader(const std::vector<SharedText>& strings) : strings_(strings) {}

  /// The texts that may hold tags, row by row.
  [[nodiscard]] std::vector<FoundText> read(SheetTemplate& sheet);

 private:
  struct SharedFormula {
    sml::CellRef first;
    sml::Formula formula;
  };

  void read_row(pugi::xml_node node, SheetTemplate& sheet, int number);
  void read_cell(pugi::xml_node node, RowTemplate& row, int column);
  void read_formula(pugi::xml_node node, pugi::xml_node f, sml::CellRef ref, CellTemplate& cell);
  [[nodiscard]] sml::Formula formula_of(pugi::xml_node f, sml::CellRef ref);
  [[nodiscard]] FixedCell fixed(pugi::xml_node node) const;
  [[nodiscard]] sml::ShownCell shown(pugi::xml_node node) const;
  [[nodiscard]] pugi::xml_node text_item(pugi::xml_node node) const;

  const std::vector<SharedText>& strings_;
  std::map<int, SharedFormula> shared_;
  std::vector<FoundText> found_;
  SheetTemplate* sheet_ = nullptr;
};

}  // namespace lg::merge
