#include "proof/table_part_rules.hpp"

#include "base/text.hpp"
#include "opc/xml.hpp"
#include "sml/cell_ref.hpp"
#include "sml/shared_strings.hpp"

#include <cstdlib>
#include <map>
#include <string_view>
#include <vector>

namespace lg::proof {
namespace {

pugi::xml_node row_of(pugi::xml_node worksheet, int number) {
  for (const pugi::xml_node row : opc::child(worksheet, "sheetData").children()) {
    if (row.attribute("r").as_int() == number) return row;
  }
  return {};
}

/// The text that a cell shows; "" for anything but texts.
std::string text_of(const ParsedPackage& parsed, pugi::xml_node cell) {
  const std::string_view type = cell.attribute("t").value();
  if (type == "inlineStr") return sml::rich_text(opc::child(cell, "is"));
  const std::string value = opc::child(cell, "v").child_value();
  if (type == "str") return sml::decode_escapes(value);
  if (type != "s") return value;
  const pugi::xml_node strings = parsed.related_root(parsed.package().main_part(), "sharedStrings");
  long left = std::atol(value.c_str());
  for (const pugi::xml_node item : strings.children()) {
    if (opc::local_name(item) == "si" && left-- == 0) return sml::rich_text(item);
  }
  return "";
}

std::map<int, std::string> headings_of(const ParsedPackage& parsed, pugi::xml_node row) {
  std::map<int, std::string> headings;
  for (const pugi::xml_node cell : row.children()) {
    if (const auto ref = sml::CellRef::parse(cell.attribute("r").value()))
      headings[ref->column] = text_of(parsed, cell);
  }
  return headings;
}

void check_columns(const ParsedPackage& parsed, pugi::xml_node worksheet, pugi::xml_node table,
                   const sml::CellRange& area, Breaches& breaches) {
  const bool headed = table.attribute("headerRowCount").as_int(1) > 0;
  const auto headings = headings_of(parsed, headed ? row_of(worksheet, area.first.row) : pugi::xml_node());
  std::set<std::string> names;
  int column = area.first.column;
  for (const pugi::xml_node one : opc::child(table, "tableColumns").children()) {
    const std::string name = sml::decode_escapes(one.attribute("name").value());
    if (!names.insert(to_lower(name)).second)
      breaches.add("X14", one, "heter två kolumner ”" + name + "”", name);
    const auto heading = headings.find(column++);
    if (headed && (heading == headings.end() || heading->second != name)) {
      breaches.add("X14", one, "har kolumnen ”" + name + "” en annan rubrik i bladet", name);
    }
  }
  breaches.check(column - 1 == area.last.column, "X14", table, "har en tabell fel antal kolumner");
}

}  // namespace

void check_table_part(const ParsedPackage& parsed, const opc::PartName& sheet, const opc::PartName& table,
                      TableNames& tables, Breaches& breaches) {
  const pugi::xml_node root = parsed.root(table);
  const std::string name = root.attribute("displayName").value();
  if (!tables.names.insert(to_lower(name)).second)
    breaches.add("X14", root, "heter två tabeller ”" + name + "”", name);
  const std::string id = root.attribute("id").value();
  if (!tables.ids.insert(id).second) breaches.add("X14", root, "har två tabeller samma nummer", id);
  const auto area = sml::CellRange::parse(root.attribute("ref").value());
  if (!area) {
    breaches.add("X14", root, "ligger tabellen ”" + name + "” utanför bladet", name);
    return;
  }
  check_columns(parsed, parsed.root(sheet), root, *area, breaches);
  const int totals = root.attribute("totalsRowCount").as_int();
  const int rows = area->last.row - area->first.row + 1 - root.attribute("headerRowCount").as_int(1) - totals;
  breaches.check(rows >= 1, "X14", root, "har en tabell ingen rad");
  if (const pugi::xml_node filter = opc::child(root, "autoFilter")) {
    const auto filtered = sml::CellRange::parse(filter.attribute("ref").value());
    const sml::CellRange wanted{area->first, {area->last.row - totals, area->last.column}};
    breaches.check(filtered == wanted, "X15", filter, "gäller en tabells filter andra celler än tabellen");
  }
}

}  // namespace lg::proof
