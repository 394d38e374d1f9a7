#include "calc/grid.hpp"

#include "base/text.hpp"
#include "opc/xml.hpp"
#include "sml/number_format.hpp"
#include "sml/worksheet_reader.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace lg::calc {
namespace {

using opc::child;
using opc::local_name;
using sml::CellRange;
using sml::CellRef;

bool is_true(std::string_view value) {
  return value == "1" || value == "true" || value == "on";
}

std::string name_key(std::string_view name, const std::string& sheet) {
  return (sheet.empty() ? "" : sheet + "!") + to_lower(name);
}

/// The formulas of a sheet part that are asked for; a shared or array formula is none of them.
class FormulaReader {
 public:
  FormulaReader(GridSheet& sheet, const std::string& bytes, Formulas which)
      : sheet_(sheet), bytes_(bytes), which_(which) {}

  void read(pugi::xml_node data) {
    int row = 0;
    for (const pugi::xml_node node : data.children()) {
      row = node.attribute("r").as_int(row + 1);
      int column = 0;
      for (const pugi::xml_node cell : node.children()) {
        const CellRef at = CellRef::parse(cell.attribute("r").value()).value_or(CellRef{row, column + 1});
        column = at.column;
        sheet_.last = {std::max(sheet_.last.row, at.row), std::max(sheet_.last.column, at.column)};
        if (const pugi::xml_node formula = child(cell, "f")) add(cell, formula, at);
      }
    }
  }

 private:
  void add(pugi::xml_node cell, pugi::xml_node formula, CellRef at) {
    const std::string_view type = formula.attribute("t").value();
    if (const auto filled = CellRange::parse(formula.attribute("ref").value()); filled && type != "shared")
      sheet_.arrays.push_back(*filled);
    const bool plain = type.empty() || type == "normal";
    const bool has_result = child(cell, "v") || cell.attribute("t");
    if (!plain || (has_result && which_ == Formulas::open)) return;
    OpenFormula open;
    open.at = at;
    open.text = formula.child_value();
    const std::string_view name = cell.name();
    open.prefix = std::string(name.substr(0, name.size() - local_name(cell).size()));
    open.behind_name = static_cast<std::size_t>(cell.offset_debug()) + name.size();
    const std::string end = "</" + open.prefix + "f>";
    const std::size_t found = bytes_.find(end, static_cast<std::size_t>(formula.offset_debug()));
    if (cell.offset_debug() < 0 || formula.offset_debug() < 0 || found == std::string::npos) return;
    open.behind_formula = found + end.size();
    sheet_.formulas.push_back(std::move(open));
  }

  GridSheet& sheet_;
  const std::string& bytes_;
  Formulas which_;
};

}  // namespace

Grid Grid::read(const opc::Package& package, Formulas which) {
  Grid grid;
  const opc::PartName main = package.main_part();
  const pugi::xml_document document = opc::parse_xml(package.bytes(main), package.file_name(), main.text());
  const pugi::xml_node root = document.document_element();
  grid.date1904_ = is_true(child(root, "workbookPr").attribute("date1904").value());
  sml::WorkbookContext context{package.file_name(), sml::read_shared_strings(package, main, grid.texts_),
                               sml::CellFormats::read(package, main), grid.date1904_, grid.texts_};
  for (const pugi::xml_node node : child(root, "sheets").children()) {
    if (local_name(node) != "sheet") continue;
    const opc::Relationship* to = package.relationships(main).find(opc::attribute(node, "id").value());
    const bool cells = to != nullptr && !to->external && opc::kind_of(*to) == "worksheet";
    // A chart sheet has its place among the sheets too: names of a sheet go by it.
    GridSheet& sheet = grid.sheets_.emplace_back(cells ? main.resolve(to->target) : main);
    sheet.name = node.attribute("name").value();
    if (!cells) continue;
    const std::string& bytes = package.bytes(sheet.part);
    const pugi::xml_document part = opc::parse_xml(bytes, package.file_name(), sheet.part.text());
    sml::read_worksheet(part.document_element(), context, sheet.values);
    FormulaReader(sheet, bytes, which).read(child(part.document_element(), "sheetData"));
    std::ranges::stable_sort(sheet.formulas, {}, &OpenFormula::at);
    for (const opc::PartName& table : package.related(sheet.part, "table")) {
      if (!package.has(table)) continue;
      sheet.tables.push_back(sml::TablePart::read(
          opc::parse_xml(package.bytes(table), package.file_name(), table.text()).document_element()));
    }
  }
  grid.read_names(root);
  return grid;
}

void Grid::read_names(pugi::xml_node workbook) {
  for (const pugi::xml_node name : child(workbook, "definedNames").children()) {
    names_[name_key(name.attribute("name").value(), name.attribute("localSheetId").value())] =
        name.child_value();
  }
}

std::optional<std::size_t> Grid::find_sheet(std::string_view name) const {
  const std::string lower = to_lower(name);
  for (std::size_t i = 0; i < sheets_.size(); ++i) {
    if (to_lower(sheets_[i].name) == lower) return i;
  }
  return {};
}

const sml::TablePart* Grid::find_table(std::string_view name, std::size_t& sheet) const {
  const std::string lower = to_lower(name);
  for (std::size_t i = 0; i < sheets_.size(); ++i) {
    for (const sml::TablePart& table : sheets_[i].tables) {
      if (to_lower(table.display_name) != lower) continue;
      sheet = i;
      return &table;
    }
  }
  return nullptr;
}

const std::string* Grid::find_name(std::string_view name, std::size_t sheet) const {
  for (const std::string& key : {name_key(name, std::to_string(sheet)), name_key(name, "")}) {
    if (const auto found = names_.find(key); found != names_.end()) return &found->second;
  }
  return nullptr;
}

const OpenFormula* Grid::formula(std::size_t sheet, CellRef at) const {
  const std::vector<OpenFormula>& formulas = sheets_[sheet].formulas;
  const auto found = std::ranges::lower_bound(formulas, at, {}, &OpenFormula::at);
  return found == formulas.end() || found->at != at ? nullptr : &*found;
}

Result Grid::value(std::size_t sheet, CellRef at) const {
  const GridSheet& here = sheets_[sheet];
  const auto within = [&at](const CellRange& range) { return range.contains(at); };
  if (std::ranges::any_of(here.arrays, within)) return Unknown{};
  const sml::Cell* cell = here.values.find(at);
  if (cell == nullptr) return Empty{};
  struct Visitor {
    const sml::Cell& cell;
    bool date1904;
    Result operator()(sml::Blank) const { return cell.formula ? Result(Unknown{}) : Result(Empty{}); }
    Result operator()(std::string_view text) const { return std::string(text); }
    Result operator()(double number) const { return number; }
    Result operator()(bool yes) const { return yes; }
    Result operator()(const Date& date) const {
      const auto serial = sml::serial_of_date(date, date1904);
      return serial ? Result(*serial) : Result(Unknown{});
    }
    Result operator()(sml::CellError error) const { return Error{std::string(error.code)}; }
  };
  return std::visit(Visitor{*cell, date1904_}, cell->value);
}

}  // namespace lg::calc
