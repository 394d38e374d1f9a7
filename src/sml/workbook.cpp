#include "sml/workbook.hpp"

#include "base/problem.hpp"
#include "opc/limits.hpp"
#include "opc/xml.hpp"
#include "sml/parsed_sheets.hpp"
#include "sml/worksheet_reader.hpp"

#include <algorithm>
#include <utility>

namespace lg::sml {
namespace {

[[noreturn]] void refuse(const opc::Package& package, std::string code, std::string message,
                         std::string hint) {
  throw UnreadableFile(Problem{Severity::error,
                               std::move(code),
                               FileLocation{package.file_name()},
                               std::move(message),
                               std::move(hint),
                               {}});
}

/// The main part's content type says what the package is.
void refuse_other_kinds(const opc::Package& package, const opc::PartName& main) {
  const std::string type = package.content_type(main);
  if (type.find("ms-excel.sheet.binary") != std::string::npos) {
    refuse(package, "FIL-015", "Filen är en binär Excel-arbetsbok (.xlsb) och kan inte läsas.",
           "Öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx).");
  }
  const bool word =
      type.find("wordprocessingml") != std::string::npos || type.find("ms-word") != std::string::npos;
  const bool slides = type.find("presentationml") != std::string::npos;
  if (word || slides) {
    refuse(
        package, "FIL-016",
        std::string("Filen är ") + (word ? "ett Word-dokument" : "en presentation") + " och ingen arbetsbok.",
        "Välj en Excel-arbetsbok (.xlsx).");
  }
}

Visibility visibility_of(std::string_view state) {
  if (state == "hidden") return Visibility::hidden;
  return state == "veryHidden" ? Visibility::very_hidden : Visibility::visible;
}

void read_tables(const opc::Package& package, const opc::PartName& part, Worksheet& sheet) {
  for (const opc::PartName& name : package.related(part, "table")) {
    if (!package.has(name)) continue;
    const auto document = opc::parse_xml(package.bytes(name), package.file_name(), name.text());
    const pugi::xml_node table = document.document_element();
    const auto range = CellRange::parse(table.attribute("ref").value());
    if (range) sheet.tables[table.attribute("displayName").value()] = *range;
  }
}

void read_properties(const opc::Package& package, Workbook& workbook) {
  for (const opc::PartName& name : package.related(opc::PartName("/"), "custom-properties")) {
    if (!package.has(name)) continue;
    const auto document = opc::parse_xml(package.bytes(name), package.file_name(), name.text());
    for (const pugi::xml_node property : document.document_element().children()) {
      workbook.properties[property.attribute("name").value()] = property.first_child().child_value();
    }
  }
}

bool is_true(const char* value) {
  const std::string_view text = value;
  return text == "1" || text == "true" || text == "on";
}

}  // namespace

const Cell* Worksheet::find(CellRef ref) const {
  const auto found = std::ranges::lower_bound(cells, ref, {}, &Cell::ref);
  return found != cells.end() && found->ref == ref ? &*found : nullptr;
}

std::span<const Cell> Worksheet::row(int number) const {
  const auto begin = std::ranges::lower_bound(cells, CellRef{number, 0}, {}, &Cell::ref);
  const auto end = std::ranges::lower_bound(begin, cells.end(), CellRef{number + 1, 0}, {}, &Cell::ref);
  return {begin, end};
}

bool Worksheet::is_hidden_row(int number) const {
  return std::ranges::binary_search(hidden_rows, number);
}

bool Worksheet::is_hidden_column(int number) const {
  return std::ranges::any_of(hidden_columns, [number](const CellRange& run) {
    return run.contains(CellRef{1, number});
  });
}

Workbook Workbook::read(const opc::Package& package) {
  return read_workbook(package, [](const opc::PartName&) { return pugi::xml_node(); });
}

Workbook read_workbook(const opc::Package& package, const ParsedSheets& parsed) {
  const opc::PartName main = package.main_part();
  refuse_other_kinds(package, main);
  const auto document = opc::parse_xml(package.bytes(main), package.file_name(), main.text());
  const pugi::xml_node root = document.document_element();
  const pugi::xml_node sheets = opc::child(root, "sheets");
  if (opc::local_name(root) != "workbook" || !sheets) {
    refuse(package, "FIL-018", "Filen är ingen Excel-arbetsbok.",
           "Välj en fil som är sparad som .xlsx i Excel.");
  }

  Workbook workbook;
  workbook.file_name = package.file_name();
  WorkbookContext context{workbook.file_name, read_shared_strings(package, main, workbook.texts),
                          CellFormats::read(package, main),
                          is_true(opc::child(root, "workbookPr").attribute("date1904").value()),
                          workbook.texts};
  for (const pugi::xml_node node : sheets.children()) {
    if (opc::local_name(node) != "sheet") continue;
    const opc::Relationship* to = package.relationships(main).find(opc::attribute(node, "id").value());
    if (to == nullptr || to->external || opc::kind_of(*to) != "worksheet")
      continue;  // a chart or macro sheet
    const opc::PartName part = main.resolve(to->target);
    Worksheet sheet;
    sheet.name = node.attribute("name").value();
    sheet.visibility = visibility_of(node.attribute("state").value());
    pugi::xml_document own;
    pugi::xml_node tree = parsed(part);
    if (!tree) {
      own = opc::parse_xml(package.bytes(part), package.file_name(), part.text());
      tree = own.document_element();
    }
    read_worksheet(tree, context, sheet);
    read_tables(package, part, sheet);
    workbook.sheets.push_back(std::move(sheet));
    if (workbook.sheets.size() > opc::limits.sheets) {
      refuse(package, "FIL-045",
             "Arbetsboken har fler än " + std::to_string(opc::limits.sheets) + " blad, som är gränsen.",
             "Dela upp arbetsboken på flera.");
    }
  }
  read_properties(package, workbook);
  return workbook;
}

}  // namespace lg::sml
