#include "base/text.hpp"
#include "merge/object_parts.hpp"
#include "merge/xlsx_renderer.hpp"
#include "opc/xml.hpp"
#include "sml/defined_names.hpp"
#include "sml/element_names.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

/// The workbook part and what all sheets share. Last part of WorkbookRenderer.
namespace lg::merge {
namespace {

using opc::child;
using opc::local_name;
using opc::set_attribute;

}  // namespace

sml::SheetPositions WorkbookRenderer::positions() const {
  sml::SheetPositions positions(workbook_.tabs.size());
  for (std::size_t i = 0; i < sheets_.size(); ++i) {
    positions[sheets_[i].position].push_back(static_cast<int>(i));
  }
  return positions;
}

void WorkbookRenderer::write_workbook() {
  if (sheets_.empty()) {
    problems_.add({Severity::error,
                   "MALL-109",
                   FileLocation{package_.file_name()},
                   "Arbetsboken skulle bli utan blad: listan som bladen upprepas för är tom.",
                   "Lägg till ett blad i mallen som alltid finns med.",
                   {}});
    return;
  }
  pugi::xml_document document;
  document.reset(workbook_.document);
  pugi::xml_node root = document.document_element();
  opc::Relationships relationships = package_.relationships(workbook_.part);
  const std::size_t before = relationships.all().size();
  if (sheets_changed_) write_sheet_list(root, relationships);
  std::vector<const sml::MovedSheet*> moved;
  for (const SheetCopy& sheet : sheets_) moved.push_back(&sheet.moved);
  if (!mover_->is_identity() || sheets_changed_) sml::move_defined_names(root, *mover_, moved, positions());
  warn_of_lost_names(root);
  move_active_tab(root);
  ask_for_calculation(root);
  for (const char* kind : {"calcChain", "volatileDependencies"}) drop_parts(kind, relationships);
  package_.replace(workbook_.part, opc::to_bytes(document));
  if (sheets_changed_ || relationships.all().size() != before)
    package_.replace(workbook_.part, relationships);
}

void WorkbookRenderer::warn_of_lost_names(pugi::xml_node root) {
  const auto lost = [](std::string_view text) { return text.find("#REF!") != std::string_view::npos; };
  std::set<std::string> before;
  for (const pugi::xml_node name : child(workbook_.document.document_element(), "definedNames").children()) {
    if (lost(name.child_value())) before.insert(name.attribute("name").value());
  }
  for (const pugi::xml_node name : child(root, "definedNames").children()) {
    const std::string called = name.attribute("name").value();
    if (!lost(name.child_value()) || before.contains(called)) continue;
    problems_.add({Severity::warning,
                   "MALL-108",
                   FileLocation{workbook_.package.file_name()},
                   "Namnet ”" + called + "” pekar på celler som inte kom med.",
                   "Låt namnet peka på celler som alltid finns med.",
                   {}});
  }
}

void WorkbookRenderer::write_sheet_list(pugi::xml_node root, opc::Relationships& relationships) {
  pugi::xml_node list = child(root, "sheets");
  std::vector<pugi::xml_node> nodes;
  unsigned last_id = 0;
  for (const pugi::xml_node node : list.children()) {
    if (local_name(node) != "sheet") continue;
    if (relationships.find(opc::attribute(node, "id").value()) != nullptr) nodes.push_back(node);
    last_id = std::max(last_id, node.attribute("sheetId").as_uint());
  }
  const sml::SheetPositions all = positions();
  for (std::size_t i = 0; i < std::min(nodes.size(), all.size()); ++i) {
    pugi::xml_node node = nodes[i];
    const opc::Relationship own = *relationships.find(opc::attribute(node, "id").value());
    if (all[i].empty()) {
      package_.remove(workbook_.tabs[i].part);
      relationships.remove(own.id);
      list.remove_child(node);
      continue;
    }
    pugi::xml_node last = node;
    for (const int position : all[i]) {
      const SheetCopy& sheet = sheets_[static_cast<std::size_t>(position)];
      if (!sheet.first) {
        last = list.insert_copy_after(node, last);
        last.attribute("sheetId") = ++last_id;
        opc::attribute(last, "id") = relationships.add(own.type, sheet.part.text(), false).c_str();
      }
      last.attribute("name") = sheet.moved.new_name.c_str();
    }
  }
}

void WorkbookRenderer::move_active_tab(pugi::xml_node root) {
  const sml::SheetPositions all = positions();
  for (pugi::xml_node view : child(root, "bookViews").children()) {
    for (const char* name : {"activeTab", "firstSheet"}) {
      pugi::xml_attribute tab = view.attribute(name);
      const auto old = static_cast<std::size_t>(tab.as_uint());
      if (tab && old < all.size()) tab = all[old].empty() ? 0 : all[old].front();
    }
  }
}

/// The results of formulas are not kept: Excel is asked to calculate all of them when it opens the file.
/// calcPr has its place behind the names and external references (18.2.27).
void WorkbookRenderer::ask_for_calculation(pugi::xml_node root) {
  pugi::xml_node calculation = child(root, "calcPr");
  if (!calculation) {
    pugi::xml_node before = child(root, "sheets");
    for (const char* name : {"functionGroups", "externalReferences", "definedNames"}) {
      if (const pugi::xml_node later = child(root, name)) before = later;
    }
    calculation = root.insert_child_after(sml::prefixed(root, "calcPr").c_str(), before);
  }
  set_attribute(calculation, "fullCalcOnLoad", "1");
}

void WorkbookRenderer::drop_parts(std::string_view kind, opc::Relationships& relationships) {
  for (const opc::PartName& part : package_.related(workbook_.part, kind)) package_.remove(part);
  while (const opc::Relationship* one = relationships.first_of_kind(kind)) {
    const std::string id = one->id;
    relationships.remove(id);
  }
}

void WorkbookRenderer::write_shared_parts() {
  if (workbook_.strings_part && !workbook_.strings_without_tags.empty()) {
    package_.replace(*workbook_.strings_part, workbook_.strings_without_tags);
  }
  if (workbook_.styles_part && !added_styles_.empty()) {
    edit(*workbook_.styles_part, [&](pugi::xml_node root) { added_styles_.append_to(root); });
  }
}

void WorkbookRenderer::write_texts() {
  for (const TextPartTemplate& part : workbook_.text_parts) {
    pugi::xml_document document = parse(part.part);
    const std::vector<pugi::xml_node> elements = elements_of(document);
    for (const TextPartTemplate::Text& text : part.texts) {
      std::vector<pugi::xml_node> nodes = text_nodes(elements[text.element]);
      if (is_page_text(nodes.front())) {
        nodes.front().text() = header_text(text.text, workbook_.tags, scope_).c_str();
        continue;
      }
      std::vector<std::string> runs(nodes.size());
      Source source;
      const auto take = [&](std::string_view piece, std::size_t run) { runs[run] += clean(piece).text; };
      render_text(text.text, workbook_.tags, scope_, take, source);
      for (std::size_t i = 0; i < nodes.size(); ++i) nodes[i].text() = runs[i].c_str();
    }
    package_.replace(part.part, opc::to_bytes(document));
  }
  ObjectParts parts(package_);
  for (const DrawingTemplate& drawing : workbook_.drawings)
    write_drawing(drawing, workbook_.tags, scope_, parts);
  parts.remove_unused();
}

/// The figures of the charts, in words, once the charts are drawn from what the cells came to show.
void WorkbookRenderer::write_chart_texts() {
  const auto chart_of = [&](const opc::PartName& part) {
    const auto chart = std::ranges::find(charts_, part, &Chart::part);
    return chart == charts_.end() ? pugi::xml_node() : chart->document.document_element();
  };
  for (const SheetCopy& sheet : sheets_) {
    const auto from = workbook_.package.related(sheet.tab->part, "drawing");
    const auto to = package_.related(sheet.part, "drawing");
    for (std::size_t i = 0; i < std::min(from.size(), to.size()); ++i) {
      const auto drawing = std::ranges::find(workbook_.drawings, from[i], &DrawingTemplate::part);
      if (drawing != workbook_.drawings.end()) merge::write_chart_texts(*drawing, package_, to[i], chart_of);
    }
  }
}

/// docProps/app.xml may list the names of the sheets; both elements are optional (Part 1, 22.2.2).
void WorkbookRenderer::forget_sheet_titles() {
  for (const opc::PartName& part : package_.related(opc::PartName("/"), "extended-properties")) {
    edit(part, [](pugi::xml_node root) {
      for (const char* name : {"HeadingPairs", "TitlesOfParts"}) root.remove_child(child(root, name));
    });
  }
}

}  // namespace lg::merge
