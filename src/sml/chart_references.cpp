#include "sml/chart_references.hpp"

#include "opc/xml.hpp"
#include "sml/cell_text.hpp"
#include "sml/element_names.hpp"

#include <algorithm>
#include <string>

namespace lg::sml {
namespace {

using opc::local_name;

template <class Visit>
void for_each_named(pugi::xml_node node, std::string_view name, const Visit& visit) {
  for (pugi::xml_node child : node.children()) {
    if (local_name(child) == name) visit(child);
    for_each_named(child, name, visit);
  }
}

void append_points(pugi::xml_node parent, const std::vector<ShownCell>& cells, std::size_t offset,
                   std::size_t step, bool numbers) {
  const std::size_t count = (cells.size() + step - 1) / step;
  pugi::xml_node total = parent.append_child(prefixed(parent, "ptCount").c_str());
  total.append_attribute("val") = count;
  for (std::size_t i = 0; i < count; ++i) {
    const ShownCell& cell = cells[i * step + offset];
    if (cell.text.empty() || (numbers && !cell.number)) continue;
    pugi::xml_node point = parent.append_child(prefixed(parent, "pt").c_str());
    point.append_attribute("idx") = i;
    point.append_child(prefixed(parent, "v").c_str()).text() = escaped_text(cell.text).c_str();
  }
}

/// Removes the points and leaves what else the cache holds (c:formatCode) in front of them.
void remove_points(pugi::xml_node cache) {
  for (pugi::xml_node child = cache.first_child(); child;) {
    const pugi::xml_node next = child.next_sibling();
    const std::string_view name = local_name(child);
    if (name == "ptCount" || name == "pt" || name == "lvl") cache.remove_child(child);
    child = next;
  }
}

/// c:multiLvlStrCache (21.2.2.102): one level for each column, the innermost (last) one first.
void write_levels(pugi::xml_node cache, const std::vector<ShownCell>& cells, std::size_t columns) {
  const std::size_t rows = cells.size() / columns;
  cache.append_child(prefixed(cache, "ptCount").c_str()).append_attribute("val") = rows;
  for (std::size_t column = columns; column-- > 0;) {
    pugi::xml_node level = cache.append_child(prefixed(cache, "lvl").c_str());
    append_points(level, cells, column, columns, false);
    level.remove_child(prefixed(cache, "ptCount").c_str());
  }
}

void refresh(pugi::xml_node cache, const std::vector<ShownCell>& cells, std::size_t columns) {
  const std::string_view name = local_name(cache);
  remove_points(cache);
  const pugi::xml_node extension = opc::child(cache, "extLst");
  if (name == "multiLvlStrCache")
    write_levels(cache, cells, columns);
  else
    append_points(cache, cells, 0, 1, name == "numCache");
  if (extension) cache.append_move(extension);
}

/// A chart of the newer kinds (cx:chartSpace) keeps each dimension's points beside its formula, as texts of
/// cx:pt.
bool refresh_dimension(pugi::xml_node f, const std::vector<ShownCell>& cells) {
  pugi::xml_node dimension = f.parent();
  const std::string_view name = local_name(dimension);
  pugi::xml_node level = opc::child(dimension, "lvl");
  const bool one_level = level && level == dimension.last_child();
  if ((name != "numDim" && name != "strDim") || !one_level) return false;
  level.remove_children();
  pugi::xml_attribute count = level.attribute("ptCount");
  (count ? count : level.append_attribute("ptCount")) = cells.size();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].text.empty() || (name == "numDim" && !cells[i].number)) continue;
    pugi::xml_node point = level.append_child(prefixed(level, "pt").c_str());
    point.append_attribute("idx") = i;
    point.text() = escaped_text(cells[i].text).c_str();
  }
  return true;
}

/// Gives a reference that keeps nothing of its cells (as programs other than Excel write it) something to
/// keep them in. Categories of words are a text whatever the reference says.
pugi::xml_node add_cache(pugi::xml_node reference, const std::vector<ShownCell>& cells) {
  const std::string_view name = local_name(reference);
  if (name != "numRef" && name != "strRef") return {};
  const bool words =
      std::ranges::any_of(cells, [](const ShownCell& cell) { return !cell.number && !cell.text.empty(); });
  const std::string_view of = local_name(reference.parent());
  const bool category = of == "cat" || of == "xVal";
  const bool numbers = name == "numRef" && !(words && category);
  if (name == "numRef" && !numbers) reference.set_name(prefixed(reference, "strRef").c_str());
  pugi::xml_node f = opc::child(reference, "f");
  pugi::xml_node cache =
      reference.insert_child_after(prefixed(reference, numbers ? "numCache" : "strCache").c_str(), f);
  if (numbers) cache.append_child(prefixed(reference, "formatCode").c_str()).text() = "General";
  return cache;
}

}  // namespace

std::vector<ChartRange> chart_ranges(std::string_view formula) {
  std::vector<ChartRange> ranges;
  const Formula parsed = Formula::parse(formula);
  for (const Formula::Piece& piece : parsed.pieces()) {
    if (const auto* text = std::get_if<std::string>(&piece)) {
      if (text->find_first_not_of("(), ") != std::string::npos) return {};
      continue;
    }
    const auto& reference = std::get<Reference>(piece);
    const bool cells =
        reference.shape == Reference::Shape::cell || reference.shape == Reference::Shape::range;
    if (reference.external || !cells || reference.first_sheet.empty() || !reference.last_sheet.empty())
      return {};
    ranges.push_back(
        {reference.first_sheet,
         {{reference.first.row, reference.first.column}, {reference.last.row, reference.last.column}}});
  }
  return ranges;
}

namespace {

NamedCells cells_named(std::string_view formula, const NameOf& names) {
  NamedCells cells{chart_ranges(formula), true};
  const NamedCells* named = cells.ranges.empty() && names ? names(formula) : nullptr;
  return named == nullptr ? cells : *named;
}

/// The cells of all areas, one after the other; nothing: some of them lie where nothing changed.
std::optional<std::vector<ShownCell>> shown_in(const NamedCells& named, const CellsOf& cells) {
  std::vector<ShownCell> all;
  bool any = false;
  for (const ChartRange& range : named.ranges) {
    const auto some = cells(range);
    if (!some && named.exact) return {};
    any = any || some;
    if (some && named.exact) all.insert(all.end(), some->begin(), some->end());
  }
  if (!any) return {};
  return all;
}

}  // namespace

std::vector<ChartRange> move_chart(pugi::xml_node chart, const ReferenceMover& mover, const MovedSheet* sheet,
                                   const NameOf& names, bool& changed) {
  std::vector<ChartRange> ranges;
  for_each_named(chart, "f", [&](pugi::xml_node f) {
    const std::string old = f.child_value();
    const std::string moved = mover.move(old, {sheet, {}, true, {}});
    if (moved != old) {
      f.text() = moved.c_str();
      changed = true;
    }
    const NamedCells drawn = cells_named(moved, names);
    if (drawn.exact) ranges.insert(ranges.end(), drawn.ranges.begin(), drawn.ranges.end());
  });
  return ranges;
}

bool refresh_caches(pugi::xml_node chart, const CellsOf& cells, const NameOf& names) {
  bool changed = false;
  for_each_named(chart, "f", [&](pugi::xml_node f) {
    pugi::xml_node cache;
    for (const char* name : {"numCache", "strCache", "multiLvlStrCache", "dlblRangeCache"}) {
      if (!cache) cache = opc::child(f.parent(), name);
    }
    const NamedCells named = cells_named(f.child_value(), names);
    const bool dimension = !cache && opc::child(f.parent(), "lvl");
    const auto all = shown_in(named, cells);
    if (!all) return;
    if (dimension) {
      changed = refresh_dimension(f, *all) || changed;
      return;
    }
    if (!cache) cache = add_cache(f.parent(), *all);
    if (!cache) return;
    const CellRange& first = named.ranges.front().cells;
    refresh(cache, *all, static_cast<std::size_t>(first.last.column - first.first.column + 1));
    changed = true;
  });
  return changed;
}

}  // namespace lg::sml
