#include "sml/chart_workbook.hpp"

#include "base/text.hpp"
#include "opc/xml.hpp"
#include "sml/cell_text.hpp"
#include "sml/table_part.hpp"
#include "sml/workbook.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace lg::sml {
namespace {

using opc::child;
using opc::local_name;

pugi::xml_document parse(const opc::Package& package, const opc::PartName& part) {
  return opc::parse_xml(package.bytes(part), package.file_name(), part.text());
}

/// The part of the worksheet with that name.
std::optional<opc::PartName> find_sheet(const opc::Package& package, const std::string& name) {
  const opc::PartName main = package.main_part();
  const pugi::xml_document book = parse(package, main);
  for (const pugi::xml_node node : child(book.document_element(), "sheets").children()) {
    if (to_lower(node.attribute("name").value()) != to_lower(name)) continue;
    const auto* target = package.relationships(main).find(opc::attribute(node, "id").value());
    if (target != nullptr && !target->external) return main.resolve(target->target);
  }
  return {};
}

std::string text_of(const Cell* cell) {
  const auto* text = cell == nullptr ? nullptr : std::get_if<std::string_view>(&cell->value);
  return text == nullptr ? "" : clean(*text).text;
}

/// Writes one column's cells into the sheet's rows.
class CellWriter {
 public:
  explicit CellWriter(pugi::xml_node data) : data_(data) {
    const std::string name = data.name();
    prefix_ = name.substr(0, name.size() - std::string_view("sheetData").size());
    for (const pugi::xml_node row : data.children()) {
      if (local_name(row) == "row") rows_[row.attribute("r").as_int()] = row;
    }
  }

  void write(CellRef ref, const ShownCell& shown, const std::string& style) {
    pugi::xml_node cell = place(ref);
    cell.remove_children();
    for (const char* gone : {"t", "cm", "vm", "ph"}) cell.remove_attribute(gone);
    if (!cell.attribute("s") && !style.empty()) cell.append_attribute("s") = style.c_str();
    if (shown.text.empty()) return;
    if (shown.number) {
      cell.append_child((prefix_ + "v").c_str()).text() = shown.text.c_str();
      return;
    }
    cell.append_attribute("t") = "inlineStr";
    pugi::xml_node text = cell.append_child((prefix_ + "is").c_str()).append_child((prefix_ + "t").c_str());
    text.append_attribute("xml:space") = "preserve";
    text.text() = shown.text.c_str();
  }

  void remove(CellRef ref) {
    const auto row = rows_.find(ref.row);
    if (row == rows_.end()) return;
    row->second.remove_child(find(row->second, ref));
    if (row->second.first_child()) return;
    data_.remove_child(row->second);
    rows_.erase(row);
  }

  [[nodiscard]] std::string style(CellRef ref) const {
    const auto row = rows_.find(ref.row);
    return row == rows_.end() ? "" : find(row->second, ref).attribute("s").value();
  }

  /// Says how far the sheet reaches now (18.3.1.35).
  void set_dimension(pugi::xml_node dimension) const {
    CellRange used{{max_rows, max_columns}, {1, 1}};
    for (const auto& [number, row] : rows_) {
      for (const pugi::xml_node cell : row.children()) {
        const auto ref = CellRef::parse(cell.attribute("r").value());
        if (!ref) continue;
        used.first = {std::min(used.first.row, ref->row), std::min(used.first.column, ref->column)};
        used.last = {std::max(used.last.row, ref->row), std::max(used.last.column, ref->column)};
      }
    }
    if (dimension && used.first <= used.last) dimension.attribute("ref") = used.text().c_str();
  }

 private:
  static pugi::xml_node find(pugi::xml_node row, CellRef ref) {
    return row.find_child_by_attribute("r", ref.text().c_str());
  }

  pugi::xml_node row_at(int number) {
    if (const auto known = rows_.find(number); known != rows_.end()) return known->second;
    const auto after = rows_.upper_bound(number);
    const std::string name = prefix_ + "row";
    pugi::xml_node row = after == rows_.end() ? data_.append_child(name.c_str())
                                              : data_.insert_child_before(name.c_str(), after->second);
    row.append_attribute("r") = number;
    return rows_[number] = row;
  }

  pugi::xml_node place(CellRef ref) {
    pugi::xml_node row = row_at(ref.row);
    row.remove_attribute("spans");
    row.remove_attribute("hidden");  // by a filter that said nothing of the rows it has now
    if (const pugi::xml_node known = find(row, ref)) return known;
    const pugi::xml_node next = row.find_child([&](pugi::xml_node cell) {
      const auto other = CellRef::parse(cell.attribute("r").value());
      return other && other->column > ref.column;
    });
    const std::string name = prefix_ + "c";
    pugi::xml_node cell = next ? row.insert_child_before(name.c_str(), next) : row.append_child(name.c_str());
    cell.append_attribute("r") = ref.text().c_str();
    return cell;
  }

  pugi::xml_node data_;
  std::string prefix_;
  std::map<int, pugi::xml_node> rows_;
};

}  // namespace

ChartWorkbook::ChartWorkbook(const std::string& file_name, std::string bytes, const ChartLayout& layout)
    : package_(opc::Package::open(file_name, std::move(bytes))), layout_(layout) {
  read(layout);
}

void ChartWorkbook::read(const ChartLayout& layout) {
  const auto part = find_sheet(package_, layout.sheet);
  const Workbook book = Workbook::read(package_);
  const auto sheet = std::ranges::find_if(
      book.sheets, [&](const Worksheet& one) { return to_lower(one.name) == to_lower(layout.sheet); });
  if (!part || sheet == book.sheets.end()) {
    fault_ = "pekar på ett blad som inte finns i dess data";
    return;
  }
  sheet_ = *part;
  for (const int column : layout.categories)
    headings_.push_back(text_of(sheet->find({layout.rows.first - 1, column})));
  for (const int column : layout.values)
    names_.push_back(text_of(sheet->find({layout.rows.first - 1, column})));
  for (const Cell& cell : sheet->cells) {
    const bool of_chart = std::ranges::find(layout.values, cell.ref.column) != layout.values.end() ||
                          std::ranges::find(layout.categories, cell.ref.column) != layout.categories.end();
    if (of_chart && cell.ref.row > layout.rows.last) fault_ = "har något annat under sina data";
  }
}

std::string ChartWorkbook::with(const ChartTable& table) const {
  opc::Package package = package_;
  pugi::xml_document document = parse(package, sheet_);
  const pugi::xml_node root = document.document_element();
  CellWriter writer(child(root, "sheetData"));
  const ChartTable whole = with_a_row(table);
  const int last_row = layout_.rows.first + static_cast<int>(whole.rows()) - 1;
  const auto column_of = [&](int column, const std::vector<ShownCell>& cells) {
    const std::string style = writer.style({layout_.rows.first, column});
    for (std::size_t i = 0; i < cells.size(); ++i)
      writer.write({layout_.rows.first + static_cast<int>(i), column}, cells[i], style);
    for (int row = last_row + 1; row <= layout_.rows.last; ++row) writer.remove({row, column});
  };
  for (std::size_t i = 0; i < layout_.categories.size(); ++i)
    column_of(layout_.categories[i], whole.categories[i]);
  for (std::size_t i = 0; i < layout_.values.size(); ++i) column_of(layout_.values[i], whole.values[i]);
  writer.set_dimension(child(root, "dimension"));
  package.replace(sheet_, opc::to_bytes(document));
  write_tables(package, last_row);
  forget_calculation_order(package);
  return package.save();
}

/// The table that the figures lie in ends where they do.
void ChartWorkbook::write_tables(opc::Package& package, int last_row) const {
  for (const opc::PartName& part : package.related(sheet_, "table")) {
    if (!package.has(part)) continue;
    pugi::xml_document document = parse(package, part);
    pugi::xml_node root = document.document_element();
    CellRange range = TablePart::read(root).range;
    const int column = layout_.categories.front();
    const bool around = range.contains({layout_.rows.first, column});
    if (!around) continue;
    range.last.row = last_row;
    root.attribute("ref") = range.text().c_str();
    if (pugi::xml_node filter = child(root, "autoFilter")) {
      filter.attribute("ref") = range.text().c_str();
      forget_criteria(filter);
    }
    root.remove_child(child(root, "sortState"));
    for (pugi::xml_node one : child(root, "tableColumns").children())
      one.remove_child(child(one, "calculatedColumnFormula"));
    package.replace(part, opc::to_bytes(document));
  }
}

/// A cell that was a formula may be none now; Excel makes the list of them anew (18.6.1).
void ChartWorkbook::forget_calculation_order(opc::Package& package) {
  const opc::PartName main = package.main_part();
  opc::Relationships relationships = package.relationships(main);
  const opc::Relationship* chain = relationships.first_of_kind("calcChain");
  if (chain == nullptr) return;
  package.remove(main.resolve(chain->target));
  relationships.remove(std::string(chain->id));
  package.replace(main, std::move(relationships));
}

}  // namespace lg::sml
