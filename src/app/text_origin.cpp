#include "app/text_origin.hpp"

#include "base/sha256.hpp"
#include "base/text.hpp"
#include "intake/cell_reader.hpp"
#include "sml/workbook.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace lg::app {
namespace {

/// Lines of a table of the protocol, its cells as text in the order of its columns.
using Lines = std::vector<std::vector<std::string>>;

Lines lines_of(const sml::Workbook& protocol, const std::string& table) {
  Lines lines;
  for (const sml::Worksheet& sheet : protocol.sheets) {
    for (const auto& [name, range] : sheet.tables) {
      if (fold(name) != fold(table)) continue;
      const auto width = static_cast<std::size_t>(range.last.column - range.first.column + 1);
      lines.assign(static_cast<std::size_t>(range.last.row - range.first.row),
                   std::vector<std::string>(width));
      for (const sml::Cell& cell : sheet.cells) {
        if (!range.contains(cell.ref) || cell.ref.row == range.first.row) continue;
        lines[static_cast<std::size_t>(cell.ref.row - range.first.row - 1)]
             [static_cast<std::size_t>(cell.ref.column - range.first.column)] = intake::cell_text(cell);
      }
    }
  }
  return lines;
}

bool holds_text(const sml::Workbook& workbook, const std::string& text) {
  return std::ranges::any_of(workbook.sheets, [&](const sml::Worksheet& sheet) {
    return std::ranges::any_of(sheet.cells, [&](const sml::Cell& cell) {
      const auto* found = std::get_if<std::string_view>(&cell.value);
      return found != nullptr && *found == text;
    });
  });
}

/// The template that the document was made of: the sheet Sammanfattning says it below the document's name.
std::string template_of(const sml::Workbook& protocol, const std::string& document) {
  if (protocol.sheets.empty()) return {};
  bool below = false;
  bool label = false;
  for (const sml::Cell& cell : protocol.sheets.front().cells) {
    const std::string text = intake::cell_text(cell);
    if (label && !text.empty()) return text;
    below = below || text == document;
    label = below && text == "Mall";
  }
  return {};
}

/// The cells of "A6:A15, C7", one by one; none of any other text.
std::vector<sml::CellRef> cells_in(const std::string& text) {
  std::vector<sml::CellRef> cells;
  for (const std::string& area : split(text, ',')) {
    const auto range = sml::CellRange::parse(area);
    if (!range) return {};
    for (int row = range->first.row; row <= range->last.row; ++row) {
      for (int column = range->first.column; column <= range->last.column; ++column)
        cells.push_back({row, column});
    }
  }
  return cells;
}

/// One line of the sheet Ursprung.
struct Line {
  std::string place;
  std::string spot;
  std::string text;
  std::string file;
  std::string sheet;
  std::string cells;
};

/// What the protocol says of one of the two documents.
class Origins {
 public:
  Origins(const sml::Workbook& protocol, const std::string& document) {
    for (std::vector<std::string>& line : lines_of(protocol, "Ursprung")) {
      if (line.size() < 7 || line[0] != document) continue;
      lines_.push_back({line[1], line[2], line[3], line[4], line[5], line[6]});
    }
    for (std::vector<std::string>& line : lines_of(protocol, "Kolumner")) {
      if (line.size() >= 4) headings_[line[0] + '\n' + line[1] + '\n' + line[2]] = line[3];
    }
  }

  /// The paragraphs of the report that hold the text.
  [[nodiscard]] std::vector<TextOrigin> of_text(const std::string& text) const {
    std::vector<TextOrigin> found;
    const std::string wanted = fold(text);
    const Line* before = nullptr;
    for (const Line& line : lines_) {
      if (fold(line.text).find(wanted) == std::string::npos) continue;
      const bool same = before != nullptr && before->place == line.place && before->spot == line.spot &&
                        before->text == line.text;
      if (!same) found.push_back(begin(line));
      add_cells(line, cells_in(line.cells), found.back());
      before = &line;
    }
    return found;
  }

  /// The cells of the plan: those of that place, or whose text in the workbook holds the text.
  [[nodiscard]] std::vector<TextOrigin> of_cell(const std::string& sheet, sml::CellRef cell,
                                                const std::string& text) const {
    std::vector<TextOrigin> found;
    for (const Line& line : lines_) {
      if (fold(line.place) != fold(sheet)) continue;
      const std::vector<sml::CellRef> places = cells_in(line.spot);
      const auto at = std::ranges::find(places, cell);
      if (at == places.end()) continue;
      std::vector<sml::CellRef> cells = cells_in(line.cells);
      if (cells.size() == places.size()) cells = {cells[static_cast<std::size_t>(at - places.begin())]};
      if (found.empty()) found.push_back({line.place + " › " + cell.text(), text, {}, ""});
      add_cells(line, cells, found.back());
    }
    return found;
  }

  /// The line whose text has the most words in common with the text.
  [[nodiscard]] std::optional<TextOrigin> nearest(const std::string& text) const {
    const std::set<std::string> wanted = words_of(text);
    const Line* best = nullptr;
    std::size_t most = 0;
    for (const Line& line : lines_) {
      const std::set<std::string> words = words_of(line.text);
      const auto common = static_cast<std::size_t>(
          std::ranges::count_if(wanted, [&](const std::string& word) { return words.contains(word); }));
      if (common > most) best = &line;
      most = std::max(most, common);
    }
    if (best == nullptr) return {};
    TextOrigin origin = begin(*best);
    add_cells(*best, cells_in(best->cells), origin);
    return origin;
  }

 private:
  static std::set<std::string> words_of(const std::string& text) {
    std::set<std::string> words;
    for (const std::string& word : split(text, ' ')) {
      if (length(word) > 3) words.insert(fold(word));
    }
    return words;
  }

  static TextOrigin begin(const Line& line) {
    constexpr const char* none = "–";
    std::string place = line.place == none ? "dokumentets början" : line.place;
    if (line.spot != none && line.spot != "rubrik") place += ", " + line.spot;
    return {place, line.text, {}, ""};
  }

  void add_cells(const Line& line, const std::vector<sml::CellRef>& cells, TextOrigin& origin) const {
    if (cells.empty()) {
      origin.own_template = line.file;
      return;
    }
    for (const sml::CellRef& cell : cells) {
      std::string said = line.file + " › " + line.sheet + " › " + cell.text();
      const auto heading =
          headings_.find(line.file + '\n' + line.sheet + '\n' + sml::column_letters(cell.column));
      if (heading != headings_.end()) said += " (" + heading->second + ")";
      if (std::ranges::find(origin.cells, said) == origin.cells.end())
        origin.cells.push_back(std::move(said));
    }
  }

  std::vector<Line> lines_;
  std::map<std::string, std::string> headings_;  // by file, sheet and column
};

/// "Aktivitetsplan!C7", also with the sheet in apostrophes, as Excel writes it.
std::optional<std::pair<std::string, sml::CellRef>> cell_question(const std::string& text) {
  const std::size_t mark = text.rfind('!');
  if (mark == std::string::npos) return {};
  std::string sheet(trim(text.substr(0, mark)));
  if (sheet.size() > 2 && sheet.front() == '\'' && sheet.back() == '\'')
    sheet = sheet.substr(1, sheet.size() - 2);
  const auto cell = sml::CellRef::parse(to_upper_first(std::string(trim(text.substr(mark + 1)))));
  if (!cell) return {};
  return std::pair(sheet, *cell);
}

/// Cells that nothing was filled into, headings and formulas, are the template's own.
std::vector<TextOrigin> of_plan(const Origins& origins, const sml::Workbook& plan, const std::string& text,
                                const std::string& own_template) {
  std::vector<TextOrigin> found;
  const auto question = cell_question(text);
  const std::string wanted = fold(text);
  for (const sml::Worksheet& sheet : plan.sheets) {
    for (const sml::Cell& cell : sheet.cells) {
      const std::string shown = intake::cell_text(cell);
      const bool asked = question ? fold(question->first) == fold(sheet.name) && question->second == cell.ref
                                  : fold(shown).find(wanted) != std::string::npos;
      if (!asked) continue;
      std::vector<TextOrigin> known = origins.of_cell(sheet.name, cell.ref, shown);
      if (known.empty()) known.push_back({sheet.name + " › " + cell.ref.text(), shown, {}, own_template});
      for (TextOrigin& one : known) found.push_back(std::move(one));
    }
  }
  return found;
}

}  // namespace

OriginAnswer origin_of(const NamedFile& document, const NamedFile& protocol, const std::string& text) {
  const sml::Workbook written = sml::Workbook::read(opc::Package::open(protocol.name, protocol.bytes));
  OriginAnswer answer;
  answer.changed = !holds_text(written, sha256(document.bytes));
  answer.of_document = !answer.changed || holds_text(written, document.name);
  if (!answer.of_document) return answer;
  const bool report = to_lower(document.name).ends_with(".docx");
  const Origins origins(written, report ? "Rapport" : "Aktivitetsplan");
  if (report)
    answer.found = origins.of_text(text);
  else
    answer.found = of_plan(origins, sml::Workbook::read(opc::Package::open(document.name, document.bytes)),
                           text, template_of(written, document.name));
  if (answer.found.empty()) answer.nearest = origins.nearest(text);
  return answer;
}

}  // namespace lg::app
