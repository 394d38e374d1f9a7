#include "app/plan_origin.hpp"

#include "app/protocol_lines.hpp"
#include "base/text.hpp"
#include "intake/cell_reader.hpp"
#include "sml/cell_ref.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace lg::app {
namespace {

struct CellQuestion {
  std::string sheet;
  sml::CellRef cell;
};

/// "Aktivitetsplan!C7", also with the sheet in apostrophes, as Excel writes it.
std::optional<CellQuestion> cell_question(const std::string& text) {
  const std::size_t mark = text.rfind('!');
  if (mark == std::string::npos) return {};
  std::string sheet(trim(text.substr(0, mark)));
  if (sheet.size() > 2 && sheet.front() == '\'' && sheet.back() == '\'')
    sheet = sheet.substr(1, sheet.size() - 2);
  const auto cell = sml::CellRef::parse(to_upper_first(std::string(trim(text.substr(mark + 1)))));
  if (!cell) return {};
  return CellQuestion{std::move(sheet), *cell};
}

/// The text with every run of blanks as one: programs end their lines differently.
std::string even(const std::string& text) {
  std::string result;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank)
      result += c;
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
  }
  return std::string(trim(result));
}

/// A cell of the plan as it was written.
struct Known {
  std::string text;
  bool formula = false;
  std::string reads;
  std::vector<std::string> cells;  // as an answer names them
};

using KnownRow = std::map<int, Known>;       // by column
using KnownSheet = std::map<int, KnownRow>;  // by row

/// A row of the plan as it is now: its texts by column.
using Texts = std::map<int, std::string>;

Texts texts_of(const sml::Worksheet& sheet, int row) {
  Texts texts;
  for (const sml::Cell& cell : sheet.row(row)) {
    if (std::string text = even(intake::cell_text(cell)); !text.empty())
      texts.emplace(cell.ref.column, std::move(text));
  }
  return texts;
}

/// Where a cell stood when the plan was written.
struct Place {
  const Known* cell = nullptr;  // null: it was empty, and nothing was filled in
  bool found = false;           // its row and column are known
};

/// One sheet of the plan beside what the protocol knows of it.
class SheetPlaces {
 public:
  SheetPlaces(const sml::Worksheet& now, const KnownSheet& then, bool changed)
      : now_(now), then_(then), changed_(changed) {}

  [[nodiscard]] Place find(sml::CellRef at) const {
    if (!changed_) return at_place(at.row, at.column);
    for (const auto& [name, range] : now_.tables) {
      if (range.contains(at)) return in_table(range, at);
    }
    return outside(at);
  }

 private:
  [[nodiscard]] Place at_place(int row, int column) const {
    const auto line = then_.find(row);
    if (line == then_.end()) return {nullptr, true};
    const auto cell = line->second.find(column);
    return {cell == line->second.end() ? nullptr : &cell->second, true};
  }

  /// How many of the texts stand in the row in the columns that they stand in now.
  static int alike(const Texts& texts, const KnownRow& row) {
    return static_cast<int>(std::ranges::count_if(texts, [&](const auto& one) {
      const auto cell = row.find(one.first);
      return cell != row.end() && even(cell->second.text) == one.second;
    }));
  }

  /// The row of the protocol whose texts are the headings of a table.
  [[nodiscard]] int heading_row(const Texts& headings) const {
    int best = 0;
    int most = 0;
    for (const auto& [number, row] : then_) {
      int same = 0;
      for (const auto& [column, text] : headings) same += column_of(row, text) > 0 ? 1 : 0;
      if (same > most) best = number;
      most = std::max(most, same);
    }
    return 2 * most > static_cast<int>(headings.size()) ? best : 0;
  }

  /// The one column of the row with that text; 0 when there is none, or several.
  static int column_of(const KnownRow& row, const std::string& text) {
    int found = 0;
    for (const auto& [column, cell] : row) {
      if (even(cell.text) != text) continue;
      if (found != 0) return 0;
      found = column;
    }
    return found;
  }

  /// By the table's headings and the row's first cell, its ID; of several rows with that ID the one that is
  /// most alike. Half of what the row says must be as it was.
  [[nodiscard]] Place in_table(const sml::CellRange& table, sml::CellRef at) const {
    const Texts headings = texts_of(now_, table.first.row);
    const int heading = heading_row(headings);
    if (heading == 0) return {};
    const KnownRow& then = then_.at(heading);
    const auto column_then = [&](int column) {
      const auto text = headings.find(column);
      return text == headings.end() ? 0 : column_of(then, text->second);
    };
    const int column = column_then(at.column);
    if (column == 0) return {};
    if (at.row == table.first.row) return at_place(heading, column);
    Texts texts;  // by the columns that they stood in
    for (const auto& [now, text] : texts_of(now_, at.row)) {
      if (const int was = column_then(now); was > 0) texts.emplace(was, text);
    }
    const int key = column_then(table.first.column);
    if (!texts.contains(key)) return {};
    int best = 0;
    int most = 0;
    bool several = false;
    for (const auto& [number, row] : then_) {
      const auto id = row.find(key);
      if (number <= heading || id == row.end() || even(id->second.text) != texts.at(key)) continue;
      const int same = alike(texts, row);
      several = same == most && best != 0;
      if (same <= most) continue;
      best = number;
      most = same;
    }
    if (best == 0 || several || 2 * most < static_cast<int>(texts.size())) return {};
    return at_place(best, column);
  }

  /// By the row's first text, in the row where it stood or else in the only other one that begins so.
  [[nodiscard]] Place outside(sml::CellRef at) const {
    const Texts texts = texts_of(now_, at.row);
    if (texts.empty()) return {};
    const auto& [column, text] = *texts.begin();
    const auto begins = [&](const KnownRow& row) {
      const auto first =
          std::ranges::find_if(row, [](const auto& cell) { return !cell.second.text.empty(); });
      return first != row.end() && first->first == column && even(first->second.text) == text;
    };
    if (const auto same = then_.find(at.row); same != then_.end() && begins(same->second))
      return at_place(at.row, at.column);
    int found = 0;
    for (const auto& [number, row] : then_) {
      if (!begins(row)) continue;
      if (found != 0) return {};
      found = number;
    }
    return found == 0 ? Place() : at_place(found, at.column);
  }

  const sml::Worksheet& now_;
  const KnownSheet& then_;
  bool changed_;
};

using KnownPlan = std::map<std::string, KnownSheet>;  // by the sheet's folded name

/// The cells of a plan that is as it was written, by the table Ursprung: of a very large plan the protocol
/// has no more.
KnownPlan known_by_rows(const sml::Workbook& plan, const sml::Workbook& protocol) {
  const SourceNames names(protocol);
  std::map<std::string, const sml::Worksheet*> now;
  KnownPlan sheets;
  for (const sml::Worksheet& sheet : plan.sheets) {
    now.emplace(fold(sheet.name), &sheet);
    for (const sml::Cell& cell : sheet.cells) {
      if (cell.formula)
        sheets[fold(sheet.name)][cell.ref.row][cell.ref.column] = {intake::cell_text(cell), true, {}, {}};
    }
  }
  for (const std::vector<std::string>& line : protocol_lines(protocol, "Ursprung")) {
    if (line.size() < 7 || line[0] != "Aktivitetsplan") continue;
    const auto sheet = now.find(fold(line[1]));
    if (sheet == now.end()) continue;
    const std::vector<sml::CellRef> places = cells_in(line[2]);
    const std::vector<sml::CellRef> from = cells_in(line[6]);
    for (std::size_t i = 0; i < places.size(); ++i) {
      const sml::Cell* cell = sheet->second->find(places[i]);
      if (cell == nullptr || cell->formula) continue;
      Known& known = sheets[sheet->first][places[i].row][places[i].column];
      known.text = intake::cell_text(*cell);
      const bool one_each = from.size() == places.size();
      names.add(line[4], line[5], one_each ? from[i].text() : line[6], known.cells);
    }
  }
  return sheets;
}

KnownPlan known_cells(const sml::Workbook& protocol) {
  const SourceNames names(protocol);
  KnownPlan sheets;
  for (const std::vector<std::string>& line : protocol_lines(protocol, "Planceller")) {
    if (line.size() < 8) continue;
    const auto at = sml::CellRef::parse(line[1]);
    if (!at) continue;
    Known& cell = sheets[fold(line[0])][at->row][at->column];
    cell.text = line[2];
    cell.formula = line[3] == "Ja";
    cell.reads = line[4];
    names.add(line[5], line[6], line[7], cell.cells);
  }
  return sheets;
}

/// "Aktivitetsplan och Översikt" of "Aktivitetsplan › F6:F8; Översikt › B28".
std::string sheets_read(const std::string& reads) {
  std::vector<std::string> sheets;
  for (const std::string& part : split(reads, ';')) sheets.push_back(part.substr(0, part.find(" › ")));
  return join(sheets, "och");
}

TextOrigin origin_of_cell(const sml::Worksheet& sheet, sml::CellRef at, const Place& place,
                          const std::string& own_template, bool changed) {
  using Kind = TextOrigin::Kind;
  TextOrigin origin;
  origin.place = sheet.name + " › " + at.text();
  const sml::Cell* cell = sheet.find(at);
  if (cell != nullptr) origin.text = intake::cell_text(*cell);
  if (!place.found) {
    origin.kind = Kind::unknown;
    return origin;
  }
  static const Known empty;
  const Known& then = place.cell == nullptr ? empty : *place.cell;
  const bool formula = cell != nullptr && cell->formula;
  const bool same = then.formula ? formula : even(then.text) == even(origin.text) && !formula;
  origin.cells = then.cells;
  origin.kind = !same ? Kind::changed : then.formula ? Kind::counted : Kind::made;
  if (!same) origin.before = then.text;
  // In a plan that was sorted since, the rows that it counted stand elsewhere.
  if (then.formula) origin.reads = changed ? sheets_read(then.reads) : then.reads;
  if (then.formula && !origin.text.empty() && even(then.text) != even(origin.text)) origin.before = then.text;
  if (origin.kind == Kind::made && origin.cells.empty()) origin.own_template = own_template;
  return origin;
}

}  // namespace

void ask_plan(const sml::Workbook& plan, const sml::Workbook& protocol, const std::string& own_template,
              const std::string& question, OriginAnswer& answer) {
  KnownPlan known = known_cells(protocol);
  const bool by_rows = known.empty() && !answer.changed;
  if (by_rows) known = known_by_rows(plan, protocol);
  static const KnownSheet none;
  const auto asked = cell_question(question);
  const std::string wanted = fold(question);
  bool has_sheet = false;
  for (const sml::Worksheet& sheet : plan.sheets) {
    if (sheet.visibility == sml::Visibility::visible) answer.sheets.push_back(sheet.name);
    const auto then = known.find(fold(sheet.name));
    const SheetPlaces places(sheet, then == known.end() ? none : then->second, answer.changed);
    const auto add = [&](sml::CellRef at) {
      answer.found.push_back(origin_of_cell(sheet, at, places.find(at), own_template, answer.changed));
    };
    if (asked) {
      if (fold(asked->sheet) != fold(sheet.name)) continue;
      has_sheet = true;
      add(asked->cell);
      continue;
    }
    for (const sml::Cell& cell : sheet.cells) {
      if (fold(intake::cell_text(cell)).find(wanted) != std::string::npos) add(cell.ref);
    }
  }
  if (asked && !has_sheet) answer.no_sheet = asked->sheet;
}

}  // namespace lg::app
