#include "sml/front_sheet.hpp"

#include "opc/xml.hpp"
#include "sml/cell_ref.hpp"
#include "sml/element_names.hpp"
#include "sml/front_formats.hpp"
#include "sml/row_height.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace lg::sml {
namespace {

using opc::child;
using opc::local_name;
using opc::Package;
using opc::PartName;

constexpr const char* worksheet_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
// A hidden name that belongs to the sheet: how it is known again, also when Excel has saved the workbook.
constexpr const char* known_by = "Genomgång_granskning";

pugi::xml_document parsed(const Package& package, const PartName& part) {
  return opc::parse_xml(package.bytes(part), package.file_name(), part.text());
}

/// Writes the worksheet part (18.3.1.99).
class FrontWriter {
 public:
  FrontWriter(const FrontSheet& sheet, FrontFormats formats, const std::string& main_namespace)
      : sheet_(sheet), formats_(formats) {
    root_ = document_.append_child("worksheet");
    root_.append_attribute("xmlns") = main_namespace.c_str();
  }

  std::string write() {
    pugi::xml_node fit = root_.append_child("sheetPr").append_child("pageSetUpPr");
    fit.append_attribute("fitToPage") = 1;
    const int heading_row = static_cast<int>(sheet_.lines.size()) + 3;
    write_view(heading_row);
    write_columns();
    write_cells(heading_row);
    write_rest(heading_row);
    return opc::to_bytes(document_);
  }

 private:
  void write_view(int heading_row) {
    pugi::xml_node view = root_.append_child("sheetViews").append_child("sheetView");
    view.append_attribute("showGridLines") = 0;
    view.append_attribute("tabSelected") = 1;
    view.append_attribute("workbookViewId") = 0;
    pugi::xml_node pane = view.append_child("pane");
    pane.append_attribute("ySplit") = heading_row;
    pane.append_attribute("topLeftCell") = CellRef{heading_row + 1, 1}.text().c_str();
    pane.append_attribute("activePane") = "bottomLeft";
    pane.append_attribute("state") = "frozen";
  }

  void write_columns() {
    pugi::xml_node columns = root_.append_child("cols");
    int number = 0;
    for (const FrontColumn& column : sheet_.columns) {
      pugi::xml_node made = columns.append_child("col");
      made.append_attribute("min") = ++number;
      made.append_attribute("max") = number;
      made.append_attribute("width") = column.width;
      made.append_attribute("customWidth") = 1;
    }
  }

  void write_cells(int heading_row) {
    data_ = root_.append_child("sheetData");
    int row = 1;
    add_cell(add_row(row, 1.4), {row, 1}, sheet_.title, formats_.title);
    for (const std::string& line : sheet_.lines) {
      ++row;
      // Over the whole width of the page, so not wrapped in the first column.
      add_cell(add_row(row, 1), {row, 1}, line, 0);
    }
    pugi::xml_node headings = add_row(heading_row, 1);
    for (std::size_t i = 0; i < sheet_.columns.size(); ++i) {
      add_cell(headings, {heading_row, static_cast<int>(i) + 1}, sheet_.columns[i].heading, formats_.heading);
    }
    row = heading_row;
    for (const auto& cells : sheet_.rows) {
      int lines = 1;
      for (std::size_t i = 0; i < cells.size(); ++i)
        lines = std::max(lines, estimated_lines(cells[i].text, sheet_.columns[i].width));
      pugi::xml_node made = add_row(++row, lines);
      for (std::size_t i = 0; i < cells.size(); ++i) {
        const CellRef at{row, static_cast<int>(i) + 1};
        add_cell(made, at, cells[i].text, cells[i].link.empty() ? formats_.text : formats_.link);
      }
    }
  }

  pugi::xml_node add_row(int number, double lines) {
    constexpr double line_height = 15;  // points
    pugi::xml_node row = data_.append_child("row");
    row.append_attribute("r") = number;
    row.append_attribute("ht") = lines * line_height;
    row.append_attribute("customHeight") = 1;
    return row;
  }

  static void add_cell(pugi::xml_node row, CellRef at, const std::string& text, unsigned format) {
    pugi::xml_node cell = row.append_child("c");
    cell.append_attribute("r") = at.text().c_str();
    if (format > 0) cell.append_attribute("s") = format;
    if (text.empty()) return;
    cell.append_attribute("t") = "inlineStr";
    pugi::xml_node words = cell.append_child("is").append_child("t");
    words.append_attribute("xml:space") = "preserve";
    words.text() = text.c_str();
  }

  void write_rest(int heading_row) {
    const int last_row = heading_row + static_cast<int>(sheet_.rows.size());
    const CellRange table{{heading_row, 1}, {last_row, static_cast<int>(sheet_.columns.size())}};
    root_.append_child("autoFilter").append_attribute("ref") = table.text().c_str();
    pugi::xml_node links;
    int row = heading_row;
    for (const auto& cells : sheet_.rows) {
      ++row;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].link.empty()) continue;
        if (!links) links = root_.append_child("hyperlinks");
        pugi::xml_node link = links.append_child("hyperlink");
        link.append_attribute("ref") = CellRef{row, static_cast<int>(i) + 1}.text().c_str();
        link.append_attribute("location") = cells[i].link.c_str();
        link.append_attribute("display") = cells[i].text.c_str();
      }
    }
    pugi::xml_node page = root_.append_child("pageSetup");
    page.append_attribute("paperSize") = 9;  // A4
    page.append_attribute("orientation") = "landscape";
    page.append_attribute("fitToHeight") = 0;
  }

  const FrontSheet& sheet_;
  FrontFormats formats_;
  pugi::xml_document document_;
  pugi::xml_node root_;
  pugi::xml_node data_;
};

/// Names of a sheet go by its position: those of the sheets from `from` on move by `by`.
void move_local_names(pugi::xml_node workbook, int from, int by) {
  for (const pugi::xml_node name : child(workbook, "definedNames").children()) {
    pugi::xml_attribute position = name.attribute("localSheetId");
    if (position && position.as_int() >= from) position = position.as_int() + by;
  }
}

/// No sheet is chosen but the first, and the window begins there.
void open_at_first(pugi::xml_node workbook) {
  for (const pugi::xml_node view : child(workbook, "bookViews").children()) {
    for (const char* name : {"activeTab", "firstSheet"}) pugi::xml_node(view).remove_attribute(name);
  }
}

void unselect(Package& package, const PartName& part) {
  const pugi::xml_document sheet = parsed(package, part);
  bool changed = false;
  for (pugi::xml_node view : child(sheet.document_element(), "sheetViews").children()) {
    changed = view.remove_attribute("tabSelected") || changed;
  }
  if (changed) package.replace(part, opc::to_bytes(sheet));
}

std::string free_sheet_name(pugi::xml_node sheets, const std::string& wanted) {
  const auto taken = [&sheets](const std::string& name) {
    return std::ranges::any_of(sheets.children(),
                               [&](pugi::xml_node one) { return one.attribute("name").value() == name; });
  };
  std::string name = wanted;
  for (int number = 2; taken(name); ++number) name = wanted + " " + std::to_string(number);
  return name;
}

void add_hidden_name(pugi::xml_node workbook, const std::string& sheet) {
  pugi::xml_node names = child(workbook, "definedNames");
  if (!names) {
    // CT_Workbook (18.2.27): after sheets, functionGroups and externalReferences.
    pugi::xml_node before = child(workbook, "sheets");
    for (const char* later : {"functionGroups", "externalReferences"}) {
      if (const pugi::xml_node one = child(workbook, later)) before = one;
    }
    names = workbook.insert_child_after(prefixed(workbook, "definedNames").c_str(), before);
  }
  pugi::xml_node name = names.prepend_child(prefixed(workbook, "definedName").c_str());
  name.append_attribute("name") = known_by;
  name.append_attribute("localSheetId") = 0;
  name.append_attribute("hidden") = 1;
  name.text() = link_to(sheet, "$A$1").c_str();
}

}  // namespace

std::string link_to(const std::string& sheet, const std::string& cell) {
  std::string quoted = "'";
  for (const char c : sheet) quoted += c == '\'' ? "''" : std::string(1, c);
  return quoted + "'!" + cell;
}

Package with_front_sheet(const Package& package, const FrontSheet& sheet) {
  Package copy = without_front_sheet(package);
  const PartName main = copy.main_part();
  const pugi::xml_document document = parsed(copy, main);
  pugi::xml_node workbook = document.document_element();
  pugi::xml_node sheets = child(workbook, "sheets");

  FrontFormats formats;
  for (const PartName& part : copy.related(main, "styles")) {
    if (!copy.has(part)) continue;
    const pugi::xml_document styles = parsed(copy, part);
    formats = add_front_formats(styles.document_element());
    copy.replace(part, opc::to_bytes(styles));
  }
  for (const PartName& part : copy.related(main, "worksheet")) {
    if (copy.has(part)) unselect(copy, part);
  }

  int number = 1;
  unsigned id = 0;
  for (const pugi::xml_node one : sheets.children()) id = std::max(id, one.attribute("sheetId").as_uint());
  while (copy.has(PartName("/xl/worksheets/sheet" + std::to_string(number) + ".xml"))) ++number;
  const PartName part("/xl/worksheets/sheet" + std::to_string(number) + ".xml");
  FrontSheet named = sheet;
  named.name = free_sheet_name(sheets, sheet.name);
  copy.add(part, FrontWriter(named, formats, namespace_of(workbook)).write(), worksheet_type);

  opc::Relationships relationships = copy.relationships(main);
  const opc::Relationship* other = relationships.first_of_kind("worksheet");
  const std::string type =
      other != nullptr ? other->type
                       : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
  const std::string relationship = relationships.add(type, part.text(), false);
  copy.replace(main, std::move(relationships));

  const pugi::xml_node neighbour = child(sheets, "sheet");
  const std::string id_name = opc::attribute(neighbour, "id").name();
  pugi::xml_node made = sheets.prepend_child(prefixed(sheets, "sheet").c_str());
  made.append_attribute("name") = named.name.c_str();
  made.append_attribute("sheetId") = id + 1;
  for (const pugi::xml_attribute one : neighbour.attributes()) {
    // Some programs declare the prefix of r:id on each sheet anew.
    if (std::string_view(one.name()).starts_with("xmlns:")) made.append_copy(one);
  }
  made.append_attribute(id_name.c_str()) = relationship.c_str();
  move_local_names(workbook, 0, 1);
  add_hidden_name(workbook, named.name);
  open_at_first(workbook);
  copy.replace(main, opc::to_bytes(document));
  return copy;
}

Package without_front_sheet(const Package& package) {
  const PartName main = package.main_part();
  if (package.bytes(main).find(known_by) == std::string::npos) return package;
  const pugi::xml_document document = parsed(package, main);
  pugi::xml_node workbook = document.document_element();
  pugi::xml_node names = child(workbook, "definedNames");
  std::optional<int> position;
  for (const pugi::xml_node name : names.children()) {
    if (name.attribute("name").value() == std::string_view(known_by) && name.attribute("localSheetId"))
      position = name.attribute("localSheetId").as_int();
  }
  pugi::xml_node sheets = child(workbook, "sheets");
  pugi::xml_node sheet;
  int at = 0;
  for (const pugi::xml_node one : sheets.children()) {
    if (local_name(one) == "sheet" && at++ == position) sheet = one;
  }
  if (!sheet) return package;

  Package copy = package;
  opc::Relationships relationships = copy.relationships(main);
  const std::string id = opc::attribute(sheet, "id").value();
  if (const opc::Relationship* to = relationships.find(id)) {
    const PartName part = main.resolve(to->target);
    relationships.remove(id);
    copy.replace(main, std::move(relationships));
    if (copy.has(part)) copy.remove(part);
  }
  sheets.remove_child(sheet);
  for (pugi::xml_node name = names.first_child(); name;) {
    const pugi::xml_node next = name.next_sibling();
    const pugi::xml_attribute local = name.attribute("localSheetId");
    if (local && local.as_int() == *position) names.remove_child(name);
    name = next;
  }
  if (!names.first_child()) workbook.remove_child(names);
  move_local_names(workbook, *position + 1, -1);
  open_at_first(workbook);
  copy.replace(main, opc::to_bytes(document));
  return copy;
}

}  // namespace lg::sml
