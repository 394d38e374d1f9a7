#include "calc/table_reference.hpp"

#include "base/text.hpp"

#include <vector>

namespace lg::calc {
namespace {

/// A heading with its escapes undone: "'" takes the next character as it is (18.17.6.3).
std::string plain(std::string_view heading) {
  std::string text;
  for (std::size_t i = 0; i < heading.size(); ++i) {
    if (heading[i] == '\'' && i + 1 < heading.size()) ++i;
    text += heading[i];
  }
  return text;
}

bool set_rows(TableCells& cells, std::string_view item) {
  using Rows = TableCells::Rows;
  const std::string name = to_lower(item);
  if (name == "#data")
    cells.rows = Rows::data;
  else if (name == "#headers")
    cells.rows = Rows::headers;
  else if (name == "#totals")
    cells.rows = Rows::totals;
  else if (name == "#all")
    cells.rows = Rows::all;
  else if (name == "#this row")
    cells.rows = Rows::this_row;
  else
    return false;
  return true;
}

/// The parts of "[#Totals],[Timmar]" or "[Start]:[Slut]", and the signs between them.
struct Items {
  std::vector<std::string_view> items;
  std::string signs;
};

std::optional<Items> items_of(std::string_view text) {
  Items found;
  while (true) {
    while (text.starts_with(" ")) text.remove_prefix(1);
    const std::size_t size = brackets_size(text);
    if (size == 0) return {};
    found.items.push_back(text.substr(1, size - 2));
    text.remove_prefix(size);
    while (text.starts_with(" ")) text.remove_prefix(1);
    if (text.empty()) return found;
    if (text[0] != ',' && text[0] != ':') return {};
    found.signs += text[0];
    text.remove_prefix(1);
  }
}

}  // namespace

std::size_t brackets_size(std::string_view text) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\'')
      ++i;
    else if (text[i] == '[')
      ++depth;
    else if (text[i] == ']' && --depth == 0)
      return i + 1;
    if (depth == 0) return 0;
  }
  return 0;
}

std::optional<TableCells> read_table_reference(const std::string& table, std::string_view brackets) {
  if (brackets.size() < 2) return {};
  std::string_view inner = brackets.substr(1, brackets.size() - 2);
  TableCells cells;
  cells.table = table;
  if (inner.starts_with("@")) {
    cells.rows = TableCells::Rows::this_row;
    inner.remove_prefix(1);
  }
  if (inner.empty()) return cells;
  if (inner[0] == '#') return set_rows(cells, inner) ? std::optional(cells) : std::nullopt;
  if (inner[0] != '[') {
    cells.first = cells.last = plain(inner);
    return cells;
  }
  const auto items = items_of(inner);
  if (!items) return {};
  bool range = false;
  for (std::size_t i = 0; i < items->items.size(); ++i) {
    const std::string_view item = items->items[i];
    if (i > 0) range = items->signs[i - 1] == ':';
    if (item.starts_with("#")) {
      if (range || !cells.first.empty() || !set_rows(cells, item)) return {};
    } else if (cells.first.empty()) {
      cells.first = cells.last = plain(item);
    } else if (range) {
      cells.last = plain(item);
    } else {
      return {};
    }
  }
  return cells;
}

}  // namespace lg::calc
