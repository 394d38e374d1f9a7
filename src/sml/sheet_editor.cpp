#include "sml/sheet_editor.hpp"

#include "opc/xml.hpp"
#include "sml/anchors.hpp"
#include "sml/areas.hpp"

#include <algorithm>
#include <string_view>

namespace lg::sml {
namespace {

using opc::local_name;

/// Excel keeps no more manual breaks than this on a sheet (its published limit).
constexpr std::size_t max_breaks = 1026;
constexpr int max_frozen_growth = 10;

/// The element's areas: in the attribute `sqref`, or in a child xm:sqref as the extension list has it.
std::string areas_of(pugi::xml_node node) {
  const pugi::xml_attribute attribute = node.attribute("sqref");
  return attribute ? attribute.value() : opc::child(node, "sqref").child_value();
}

void set_areas(pugi::xml_node node, const std::string& areas) {
  pugi::xml_attribute attribute = node.attribute("sqref");
  if (attribute) {
    attribute = areas.c_str();
  } else {
    opc::child(node, "sqref").text() = areas.c_str();
  }
}

std::size_t count_elements(pugi::xml_node parent, std::string_view name) {
  const auto children = parent.children();
  return static_cast<std::size_t>(std::count_if(
      children.begin(), children.end(), [&](pugi::xml_node child) { return local_name(child) == name; }));
}

/// The count attribute follows; a list that is left empty must go altogether.
void set_count(pugi::xml_node list, std::string_view item) {
  const std::size_t count = count_elements(list, item);
  if (pugi::xml_attribute attribute = list.attribute("count")) attribute = count;
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

void SheetEditor::move() {
  move_children(root_);
  for (pugi::xml_node node : dropped_) {
    pugi::xml_node parent = node.parent();
    const std::string name(local_name(node));
    parent.remove_child(node);
    set_count(parent, name);
    const bool list =
        is_one_of(local_name(parent), {"mergeCells", "dataValidations", "hyperlinks", "rowBreaks",
                                       "ignoredErrors", "protectedRanges", "cellWatches"});
    if (list && count_elements(parent, name) == 0) parent.parent().remove_child(parent);
  }
}

void SheetEditor::move_children(pugi::xml_node node) {
  for (pugi::xml_node child = node.first_child(); child;) {
    const pugi::xml_node next = child.next_sibling();
    if (child.type() == pugi::node_element) move_element(child);
    child = next;
  }
}

void SheetEditor::move_element(pugi::xml_node node) {
  const std::string_view name = local_name(node);
  if (name == "sheetData") return;
  if (name == "mergeCells") return move_merges(node);
  if (name == "conditionalFormatting" || name == "dataValidation") return move_rule(node);
  if (name == "rowBreaks") return move_breaks(node);
  if (name == "hyperlinks") return move_links(node);
  if (name == "sheetView" || name == "customSheetView") move_view(node);
  if (name == "selection") return move_selection(node);
  if (name == "sparklines") return move_sparklines(node);
  if (is_one_of(name, {"protectedRange", "ignoredError"})) return move_areas_of(node);
  if (is_one_of(name, {"autoFilter", "sortState", "sortCondition"})) move_range_of(node);
  if (is_one_of(name, {"cellWatch", "inputCells"})) move_cell_of(node, "r");
  if (name == "anchor") return move_anchor(node, rows_);
  if (name == "controlPr" || name == "formControlPr") move_control(node);
  move_children(node);
}

void SheetEditor::move_merges(pugi::xml_node merges) {
  const std::string name = merges.first_child().name();
  std::vector<CellRange> moved;
  for (const pugi::xml_node merge : merges.children()) {
    const auto range = CellRange::parse(merge.attribute("ref").value());
    if (!range) continue;
    for (const Rows& copy : rows_.copies({range->first.row, range->last.row})) {
      moved.push_back({{copy.first, range->first.column}, {copy.last, range->last.column}});
    }
  }
  merges.remove_children();
  std::sort(moved.begin(), moved.end());
  for (const CellRange& range : moved) {
    // A merge of which only one cell is left is none.
    if (range.first != range.last) {
      merges.append_child(name.c_str()).append_attribute("ref") = range.text().c_str();
    }
  }
  if (!merges.first_child()) {
    root_.remove_child(merges);
  } else if (pugi::xml_attribute count = merges.attribute("count")) {
    count = count_elements(merges, "mergeCell");
  }
}

/// The formulas of a rule are written for the first cell of its first area (18.3.1.43).
FormulaPlace SheetEditor::place_of(const std::vector<CellRange>& areas,
                                   std::vector<const Turned*>& turns) const {
  FormulaPlace place{&sheet_, {}, false, {}};
  if (areas.empty()) return place;
  const CellRange& area = areas.front();
  turns = rows_.turns_of_first(area.first.row);
  place.turns = turns;
  const auto moved = rows_.envelope({area.first.row, area.last.row});
  if (area.first.row != area.last.row && moved) place.distance = moved->first - area.first.row;
  return place;
}

void SheetEditor::move_rule(pugi::xml_node rule) {
  const std::vector<CellRange> areas = parse_areas(areas_of(rule));
  if (areas.empty()) return;
  const std::vector<CellRange> moved = moved_areas(areas, rows_);
  if (moved.empty()) return drop(rule);
  std::vector<const Turned*> turns;
  const FormulaPlace place = place_of(areas, turns);
  set_areas(rule, areas_text(moved));
  move_rule_formulas(rule, place);
}

void SheetEditor::move_rule_formulas(pugi::xml_node node, const FormulaPlace& place) {
  for (pugi::xml_node child : node.children()) {
    const std::string_view name = local_name(child);
    const bool leaf = !child.find_child([](pugi::xml_node n) { return n.type() == pugi::node_element; });
    if (is_one_of(name, {"formula", "formula1", "formula2", "f"}) && leaf) {
      move_text(child, place);
    } else if (name == "cfvo") {
      const std::string_view type = child.attribute("type").value();
      pugi::xml_attribute value = child.attribute("val");
      const bool formula = value && value.value()[0] != '\0' && type != "min" && type != "max";
      if (formula) value = mover_.move(value.value(), place).c_str();
      move_rule_formulas(child, place);
    } else {
      move_rule_formulas(child, place);
    }
  }
}

void SheetEditor::move_text(pugi::xml_node node, const FormulaPlace& place) {
  node.text() = mover_.move(node.child_value(), place).c_str();
}

/// A break stands below row `id` (18.3.1.3): below each copy of that row.
void SheetEditor::move_breaks(pugi::xml_node breaks) {
  std::vector<pugi::xml_node> old(breaks.begin(), breaks.end());
  std::size_t made = 0;
  for (pugi::xml_node one : old) {
    const int row = one.attribute("id").as_int();
    for (const Rows& copy : rows_.copies({row, row})) {
      if (++made > max_breaks) break;
      breaks.insert_copy_before(one, one).attribute("id") = copy.first;
    }
    breaks.remove_child(one);
  }
  if (made == 0) return drop(breaks);
  set_count(breaks, "brk");
  std::size_t manual = 0;
  for (const pugi::xml_node one : breaks.children()) manual += one.attribute("man").as_bool() ? 1U : 0U;
  if (pugi::xml_attribute count = breaks.attribute("manualBreakCount")) count = manual;
}

/// Links are copied with their rows; a link within the workbook follows its target.
void SheetEditor::move_links(pugi::xml_node links) {
  std::vector<pugi::xml_node> old(links.begin(), links.end());
  for (pugi::xml_node link : old) {
    if (pugi::xml_attribute location = link.attribute("location")) {
      location = mover_.move(location.value(), {&sheet_, {}, false, {}}).c_str();
    }
    const auto range = CellRange::parse(link.attribute("ref").value());
    if (!range) continue;
    for (const Rows& copy : rows_.copies({range->first.row, range->last.row})) {
      const CellRange moved{{copy.first, range->first.column}, {copy.last, range->last.column}};
      links.insert_copy_before(link, link).attribute("ref") = moved.text().c_str();
    }
    links.remove_child(link);
  }
  if (!links.first_child()) links.parent().remove_child(links);
}

/// Frozen rows stay as many as are left of them (18.3.1.66: ySplit counts rows when the pane is frozen).
void SheetEditor::move_view(pugi::xml_node view) {
  pugi::xml_node pane = opc::child(view, "pane");
  pugi::xml_attribute split = pane.attribute("ySplit");
  const bool frozen = std::string_view(pane.attribute("state").value()).starts_with("frozen");
  const auto top = CellRef::parse(view.attribute("topLeftCell").as_string("A1"));
  if (frozen && split && top) {
    const auto rows = rows_.envelope({top->row, top->row + split.as_int() - 1});
    // A list that grows within the frozen rows would leave nothing to scroll.
    const bool grows = rows && rows->last - rows->first + 1 > split.as_int() + max_frozen_growth;
    if (rows && !grows) split = rows->last - rows->first + 1;
  }
  move_cell_of(view, "topLeftCell");
  move_cell_of(pane, "topLeftCell");
}

void SheetEditor::move_selection(pugi::xml_node selection) {
  const auto cell = CellRef::parse(selection.attribute("activeCell").as_string("A1"));
  const auto moved = cell ? moved_cell(*cell, rows_) : std::nullopt;
  const std::string text = moved.value_or(CellRef{}).text();
  // What was selected in the template means nothing in the result: only the cell is kept.
  selection.remove_attribute("activeCellId");
  if (pugi::xml_attribute active = selection.attribute("activeCell")) active = text.c_str();
  if (pugi::xml_attribute areas = selection.attribute("sqref")) areas = text.c_str();
}

/// A sparkline is drawn in one cell from one range: each copy of its row has its own.
void SheetEditor::move_sparklines(pugi::xml_node sparklines) {
  std::vector<pugi::xml_node> old(sparklines.begin(), sparklines.end());
  for (pugi::xml_node one : old) {
    const auto cell = CellRef::parse(opc::child(one, "sqref").child_value());
    if (!cell) continue;
    const Formula data = Formula::parse(opc::child(one, "f").child_value());
    for (const Rows& copy : rows_.copies({cell->row, cell->row})) {
      const auto turns = rows_.turns_of(copy.first);
      pugi::xml_node made = sparklines.insert_copy_before(one, one);
      opc::child(made, "f").text() = mover_.move(data, {&sheet_, turns, true, {}}).c_str();
      opc::child(made, "sqref").text() = CellRef{copy.first, cell->column}.text().c_str();
    }
    sparklines.remove_child(one);
  }
}

void SheetEditor::move_control(pugi::xml_node control) {
  for (const char* name : {"linkedCell", "listFillRange", "fmlaLink", "fmlaRange"}) {
    if (pugi::xml_attribute formula = control.attribute(name)) {
      formula = mover_.move(formula.value(), {&sheet_, {}, false, {}}).c_str();
    }
  }
}

void SheetEditor::move_areas_of(pugi::xml_node node) {
  const std::vector<CellRange> moved = moved_areas(parse_areas(areas_of(node)), rows_);
  if (moved.empty()) return drop(node);
  set_areas(node, areas_text(moved));
}

void SheetEditor::move_range_of(pugi::xml_node node) {
  const auto range = CellRange::parse(node.attribute("ref").value());
  const auto moved = range ? moved_range(*range, rows_) : std::nullopt;
  if (!moved) return drop(node);
  node.attribute("ref") = moved->text().c_str();
}

/// A cell whose row is gone gives its place to the one below.
void SheetEditor::move_cell_of(pugi::xml_node node, const char* attribute) {
  pugi::xml_attribute given = node.attribute(attribute);
  const auto cell = CellRef::parse(given.value());
  if (!cell) return;
  const auto moved = rows_.envelope({cell->row, max_rows});
  given = CellRef{moved ? moved->first : 1, cell->column}.text().c_str();
}

void SheetEditor::set_dimension(const CellRange& used) {
  pugi::xml_node dimension = opc::child(root_, "dimension");
  if (dimension) dimension.attribute("ref") = used.text().c_str();
}

}  // namespace lg::sml
