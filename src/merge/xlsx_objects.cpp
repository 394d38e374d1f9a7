#include "merge/xlsx_objects.hpp"

#include "base/text.hpp"
#include "merge/chart_template.hpp"
#include "merge/object_problems.hpp"
#include "merge/tag_scanner.hpp"
#include "merge/xlsx_workbook.hpp"
#include "opc/xml.hpp"
#include "sml/chart_data.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace lg::merge {
namespace {

using opc::child;
using opc::local_name;

/// The picture, frame or group that a cNvPr is of; nothing for other shapes.
pugi::xml_node owner_of(pugi::xml_node element) {
  return element.parent().parent();
}

/// The anchor that an element lies in.
pugi::xml_node anchor_of(pugi::xml_node element) {
  while (element && !local_name(element).ends_with("Anchor")) element = element.parent();
  return element;
}

pugi::xml_node chart_reference(pugi::xml_node frame) {
  const pugi::xml_node data = child(child(frame, "graphic"), "graphicData");
  return data.find_child([](pugi::xml_node n) { return n.type() == pugi::node_element; });
}

/// The rows that blocks repeat for a list.
std::vector<sml::Rows> rows_of_list(const SheetTemplate& sheet, const std::vector<Tag>& tags,
                                    const Field& list) {
  std::vector<sml::Rows> rows;
  int depth = 0;  // within a block of the list
  for (const SheetStep& step : sheet.steps) {
    if (step.kind == SheetStep::Kind::open) {
      const Tag* tag = step.tag < 0 ? nullptr : &tags[static_cast<std::size_t>(step.tag)];
      const bool own = tag != nullptr && tag->kind == TagKind::each && tag->each.list.path.field == &list;
      depth += depth > 0 || own ? 1 : 0;
    } else if (step.kind == SheetStep::Kind::close) {
      depth -= depth > 0 ? 1 : 0;
    } else if (step.kind == SheetStep::Kind::rows && depth > 0) {
      rows.push_back(step.rows);
    }
  }
  return rows;
}

template <class Visit>
void for_each_value_range(pugi::xml_node chart, const Visit& visit) {
  for (const pugi::xml_node series : sml::chart_series(chart)) {
    pugi::xml_node values = child(series, "val");
    if (!values) values = child(series, "yVal");
    for (const sml::ChartRange& range : sml::chart_ranges(child(child(values, "numRef"), "f").child_value()))
      visit(range);
  }
}

}  // namespace

std::vector<pugi::xml_node> shapes_of(const pugi::xml_document& drawing) {
  std::vector<pugi::xml_node> shapes;
  drawing.find_node([&](pugi::xml_node node) {
    if (local_name(node) == "cNvPr") shapes.push_back(node);
    return false;
  });
  return shapes;
}

DrawingTemplate DrawingReader::read(const opc::PartName& part, const std::string& sheet) {
  DrawingTemplate drawing{part, {}};
  const opc::Package& package = workbook_.package;
  if (!package.has(part) || !may_hold_tags(package.bytes(part))) return drawing;
  part_ = part;
  sheet_ = sheet;
  const pugi::xml_document document = opc::parse_xml(package.bytes(part), package.file_name(), part.text());
  const std::vector<pugi::xml_node> shapes = shapes_of(document);
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    for (const char* name : {"descr", "title"}) read_text(shapes[i], shapes[i].attribute(name), i, drawing);
  }
  return drawing;
}

Location DrawingReader::place_of(pugi::xml_node element) const {
  const pugi::xml_node from = child(anchor_of(element), "from");
  const std::string cell =
      from ? cell_name(child(from, "row").text().as_int() + 1, child(from, "col").text().as_int() + 1) : "";
  return CellLocation{workbook_.package.file_name(), sheet_, cell, ""};
}

void DrawingReader::read_text(pugi::xml_node element, pugi::xml_attribute attribute, std::size_t number,
                              DrawingTemplate& drawing) {
  const std::string text = attribute.value();
  if (!may_hold_tags(text)) return;
  parser_.begin_story();
  const std::vector<int> numbers = parser_.read(text, place_of(element));
  parser_.end_story();
  if (numbers.empty()) return;
  DrawingTemplate::Text one;
  one.shape = number;
  one.attribute = attribute.name();
  one.text = TextTemplate::make({{"", text}}, numbers, parser_.tags());
  for (const int tag : numbers) {
    const TagKind kind = parser_.tags()[static_cast<std::size_t>(tag)].kind;
    if (kind != TagKind::picture && kind != TagKind::chart) continue;
    if (one.tag >= 0 || !take_object(element, tag, one)) return;
  }
  drawing.texts.push_back(std::move(one));
}

bool DrawingReader::take_object(pugi::xml_node element, int number, DrawingTemplate::Text& text) {
  const Tag& tag = parser_.tags()[static_cast<std::size_t>(number)];
  const pugi::xml_node owner = owner_of(element);
  const std::string_view kind = local_name(owner);
  const bool grouped = local_name(owner.parent()) == "grpSp" || kind == "grpSp";
  text.tag = number;
  text.chart = tag.kind == TagKind::chart;
  if (!grouped && !text.chart && kind == "pic") {
    const pugi::xml_node size = child(child(child(owner, "spPr"), "xfrm"), "ext");
    const pugi::xml_node extent = child(anchor_of(element), "ext");
    if (size.attribute("cx").as_double() > 0 || extent.attribute("cx").as_double() > 0) return true;
  }
  const pugi::xml_node shown = chart_reference(owner);
  if (!grouped && text.chart && std::string_view(shown.name()) == "c:chart") return take_chart(shown, tag);
  const auto [what, hint] = misplaced(tag.kind, grouped ? "xdr:grpSp" : shown.name());
  return refuse(misplaced_code, tag, " " + what, hint);
}

/// A chart of a workbook follows its cells; the tag may only say what they show.
bool DrawingReader::take_chart(pugi::xml_node reference, const Tag& tag) {
  const Each& each = tag.each;
  if (each.list.where || !each.sort.empty() || each.grouped) {
    return refuse(chart_code, tag, ": i Excel väljer tabellen vilka rader diagrammet visar",
                  "Skriv urval och ordning i taggen ovanför tabellens rubrikrad, och bara listans namn här.");
  }
  const opc::Package& package = workbook_.package;
  const opc::Relationship* target =
      package.relationships(part_).find(opc::attribute(reference, "id").value());
  const Field* list = each.list.path.field;
  if (target != nullptr && !target->external && package.has(part_.resolve(target->target)) &&
      list != nullptr) {
    const opc::PartName part = part_.resolve(target->target);
    const auto chart = opc::parse_xml(package.bytes(part), package.file_name(), part.text());
    if (fills(*list, chart.document_element())) return true;
  }
  return refuse(chart_code, tag, ": diagrammet bygger inte på celler som fylls från listan",
                "Låt diagrammet bygga på tabellen som heter som listan; då följer det med när den växer.");
}

bool DrawingReader::fills(const Field& list, pugi::xml_node chart) const {
  bool any = false;
  bool all = true;
  for_each_value_range(chart, [&](const sml::ChartRange& range) {
    any = true;
    const auto tab = std::ranges::find_if(workbook_.tabs, [&](const TabTemplate& one) {
      return one.sheet != nullptr && to_lower(one.name) == to_lower(range.sheet);
    });
    all = all && tab != workbook_.tabs.end() &&
          std::ranges::any_of(rows_of_list(*tab->sheet, parser_.tags(), list), [&](const sml::Rows& rows) {
            return rows.first <= range.cells.last.row && rows.last >= range.cells.first.row;
          });
  });
  return any && all;
}

bool DrawingReader::refuse(const char* code, const Tag& tag, const std::string& what, std::string hint) {
  problems_.add(
      {Severity::error, code, tag.where, "Taggen ”" + tag.raw + "”" + what + ".", std::move(hint), {}});
  return false;
}

}  // namespace lg::merge
