#include "sml/table_part.hpp"

#include "opc/xml.hpp"
#include "sml/areas.hpp"
#include "sml/cell_text.hpp"

namespace lg::sml {
namespace {

using opc::local_name;

void move_ref(pugi::xml_node node, const RowMap& rows) {
  const auto range = CellRange::parse(node.attribute("ref").value());
  const auto moved = range ? moved_range(*range, rows) : std::nullopt;
  if (moved) node.attribute("ref") = moved->text().c_str();
}

void move_filter(pugi::xml_node node, const RowMap& rows, bool grown) {
  move_ref(node, rows);
  if (grown) forget_criteria(node);
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = local_name(child);
    if (name == "sortState" || name == "sortCondition") move_filter(child, rows, grown);
  }
}

}  // namespace

TablePart TablePart::read(pugi::xml_node table) {
  TablePart part;
  part.name = table.attribute("name").value();
  part.display_name = table.attribute("displayName").value();
  part.range = CellRange::parse(table.attribute("ref").value()).value_or(CellRange{});
  part.header_rows = table.attribute("headerRowCount").as_int(1);
  part.totals_rows = table.attribute("totalsRowCount").as_int(0);
  return part;
}

void move_table(pugi::xml_node table, const MovedSheet& sheet, const ReferenceMover& mover, bool grown) {
  const TablePart part = TablePart::read(table);
  const auto turns = sheet.rows->turns_of_first(part.data_rows().first);
  move_ref(table, *sheet.rows);
  for (const pugi::xml_node child : table.children()) {
    const std::string_view name = local_name(child);
    if (name == "autoFilter" || name == "sortState") move_filter(child, *sheet.rows, grown);
    if (name != "tableColumns") continue;
    for (const pugi::xml_node column : child.children()) {
      for (pugi::xml_node formula : column.children()) {
        if (local_name(formula) == "calculatedColumnFormula") {
          formula.text() = mover.move(formula.child_value(), {&sheet, turns, false, {}}).c_str();
        } else if (local_name(formula) == "totalsRowFormula") {
          formula.text() = mover.move(formula.child_value(), {&sheet, {}, false, {}}).c_str();
        }
      }
    }
  }
}

void forget_criteria(pugi::xml_node filter) {
  for (pugi::xml_node child = filter.first_child(); child;) {
    const pugi::xml_node next = child.next_sibling();
    if (local_name(child) == "filterColumn" && !child.attribute("hiddenButton")) filter.remove_child(child);
    child = next;
  }
}

void rename_columns(pugi::xml_node table, const std::map<int, std::string>& headers) {
  int column = TablePart::read(table).range.first.column;
  for (pugi::xml_node node : opc::child(table, "tableColumns").children()) {
    if (local_name(node) != "tableColumn") continue;
    const auto header = headers.find(column++);
    if (header == headers.end()) continue;
    const std::string name = escaped_name(header->second);
    if (name != node.attribute("name").value()) node.attribute("name") = name.c_str();
  }
}

void make_another(pugi::xml_node table, unsigned id, const std::string& name) {
  table.attribute("id") = id;
  for (const char* attribute : {"name", "displayName"}) {
    if (pugi::xml_attribute given = table.attribute(attribute)) given = name.c_str();
  }
  table.remove_attribute("xr:uid");
}

}  // namespace lg::sml
