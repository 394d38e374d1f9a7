#include "base/text.hpp"
#include "calc/cached_results.hpp"
#include "merge/object_parts.hpp"
#include "merge/tag_scanner.hpp"
#include "merge/xlsx_pivots.hpp"
#include "merge/xlsx_renderer.hpp"
#include "opc/xml.hpp"
#include "sml/anchors.hpp"
#include "sml/areas.hpp"
#include "sml/drawing_links.hpp"
#include "sml/table_part.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

/// The parts around a sheet: tables, drawings, charts, notes, pivot caches. Second half of WorkbookRenderer.
namespace lg::merge {
namespace {

using opc::child;
using opc::local_name;

/// More cells than any chart can show: what it keeps of them is then left to Excel.
constexpr std::size_t max_chart_cells = 200'000;

/// Parts that belong to one sheet alone, so that a copy of the sheet needs its own.
bool is_own_part(std::string_view kind) {
  constexpr std::string_view kinds[] = {"drawing",         "vmlDrawing",      "comments",
                                        "threadedComment", "table",           "chart",
                                        "chartEx",         "chartUserShapes", "ctrlProp"};
  return std::find(std::begin(kinds), std::end(kinds), kind) != std::end(kinds);
}

}  // namespace

/// Copies a part with all that belongs to it alone; what can be shared (pictures, settings) is.
opc::PartName WorkbookRenderer::copy_part(const opc::PartName& part) {
  const opc::PartName copy = free_name(part, package_);
  package_.add(copy, package_.bytes(part), package_.content_type(part));
  const opc::PartName rels = part.relationships_part();
  if (!package_.has(rels)) return copy;
  pugi::xml_document document = parse(rels);
  for (pugi::xml_node node : document.document_element().children()) {
    if (std::string_view(node.attribute("TargetMode").value()) == "External") continue;
    const std::string_view type = node.attribute("Type").value();
    opc::PartName target = part.resolve(node.attribute("Target").value());
    if (is_own_part(type.substr(type.rfind('/') + 1))) target = copy_part(target);
    node.attribute("Target") = target.text().c_str();
  }
  package_.replace(copy,
                   opc::Relationships::parse(opc::to_bytes(document), package_.file_name(), rels.text()));
  return copy;
}

void WorkbookRenderer::copy_sheet_part(SheetCopy& sheet) {
  sheet.part = copy_part(sheet.tab->part);
}

void WorkbookRenderer::read_charts() {
  std::vector<const sml::MovedSheet*> moved;
  for (const SheetCopy& sheet : sheets_) moved.push_back(&sheet.moved);
  names_ =
      std::make_unique<sml::ChartNames>(workbook_.document.document_element(), *mover_, moved, positions());
  for (SheetCopy& sheet : sheets_) {
    for (const opc::PartName& drawing : package_.related(sheet.part, "drawing")) {
      std::vector<opc::PartName> parts = package_.related(drawing, "chart");
      for (opc::PartName& part : package_.related(drawing, "chartEx")) parts.push_back(std::move(part));
      for (const opc::PartName& part : parts) read_chart(sheet, part);
    }
  }
}

void WorkbookRenderer::read_chart(SheetCopy& sheet, const opc::PartName& part) {
  try {
    Chart chart{part, parse(part), false};
    const auto ranges =
        sml::move_chart(chart.document.document_element(), *mover_, &sheet.moved, name_of(), chart.changed);
    for (const sml::ChartRange& range : ranges) {
      if (SheetCopy* source = find_sheet(range.sheet)) source->watch.push_back(range.cells);
    }
    charts_.push_back(std::move(chart));
  } catch (const UnreadableFile&) {
    return;  // a chart that cannot be read stays as it is
  }
}

std::optional<std::vector<sml::ShownCell>> WorkbookRenderer::cells_of(const sml::ChartRange& range) const {
  const std::string lower = to_lower(range.sheet);
  const auto sheet = std::find_if(sheets_.begin(), sheets_.end(), [&](const SheetCopy& one) {
    return to_lower(one.moved.new_name) == lower;
  });
  if (sheet == sheets_.end() || !sheet->written) return {};
  const sml::CellRange& cells = range.cells;
  const auto rows = static_cast<std::size_t>(cells.last.row - cells.first.row + 1);
  const auto columns = static_cast<std::size_t>(cells.last.column - cells.first.column + 1);
  if (rows * columns > max_chart_cells) return {};
  std::vector<sml::ShownCell> shown;
  shown.reserve(rows * columns);
  for (int row = cells.first.row; row <= cells.last.row; ++row) {
    for (int column = cells.first.column; column <= cells.last.column; ++column) {
      const auto found = sheet->written->watched.find({row, column});
      shown.push_back(found == sheet->written->watched.end() ? sml::ShownCell{} : found->second);
    }
  }
  return shown;
}

sml::NameOf WorkbookRenderer::name_of() const {
  return [this](std::string_view formula) { return names_->find(formula); };
}

/// Gives the formulas their results, and the charts those that they are drawn from.
void WorkbookRenderer::calculate() {
  const bool formulas = std::ranges::any_of(sheets_, [](const SheetCopy& sheet) {
    return sheet.tab->sheet != nullptr && sheet.tab->sheet->has_formulas;
  });
  if (!formulas || sheets_.empty()) return;
  for (const auto& [part, results] : calc::write_cached_results(package_)) {
    const auto sheet = std::ranges::find(sheets_, part, &SheetCopy::part);
    if (sheet == sheets_.end() || !sheet->written) continue;
    for (const auto& [at, result] : results) {
      const auto watched = [&at](const sml::CellRange& range) { return range.contains(at); };
      if (std::ranges::none_of(sheet->watch, watched)) continue;
      const auto* number = std::get_if<double>(&result);
      const auto* text = std::get_if<std::string>(&result);
      if (number != nullptr) sheet->written->watched[at] = {number_text(*number, '.'), true};
      if (text != nullptr) sheet->written->watched[at] = {*text, false};
    }
  }
}

void WorkbookRenderer::write_charts() {
  for (Chart& chart : charts_) {
    const bool refreshed = sml::refresh_caches(
        chart.document.document_element(), [&](const sml::ChartRange& range) { return cells_of(range); },
        name_of());
    if (chart.changed || refreshed) package_.replace(chart.part, opc::to_bytes(chart.document));
  }
}

/// Takes away a table whose rows were left out by a block around them.
void WorkbookRenderer::drop_table(SheetCopy& sheet, const opc::PartName& part) {
  opc::Relationships relationships = package_.relationships(sheet.part);
  for (const opc::Relationship& one : package_.relationships(sheet.part).all()) {
    if (one.external || sheet.part.resolve(one.target) != part) continue;
    sheet.dropped_tables.push_back(one.id);
    relationships.remove(one.id);
  }
  package_.remove(part);
  package_.replace(sheet.part, std::move(relationships));
}

/// A copy of a sheet has tables of its own, and its formulas mean those.
void WorkbookRenderer::name_tables() {
  for (SheetCopy& sheet : sheets_) {
    if (sheet.first || sheet.tab->sheet == nullptr) continue;
    for (const auto& table : sheet.tab->sheet->tables) {
      const std::string& name = table->table.display_name;
      sheet.moved.tables[to_lower(name)] = free_table_name(name);
    }
  }
}

void WorkbookRenderer::write_tables(SheetCopy& sheet) {
  std::vector<opc::PartName> parts = package_.related(sheet.part, "table");
  std::erase_if(parts, [&](const opc::PartName& part) { return !package_.has(part); });
  const auto& tables = sheet.tab->sheet->tables;
  for (std::size_t i = 0; i < std::min(parts.size(), tables.size()); ++i) {
    const TableTemplate& from = *tables[i];
    pugi::xml_document document;
    document.reset(from.document);
    const pugi::xml_node root = document.document_element();
    std::map<int, std::string> headers;
    const auto header = sheet.layout->rows().first(from.table.range.first.row);
    for (const auto& [ref, cell] : sheet.written->watched) {
      if (header && ref.row == *header && !sheet.watch.empty()) headers[ref.column] = cell.text;
    }
    if (!header) drop_table(sheet, parts[i]);
    if (!header || (mover_->is_identity() && headers.empty() && sheet.first)) continue;
    sml::move_table(root, sheet.moved, *mover_, from.grows);
    if (from.table.header_rows == 1) sml::rename_columns(root, headers);
    if (!sheet.first) {
      sml::make_another(root, ++last_table_id_, sheet.moved.tables.at(to_lower(from.table.display_name)));
    }
    package_.replace(parts[i], opc::to_bytes(document));
  }
}

/// "Lista_2" of "Lista": the first name that no table has.
std::string WorkbookRenderer::free_table_name(const std::string& like) {
  for (int number = 2;; ++number) {
    std::string name = like + "_" + std::to_string(number);
    if (table_names_.insert(to_lower(name)).second) return name;
  }
}

void WorkbookRenderer::write_drawings(const SheetCopy& sheet) {
  const sml::RowMap& rows = sheet.layout->rows();
  for (const opc::PartName& part : package_.related(sheet.part, "drawing")) {
    edit(part, [&](pugi::xml_node root) { sml::move_anchors(root, rows); });
  }
  for (const char* kind : {"comments", "threadedComment"}) {
    for (const opc::PartName& part : package_.related(sheet.part, kind)) {
      edit(part, [&](pugi::xml_node root) { sml::move_comments(root, rows); });
    }
  }
  for (const opc::PartName& part : package_.related(sheet.part, "ctrlProp")) {
    edit(part, [&](pugi::xml_node root) {
      for (const char* name : {"fmlaLink", "fmlaRange", "fmlaTxbx", "fmlaGroup"}) {
        pugi::xml_attribute formula = root.attribute(name);
        if (formula) formula = mover_->move(formula.value(), {&sheet.moved, {}, false, {}}).c_str();
      }
    });
  }
  for (const opc::PartName& part : package_.related(sheet.part, "pivotTable")) {
    edit(part, [&](pugi::xml_node root) {
      pugi::xml_attribute place = child(root, "location").attribute("ref");
      const auto range = sml::CellRange::parse(place.value());
      if (const auto moved = range ? sml::moved_range(*range, rows) : std::nullopt)
        place = moved->text().c_str();
    });
  }
  for (const opc::PartName& part : package_.related(sheet.part, "vmlDrawing")) {
    edit(part, [&](pugi::xml_node root) { sml::move_vml_anchors(root, rows); });
  }
}

/// Shapes that show cells, of any sheet: they follow also where no row of their own sheet moved.
void WorkbookRenderer::write_drawing_links() {
  for (const SheetCopy& sheet : sheets_) {
    for (const opc::PartName& part : package_.related(sheet.part, "drawing")) {
      try {
        pugi::xml_document document = parse(part);
        if (sml::move_drawing_links(document.document_element(), *mover_, sheet.moved)) {
          package_.replace(part, opc::to_bytes(document));
        }
      } catch (const UnreadableFile&) {
        continue;  // a drawing that cannot be read stays as it is
      }
    }
  }
}

/// A pivot table is left as it was and asks Excel to read its source anew (18.10.1.67).
void WorkbookRenderer::write_pivots() {
  for (const opc::PartName& part : package_.part_names()) {
    const std::string type = package_.content_type(part);
    if (type.find("pivotCacheRecords") != std::string::npos && may_hold_tags(package_.bytes(part))) {
      edit(part, strip_cached_tags);
    }
    if (type.find("pivotCacheDefinition") == std::string::npos) continue;
    edit(part, [&](pugi::xml_node root) {
      strip_cached_tags(root);
      root.remove_attribute("refreshOnLoad");
      root.append_attribute("refreshOnLoad") = 1;
      pugi::xml_node source = child(child(root, "cacheSource"), "worksheetSource");
      const auto range = sml::CellRange::parse(source.attribute("ref").value());
      const sml::MovedSheet* sheet = mover_->find(source.attribute("sheet").value());
      if (!range || sheet == nullptr) return;
      if (sheet->rows != nullptr) {
        const auto moved = sheet->rows->envelope({range->first.row, range->last.row});
        const sml::CellRange whole{{moved ? moved->first : 1, range->first.column},
                                   {moved ? moved->last : 1, range->last.column}};
        source.attribute("ref") = whole.text().c_str();
      }
      source.attribute("sheet") = sheet->new_name.c_str();
    });
  }
}

}  // namespace lg::merge
