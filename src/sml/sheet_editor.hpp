#pragma once

#include "sml/cell_ref.hpp"
#include "sml/reference_mover.hpp"

#include <pugixml.hpp>

#include <string>
#include <vector>

namespace lg::sml {

/// Moves everything of a worksheet part that names rows, but for its cells: merged cells, conditional
/// formats, data validations, filters, links, breaks, views, protected ranges and the newer twins of all
/// these in the part's extension list. Elements stay in the order that CT_Worksheet (ECMA-376 Part
/// 1, 18.3.1.99) asks for.
class SheetEditor {
 public:
  /// `worksheet` is the root of the part; `sheet` and `mover` must outlive the editor.
  SheetEditor(pugi::xml_node worksheet, const MovedSheet& sheet, const ReferenceMover& mover)
      : root_(worksheet), sheet_(sheet), rows_(*sheet.rows), mover_(mover) {}

  void move();
  /// The used range, which comes out of the writing of the cells.
  void set_dimension(const CellRange& used);

 private:
  void move_element(pugi::xml_node node);
  void move_children(pugi::xml_node node);

  void move_merges(pugi::xml_node merges);
  void move_rule(pugi::xml_node rule);
  void move_rule_formulas(pugi::xml_node node, const FormulaPlace& place);
  void move_breaks(pugi::xml_node breaks);
  void move_links(pugi::xml_node links);
  void move_view(pugi::xml_node view);
  void move_selection(pugi::xml_node selection);
  void move_sparklines(pugi::xml_node sparklines);
  void move_control(pugi::xml_node control);
  void move_areas_of(pugi::xml_node node);
  void move_range_of(pugi::xml_node node);
  void move_cell_of(pugi::xml_node node, const char* attribute);
  void move_text(pugi::xml_node node, const FormulaPlace& place);

  [[nodiscard]] FormulaPlace place_of(const std::vector<CellRange>& areas,
                                      std::vector<const Turned*>& turns) const;
  void drop(pugi::xml_node node) { dropped_.push_back(node); }

  pugi::xml_node root_;
  const MovedSheet& sheet_;
  const RowMap& rows_;
  const ReferenceMover& mover_;
  std::vector<pugi::xml_node> dropped_;  // removed once the walk is over
};

}  // namespace lg::sml
