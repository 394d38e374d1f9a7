#include "sml/cell_ref.hpp"

#include "base/value.hpp"

#include <algorithm>

namespace lg::sml {

std::optional<CellRef> CellRef::parse(std::string_view a1) {
  CellRef ref{0, 0};
  std::size_t i = 0;
  if (i < a1.size() && a1[i] == '$') ++i;
  for (; i < a1.size(); ++i) {
    const char c = a1[i];
    const bool upper = c >= 'A' && c <= 'Z';
    const bool lower = c >= 'a' && c <= 'z';
    if (!upper && !lower) break;
    ref.column = ref.column * 26 + (c - (upper ? 'A' : 'a')) + 1;
    if (ref.column > max_columns) return {};
  }
  if (i < a1.size() && a1[i] == '$') ++i;
  const std::size_t digits = i;
  for (; i < a1.size() && a1[i] >= '0' && a1[i] <= '9'; ++i) {
    ref.row = ref.row * 10 + (a1[i] - '0');
    if (ref.row > max_rows) return {};
  }
  if (i != a1.size() || i == digits || ref.column == 0 || ref.row == 0) return {};
  return ref;
}

std::string CellRef::text() const {
  return cell_name(row, column);
}

std::optional<CellRange> CellRange::parse(std::string_view a1) {
  const std::size_t colon = a1.find(':');
  const auto first = CellRef::parse(a1.substr(0, colon));
  if (!first) return {};
  if (colon == std::string_view::npos) return CellRange{*first, *first};
  const auto last = CellRef::parse(a1.substr(colon + 1));
  if (!last) return {};
  return CellRange{{std::min(first->row, last->row), std::min(first->column, last->column)},
                   {std::max(first->row, last->row), std::max(first->column, last->column)}};
}

std::string CellRange::text() const {
  return first == last ? first.text() : first.text() + ":" + last.text();
}

bool CellRange::contains(CellRef ref) const {
  return ref.row >= first.row && ref.row <= last.row && ref.column >= first.column &&
         ref.column <= last.column;
}

std::string column_letters(int column) {
  std::string name = cell_name(1, column);
  name.pop_back();
  return name;
}

}  // namespace lg::sml
