#include "merge/xlsx_renderer.hpp"

#include "base/text.hpp"
#include "merge/sheet_names.hpp"
#include "opc/xml.hpp"
#include "sml/sheet_editor.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lg::merge {
namespace {

using opc::child;
using opc::local_name;

/// Stands where the rows belong until they are put in: a text that no part can hold, as "<" is escaped there.
constexpr std::string_view rows_mark = "<rows/>";
constexpr std::string_view escaped_rows_mark = "&lt;rows/&gt;";

/// What a tab `{{varje x i Lista}}` says for one row: its first field, or the group's name.
std::string turn_name(const Turn& turn) {
  if (turn.row == nullptr) return turn.name;
  return turn.row->empty() ? "" : to_text(turn.row->front());
}

}  // namespace

WorkbookRenderer::WorkbookRenderer(const WorkbookTemplate& workbook, const Dataset& data, Problems& problems)
    : workbook_(workbook),
      problems_(problems),
      scope_(data, problems),
      package_(workbook.package),
      added_styles_(workbook.styles) {
  for (const TabTemplate& tab : workbook.tabs) {
    if (tab.sheet == nullptr) continue;
    for (const auto& table : tab.sheet->tables) {
      table_names_.insert(to_lower(table->table.display_name));
      last_table_id_ = std::max(last_table_id_, table->document.document_element().attribute("id").as_uint());
    }
  }
}

pugi::xml_document WorkbookRenderer::parse(const opc::PartName& part) const {
  return opc::parse_xml(package_.bytes(part), package_.file_name(), part.text());
}

void WorkbookRenderer::edit(const opc::PartName& part, const std::function<void(pugi::xml_node)>& change) {
  try {
    pugi::xml_document document = parse(part);
    change(document.document_element());
    package_.replace(part, opc::to_bytes(document));
  } catch (const UnreadableFile&) {
    return;
  }
}

opc::Package WorkbookRenderer::render(CellOrigins* origins) {
  origins_ = origins;
  constexpr std::string_view workbook_type =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
  if (package_.content_type(workbook_.part).find(".template.") != std::string::npos) {
    package_.set_content_type(workbook_.part, std::string(workbook_type));
  }
  if (!workbook_.has_tags()) return std::move(package_);
  write_texts();  // before parts are copied or changed
  lay_out_sheets();
  read_charts();
  watch_headers();
  write_sheets();
  if (!mover_->is_identity()) write_drawing_links();
  write_workbook();
  calculate();
  write_charts();
  write_chart_texts();
  write_pivots();
  write_shared_parts();
  if (sheets_changed_) forget_sheet_titles();
  return std::move(package_);
}

std::optional<CellLocation> WorkbookRenderer::origin(const opc::PartName& part, int row) const {
  const auto sheet = std::ranges::find(sheets_, part, &SheetCopy::part);
  if (sheet == sheets_.end() || sheet->layout == nullptr) return {};
  CellLocation where{workbook_.package.file_name(), sheet->tab->name, "", ""};
  for (const RowTemplate& from : sheet->tab->sheet->rows) {
    for (const sml::Rows& copy : sheet->layout->rows().copies({from.number, from.number})) {
      if (copy.first == row) where.cell = cell_name(from.number, 1);
    }
  }
  return where;
}

void WorkbookRenderer::add_copies(std::size_t position) {
  const TabTemplate& tab = workbook_.tabs[position];
  const int repeat = tab.sheet == nullptr ? -1 : tab.sheet->repeat_tag;
  if (repeat < 0) {
    SheetCopy& sheet = sheets_.emplace_back(tab.part);
    sheet.tab = &tab;
    sheet.position = position;
    return;
  }
  const std::vector<Turn>& turns =
      turns_.emplace_back(scope_.turns(workbook_.tags[static_cast<std::size_t>(repeat)].each));
  sheets_changed_ = sheets_changed_ || turns.size() != 1;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    SheetCopy& sheet = sheets_.emplace_back(tab.part);
    sheet.tab = &tab;
    sheet.position = position;
    sheet.turn = &turns[i];
    sheet.number = i + 1;
    sheet.count = turns.size();
    sheet.first = i == 0;
    if (!sheet.first) copy_sheet_part(sheet);
  }
}

void WorkbookRenderer::lay_out_sheets() {
  for (std::size_t i = 0; i < workbook_.tabs.size(); ++i) add_copies(i);
  SheetNames names;
  for (const SheetCopy& sheet : sheets_) {
    const bool own_name = sheet.tab->sheet == nullptr || !sheet.tab->sheet->tab.has_tags();
    if (own_name) names.take(sheet.tab->name);
  }
  for (SheetCopy& sheet : sheets_) {
    sheet.moved.name = sheet.moved.new_name = sheet.tab->name;
    if (sheet.tab->sheet == nullptr) continue;
    if (sheet.turn != nullptr) scope_.open(*sheet.turn, sheet.number, sheet.count);
    lay_out(sheet);
    const TextTemplate& tab = sheet.tab->sheet->tab;
    if (tab.has_tags()) {
      std::string name = sheet.turn != nullptr ? turn_name(*sheet.turn) : "";
      for (const TextTemplate::Piece& piece : tab.pieces) {
        if (piece.tag < 0)
          name = &piece == &tab.pieces.front() ? piece.text + name : name + piece.text;
        else
          name += show_tag(workbook_.tags[static_cast<std::size_t>(piece.tag)], scope_).text;
      }
      sheet.moved.new_name = names.make(name);
      sheets_changed_ = sheets_changed_ || sheet.moved.new_name != sheet.tab->name;
    }
    if (sheet.turn != nullptr) scope_.close();
  }
  name_tables();
  std::vector<sml::MovedSheet> moved;
  for (const SheetCopy& sheet : sheets_) moved.push_back(sheet.moved);
  const sml::SheetPositions all = positions();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].empty()) moved.push_back({workbook_.tabs[i].name, "", nullptr, true});
  }
  mover_ = std::make_unique<sml::ReferenceMover>(std::move(moved));
}

void WorkbookRenderer::lay_out(SheetCopy& sheet) {
  sheet.layout = std::make_unique<SheetLayout>(*sheet.tab->sheet, workbook_.tags, scope_);
  sheet.moved.rows = &sheet.layout->rows();
  check_limits(sheet);
}

void WorkbookRenderer::check_limits(const SheetCopy& sheet) {
  if (sheet.layout->last_row() <= sml::max_rows) return;
  problems_.add({Severity::error,
                 "MALL-112",
                 CellLocation{package_.file_name(), sheet.tab->name, "", ""},
                 "Bladet skulle få fler rader än de 1 048 576 som ryms i Excel.",
                 "Välj färre rader med ”där” i mallen.",
                 {}});
}

/// Excel repairs a sheet with more links than this (its published limit), and all of them are lost.
void WorkbookRenderer::limit_links(const SheetCopy& sheet, pugi::xml_node root) {
  constexpr std::ptrdiff_t most = 65'490;
  pugi::xml_node links = child(root, "hyperlinks");
  const std::ptrdiff_t count = std::distance(links.begin(), links.end());
  if (count <= most) return;
  problems_.add(
      {Severity::warning,
       "MALL-115",
       CellLocation{package_.file_name(), sheet.tab->name, "", ""},
       "Bladet skulle få " + std::to_string(count / 1000) + " " +
           std::to_string(count % 1000 + 1000).substr(1) +
           " länkar, och Excel öppnar inget blad med fler än 65 490; de sista länkarna är utelämnade.",
       "Ta bort länken ur raden som upprepas, eller använd funktionen HYPERLÄNK i en formel.",
       {}});
  for (std::ptrdiff_t i = most; i < count; ++i) links.remove_child(links.last_child());
}

SheetCopy* WorkbookRenderer::find_sheet(const std::string& new_name) {
  const std::string lower = to_lower(new_name);
  for (SheetCopy& sheet : sheets_) {
    if (to_lower(sheet.moved.new_name) == lower) return &sheet;
  }
  return nullptr;
}

/// A sheet is written anew when it has tags, or formulas whose results may be others now.
bool WorkbookRenderer::is_touched(const SheetCopy& sheet) const {
  if (sheet.tab->sheet == nullptr) return false;
  const SheetTemplate& from = *sheet.tab->sheet;
  return from.has_tags || from.has_formulas || (from.names_sheets && !mover_->is_identity());
}

/// Table headers with tags: the table has to name its columns as they come out.
void WorkbookRenderer::watch_headers() {
  for (SheetCopy& sheet : sheets_) {
    if (sheet.tab->sheet == nullptr) continue;
    for (const auto& table : sheet.tab->sheet->tables) {
      const sml::CellRange& range = table->table.range;
      const RowTemplate* header = sheet.tab->sheet->row(range.first.row);
      if (header == nullptr || table->table.header_rows != 1) continue;
      const bool tagged = std::any_of(header->cells.begin(), header->cells.end(), [](const auto& cell) {
        return std::holds_alternative<TaggedCell>(cell.content);
      });
      const auto row = sheet.layout->rows().first(range.first.row);
      if (tagged && row) {
        sheet.watch.push_back({{*row, range.first.column}, {*row, range.last.column}});
      }
    }
  }
}

void WorkbookRenderer::write_sheets() {
  for (SheetCopy& sheet : sheets_) {
    if (!is_touched(sheet)) continue;
    if (sheet.turn != nullptr) scope_.open(*sheet.turn, sheet.number, sheet.count);
    write_sheet(sheet);
    if (sheet.turn != nullptr) scope_.close();
  }
}

void WorkbookRenderer::write_sheet(SheetCopy& sheet) {
  const SheetTemplate& from = *sheet.tab->sheet;
  if (origins_ != nullptr) origins_->sheets.push_back(std::make_unique<std::string>(sheet.moved.new_name));
  RowWriter writer(from, *sheet.layout, sheet.moved, sheet.watch,
                   {package_.file_name(), workbook_.tags, scope_, *mover_, workbook_.styles, added_styles_,
                    workbook_.date1904, origins_});
  sheet.written = writer.write();
  write_tables(sheet);
  package_.replace(sheet.part, sheet_bytes(sheet));
  if (!sheet.layout->rows().is_identity()) write_drawings(sheet);
}

std::string WorkbookRenderer::sheet_bytes(SheetCopy& sheet) {
  pugi::xml_document document;
  document.reset(sheet.tab->sheet->document);
  pugi::xml_node root = document.document_element();
  sml::SheetEditor editor(root, sheet.moved, *mover_);
  if (!mover_->is_identity()) editor.move();
  limit_links(sheet, root);
  editor.set_dimension(sheet.written->used);
  pugi::xml_node headers = child(root, "headerFooter");
  for (const HeaderTemplate& header : sheet.tab->sheet->headers) {
    child(headers, header.element).text() = header_text(header.text, workbook_.tags, scope_).c_str();
  }
  if (!sheet.first) {
    root.remove_attribute("xr:uid");
    child(root, "sheetPr").remove_attribute("codeName");
    for (pugi::xml_node view : child(root, "sheetViews").children()) view.remove_attribute("tabSelected");
  }
  pugi::xml_node tables = child(root, "tableParts");
  for (const std::string& id : sheet.dropped_tables) {
    tables.remove_child(
        tables.find_child([&](pugi::xml_node node) { return opc::attribute(node, "id").value() == id; }));
    tables.remove_attribute("count");  // optional (18.3.1.95)
  }
  if (!tables.first_child()) root.remove_child(tables);
  pugi::xml_node data = child(root, "sheetData");
  data.text() = std::string(rows_mark).c_str();
  std::string bytes = opc::to_bytes(document);
  std::string& rows = sheet.written->xml;
  const std::size_t at = bytes.find(std::string(data.name()) + ">" + std::string(escaped_rows_mark));
  const std::size_t from = at + std::string_view(data.name()).size() + 1;
  // The rows are by far the longest part: the rest is put around them where they are.
  std::string whole = std::move(rows);
  whole.insert(0, bytes, 0, from);
  whole.append(bytes, from + escaped_rows_mark.size());
  return whole;
}

}  // namespace lg::merge
