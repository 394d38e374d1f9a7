#include "sml/cell_marks.hpp"

#include "opc/xml.hpp"

#include <cstring>
#include <string>

namespace lg::sml {
namespace {

using opc::child;
using opc::local_name;

constexpr const char* colour = "FFFFD966";  // a calm yellow that black text can be read on

/// "x:name", with the prefix of the node beside or above.
std::string like(pugi::xml_node node, const char* name) {
  const std::string_view own = node.name();
  return std::string(own.substr(0, own.size() - local_name(node).size())) + name;
}

void set(pugi::xml_node node, const char* name, unsigned value) {
  pugi::xml_attribute attribute = node.attribute(name);
  if (!attribute) attribute = node.append_attribute(name);
  attribute = value;
}

unsigned count_of(pugi::xml_node parent, std::string_view name) {
  unsigned count = 0;
  for (const pugi::xml_node node : parent.children()) {
    if (local_name(node) == name) ++count;
  }
  return count;
}

void add_fill(pugi::xml_node fills, const char* pattern, const char* rgb) {
  pugi::xml_node fill = fills.append_child(like(fills, "fill").c_str());
  pugi::xml_node inner = fill.append_child(like(fills, "patternFill").c_str());
  inner.append_attribute("patternType") = pattern;
  if (rgb == nullptr) return;
  inner.append_child(like(fills, "fgColor").c_str()).append_attribute("rgb") = rgb;
  inner.append_child(like(fills, "bgColor").c_str()).append_attribute("indexed") = 64;
}

/// The row of that number, made where there is none. A row or cell without a number follows the one before
/// it.
pugi::xml_node row_of(pugi::xml_node data, int number) {
  int at = 0;
  pugi::xml_node before;
  for (const pugi::xml_node row : data.children()) {
    if (local_name(row) != "row") continue;
    at = row.attribute("r").as_int(at + 1);
    if (at == number) return row;
    if (at > number) break;
    before = row;
  }
  const std::string name = like(data, "row");
  pugi::xml_node made =
      before ? data.insert_child_after(name.c_str(), before) : data.prepend_child(name.c_str());
  made.append_attribute("r") = number;
  return made;
}

/// The format of a cell that is not there: its row's, else its column's.
unsigned format_of_blank(pugi::xml_node worksheet, pugi::xml_node row, int column) {
  if (row.attribute("customFormat").as_bool()) return row.attribute("s").as_uint();
  for (const pugi::xml_node one : child(worksheet, "cols").children()) {
    if (one.attribute("min").as_int() <= column && column <= one.attribute("max").as_int())
      return one.attribute("style").as_uint();
  }
  return 0;
}

pugi::xml_node cell_of(pugi::xml_node worksheet, CellRef ref) {
  pugi::xml_node row = row_of(child(worksheet, "sheetData"), ref.row);
  int column = 0;
  pugi::xml_node before;
  for (const pugi::xml_node cell : row.children()) {
    if (local_name(cell) != "c") continue;
    const auto own = CellRef::parse(cell.attribute("r").value());
    column = own ? own->column : column + 1;
    if (column == ref.column) return cell;
    if (column > ref.column) break;
    before = cell;
  }
  const std::string name = like(row, "c");
  pugi::xml_node made =
      before ? row.insert_child_after(name.c_str(), before) : row.prepend_child(name.c_str());
  made.append_attribute("r") = ref.text().c_str();
  if (const unsigned format = format_of_blank(worksheet, row, ref.column); format > 0)
    made.append_attribute("s") = format;
  row.remove_attribute("spans");  // a hint that may be left out, and now too narrow
  return made;
}

}  // namespace

CellMarks::CellMarks(pugi::xml_node styles) : formats_(child(styles, "cellXfs")) {
  pugi::xml_node fills = child(styles, "fills");
  if (!fills || !formats_) {
    formats_ = {};
    return;
  }
  // The first two fills are the program's own, whatever they say (18.8.21 has it only by example).
  while (count_of(fills, "fill") < 2)
    add_fill(fills, count_of(fills, "fill") == 0 ? "none" : "gray125", nullptr);
  fill_ = count_of(fills, "fill");
  add_fill(fills, "solid", colour);
  if (fills.attribute("count")) set(fills, "count", fill_ + 1);
}

void CellMarks::mark(pugi::xml_node worksheet, CellRef cell) {
  if (!formats_) return;
  pugi::xml_node node = cell_of(worksheet, cell);
  set(node, "s", marked(node.attribute("s").as_uint()));
}

unsigned CellMarks::marked(unsigned format) {
  const auto known = marked_.find(format);
  if (known != marked_.end()) return known->second;
  const unsigned number = count_of(formats_, "xf");
  unsigned index = 0;
  for (const pugi::xml_node xf : formats_.children()) {
    if (local_name(xf) != "xf" || index++ != format) continue;
    pugi::xml_node copy = formats_.append_copy(xf);
    set(copy, "fillId", fill_);
    set(copy, "applyFill", 1);
    if (formats_.attribute("count")) set(formats_, "count", number + 1);
    return marked_[format] = number;
  }
  return format;  // there is no such format
}

}  // namespace lg::sml
