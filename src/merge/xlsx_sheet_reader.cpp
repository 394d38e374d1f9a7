#include "merge/xlsx_sheet_reader.hpp"

#include "merge/tag_scanner.hpp"
#include "opc/xml.hpp"
#include "sml/shared_strings.hpp"

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <string_view>

namespace lg::merge {
namespace {

using opc::child;
using opc::local_name;

void append_attribute(std::string& xml, pugi::xml_attribute attribute) {
  xml += std::string(" ") + attribute.name() + "=\"";
  for (const char* c = attribute.value(); *c != '\0'; ++c) {
    if (*c == '&')
      xml += "&amp;";
    else if (*c == '<')
      xml += "&lt;";
    else if (*c == '"')
      xml += "&quot;";
    else
      xml += *c;
  }
  xml += '"';
}

void read_row_attributes(pugi::xml_node node, RowTemplate& row) {
  row.fixed_height = node.attribute("customHeight").as_bool();
  for (const pugi::xml_attribute attribute : node.attributes()) {
    const std::string_view name = attribute.name();
    if (name == "r" || name == "spans") continue;
    append_attribute(name == "ht" && !row.fixed_height ? row.measured : row.attributes, attribute);
  }
}

std::string xml_of(pugi::xml_node node) {
  std::ostringstream stream;
  node.print(stream, "", pugi::format_raw);
  return stream.str();
}

}  // namespace

const RowTemplate* SheetTemplate::row(int number) const {
  const auto at = std::lower_bound(rows.begin(), rows.end(), number,
                                   [](const RowTemplate& row, int value) { return row.number < value; });
  return at == rows.end() || at->number != number ? nullptr : &*at;
}

std::vector<FoundText> SheetReader::read(SheetTemplate& sheet) {
  shared_.clear();
  found_.clear();
  sheet_ = &sheet;
  pugi::xml_node data = child(sheet.document.document_element(), "sheetData");
  // A row or cell without a number follows the one before it; rows out of order are put in order.
  std::vector<std::pair<int, pugi::xml_node>> rows;
  for (const pugi::xml_node row : data.children()) {
    if (local_name(row) != "row") continue;
    const int before = rows.empty() ? 0 : rows.back().first;
    rows.emplace_back(row.attribute("r").as_int(before + 1), row);
  }
  std::ranges::stable_sort(rows, {}, &std::pair<int, pugi::xml_node>::first);
  for (const auto& [number, row] : rows) read_row(row, sheet, number);
  data.remove_children();
  return std::move(found_);
}

void SheetReader::read_row(pugi::xml_node node, SheetTemplate& sheet, int number) {
  RowTemplate& row = sheet.rows.emplace_back();
  row.number = number;
  read_row_attributes(node, row);
  std::vector<std::pair<int, pugi::xml_node>> cells;
  for (const pugi::xml_node cell : node.children()) {
    if (local_name(cell) != "c") continue;
    const auto ref = sml::CellRef::parse(cell.attribute("r").value());
    const int before = cells.empty() ? 0 : cells.back().first;
    cells.emplace_back(ref ? ref->column : before + 1, cell);
  }
  std::ranges::stable_sort(cells, {}, &std::pair<int, pugi::xml_node>::first);
  for (const auto& [column, cell] : cells) read_cell(cell, row, column);
}

void SheetReader::read_cell(pugi::xml_node node, RowTemplate& row, int column) {
  CellTemplate& cell = row.cells.emplace_back();
  cell.column = column;
  cell.style = node.attribute("s").as_uint();
  cell.head = "<" + std::string(node.name()) + " r=\"" + sml::column_letters(column);
  if (const pugi::xml_node f = child(node, "f")) {
    return read_formula(node, f, {row.number, column}, cell);
  }
  const pugi::xml_node item = text_item(node);
  const std::string text = item ? sml::rich_text(item) : "";
  cell.content = fixed(node);
  if (item && may_hold_tags(text)) {
    found_.push_back({sheet_->rows.size() - 1, row.cells.size() - 1, sml::read_runs(item)});
  }
}

/// The element that holds the cell's text: in the cell itself or among the shared strings.
pugi::xml_node SheetReader::text_item(pugi::xml_node node) const {
  const std::string_view type = node.attribute("t").value();
  if (type == "inlineStr") return child(node, "is");
  if (type != "s") return {};
  const auto number = static_cast<std::size_t>(child(node, "v").text().as_uint());
  return number < strings_.size() ? strings_[number].item : pugi::xml_node();
}

sml::ShownCell SheetReader::shown(pugi::xml_node node) const {
  if (const pugi::xml_node item = text_item(node)) return {sml::rich_text(item), false};
  const std::string_view type = node.attribute("t").value();
  return {child(node, "v").child_value(), type.empty() || type == "n" || type == "b"};
}

FixedCell SheetReader::fixed(pugi::xml_node node) const {
  FixedCell cell;
  cell.shown = shown(node);
  cell.tail = "\"";
  for (const pugi::xml_attribute attribute : node.attributes()) {
    if (std::string_view(attribute.name()) != "r") append_attribute(cell.tail, attribute);
  }
  if (!node.first_child()) {
    cell.tail += "/>";
    return cell;
  }
  cell.tail += '>';
  for (const pugi::xml_node part : node.children()) cell.tail += xml_of(part);
  cell.tail += "</" + std::string(node.name()) + ">";
  return cell;
}

sml::Formula SheetReader::formula_of(pugi::xml_node f, sml::CellRef ref) {
  const bool shared = std::string_view(f.attribute("t").value()) == "shared";
  if (!shared) return sml::Formula::parse(f.child_value());
  const int number = f.attribute("si").as_int();
  if (f.child_value()[0] != '\0') {
    return (shared_[number] = SharedFormula{ref, sml::Formula::parse(f.child_value())}).formula;
  }
  const auto first = shared_.find(number);
  if (first == shared_.end()) return {};
  return first->second.formula.shifted(ref.row - first->second.first.row,
                                       ref.column - first->second.first.column);
}

void SheetReader::read_formula(pugi::xml_node node, pugi::xml_node f, sml::CellRef ref, CellTemplate& cell) {
  sheet_->has_formulas = true;
  FormulaCell formula;
  formula.formula = formula_of(f, ref);
  if (formula.formula.pieces().empty() && std::string_view(f.attribute("t").value()) != "dataTable") {
    cell.content = fixed(node);
    return;
  }
  if (const pugi::xml_attribute metadata = node.attribute("cm"))
    append_attribute(formula.attributes, metadata);
  for (const pugi::xml_attribute attribute : f.attributes()) {
    const std::string_view name = attribute.name();
    const bool shared = name == "t" && std::string_view(attribute.value()) == "shared";
    if (shared || name == "si" || name == "ca" || name == "xml:space") continue;
    const auto input = sml::CellRef::parse(attribute.value());
    if (name == "ref") {
      formula.array = sml::CellRange::parse(attribute.value());
    } else if ((name == "r1" || name == "r2") && input) {
      formula.inputs.emplace_back(name, *input);
    } else {
      append_attribute(formula.formula_attributes, attribute);
    }
  }
  if (std::string_view(f.attribute("t").value()) == "shared") formula.array.reset();
  cell.content = std::move(formula);
}

}  // namespace lg::merge
