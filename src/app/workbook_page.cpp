#include "app/workbook_page.hpp"

#include "intake/cell_reader.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <string_view>
#include <vector>

namespace lg::app {
namespace {

/// Colours have a contrast of at least 7:1 against what they stand on (WCAG 2.2, 1.4.6). A caption is read
/// aloud alone: the heading above the table says the same to the eye.
constexpr std::string_view style =
    "body{font:16px/1.5 Arial,Helvetica,sans-serif;color:#222;background:#fff;max-width:90rem;margin:0 auto;"
    "padding:1.5rem}"
    "h1,h2,h3{color:#1f3a4d;line-height:1.25}h1{font-size:1.9rem;margin:0}h2{font-size:1.4rem;margin:2.5rem "
    "0 .5rem;"
    "border-top:2px solid #1f3a4d;padding-top:1rem}h3{font-size:1.1rem;margin:1.5rem 0 .5rem}"
    "a{color:#1b466b}a:focus,.wide:focus{outline:3px solid #1b466b;outline-offset:2px}"
    "nav ul{padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}"
    "table{border-collapse:collapse;width:100%;font-size:.9rem}"
    "caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}"
    "th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #c3cdd5;"
    "white-space:pre-line;overflow-wrap:anywhere;min-width:4rem}"
    "thead th{background:#1f3a4d;color:#fff}td.n,th.n{text-align:right}"
    "dl{display:grid;grid-template-columns:minmax(8rem,16rem) 1fr;gap:.25rem 1rem}"
    "dt{font-weight:bold;color:#1f3a4d}dd{margin:0;white-space:pre-line;overflow-wrap:anywhere}"
    ".wide{overflow-x:auto}"
    "@media(max-width:40rem){dl{grid-template-columns:1fr}}"
    "@media print{body{max-width:none;padding:0;font-size:9pt}nav{display:none}h2{break-before:page}"
    "h2:first-of-type{break-before:auto}thead{display:table-header-group}tr{break-inside:avoid}"
    ".wide{overflow:visible}}";

using Cells = std::span<const sml::Cell>;

void append_escaped(std::string& html, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&': html += "&amp;"; break;
      case '<': html += "&lt;"; break;
      case '>': html += "&gt;"; break;
      case '"': html += "&quot;"; break;
      case '\'': html += "&#39;"; break;
      default: html += c;
    }
  }
}

/// One sheet, row by row from the top.
class SheetSection {
 public:
  /// `said` holds the lines that stand on the page already: a title that every sheet bears is shown once.
  /// `level`: of its heading.
  SheetSection(const sml::Worksheet& sheet, std::size_t number, int level, std::set<std::string>& said,
               std::string& html)
      : sheet_(sheet),
        number_(std::to_string(number)),
        heading_("h" + std::to_string(level)),
        inner_heading_("h" + std::to_string(level + 1)),
        said_(said),
        html_(html) {
    const std::span<const sml::Cell> cells(sheet.cells);
    for (std::size_t i = 0; i < cells.size();) {
      std::size_t end = i;
      bool shown = false;
      for (; end < cells.size() && cells[end].ref.row == cells[i].ref.row; ++end)
        shown = shown || !intake::is_empty(cells[end]);
      if (shown) rows_.push_back(cells.subspan(i, end - i));
      i = end;
    }
  }

  void write() {
    html_ +=
        "<section aria-labelledby=\"blad" + number_ + "\">\n<" + heading_ + " id=\"blad" + number_ + "\">";
    append_escaped(html_, sheet_.name);
    html_ += "</" + heading_ + ">\n";
    title_ = sheet_.name;
    while (at_ < rows_.size()) {
      if (const sml::CellRange* table = table_here()) {
        write_table(row_end(table->last.row), table->first.row);
      } else if (shown_cells(rows_[at_]) > 1) {
        write_block();
      } else {
        write_line();
      }
    }
    html_ += "</section>\n";
  }

 private:
  [[nodiscard]] int row() const { return rows_[at_].front().ref.row; }

  static std::size_t shown_cells(Cells row) {
    return static_cast<std::size_t>(
        std::ranges::count_if(row, [](const sml::Cell& cell) { return !intake::is_empty(cell); }));
  }

  /// The Excel table whose headings the next row holds.
  [[nodiscard]] const sml::CellRange* table_at(std::size_t at) const {
    if (at >= rows_.size()) return nullptr;
    for (const auto& [name, range] : sheet_.tables) {
      if (range.first.row == rows_[at].front().ref.row) return &range;
    }
    return nullptr;
  }
  [[nodiscard]] const sml::CellRange* table_here() const { return table_at(at_); }

  /// The place behind the last of the rows down to that number.
  [[nodiscard]] std::size_t row_end(int last) const {
    std::size_t end = at_;
    while (end < rows_.size() && rows_[end].front().ref.row <= last) ++end;
    return end;
  }

  /// A row with one cell: what stands right above rows of several names them, the rest is text.
  void write_line() {
    const auto cell =
        std::ranges::find_if(rows_[at_], [](const sml::Cell& one) { return !intake::is_empty(one); });
    const std::string text = intake::cell_text(*cell);
    const bool first = at_ == 0;
    const bool names = !first && at_ + 1 < rows_.size() && row() + 1 == rows_[at_ + 1].front().ref.row &&
                       shown_cells(rows_[at_ + 1]) > 1;
    if (first || names) title_ = text;
    if (names || (text != sheet_.name && said_.insert(text).second)) {
      const std::string element = names ? inner_heading_ : "p";
      html_ += "<" + element + ">";
      append_escaped(html_, text);
      html_ += "</" + element + ">\n";
    }
    ++at_;
  }

  /// Rows of several cells that belong to no Excel table: pairs are terms, wider rows a table with headings.
  void write_block() {
    std::size_t end = at_;
    std::size_t widest = 0;
    while (end < rows_.size() && shown_cells(rows_[end]) > 1 && table_at(end) == nullptr) {
      widest = std::max(widest, shown_cells(rows_[end]));
      ++end;
    }
    if (widest > 2) {
      write_table(end, row());
      return;
    }
    html_ += "<dl>\n";
    for (; at_ < end; ++at_) {
      bool term = true;
      for (const sml::Cell& cell : rows_[at_]) {
        if (intake::is_empty(cell)) continue;
        html_ += term ? "<dt>" : "<dd>";
        append_escaped(html_, intake::cell_text(cell));
        html_ += term ? "</dt>" : "</dd>\n";
        term = false;
      }
    }
    html_ += "</dl>\n";
  }

  void write_table(std::size_t end, int heading_row) {
    int first = rows_[at_].front().ref.column;
    int last = first;
    for (const sml::Cell& cell : rows_[at_]) {
      if (!intake::is_empty(cell)) last = std::max(last, cell.ref.column);
    }
    html_ += "<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"";
    append_escaped(html_, title_);
    html_ += "\"><table>\n<caption>";
    append_escaped(html_, title_);
    html_ += "</caption>\n<thead>";
    for (; at_ < end; ++at_) {
      const bool heading = row() == heading_row;
      html_ += "<tr>";
      for (int column = first; column <= last; ++column)
        write_cell(rows_[at_], column, heading, column == first);
      html_ += heading ? "</tr></thead>\n<tbody>\n" : "</tr>\n";
    }
    html_ += "</tbody></table></div>\n";
  }

  void write_cell(Cells row, int column, bool heading, bool first) {
    const auto cell = std::ranges::find(row, column, [](const sml::Cell& one) { return one.ref.column; });
    const bool number = cell != row.end() && std::holds_alternative<double>(cell->value);
    // A header without words heads nothing.
    const bool header = (heading || first) && cell != row.end() && !intake::is_empty(*cell);
    const std::string_view name = header ? "th" : "td";
    html_.append("<").append(name);
    if (header) html_ += heading ? " scope=\"col\"" : " scope=\"row\"";
    if (number) html_ += " class=\"n\"";
    html_ += ">";
    if (cell != row.end()) append_escaped(html_, intake::cell_text(*cell));
    html_.append("</").append(name).append(">");
  }

  const sml::Worksheet& sheet_;
  std::string number_;
  std::string heading_;        // its element
  std::string inner_heading_;  // that of its tables
  std::set<std::string>& said_;
  std::string& html_;
  std::vector<Cells> rows_;  // those that show something
  std::size_t at_ = 0;
  std::string title_;  // of the table that comes next
};

bool is_shown(const sml::Worksheet& sheet) {
  return sheet.visibility == sml::Visibility::visible && !std::ranges::all_of(sheet.cells, intake::is_empty);
}

std::string title_of(const sml::Workbook& workbook) {
  for (const sml::Worksheet& sheet : workbook.sheets) {
    const auto cell =
        std::ranges::find_if(sheet.cells, [](const sml::Cell& one) { return !intake::is_empty(one); });
    if (is_shown(sheet) && cell != sheet.cells.end()) return intake::cell_text(*cell);
  }
  return "Arbetsbok";
}

/// `said`: the lines that stand above them already.
std::vector<std::string> sections_of(const sml::Workbook& workbook, int level, std::set<std::string> said) {
  std::vector<std::string> sections;
  for (const sml::Worksheet& sheet : workbook.sheets) {
    if (!is_shown(sheet)) continue;
    std::string& html = sections.emplace_back();
    SheetSection(sheet, sections.size(), level, said, html).write();
  }
  return sections;
}

}  // namespace

std::string workbook_page(const sml::Workbook& workbook) {
  const std::string title = title_of(workbook);
  std::string html =
      "<!DOCTYPE html>\n<html lang=\"sv\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
      "base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";
  append_escaped(html, title);
  html.append("</title>\n<style>").append(style).append("</style>\n</head>\n<body>\n<header>\n<h1>");
  append_escaped(html, title);
  html += "</h1>\n<nav aria-label=\"Innehåll\"><ul>\n";
  std::size_t number = 0;
  for (const sml::Worksheet& sheet : workbook.sheets) {
    if (!is_shown(sheet)) continue;
    html += "<li><a href=\"#blad" + std::to_string(++number) + "\">";
    append_escaped(html, sheet.name);
    html += "</a></li>\n";
  }
  html += "</ul></nav>\n</header>\n<main>\n";
  for (const std::string& section : sections_of(workbook, 2, {title})) html += section;
  html += "</main>\n</body>\n</html>\n";
  return html;
}

std::vector<std::string> workbook_sections(const sml::Workbook& workbook, int level) {
  return sections_of(workbook, level, {});
}

}  // namespace lg::app
