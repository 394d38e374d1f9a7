#include "merge/xlsx_workbook.hpp"

#include "base/text.hpp"
#include "merge/tag_scanner.hpp"
#include "merge/xlsx_checks.hpp"
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
  return in_sheets || !text_parts.empty();
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

WorkbookReader::WorkbookReader(WorkbookTemplate& workbook, const Dataset& data, Problems& problems)
    : workbook_(workbook), problems_(problems), parser_(data, problems) {}

pugi::xml_document WorkbookReader::parse(const opc::PartName& part) const {
  const opc::Package& package = workbook_.package;
  return opc::parse_xml(package.bytes(part), package.file_name(), part.text());
}

void WorkbookReader::read() {
  const opc::Package& package = workbook_.package;
  if (is_macro(package.content_type(workbook_.part))) {
    problems_.add({Severity::error, "MALL-110", FileLocation{package.file_name()},
                   "Mallen innehåller makron och används därför inte.",
                   "Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx).", {}});
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
  for (const char* kind : {"core-properties", "extended-properties", "custom-properties"}) {
    for (const opc::PartName& part : package.related(opc::PartName("/"), kind)) read_text_part(part);
  }
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
    read_tables(*tab.sheet);
  }
  workbook_.tabs.push_back(std::move(tab));
}

void WorkbookReader::read_tables(SheetTemplate& sheet) {
  for (const opc::PartName& part : workbook_.package.related(sheet.part, "table")) {
    auto table = std::make_unique<TableTemplate>(TableTemplate{part, {}, parse(part), false, {}});
    table->table = sml::TablePart::read(table->document.document_element());
    sheet.tables.push_back(std::move(table));
  }
}

void WorkbookReader::read_sheet(SheetTemplate& sheet) {
  std::vector<FoundText> found = SheetReader(strings_).read(sheet);
  sheet.names_sheets = names_other_sheets(sheet.document.document_element());
  const std::string& file = workbook_.package.file_name();
  SheetTagReader(sheet, file, parser_, problems_).read(std::move(found));
  SheetChecker(sheet, file, problems_).check();
}

void WorkbookReader::read_text_part(const opc::PartName& part) {
  const pugi::xml_document document = parse(part);
  const std::vector<pugi::xml_node> elements = elements_of(document);
  TextPartTemplate texts{part, {}};
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const std::string text = elements[i].child_value();
    if (!may_hold_tags(text)) continue;
    parser_.begin_story();
    const ParagraphLocation where{workbook_.package.file_name(), part.text(), "", excerpt(text)};
    const std::vector<int> numbers = parser_.read(text, where);
    parser_.end_story();
    if (!numbers.empty()) texts.texts.push_back({i, TextTemplate::make({{"", text}}, numbers, parser_.tags())});
  }
  if (!texts.texts.empty()) workbook_.text_parts.push_back(std::move(texts));
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
