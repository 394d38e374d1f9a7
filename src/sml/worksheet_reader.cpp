#include "sml/worksheet_reader.hpp"

#include "base/problem.hpp"
#include "base/text.hpp"
#include "opc/limits.hpp"
#include "opc/xml.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

namespace lg::sml {
namespace {

class Reader {
 public:
  Reader(WorkbookContext& context, Worksheet& sheet) : context_(context), sheet_(sheet) {}

  void read_rows(pugi::xml_node data) {
    int number = 0;
    for (const pugi::xml_node row : data.children()) {
      if (opc::local_name(row) != "row") continue;
      const int given = row.attribute("r").as_int();
      number = given > 0 && given <= max_rows ? given : number + 1;
      if (row.attribute("hidden").as_bool()) sheet_.hidden_rows.push_back(number);
      const std::size_t before = sheet_.cells.size();
      read_row(row, number);
      if (sheet_.cells.size() > before && ++context_.rows > opc::limits.rows) {
        refuse_limit("FIL-040", "fler än " + std::to_string(opc::limits.rows) + " rader med innehåll");
      }
    }
    const auto in_order = [](const Cell& a, const Cell& b) { return a.ref < b.ref; };
    if (!std::ranges::is_sorted(sheet_.cells, in_order)) std::ranges::stable_sort(sheet_.cells, in_order);
    std::ranges::sort(sheet_.hidden_rows);
  }

 private:
  void read_row(pugi::xml_node row, int number) {
    int column = 0;
    for (const pugi::xml_node node : row.children()) {
      if (opc::local_name(node) != "c") continue;
      CellRef ref{number, column + 1};
      if (const char* given = node.attribute("r").value(); *given != '\0')
        ref = CellRef::parse(given).value_or(ref);
      column = ref.column;
      Cell cell{ref, Blank{}, false, false, false};
      read_cell(node, cell);
      if (std::holds_alternative<Blank>(cell.value) && !cell.formula) continue;
      if (++context_.cells > opc::limits.cells) {
        refuse_limit("FIL-041", "fler än " + std::to_string(opc::limits.cells) + " celler");
      }
      sheet_.cells.push_back(cell);
    }
  }

  void read_cell(pugi::xml_node node, Cell& cell) {
    pugi::xml_node v;
    pugi::xml_node is;
    pugi::xml_node f;
    for (const pugi::xml_node child : node.children()) {
      const std::string_view name = opc::local_name(child);
      if (name == "v") v = child;
      if (name == "is") is = child;
      if (name == "f") f = child;
    }
    cell.formula = !f.empty();
    const std::string_view type = node.attribute("t").value();
    if (type == "inlineStr") {
      if (is) set_text(cell, keep_text(rich_text(is), context_.texts));
      return;
    }
    const char* text = v.child_value();
    if (*text == '\0') {
      // An empty string is a formula's right answer; no answer at all is told by the caller.
      if (cell.formula && type == "str" && v) {
        set_text(cell, {std::string_view(), false});
      } else if (cell.formula) {
        cell.value = Blank{keep_text(f.child_value(), context_.texts).text};
      }
      return;
    }
    if (type == "s") {
      set_shared(cell, text);
    } else if (type == "str") {
      set_text(cell, keep_text(decode_escapes(text), context_.texts));
    } else if (type == "b") {
      cell.value = *text == '1' || std::strcmp(text, "true") == 0;
    } else if (type == "e") {
      cell.value = CellError{keep_text(text, context_.texts).text};
    } else if (type == "d") {
      set_iso_date(cell, text);
    } else {
      set_number(cell, text, node.attribute("s").as_uint());
    }
  }

  void set_text(Cell& cell, const CellText& text) {
    context_.cell_text += text.text.size();
    if (context_.cell_text > opc::limits.cell_text) {
      const std::string size = std::to_string(opc::limits.cell_text / opc::Limits::mib);
      refuse_limit("FIL-042", "mer än " + size + " MiB text i cellerna");
    }
    if (text.text.size() > opc::limits.one_text) {
      refuse_cell(cell, "FIL-043",
                  "Texten i cellen är längre än " + std::to_string(opc::limits.one_text) + " tecken.",
                  "Korta texten i cellen.");
    }
    cell.value = text.text;
    cell.illegal = text.illegal;
  }

  void set_shared(Cell& cell, const char* text) {
    std::size_t index = 0;
    const char* const last = text + std::strlen(text);
    const auto [end, error] = std::from_chars(text, last, index);
    if (error != std::errc() || end != last || index >= context_.strings.size()) {
      refuse_cell(cell, "FIL-044", "Cellens text saknas i filen, som är skadad.",
                  "Öppna arbetsboken i Excel, låt programmet reparera den och spara den på nytt.");
    }
    set_text(cell, context_.strings[index]);
  }

  void set_iso_date(Cell& cell, const char* text) {
    const auto date = parse_iso_date(text);
    if (date) {
      cell.value = *date;
    } else {
      set_text(cell, keep_text(text, context_.texts));
    }
  }

  void set_number(Cell& cell, const char* text, unsigned style) {
    const auto number = parse_number(text);
    if (!number) {
      set_text(cell, keep_text(text, context_.texts));
      return;
    }
    cell.value = *number;
    const FormatKind kind = context_.formats.kind(style);
    cell.percent = kind == FormatKind::percent;
    if (kind != FormatKind::date) return;
    if (const auto date = date_of_serial(*number, context_.date1904)) cell.value = *date;
  }

  [[noreturn]] void refuse_cell(const Cell& cell, std::string code, std::string message,
                                std::string hint) const {
    const CellLocation where{context_.file_name, sheet_.name, cell.ref.text(), ""};
    throw UnreadableFile(
        Problem{Severity::error, std::move(code), where, std::move(message), std::move(hint), {}});
  }

  [[noreturn]] void refuse_limit(std::string code, const std::string& what) const {
    throw UnreadableFile(Problem{Severity::error,
                                 std::move(code),
                                 FileLocation{context_.file_name},
                                 "Arbetsboken har " + what + ", som är gränsen.",
                                 "Dela upp arbetsboken på flera, eller ta bort blad som inte behövs.",
                                 {}});
  }

  WorkbookContext& context_;
  Worksheet& sheet_;
};

}  // namespace

void read_worksheet(pugi::xml_node root, WorkbookContext& context, Worksheet& sheet) {
  Reader(context, sheet).read_rows(opc::child(root, "sheetData"));
  for (const pugi::xml_node column : opc::child(root, "cols").children()) {
    const int first = column.attribute("min").as_int();
    const int last = column.attribute("max").as_int();
    if (column.attribute("hidden").as_bool() && first > 0 && last >= first)
      sheet.hidden_columns.push_back({{1, first}, {1, last}});
  }
  for (const pugi::xml_node merge : opc::child(root, "mergeCells").children()) {
    if (const auto range = CellRange::parse(merge.attribute("ref").value())) sheet.merges.push_back(*range);
  }
}

}  // namespace lg::sml
