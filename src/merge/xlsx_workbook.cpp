#include "merge/xlsx_workbook.hpp"

#include "base/text.hpp"
#include "merge/tag_scanner.hpp"
#include "merge/xlsx_checks.hpp"
#include "merge/xlsx_kept_rows.hpp"
#include "merge/xlsx_pivots.hpp"
#include "merge/xlsx_tag_reader.hpp"
#include "opc/xml.hpp"
#include "sml/shared_strings.hpp"

#include <algorithm>
#include <cstring>

namespace lg::merge {
namespace {

using opc::child;
using opc::local_name;

bool is_macro(const std::string& content_type) {
  return content_type.find("macroEnabled") != std::string::npos;
}

/// Does anything of the sheet, beside its cells, name cells of another sheet?
bool names_other_sheets(pugi::xml_node node) {
  for (const pugi::xml_node inner : node.children()) {
    const bool text = inner.type() == pugi::node_pcdata && std::strchr(inner.value(), '!') != nullptr;
    const bool link = std::strchr(inner.attribute("location").value(), '!') != nullptr;
    if (text || link || names_other_sheets(inner)) return true;
  }
  return false;
}

}  // namespace

bool WorkbookTemplate::has_tags() const {
  const bool in_sheets = std::any_of(tabs.begin(), tabs.end(), [](const TabTemplate& tab) {
    return tab.sheet != nullptr && tab.sheet->has_tags;
  });
  return in_sheets || !text_parts.empty() || !drawings.empty();
}

std::vector<pugi::xml_node> elements_of(const pugi::xml_document& document) {
  struct Walker : pugi::xml_tree_walker {
    std::vector<pugi::xml_node> elements;
    bool for_each(pugi::xml_node& node) override {
      if (node.type() == pugi::node_element) elements.push_back(node);
      return true;
    }
  };
  Walker walker;
  pugi::xml_node root = document.document_element();
  root.traverse(walker);
  return std::move(walker.elements);
}

bool is_page_text(pugi::xml_node element) {
  return local_name(element.parent()) == "headerFooter";
}

std::vector<pugi::xml_node> text_nodes(pugi::xml_node element) {
  const std::string_view name = local_name(element);
  if (name != "p" && name != "text") return {element};
  std::vector<pugi::xml_node> nodes;
  for (const pugi::xml_node inner : element.children()) {
    if (local_name(inner) == "t") nodes.push_back(inner);
    if (const pugi::xml_node text = child(inner, "t"); text && local_name(inner) == "r")
      nodes.push_back(text);
  }
  return nodes;
}

WorkbookReader::WorkbookReader(WorkbookTemplate& workbook, const Dataset& data, Problems& problems)
    : workbook_(workbook), problems_(problems), parser_(data, problems) {}

pugi::xml_document WorkbookReader::parse(const opc::PartName& part) const {
  const opc::Package& package = workbook_.package;
  return opc::parse_xml(package.bytes(part), package.file_name(), part.text());
}

void WorkbookReader::read() {
  const opc::Package& package = workbook_.package;
  const std::string type = package.content_type(workbook_.part);
  if (type.find("spreadsheetml") == std::string::npos && type.find("ms-excel") == std::string::npos) {
    problems_.add({Severity::error,
                   "MALL-114",
                   FileLocation{package.file_name()},
                   "Mallen är ingen Excel-arbetsbok (.xlsx).",
                   "Välj en mall som är sparad som .xlsx i Excel.",
                   {}});
    return;
  }
  if (is_macro(type)) {
    problems_.add({Severity::error,
                   "MALL-110",
                   FileLocation{package.file_name()},
                   "Mallen innehåller makron och används därför inte.",
                   "Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx).",
                   {}});
    return;
  }
  workbook_.document = parse(workbook_.part);
  const pugi::xml_node root = workbook_.document.document_element();
  workbook_.date1904 = child(root, "workbookPr").attribute("date1904").as_bool();
  read_strings();
  read_styles();
  for (const pugi::xml_node node : child(root, "sheets").children()) {
    if (local_name(node) == "sheet") read_tab(node);
  }
  for (TabTemplate& tab : workbook_.tabs) {
    if (tab.sheet != nullptr) read_sheet(*tab.sheet);
  }
  check_names();
  mark_kept_rows(workbook_);
  read_text_parts();
  blank_strings();
  workbook_.tags = parser_.take_tags();
}

void WorkbookReader::read_strings() {
  const auto parts = workbook_.package.related(workbook_.part, "sharedStrings");
  if (parts.empty() || !workbook_.package.has(parts.front())) return;
  workbook_.strings_part = parts.front();
  strings_document_ = parse(parts.front());
  for (const pugi::xml_node item : strings_document_.document_element().children()) {
    if (local_name(item) == "si") strings_.push_back({item, sml::rich_text(item)});
  }
}

void WorkbookReader::read_styles() {
  const auto parts = workbook_.package.related(workbook_.part, "styles");
  if (parts.empty() || !workbook_.package.has(parts.front())) return;
  workbook_.styles_part = parts.front();
  const pugi::xml_document styles = parse(parts.front());
  workbook_.styles = sml::CellStyles::read(styles.document_element());
}

void WorkbookReader::read_tab(pugi::xml_node node) {
  const opc::Relationships& relationships = workbook_.package.relationships(workbook_.part);
  const opc::Relationship* target = relationships.find(opc::attribute(node, "id").value());
  if (target == nullptr || target->external) return;
  TabTemplate tab{node.attribute("name").value(), workbook_.part.resolve(target->target), nullptr};
  if (opc::kind_of(*target) == "worksheet") {
    tab.sheet = std::make_unique<SheetTemplate>(tab.name, tab.part);
    tab.sheet->document = parse(tab.part);
    blank_pivots(*tab.sheet);
    read_tables(*tab.sheet);
  }
  workbook_.tabs.push_back(std::move(tab));
}

void WorkbookReader::blank_pivots(SheetTemplate& sheet) {
  std::vector<sml::CellRange> areas;
  for (const opc::PartName& part : workbook_.package.related(sheet.part, "pivotTable")) {
    if (!workbook_.package.has(part)) continue;
    const pugi::xml_document pivot = parse(part);
    const pugi::xml_node place = child(pivot.document_element(), "location");
    if (const auto area = sml::CellRange::parse(place.attribute("ref").value())) areas.push_back(*area);
  }
  blank_pivot_cells(sheet.document.document_element(), areas, strings_);
}

void WorkbookReader::read_tables(SheetTemplate& sheet) {
  for (const opc::PartName& part : workbook_.package.related(sheet.part, "table")) {
    if (!workbook_.package.has(part)) continue;
    auto table = std::make_unique<TableTemplate>(part);
    table->document = parse(part);
    table->table = sml::TablePart::read(table->document.document_element());
    sheet.tables.push_back(std::move(table));
  }
}

void WorkbookReader::read_sheet(SheetTemplate& sheet) {
  std::vector<FoundText> found = SheetReader(strings_).read(sheet);
  sheet.names_sheets = names_other_sheets(sheet.document.document_element());
  const std::string& file = workbook_.package.file_name();
  SheetTagReader(sheet, file, parser_, problems_).read(std::move(found));
  SheetChecker(sheet, parser_.tags(), file, problems_).check();
}

void WorkbookReader::read_text_parts() {
  const opc::Package& package = workbook_.package;
  for (const char* kind : {"core-properties", "extended-properties", "custom-properties"}) {
    for (const opc::PartName& part : package.related(opc::PartName("/"), kind)) read_text_part(part);
  }
  for (const TabTemplate& tab : workbook_.tabs) {
    if (tab.sheet == nullptr) read_text_part(tab.part);  // the headers and footers of a chart sheet
    for (const opc::PartName& part : package.related(tab.part, "comments")) read_text_part(part);
    for (const opc::PartName& drawing : package.related(tab.part, "drawing")) {
      read_text_part(drawing);
      DrawingTemplate objects = DrawingReader(workbook_, parser_, problems_).read(drawing, tab.name);
      if (!objects.texts.empty()) workbook_.drawings.push_back(std::move(objects));
      for (const opc::PartName& chart : package.related(drawing, "chart")) read_text_part(chart);
    }
  }
}

void WorkbookReader::read_text_part(const opc::PartName& part) {
  if (!workbook_.package.has(part) || !may_hold_tags(workbook_.package.bytes(part))) return;
  const pugi::xml_document document = parse(part);
  const std::vector<pugi::xml_node> elements = elements_of(document);
  TextPartTemplate texts{part, {}};
  for (std::size_t i = 0; i < elements.size(); ++i) read_text(elements[i], i, texts);
  if (!texts.texts.empty()) workbook_.text_parts.push_back(std::move(texts));
}

void WorkbookReader::read_text(pugi::xml_node element, std::size_t number, TextPartTemplate& part) {
  const bool property = part.part.text().starts_with("/docProps/");
  const std::vector<pugi::xml_node> nodes = text_nodes(element);
  const bool whole = !nodes.empty() && nodes.front() != element;
  if (!property && !whole && !is_page_text(element)) return;
  std::vector<sml::TextRun> runs;
  std::string text;
  for (const pugi::xml_node node : nodes) {
    runs.push_back({"", node.child_value()});
    text += runs.back().text;
  }
  if (!may_hold_tags(text)) return;
  parser_.begin_story();
  const ParagraphLocation where{workbook_.package.file_name(), part.part.text(), "", excerpt(text)};
  const std::vector<int> numbers = parser_.read(text, where);
  parser_.end_story();
  if (numbers.empty()) return;
  part.texts.push_back({number, TextTemplate::make(runs, numbers, parser_.tags())});
  if (is_page_text(element)) mark_header_values(part.texts.back().text);
}

void WorkbookReader::check_names() {
  for (const pugi::xml_node name : child(workbook_.document.document_element(), "definedNames").children()) {
    const ScannedText scanned = scan_tags(text_without_sheets(sml::Formula::parse(name.child_value())));
    if (scanned.tags.empty()) continue;
    problems_.add({Severity::error,
                   "MALL-101",
                   FileLocation{workbook_.package.file_name()},
                   "Taggen ”{{" + scanned.tags.front().inner + "}}” står i namnet ”" +
                       name.attribute("name").value() + "”.",
                   "Skriv taggen i en egen cell och låt namnet peka på den.",
                   {}});
  }
}

/// No cell of the result points at a shared string with tags any more; the tags must not linger in the file.
void WorkbookReader::blank_strings() {
  bool changed = false;
  for (const SharedText& string : strings_) {
    if (!may_hold_tags(string.text)) continue;
    pugi::xml_node item = string.item;
    std::string name = item.name();
    name.replace(name.size() - 2, 2, "t");
    item.remove_children();
    item.append_child(name.c_str());
    changed = true;
  }
  if (!changed) return;
  // Both counts are optional (18.4.9), and the cells that used the strings are gone.
  pugi::xml_node root = strings_document_.document_element();
  root.remove_attribute("count");
  root.remove_attribute("uniqueCount");
  workbook_.strings_without_tags = opc::to_bytes(strings_document_);
}

}  // namespace lg::merge
