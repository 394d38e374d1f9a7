#include "sml/chart_data.hpp"

#include "base/text.hpp"
#include "opc/xml.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace lg::sml {
namespace {

using opc::child;
using opc::local_name;

constexpr const char* lay_out_remedy =
    "Högerklicka på diagrammet, välj Redigera data, och låt kategorierna stå i en kolumn och varje serie i "
    "en "
    "egen kolumn bredvid.";

template <class Visit>
void for_each_element(pugi::xml_node node, const Visit& visit) {
  for (const pugi::xml_node inner : node.children()) {
    if (inner.type() != pugi::node_element) continue;
    visit(inner);
    for_each_element(inner, visit);
  }
}

pugi::xml_node first_child(pugi::xml_node node, std::initializer_list<std::string_view> names) {
  return node.find_child(
      [&](pugi::xml_node n) { return std::ranges::find(names, local_name(n)) != names.end(); });
}

pugi::xml_node categories_of(pugi::xml_node series) {
  return first_child(series, {"cat", "xVal"});
}
pugi::xml_node values_of(pugi::xml_node series) {
  return first_child(series, {"val", "yVal"});
}
pugi::xml_node reference_in(pugi::xml_node holder) {
  return first_child(holder, {"strRef", "numRef", "multiLvlStrRef"});
}
pugi::xml_node cache_of(pugi::xml_node reference) {
  return first_child(reference, {"strCache", "numCache", "multiLvlStrCache"});
}

std::string name_of(pugi::xml_node series) {
  const pugi::xml_node tx = child(series, "tx");
  if (const pugi::xml_node plain = child(tx, "v")) return plain.child_value();
  const pugi::xml_node point = child(cache_of(child(tx, "strRef")), "pt");
  return child(point, "v").child_value();
}

/// Takes the columns that one formula names; false when they do not fit beside those known so far.
bool take_columns(pugi::xml_node reference, ChartLayout& layout, std::vector<int>& columns) {
  const std::string formula = child(reference, "f").child_value();
  const std::vector<ChartRange> ranges = chart_ranges(formula);
  const std::size_t mark = formula.rfind('!');
  if (ranges.size() != 1 || mark == std::string::npos || formula.find('(') == 0) return false;
  const CellRange& cells = ranges.front().cells;
  const bool first = layout.sheet.empty();
  if (first) {
    layout.sheet = ranges.front().sheet;
    layout.qualifier = formula.substr(0, mark + 1);
    layout.rows = {cells.first.row, cells.last.row};
  }
  for (int column = cells.first.column; column <= cells.last.column; ++column) columns.push_back(column);
  return layout.sheet == ranges.front().sheet && layout.rows.first == cells.first.row &&
         layout.rows.last == cells.last.row;
}

/// A kind of chart, or something in it, that a list cannot be put into.
std::string foreign_part(pugi::xml_node chart) {
  std::string found;
  for_each_element(chart, [&](pugi::xml_node node) {
    const std::string_view name = local_name(node);
    if (name == "bubbleChart") found = "är ett bubbeldiagram, som inte kan fyllas från en lista";
    if (name == "pivotSource") found = "bygger på en pivottabell och kan inte fyllas från en lista";
    if (name == "sqref" || name.starts_with("filtered"))
      found = "har dolda serier eller kategorier och kan inte fyllas från en lista";
    if (name == "plus" || name == "minus" || name == "datalabelsRange")
      found = "har felstaplar eller etiketter ur egna celler och kan inte fyllas från en lista";
  });
  return found;
}

bool lay_out_series(pugi::xml_node series, ChartLayout& layout) {
  std::vector<int> categories;
  std::vector<int> values;
  const pugi::xml_node reference = reference_in(values_of(series));
  if (!take_columns(reference_in(categories_of(series)), layout, categories)) return false;
  if (!take_columns(reference, layout, values) || values.size() != 1) return false;
  if (layout.categories.empty()) layout.categories = categories;
  layout.values.push_back(values.front());
  layout.names.push_back(name_of(series));
  layout.number_formats.emplace_back(child(cache_of(reference), "formatCode").child_value());
  return layout.categories == categories;
}

/// "Sheet1!$A$2:$A$6" of the columns, for that many rows.
std::string formula_of(const ChartLayout& layout, int first_column, int last_column, std::size_t rows) {
  const int last_row = layout.rows.first + static_cast<int>(rows) - 1;
  const auto corner = [](int column, int row) {
    return "$" + column_letters(column) + "$" + std::to_string(row);
  };
  std::string text = layout.qualifier + corner(first_column, layout.rows.first);
  if (last_row > layout.rows.first || last_column > first_column) text += ":" + corner(last_column, last_row);
  return text;
}

void rename(pugi::xml_node node, const char* name) {
  const std::string_view old = node.name();
  node.set_name((std::string(old.substr(0, old.find(':') + 1)) + name).c_str());
}

/// Categories of numbers (years) that have become words.
void make_words(pugi::xml_node holder) {
  pugi::xml_node reference = child(holder, "numRef");
  if (!reference) return;
  pugi::xml_node cache = child(reference, "numCache");
  rename(reference, "strRef");
  if (!cache) return;
  cache.remove_child(child(cache, "formatCode"));
  rename(cache, "strCache");
}

void remove_points_behind(pugi::xml_node parent, std::size_t rows) {
  for (pugi::xml_node point = parent.first_child(); point;) {
    const pugi::xml_node next = point.next_sibling();
    const std::string_view name = local_name(point);
    const bool own = name == "dPt" || name == "dLbl";
    if (own && child(point, "idx").attribute("val").as_uint() >= rows) {
      parent.remove_child(point);
    } else if (name == "dLbls") {
      remove_points_behind(point, rows);
    }
    point = next;
  }
}

/// The cells of one column of what a chart keeps.
std::vector<ShownCell> kept_cells(pugi::xml_node points, std::size_t count, bool numbers) {
  std::vector<ShownCell> cells(count);
  for (const pugi::xml_node point : points.children()) {
    const std::size_t place = point.attribute("idx").as_uint();
    if (local_name(point) == "pt" && place < count) cells[place] = {child(point, "v").child_value(), numbers};
  }
  return cells;
}

/// An axis that begins at a fixed value would hide the values below it: it begins where the values do.
void free_axes_below(pugi::xml_node chart, double least) {
  for_each_element(child(child(chart, "chart"), "plotArea"), [least](pugi::xml_node node) {
    if (local_name(node) != "valAx") return;
    pugi::xml_node scaling = child(node, "scaling");
    const pugi::xml_node begin = child(scaling, "min");
    if (begin && begin.attribute("val").as_double() > least) scaling.remove_child(begin);
  });
}

/// The least of the values; nothing without any.
std::optional<double> least_of(const ChartTable& table) {
  std::optional<double> least;
  for (const std::vector<ShownCell>& column : table.values) {
    for (const ShownCell& cell : column) {
      const auto number = cell.number ? parse_number(cell.text) : std::nullopt;
      if (number) least = std::min(least.value_or(*number), *number);
    }
  }
  return least;
}

}  // namespace

std::vector<pugi::xml_node> chart_series(pugi::xml_node chart) {
  std::vector<std::pair<unsigned, pugi::xml_node>> found;
  for_each_element(child(child(chart, "chart"), "plotArea"), [&](pugi::xml_node node) {
    if (local_name(node) == "ser") found.emplace_back(child(node, "order").attribute("val").as_uint(), node);
  });
  std::ranges::stable_sort(found, {}, &std::pair<unsigned, pugi::xml_node>::first);
  std::vector<pugi::xml_node> series;
  for (const auto& [order, node] : found) series.push_back(node);
  return series;
}

ChartLayout read_chart_layout(pugi::xml_node chart) {
  ChartLayout layout;
  const std::vector<pugi::xml_node> series = chart_series(chart);
  layout.fault = foreign_part(chart);
  if (!layout.fault.empty()) {
    layout.remedy = "Välj ett enkelt stapel-, linje- eller cirkeldiagram, utan filter.";
    return layout;
  }
  const bool fits = !series.empty() && std::ranges::all_of(series, [&](pugi::xml_node one) {
    return lay_out_series(one, layout);
  });
  std::set<int> columns(layout.values.begin(), layout.values.end());
  columns.insert(layout.categories.begin(), layout.categories.end());
  if (!fits || columns.size() != layout.values.size() + layout.categories.size()) {
    layout.fault = "har inte sina data i kolumner bredvid varandra";
    layout.remedy = lay_out_remedy;
  }
  return layout;
}

ChartTable with_a_row(ChartTable table) {
  if (table.rows() > 0) return table;
  for (auto* columns : {&table.categories, &table.values}) {
    for (std::vector<ShownCell>& column : *columns) column.emplace_back();
  }
  return table;
}

void write_chart_data(pugi::xml_node chart, const ChartLayout& layout, const ChartTable& table) {
  const ChartTable whole = with_a_row(table);
  std::map<int, const std::vector<ShownCell>*> columns;
  for (std::size_t i = 0; i < layout.categories.size(); ++i)
    columns[layout.categories[i]] = &whole.categories[i];
  for (std::size_t i = 0; i < layout.values.size(); ++i) columns[layout.values[i]] = &whole.values[i];
  const bool words = std::ranges::any_of(
      whole.categories.back(), [](const ShownCell& cell) { return !cell.number && !cell.text.empty(); });
  const std::vector<pugi::xml_node> all = chart_series(chart);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const pugi::xml_node categories = categories_of(all[i]);
    if (words) make_words(categories);
    child(reference_in(categories), "f").text() =
        formula_of(layout, layout.categories.front(), layout.categories.back(), whole.rows()).c_str();
    child(reference_in(values_of(all[i])), "f").text() =
        formula_of(layout, layout.values[i], layout.values[i], whole.rows()).c_str();
    remove_points_behind(all[i], whole.rows());
  }
  if (const auto least = least_of(whole)) free_axes_below(chart, *least);
  (void)refresh_caches(chart, [&](const ChartRange& range) -> std::optional<std::vector<ShownCell>> {
    const CellRange& cells = range.cells;
    if (cells.first.row != layout.rows.first || !columns.contains(cells.first.column)) return {};
    std::vector<ShownCell> shown;
    for (std::size_t row = 0; row < whole.rows(); ++row) {
      for (int column = cells.first.column; column <= cells.last.column; ++column)
        shown.push_back((*columns.at(column))[row]);
    }
    return shown;
  });
}

KeptChart kept_chart_data(pugi::xml_node chart) {
  KeptChart kept;
  for (const pugi::xml_node series : chart_series(chart)) {
    const pugi::xml_node values = cache_of(reference_in(values_of(series)));
    const std::size_t count = child(values, "ptCount").attribute("val").as_uint();
    kept.table.values.push_back(kept_cells(values, count, true));
    kept.names.push_back(name_of(series));
    kept.number_formats.emplace_back(child(values, "formatCode").child_value());
    if (!kept.table.categories.empty()) continue;
    const pugi::xml_node categories = cache_of(reference_in(categories_of(series)));
    const bool levels = local_name(categories) == "multiLvlStrCache";
    kept.table.categories.push_back(kept_cells(levels ? child(categories, "lvl") : categories, count,
                                               local_name(categories) == "numCache"));
  }
  for (std::vector<ShownCell>& column : kept.table.values) column.resize(kept.table.rows());
  return kept;
}

bool KeptChart::only_categories() const {
  const auto blank = [](const ShownCell& cell) { return cell.text.empty(); };
  const auto all_blank = [&](const std::vector<ShownCell>& column) {
    return std::ranges::all_of(column, blank);
  };
  return std::ranges::all_of(table.values, all_blank) && !std::ranges::all_of(table.categories, all_blank);
}

}  // namespace lg::sml
