#include "merge/xlsx_row_writer.hpp"

#include "base/text.hpp"
#include "opc/xml.hpp"
#include "sml/number_format.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace lg::merge {
namespace {

using Order = SheetLayout::Order;

constexpr std::string_view cut_mark = "…";
constexpr double max_row_height = 409;  // points, Excel's published limit

/// The prefix and name of the cell's element: "c" of `<c r="B`.
std::string_view element_name(const std::string& head) {
  return std::string_view(head).substr(1, head.find(' ') - 1);
}

/// The part's own prefix with its colon; "" for most.
std::string_view prefix_of(const std::string& head) {
  const std::string_view name = element_name(head);
  return name.substr(0, name.size() - 1);
}

void append_number(std::string& xml, long long number) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  xml.append(digits, end);
}

/// The shortest digits that give the same number back, as xsd:double.
void append_number(std::string& xml, double number) {
  if (std::trunc(number) == number && std::abs(number) < 1e15) {
    return append_number(xml, static_cast<long long>(number));
  }
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  xml.append(digits, end);
}

}  // namespace

RowWriter::RowWriter(const SheetTemplate& sheet, const SheetLayout& layout, const sml::MovedSheet& moved,
                     std::vector<sml::CellRange> watch, Context context)
    : sheet_(sheet),
      layout_(layout),
      moved_(moved),
      watch_(std::move(watch)),
      context_(context),
      xml_(written_.xml),
      widths_(sml::ColumnWidths::read(sheet.document.document_element())) {
  const pugi::xml_node merges = opc::child(sheet.document.document_element(), "mergeCells");
  for (const pugi::xml_node merge : merges.children()) {
    const auto range = sml::CellRange::parse(merge.attribute("ref").value());
    if (range && range->first.row == range->last.row) merged_[range->first] = range->last.column;
  }
}

/// Asks for memory once, by what the first rows took, instead of moving a long text again and again.
void RowWriter::reserve(std::size_t done) {
  constexpr std::size_t sample = 200;
  if (done != sample) return;
  const std::size_t each = xml_.size() / sample + 1;
  xml_.reserve(each * layout_.orders().size() * 9 / 8 + 65'536);
}

WrittenRows RowWriter::write() {
  if (context_.origins != nullptr) context_.scope.watch(&cells_, true);
  std::size_t done = 0;
  for (const Order& order : layout_.orders()) {
    reserve(++done);
    switch (order.kind) {
      case Order::Kind::open:
        context_.scope.open(*order.turn, order.number, order.count);
        turns_.push_back(&layout_.rows().turn(order.turned));
        break;
      case Order::Kind::close:
        context_.scope.close();
        turns_.pop_back();
        break;
      case Order::Kind::row:
      case Order::Kind::blank_row: write_row(order); break;
    }
  }
  context_.scope.watch(nullptr);
  if (written_.used.last.row < written_.used.first.row) written_.used = {};
  WrittenRows written = std::move(written_);
  return written;
}

void RowWriter::write_row(const Order& order) {
  const RowTemplate& row = sheet_.rows[order.row];
  source_row_ = row.number;
  row_ = order.output;
  row_text_.clear();
  append_number(row_text_, static_cast<long long>(row_));
  const std::string_view prefix = row.cells.empty() ? std::string_view() : prefix_of(row.cells.front().head);
  xml_.append("<").append(prefix).append("row r=\"").append(row_text_).append("\"").append(row.attributes);
  if (row.cells.empty()) {
    xml_.append(row.measured).append("/>");
    return;
  }
  const std::size_t attributes_end = xml_.size();
  height_ = 0;
  xml_ += '>';
  bool first = true;
  for (const CellTemplate& cell : row.cells) {
    write_cell(cell, order, first);
    if (std::holds_alternative<TaggedCell>(cell.content)) first = false;
  }
  xml_.append("</").append(prefix).append("row>");
  write_height(row, attributes_end);
  sml::CellRange& used = written_.used;
  used.first = {std::min(used.first.row, row_), std::min(used.first.column, row.cells.front().column)};
  used.last = {std::max(used.last.row, row_), std::max(used.last.column, row.cells.back().column)};
}

void RowWriter::write_cell(const CellTemplate& cell, const Order& order, bool first) {
  if (const auto* fixed = std::get_if<FixedCell>(&cell.content)) return write_fixed(cell, *fixed);
  if (const auto* formula = std::get_if<FormulaCell>(&cell.content)) return write_formula(cell, *formula);
  if (order.kind == Order::Kind::row)
    write_tagged(cell, std::get<TaggedCell>(cell.content));
  else if (first && order.otherwise != nullptr)
    write_otherwise(cell, *order.otherwise);
  else
    write_blank(cell);
  note_origins(cell);
}

void RowWriter::write_fixed(const CellTemplate& cell, const FixedCell& fixed) {
  xml_.append(cell.head).append(row_text_).append(fixed.tail);
  measure(cell, fixed.shown.text, !fixed.shown.number && context_.styles.is_wrapped(cell.style));
  watch(cell, fixed.shown.text, fixed.shown.number);
}

void RowWriter::begin_cell(const CellTemplate& cell, unsigned style) {
  xml_.append(cell.head).append(row_text_).append("\"");
  if (style != 0) {
    xml_ += " s=\"";
    append_number(xml_, static_cast<long long>(style));
    xml_ += '"';
  }
}

void RowWriter::write_formula(const CellTemplate& cell, const FormulaCell& formula) {
  const sml::FormulaPlace place{&moved_, turns_, false, {}, cell.column};
  const std::string_view prefix = prefix_of(cell.head);
  begin_cell(cell, cell.style);
  xml_.append(formula.attributes).append("><").append(prefix).append("f").append(formula.formula_attributes);
  if (formula.array) {
    const int rows = formula.array->last.row - formula.array->first.row;
    const sml::CellRange filled{{row_, formula.array->first.column},
                                {row_ + rows, formula.array->last.column}};
    xml_.append(" ref=\"").append(filled.text()).append("\"");
  }
  for (const auto& [name, input] : formula.inputs) {
    const auto moved = layout_.rows().first(input.row);
    xml_.append(" ").append(name).append("=\"");
    xml_.append(sml::CellRef{moved.value_or(input.row), input.column}.text()).append("\"");
  }
  xml_ += '>';
  // Escapes are no part of a formula (`_x000D_` within a string stands for itself): only markup is escaped.
  const std::string moved = context_.mover.move(formula.formula, place);
  warn_if_lost(cell, formula.formula, moved);
  for (const char c : moved) {
    if (c == '&')
      xml_ += "&amp;";
    else if (c == '<')
      xml_ += "&lt;";
    else if (c == '>')
      xml_ += "&gt;";
    else
      xml_ += c;
  }
  xml_.append("</").append(prefix).append("f></").append(element_name(cell.head)).append(">");
}

/// A formula whose rows are gone shows an error in the result; nobody should find that out by looking.
void RowWriter::warn_if_lost(const CellTemplate& cell, const sml::Formula& formula, std::string_view moved) {
  if (moved.find("#REF!") == std::string_view::npos || formula.text().find("#REF!") != std::string::npos)
    return;
  const bool sheet_of_list = formula.text().find("{{") != std::string::npos;
  context_.scope.problems().add(
      {Severity::warning,
       "MALL-108",
       CellLocation{context_.file, sheet_.name, cell_name(source_row_, cell.column), ""},
       "Formeln ”" + excerpt(formula.text(), 40) +
           "” pekar på celler som inte kom med och visar därför #REF!.",
       sheet_of_list
           ? "Låt formeln peka på ett blad som alltid finns med."
           : "Lägg en {{annars}}-rad i blocket som formeln pekar på, så att det alltid finns en rad kvar.",
       {}});
}

void RowWriter::write_blank(const CellTemplate& cell) {
  begin_cell(cell, cell.style);
  xml_ += "/>";
  watch(cell, "", false);
}

void RowWriter::write_otherwise(const CellTemplate& cell, const TextTemplate& text) {
  const std::string said(trim(render_text(text, context_.tags, context_.scope)));
  if (said.empty())
    write_blank(cell);
  else
    write_text(cell, said, {});
}

void RowWriter::write_tagged(const CellTemplate& cell, const TaggedCell& tagged) {
  if (tagged.lone_tag >= 0) {
    const Tag& tag = context_.tags[static_cast<std::size_t>(tagged.lone_tag)];
    const Shown shown = show_tag(tag, context_.scope);
    if (!tagged.text.is_rich() || shown.value.as_text() == nullptr) return write_typed(cell, shown);
  }
  if (tagged.text.is_rich()) return write_runs(cell, tagged.text);
  std::string text;
  Source source;
  render_text(
      tagged.text, context_.tags, context_.scope, [&](std::string_view part, std::size_t) { text += part; },
      source);
  write_text(cell, text, source);
}

void RowWriter::note_origins(const CellTemplate& cell) {
  if (context_.origins == nullptr) return;
  CellOrigins& origins = *context_.origins;
  for (const CellUse& from : cells_)
    origins.cells.push_back({origins.sheets.back().get(), row_, cell.column, from});
  cells_.clear();
}

void RowWriter::write_typed(const CellTemplate& cell, const Shown& shown) {
  const bool text_cell = context_.styles.is_text(cell.style);
  const auto* number = shown.value.as_number();
  if (shown.missing || text_cell) return write_text(cell, shown.text, shown.source);
  if (number != nullptr && std::isfinite(number->number)) {
    const bool percent = number->percent && context_.styles.is_general(cell.style);
    const unsigned style = percent ? context_.added.with(cell.style, sml::StyleChange::percent) : cell.style;
    return write_number(cell, number->number, style);
  }
  if (const auto* date = shown.value.as_date()) return write_date(cell, *date, shown);
  if (const auto* text = shown.value.as_text()) return write_text(cell, *text, shown.source);
  write_text(cell, shown.text, shown.source);
}

void RowWriter::write_number(const CellTemplate& cell, double number, unsigned style) {
  begin_cell(cell, style);
  const std::string_view prefix = prefix_of(cell.head);
  xml_.append("><").append(prefix).append("v>");
  const std::size_t from = xml_.size();
  append_number(xml_, number);
  if (!watch_.empty()) watch(cell, std::string_view(xml_).substr(from), true);
  xml_.append("</").append(prefix).append("v></").append(element_name(cell.head)).append(">");
}

/// A date before the workbook's first day (ECMA-376 Part 1, 18.17.4.1) is a text.
void RowWriter::write_date(const CellTemplate& cell, const Date& date, const Shown& shown) {
  const auto serial = sml::serial_of_date(date, context_.date1904);
  if (!serial || !context_.styles.exists()) return write_text(cell, shown.text, shown.source);
  const sml::StyleChange change = date.seconds ? sml::StyleChange::date_time : sml::StyleChange::date;
  const bool fits = context_.styles.is_date(cell.style);
  write_number(cell, *serial, fits ? cell.style : context_.added.with(cell.style, change));
}

/// A line break shows only in a cell that wraps its text. A text that begins as a formula does is written as
/// text in any case; the style keeps it one when somebody opens the cell and presses Enter.
unsigned RowWriter::style_for(const CellTemplate& cell, std::string_view text) {
  unsigned style = cell.style;
  if (text.find('\n') != std::string_view::npos && !context_.styles.is_wrapped(style)) {
    style = context_.added.with(style, sml::StyleChange::wrap);
  }
  const bool formula_like = std::string_view("=+-@").find(text.front()) != std::string_view::npos;
  if (formula_like && !context_.styles.is_text(cell.style)) {
    style = context_.added.with(style, sml::StyleChange::quote);
  }
  return style;
}

std::string_view RowWriter::cut(const CellTemplate& cell, std::string_view text, std::string& shortened,
                                const Source& source) {
  if (sml::bytes_of_units(text, sml::max_cell_text) == std::string_view::npos) return text;
  shortened = std::string(text.substr(0, sml::bytes_of_units(text, sml::max_cell_text - 1)));
  shortened += cut_mark;
  const CellLocation here{context_.file, sheet_.name, cell_name(source_row_, cell.column), ""};
  context_.scope.problems().add(
      {Severity::warning, "MALL-111", source ? Location(source.location()) : Location(here),
       "Texten är längre än de 32 767 tecken som ryms i en cell och har kortats i det färdiga bladet.",
       "Korta texten, eller dela den på flera celler.",
       source ? std::vector<Location>{here} : std::vector<Location>{}});
  return shortened;
}

/// How high a text makes its row, in a cell that wraps it.
void RowWriter::measure(const CellTemplate& cell, std::string_view text, bool wraps) {
  constexpr double line_height = 1.36;  // of the font's size
  if (!wraps) return;
  const auto merged = merged_.empty() ? merged_.end() : merged_.find({source_row_, cell.column});
  const double columns =
      merged == merged_.end() ? widths_.of(cell.column) : widths_.of(cell.column, merged->second);
  const double size = context_.styles.font_size(cell.style);
  // Bold letters are wider by about a tenth.
  const double width = columns * (context_.styles.is_bold(cell.style) ? 0.9 : 1.0);
  const int lines = sml::estimated_lines(text, width * context_.styles.standard_font_size() / size);
  if (lines > 1) height_ = std::max(height_, lines * size * line_height);
}

/// A row whose texts are the template's keeps the height it was measured at; one with new texts gets the
/// height they need, unless its author fixed it.
void RowWriter::write_height(const RowTemplate& row, std::size_t at) {
  if (row.fixed_height) return;
  const bool tagged = std::any_of(row.cells.begin(), row.cells.end(), [](const CellTemplate& cell) {
    return std::holds_alternative<TaggedCell>(cell.content);
  });
  if (!tagged) {
    xml_.insert(at, row.measured);
  } else if (height_ > 0) {
    std::string height = " ht=\"";
    append_number(height, std::min(std::ceil(height_), max_row_height));
    xml_.insert(at, height + '"');
  }
}

void RowWriter::append_plain(std::string_view text) {
  sml::append_escaped(xml_, text);
}

void RowWriter::write_text(const CellTemplate& cell, std::string_view text, const Source& source) {
  if (text.empty()) return write_blank(cell);
  std::string shortened;
  text = cut(cell, text, shortened, source);
  const std::string_view prefix = prefix_of(cell.head);
  begin_cell(cell, style_for(cell, text));
  if (prefix.empty())
    xml_ += " t=\"inlineStr\"><is><t xml:space=\"preserve\">";
  else
    xml_.append(" t=\"inlineStr\"><")
        .append(prefix)
        .append("is><")
        .append(prefix)
        .append("t xml:space=\"preserve\">");
  append_plain(text);
  measure(cell, text, context_.styles.is_wrapped(cell.style) || text.find('\n') != std::string_view::npos);
  if (prefix.empty())
    xml_ += "</t></is></c>";
  else
    xml_.append("</").append(prefix).append("t></").append(prefix).append("is></").append(prefix).append(
        "c>");
  watch(cell, text, false);
}

/// A text in rich runs keeps each run's font; a value takes that of its tag's first character.
void RowWriter::write_runs(const CellTemplate& cell, const TextTemplate& text) {
  std::vector<sml::TextRun> runs;
  std::string whole;
  Source source;
  std::size_t last = TextTemplate::none;
  const auto take = [&](std::string_view part, std::size_t run) {
    if (part.empty()) return;
    if (run != last) runs.push_back({text.properties[run], ""});
    last = run;
    runs.back().text += part;
    whole += part;
  };
  render_text(text, context_.tags, context_.scope, take, source);
  const bool too_long = sml::bytes_of_units(whole, sml::max_cell_text) != std::string_view::npos;
  if (whole.empty() || too_long) return write_text(cell, whole, source);
  const std::string prefix(prefix_of(cell.head));
  begin_cell(cell, style_for(cell, whole));
  xml_ += " t=\"inlineStr\"><" + prefix + "is>";
  for (const sml::TextRun& run : runs) {
    xml_ += "<" + prefix + "r>" + run.properties + "<" + prefix + "t xml:space=\"preserve\">";
    append_plain(run.text);
    xml_ += "</" + prefix + "t></" + prefix + "r>";
  }
  xml_ += "</" + prefix + "is></" + prefix + "c>";
  measure(cell, whole, context_.styles.is_wrapped(cell.style) || whole.find('\n') != std::string::npos);
  watch(cell, whole, false);
}

bool RowWriter::is_watched(int row, int column) const {
  return std::any_of(watch_.begin(), watch_.end(), [&](const sml::CellRange& range) {
    return range.contains({row, column});
  });
}

void RowWriter::watch(const CellTemplate& cell, std::string_view text, bool number) {
  if (watch_.empty() || !is_watched(row_, cell.column)) return;
  written_.watched[{row_, cell.column}] = {std::string(text), number};
}

}  // namespace lg::merge
