#include "intake/table_reader.hpp"

#include "base/text.hpp"
#include "intake/cell_reader.hpp"
#include "intake/hidden_rows.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace lg::intake {
namespace {

/// Where the cells of one column of the sheet go.
struct Slot {
  std::size_t position = 0;            // in the row's values
  const CellReader* reader = nullptr;  // null: a column of the sheet's own
};

class TableReader {
 public:
  TableReader(const sml::Worksheet& sheet, const Form& form, const HeaderRow& header,
              const SheetOrigin& origin, Problems& problems)
      : sheet_(sheet), form_(form), header_(header), origin_(origin), problems_(problems) {
    readers_.reserve(header.headings.size());
    for (const Heading& heading : header.headings) add_column(heading);
    without_heading_.insert(header.dropped.begin(), header.dropped.end());  // told already
  }

  SheetTable read() {
    table_.origin = &origin_;
    table_.header_row = header_.row;
    const std::span<const sml::Cell> cells(sheet_.cells);
    const auto first =
        std::ranges::find_if(cells, [this](const sml::Cell& c) { return c.ref.row > header_.row; });
    for (auto i = static_cast<std::size_t>(first - cells.begin()); i < cells.size();) {
      std::size_t end = i;
      while (end < cells.size() && cells[end].ref.row == cells[i].ref.row) ++end;
      add_row(cells.subspan(i, end - i));
      i = end;
    }
    tell_hidden();
    tell_merged();
    return std::move(table_);
  }

 private:
  void add_column(const Heading& heading) {
    const auto column = static_cast<std::size_t>(heading.column);
    if (slots_.size() <= column) slots_.resize(column + 1);
    known_.insert(heading.column);
    if (heading.declared >= 0) {
      const auto position = static_cast<std::size_t>(heading.declared);
      readers_.emplace_back(form_.columns[position], heading.text);
      slots_[column] = {position, &readers_.back()};
    } else {
      slots_[column] = {form_.columns.size() + table_.own.size(), nullptr};
      table_.own.push_back(heading.name);
    }
  }

  /// A row that holds something: more than blanks and formulas that found nothing to count.
  [[nodiscard]] bool has_content(std::span<const sml::Cell> cells) const {
    return std::ranges::any_of(cells, [this](const sml::Cell& cell) {
      if (is_empty(cell) || !known_.contains(cell.ref.column)) return false;
      if (!cell.formula) return true;
      const auto* number = std::get_if<double>(&cell.value);
      const bool nothing =
          (number != nullptr && *number == 0) || std::holds_alternative<sml::CellError>(cell.value);
      return !nothing;
    });
  }

  void add_row(std::span<const sml::Cell> cells) {
    for (const sml::Cell& cell : cells) {
      if (!is_empty(cell) && !known_.contains(cell.ref.column)) tell_no_heading(cell);
    }
    if (!has_content(cells)) return;
    SheetRow row;
    row.number = cells.front().ref.row;
    row.values.resize(form_.columns.size() + table_.own.size());
    std::size_t next = 0;
    for (const int column : known_) {
      while (next < cells.size() && cells[next].ref.column < column) ++next;
      const bool found = next < cells.size() && cells[next].ref.column == column;
      read_cell(found ? &cells[next] : nullptr, column, row);
    }
    add_absent(row);
    table_.rows.push_back(std::move(row));
  }

  /// `cell` is null where the sheet holds nothing.
  void read_cell(const sml::Cell* cell, int column, SheetRow& row) const {
    const Slot& slot = slots_[static_cast<std::size_t>(column)];
    const Source source{&origin_, row.number, column};
    Value& value = row.values[slot.position];
    if (slot.reader == nullptr) {
      value = cell == nullptr ? Value::blank(source) : read_own(*cell, source, row.problems);
    } else if (cell == nullptr) {
      value = slot.reader->blank(source, row.problems);
    } else {
      value = slot.reader->read(*cell, source, row.problems);
    }
  }

  /// Columns that the sheet has not: what a blank cell counts as, from no cell.
  void add_absent(SheetRow& row) const {
    for (std::size_t i = 0; i < form_.columns.size(); ++i) {
      const Column& column = form_.columns[i];
      if (row.values[i].source() || column.computed) continue;
      if (column.need != Need::optional) {
        row.values[i] = Value::hole({&origin_, row.number, 0});
      } else if (!column.fallback.empty()) {
        row.values[i] = column.kind == Kind::yes_no ? Value::flag(column.fallback == "Ja")
                                                    : Value::text(std::string(column.fallback));
      }
    }
  }

  void tell_no_heading(const sml::Cell& cell) {
    if (!without_heading_.insert(cell.ref.column).second) return;
    problems_.add({Severity::note,
                   "BLAN-020",
                   Source{&origin_, cell.ref.row, cell.ref.column}.location(),
                   "Kolumn " + sml::column_letters(cell.ref.column) +
                       " har ingen rubrik, så det som står i den läses inte.",
                   "Skriv en rubrik över kolumnen om den ska läsas.",
                   {}});
  }

  void tell_hidden() {
    std::vector<int> hidden;
    for (const SheetRow& row : table_.rows) {
      if (sheet_.is_hidden_row(row.number)) hidden.push_back(row.number);
    }
    tell_hidden_rows(hidden, {origin_.file, origin_.sheet, "", ""}, problems_);
  }

  void tell_merged() {
    for (const sml::CellRange& merge : sheet_.merges) {
      if (merge.first == merge.last || merge.first.row <= header_.row) continue;
      const sml::Cell* cell = sheet_.find(merge.first);
      if (cell == nullptr || is_empty(*cell) || !known_.contains(merge.first.column)) continue;
      problems_.add({Severity::warning,
                     "BLAN-015",
                     Source{&origin_, merge.first.row, merge.first.column}.location(),
                     "Cellerna " + merge.text() + " är sammanfogade, så värdet läses bara i den första.",
                     "Dela cellerna och fyll i värdet i varje cell.",
                     {}});
    }
  }

  const sml::Worksheet& sheet_;
  const Form& form_;
  const HeaderRow& header_;
  const SheetOrigin& origin_;
  Problems& problems_;
  SheetTable table_;
  std::vector<CellReader> readers_;  // never grows past what is reserved: slots point into it
  std::vector<Slot> slots_;          // by the sheet's column
  std::set<int> known_;              // the sheet's columns that are read
  std::set<int> without_heading_;    // columns not read that have been told of
};

}  // namespace

SheetTable read_table(const sml::Worksheet& sheet, const Form& form, const HeadingMap& map,
                      SheetOrigin& origin, Problems& problems) {
  const bool blank = std::ranges::all_of(sheet.cells, is_empty);
  if (blank) return {&origin, 0, {}, {}};
  const HeaderRow header = read_header_row(sheet, form, map, origin, problems);
  if (header.row == 0) return {&origin, 0, {}, {}};
  return TableReader(sheet, form, header, origin, problems).read();
}

}  // namespace lg::intake
