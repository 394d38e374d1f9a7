#include "intake/foreign_header.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace lg::intake {
namespace {

constexpr std::size_t rows_searched = 40;
constexpr std::size_t longest_heading = 80;

std::string one_line(std::string text) {
  while (!text.empty() && (text.back() == '*' || text.back() == ' ' || text.back() == ':')) text.pop_back();
  std::ranges::replace(text, '\n', ' ');
  return std::string(trim(text));
}

std::optional<HeadingGuess> guess_one(const Form& form, const ForeignColumn& column, const HeadingMap& map,
                                      bool& left_out) {
  auto found = map.find(fold(one_of_many(column)));
  if (found == map.end()) found = map.find(fold(column.text));
  if (found == map.end()) return guess_heading(form, column.text, column.above);
  if (is_not_read(found->second)) {
    left_out = true;
    return {};
  }
  auto guess = guess_heading(form, found->second);
  if (guess) guess->sureness = Sureness::mapped;
  return guess;
}

/// How many different columns of ours the headings are, those of a risk and of a control together.
int count_known(const std::vector<ForeignColumn>& columns) {
  std::set<std::pair<int, int>> known;
  for (const ForeignColumn& column : columns) {
    const bool event = column.event && column.event->sureness < Sureness::ask;
    const bool control = column.control && column.control->sureness < Sureness::ask;
    if (event) {
      known.emplace(0, column.event->column);
    } else if (control) {
      known.emplace(1, column.control->column);
    }
  }
  return static_cast<int>(known.size());
}

std::vector<ForeignColumn> columns_of(const ForeignGrid::GridRow& row, const ForeignMap& map) {
  std::vector<ForeignColumn> columns;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (length(row.texts[i]) > longest_heading) return {};
    ForeignColumn column{row.cells[i]->ref, one_line(row.texts[i]), "", {}, {}, false};
    guess_both(column, map);
    columns.push_back(std::move(column));
  }
  return columns;
}

/// A heading of the upper row lies over several headings of the lower.
bool lies_over(const ForeignGrid& grid, const ForeignGrid::GridRow& upper,
               const ForeignGrid::GridRow& lower) {
  if (lower.number != upper.number + 1) return false;
  // A title alone in its row heads the whole table, unless it stands to the right of where the table begins.
  if (upper.cells.size() == 1 && upper.cells.front()->ref.column <= lower.cells.front()->ref.column)
    return false;
  for (std::size_t i = 0; i < upper.cells.size(); ++i) {
    const int first = upper.cells[i]->ref.column;
    const int next = i + 1 < upper.cells.size() ? upper.cells[i + 1]->ref.column : first + 12;
    const int end = std::max(first + grid.width(*upper.cells[i]), next);
    const auto below = std::ranges::count_if(lower.cells, [&](const sml::Cell* cell) {
      return cell->ref.column >= first && cell->ref.column < end;
    });
    if (below >= 2) return true;
  }
  return false;
}

/// The headings of two rows as one row of columns.
std::vector<ForeignColumn> joined(const ForeignGrid& grid, const ForeignGrid::GridRow& upper,
                                  const ForeignGrid::GridRow& lower, const ForeignMap& map) {
  std::vector<ForeignColumn> columns;
  const auto add = [&](sml::CellRef ref, const std::string& text, std::string above) {
    ForeignColumn column{ref, one_line(text), std::move(above), {}, {}, false};
    guess_both(column, map);
    columns.push_back(std::move(column));
  };
  for (std::size_t i = 0; i < upper.cells.size(); ++i) {
    const int first = upper.cells[i]->ref.column;
    const int next = i + 1 < upper.cells.size() ? upper.cells[i + 1]->ref.column : first + 1000;
    bool any = false;
    for (std::size_t j = 0; j < lower.cells.size(); ++j) {
      const int column = lower.cells[j]->ref.column;
      if (column < first || column >= next) continue;
      const bool within =
          column == first || column < first + grid.width(*upper.cells[i]) || grid.width(*upper.cells[i]) == 1;
      add(lower.cells[j]->ref, lower.texts[j], within ? one_line(upper.texts[i]) : "");
      any = true;
    }
    if (!any) add(upper.cells[i]->ref, upper.texts[i], "");
  }
  const int leftmost = upper.cells.empty() ? 0 : upper.cells.front()->ref.column;
  for (std::size_t j = 0; j < lower.cells.size(); ++j) {
    if (lower.cells[j]->ref.column < leftmost) add(lower.cells[j]->ref, lower.texts[j], "");
  }
  std::ranges::sort(columns, {}, [](const ForeignColumn& column) { return column.ref.column; });
  return columns;
}

}  // namespace

std::string one_of_many(const ForeignColumn& column) {
  return column.text + " (kolumn " + sml::column_letters(column.ref.column) + ")";
}

void guess_both(ForeignColumn& column, const ForeignMap& map) {
  bool no_event = false;
  bool no_control = false;
  column.event = guess_one(*find_form("VoR"), column, map.events, no_event);
  column.control = guess_one(*find_form("IKP"), column, map.controls, no_control);
  const bool mapped_event = column.event && column.event->sureness == Sureness::mapped;
  const bool mapped_control = column.control && column.control->sureness == Sureness::mapped;
  // What is said of one form is not guessed of the other.
  if (mapped_event && !mapped_control) column.control.reset();
  if (mapped_control && !mapped_event) column.event.reset();
  column.left_out = (no_event || no_control) && !mapped_event && !mapped_control;
}

std::optional<ForeignHeader> find_foreign_header(const ForeignGrid& grid, const ForeignMap& map) {
  std::optional<ForeignHeader> best;
  int most = 2;
  const auto& rows = grid.rows();
  for (std::size_t i = 0; i < rows.size() && i < rows_searched; ++i) {
    std::vector<ForeignColumn> one = columns_of(rows[i], map);
    const int known = count_known(one);
    if (known > most) {
      most = known;
      best = ForeignHeader{rows[i].number, rows[i].number, std::move(one)};
    }
    if (i + 1 >= rows.size() || !lies_over(grid, rows[i], rows[i + 1])) continue;
    const std::vector<ForeignColumn> lower = columns_of(rows[i + 1], map);
    if (columns_of(rows[i], map).empty() || lower.empty()) continue;
    std::vector<ForeignColumn> two = joined(grid, rows[i], rows[i + 1], map);
    const int both = count_known(two);
    if (both > most && both > count_known(lower)) {
      most = both;
      best = ForeignHeader{rows[i].number, rows[i + 1].number, std::move(two)};
    }
  }
  if (!best) return best;
  for (ForeignColumn& column : best->columns) column.hidden = grid.is_hidden_column(column.ref.column);
  return best;
}

}  // namespace lg::intake
