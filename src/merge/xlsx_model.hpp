#pragma once

#include "merge/xlsx_text.hpp"
#include "opc/part_name.hpp"
#include "sml/cell_ref.hpp"
#include "sml/chart_references.hpp"
#include "sml/formula.hpp"
#include "sml/row_map.hpp"
#include "sml/table_part.hpp"

#include <pugixml.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// A workbook template, compiled: every row is cut into what is the same in each copy and what is not, so
/// that a row can be written as text, as often as its list has rows.
namespace lg::merge {

/// A cell that is the same wherever its row stands, but for the row's number.
struct FixedCell {
  std::string tail;  // what follows the reference: `" s="3" t="s"><v>5</v></c>`
  sml::ShownCell shown;
};

/// A cell with tags.
struct TaggedCell {
  TextTemplate text;
  int lone_tag = -1;  // its only content: the value keeps its type
};

/// A cell with a formula; its cached result is not kept.
struct FormulaCell {
  sml::Formula formula;
  std::string attributes;                                    // of c: ` cm="1"`
  std::string formula_attributes;                            // of f: ` t="array" aca="1"`
  std::optional<sml::CellRange> array;                       // of an array formula: the cells it fills
  std::vector<std::pair<std::string, sml::CellRef>> inputs;  // of a data table: r1, r2
};

struct CellTemplate {
  int column = 0;
  std::string head;  // `<c r="B`
  unsigned style = 0;
  std::variant<FixedCell, TaggedCell, FormulaCell> content;
};

struct RowTemplate {
  int number = 0;
  std::string attributes;  // ` s="2" customFormat="1"`; without r, spans and a measured height
  std::string measured;    // ` ht="30"`: what Excel measured, right as long as the texts are the same
  bool fixed_height = false;
  std::vector<CellTemplate> cells;
};

/// A sheet's rows in order, as a row of steps that the layout walks over. Blocks are linked as in
/// TextTemplate.
struct SheetStep {
  enum class Kind : std::uint8_t { rows, open, branch, close };

  Kind kind = Kind::rows;
  sml::Rows rows;  // of open, branch, close the marker row, which vanishes; of a table's none (0)
  int row = -1;    // its place in SheetTemplate::rows; -1: rows without content
  int tag = -1;    // of open and branch
  std::size_t next = TextTemplate::none;  // of open and branch: the block's next branch, or its end
  bool table = false;                     // of open: an Excel table, which keeps one row when it has none
  bool kept = false;  // of open: with an empty list its rows stay once, blank; see mark_kept_rows
};

struct TableTemplate {
  opc::PartName part;
  sml::TablePart table;
  pugi::xml_document document;
  bool grows = false;      // its one row is repeated
  TextTemplate otherwise;  // what the first cell says when the list is empty

  explicit TableTemplate(opc::PartName part_name) : part(std::move(part_name)) {}
};

/// The text of a sheet's header or footer, as it lies in the part.
struct HeaderTemplate {
  std::string element;  // "oddHeader"
  TextTemplate text;
};

struct SheetTemplate {
  std::string name;
  opc::PartName part;
  pugi::xml_document document;  // without the rows
  std::vector<RowTemplate> rows;
  std::vector<SheetStep> steps;
  std::vector<std::unique_ptr<TableTemplate>> tables;
  std::vector<HeaderTemplate> headers;
  TextTemplate tab;       // the tab's text
  int repeat_tag = -1;    // of a tab `{{varje x i Lista}}`
  bool has_tags = false;  // in its cells or tab or header
  bool has_formulas = false;
  bool names_sheets = false;  // something else than a cell refers to cells of other sheets

  SheetTemplate(std::string sheet_name, opc::PartName part_name)
      : name(std::move(sheet_name)), part(std::move(part_name)) {}

  [[nodiscard]] const RowTemplate* row(int number) const;
};

}  // namespace lg::merge
