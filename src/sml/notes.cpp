#include "sml/notes.hpp"

#include "opc/xml.hpp"
#include "sml/cell_marks.hpp"
#include "sml/cell_ref.hpp"
#include "sml/element_names.hpp"
#include "sml/note_part.hpp"
#include "sml/note_shapes.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace lg::sml {
namespace {

using opc::child;
using opc::local_name;
using opc::Package;
using opc::PartName;

constexpr const char* relationship_types =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* comments_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
constexpr const char* vml_type = "application/vnd.openxmlformats-officedocument.vmlDrawing";

pugi::xml_document parsed(const Package& package, const PartName& part) {
  return opc::parse_xml(package.bytes(part), package.file_name(), part.text());
}

/// A sheet of cells, by its name.
struct Tab {
  std::string name;
  PartName part;
  bool visible = true;
};

std::vector<Tab> tabs_of(const Package& package) {
  std::vector<Tab> tabs;
  const PartName main = package.main_part();
  if (!package.content_type(main).ends_with("xml")) return tabs;  // a binary workbook
  const pugi::xml_document workbook = parsed(package, main);
  for (const pugi::xml_node node : child(workbook.document_element(), "sheets").children()) {
    const opc::Relationship* to = package.relationships(main).find(opc::attribute(node, "id").value());
    if (to == nullptr || to->external || opc::kind_of(*to) != "worksheet") continue;
    const std::string_view state = node.attribute("state").value();
    tabs.push_back(
        {node.attribute("name").value(), main.resolve(to->target), state.empty() || state == "visible"});
  }
  return tabs;
}

std::optional<PartName> part_of_kind(const Package& package, const PartName& source, std::string_view kind) {
  for (PartName& part : package.related(source, kind)) {
    if (package.has(part)) return std::move(part);
  }
  return {};
}

/// The drawing that the boxes of the sheet's notes lie in; headers with pictures have another of the same
/// kind.
std::optional<PartName> note_drawing(const Package& package, const PartName& sheet,
                                     pugi::xml_node worksheet) {
  const std::string id = opc::attribute(child(worksheet, "legacyDrawing"), "id").value();
  const opc::Relationship* to = package.relationships(sheet).find(id);
  if (to == nullptr || to->external || !package.has(sheet.resolve(to->target))) return {};
  return sheet.resolve(to->target);
}

PartName free_name(const Package& package, const std::string& begin, const std::string& end) {
  for (int number = 1;; ++number) {
    PartName name(begin + std::to_string(number) + end);
    if (!package.has(name)) return name;
  }
}

/// Relates `source` to a part and gives the relationship's id.
std::string relate(Package& package, const PartName& source, const char* kind, const PartName& target) {
  opc::Relationships relationships = package.relationships(source);
  std::string id = relationships.add(std::string(relationship_types) + "/" + kind, target.text(), false);
  package.replace(source, std::move(relationships));
  return id;
}

void unrelate(Package& package, const PartName& source, const PartName& target) {
  opc::Relationships relationships = package.relationships(source);
  for (const opc::Relationship& one : package.relationships(source).all()) {
    if (!one.external && source.resolve(one.target) == target) relationships.remove(one.id);
  }
  package.replace(source, std::move(relationships));
  package.remove(target);
}

/// The number behind the shape blocks of all sheets.
int free_block(const Package& package) {
  int highest = 0;
  for (const PartName& part : package.part_names()) {
    if (part.extension() == "vml") highest = std::max(highest, highest_block(package.bytes(part)));
  }
  return highest + 1;
}

/// Names the drawing of the notes' boxes in the sheet, where CT_Worksheet (18.3.1.99) has it.
void set_legacy_drawing(pugi::xml_node worksheet, const std::string& id) {
  constexpr std::array<std::string_view, 9> behind = {"legacyDrawingHF",  "drawingHF",  "picture",
                                                      "oleObjects",       "controls",   "webPublishItems",
                                                      "AlternateContent", "tableParts", "extLst"};
  const pugi::xml_node next = worksheet.find_child(
      [&](pugi::xml_node node) { return std::ranges::find(behind, local_name(node)) != behind.end(); });
  const std::string_view root = worksheet.name();
  const std::string name =
      std::string(root.substr(0, root.size() - local_name(worksheet).size())) + "legacyDrawing";
  pugi::xml_node made =
      next ? worksheet.insert_child_before(name.c_str(), next) : worksheet.append_child(name.c_str());
  std::string prefix = "r";
  bool declared = false;
  for (const pugi::xml_attribute one : worksheet.attributes()) {
    if (one.value() != std::string_view(relationship_types) ||
        !std::string_view(one.name()).starts_with("xmlns:"))
      continue;
    prefix = local_name(one.name());
    declared = true;
  }
  if (!declared) made.append_attribute("xmlns:r") = relationship_types;
  made.append_attribute((prefix + ":id").c_str()) = id.c_str();
}

/// One sheet while it gets notes.
class NotedSheet {
 public:
  NotedSheet(Package& package, PartName part)
      : package_(package), part_(std::move(part)), sheet_(parsed(package, part_)) {
    for (const PartName& threads : package.related(part_, "threadedComment")) {
      if (package.has(threads)) threaded_.merge(noted_cells(parsed(package, threads).document_element()));
    }
  }

  /// The cell that shows what is noted at it: of merged cells the first.
  [[nodiscard]] CellRef shown(CellRef cell) const {
    for (const pugi::xml_node merge : child(root(), "mergeCells").children()) {
      const auto range = CellRange::parse(merge.attribute("ref").value());
      if (range && range->contains(cell)) return range->first;
    }
    return cell;
  }

  /// `mark`: the format that noted cells are coloured with.
  void write(const std::map<CellRef, std::string>& notes, std::optional<unsigned> mark) {
    const auto known = part_of_kind(package_, part_, "comments");
    const PartName name = known.value_or(free_name(package_, "/xl/comments", ".xml"));
    const pugi::xml_document comments =
        known ? parsed(package_, name)
              : opc::parse_xml(empty_note_part(namespace_of(root())), package_.file_name(), name.text());
    const auto drawing = note_drawing(package_, part_, root());
    std::string vml = drawing ? package_.bytes(*drawing) : empty_note_drawing(free_block(package_));
    std::map<CellRef, std::string> shown;
    for (const auto& [cell, text] : notes) {
      const CellRef at = free_cell(cell);
      const std::string place = at == cell ? "" : cell.text() + ":\n";
      shown[at] = add_note(comments.document_element(), at, place + text);
    }
    set_note_boxes(vml, boxes_for(shown, root()));
    if (known) {
      package_.replace(name, opc::to_bytes(comments));
    } else {
      package_.add(name, opc::to_bytes(comments), comments_type);
      relate(package_, part_, "comments", name);
    }
    write_drawing(drawing, std::move(vml));
    if (mark) {
      std::set<CellRef> cells;
      for (const auto& [cell, text] : notes) cells.insert(cell);
      mark_cells(root(), cells, *mark);
    }
    if (!drawing || mark) package_.replace(part_, opc::to_bytes(sheet_));
  }

 private:
  [[nodiscard]] pugi::xml_node root() const { return sheet_.document_element(); }

  [[nodiscard]] CellRef free_cell(CellRef cell) const {
    while (threaded_.contains(cell) && cell.column < max_columns) ++cell.column;
    return cell;
  }

  void write_drawing(const std::optional<PartName>& drawing, std::string vml) {
    if (drawing) return package_.replace(*drawing, std::move(vml));
    const PartName name = free_name(package_, "/xl/drawings/vmlDrawing", ".vml");
    package_.add(name, std::move(vml), vml_type);
    set_legacy_drawing(root(), relate(package_, part_, "vmlDrawing", name));
  }

  Package& package_;
  PartName part_;
  pugi::xml_document sheet_;
  std::set<CellRef> threaded_;
};

/// What each sheet is to be told, by cell.
using Texts = std::map<PartName, std::map<CellRef, std::string>>;

void add_text(std::string& text, const std::string& more) {
  text += (text.empty() ? "" : "\n\n") + more;
}

Texts sorted(const std::vector<Tab>& tabs, std::span<const Note> notes) {
  Texts texts;
  if (tabs.empty()) return texts;
  const auto visible = std::ranges::find(tabs, true, &Tab::visible);
  const Tab& first = visible == tabs.end() ? tabs.front() : *visible;
  for (const Note& note : notes) {
    const auto tab = std::ranges::find(tabs, note.sheet, &Tab::name);
    const auto cell = CellRef::parse(note.cell);
    if (tab != tabs.end() && cell) {
      add_text(texts[tab->part][*cell], note.text);
    } else {
      const PartName& part = tab == tabs.end() ? first.part : tab->part;
      add_text(texts[part][CellRef{1, 1}], (note.place.empty() ? "" : note.place + "\n") + note.text);
    }
  }
  return texts;
}

void remove_from(Package& package, const PartName& sheet, const PartName& part) {
  const pugi::xml_document comments = parsed(package, part);
  const std::string before = opc::to_bytes(comments);
  const std::set<CellRef> gone = remove_own_notes(comments.document_element());
  std::string after = opc::to_bytes(comments);
  if (after == before) return;
  if (noted_cells(comments.document_element()).empty()) {
    unrelate(package, sheet, part);
  } else {
    package.replace(part, std::move(after));
  }
  const pugi::xml_document worksheet = parsed(package, sheet);
  pugi::xml_node root = worksheet.document_element();
  const auto drawing = note_drawing(package, sheet, root);
  if (!drawing) return;
  std::string vml = package.bytes(*drawing);
  remove_note_shapes(vml, gone);
  if (has_shapes(vml)) return package.replace(*drawing, std::move(vml));
  root.remove_child(opc::child(root, "legacyDrawing"));
  package.replace(sheet, opc::to_bytes(worksheet));
  unrelate(package, sheet, *drawing);
}

/// Takes the marks out of the sheet; `copy` is made when there are any.
void unmark(const Package& package, const PartName& sheet, std::optional<Package>& copy) {
  const pugi::xml_document worksheet = parsed(copy ? *copy : package, sheet);
  if (!unmark_cells(worksheet.document_element())) return;
  if (!copy) copy.emplace(package);
  copy->replace(sheet, opc::to_bytes(worksheet));
}

}  // namespace

Package with_notes(const Package& package, std::span<const Note> notes, CellMark mark) {
  Package copy = without_own_notes(package);
  if (notes.empty()) return copy;
  const auto styles_part = part_of_kind(copy, copy.main_part(), "styles");
  const bool colours = mark == CellMark::fill && styles_part;
  const pugi::xml_document styles = colours ? parsed(copy, *styles_part) : pugi::xml_document();
  std::optional<unsigned> format;
  if (colours) format = mark_format(styles.document_element());
  for (const auto& [part, texts] : sorted(tabs_of(copy), notes)) {
    NotedSheet sheet(copy, part);
    std::map<CellRef, std::string> shown;
    for (const auto& [cell, text] : texts) add_text(shown[sheet.shown(cell)], text);
    sheet.write(shown, format);
  }
  if (colours) copy.replace(*styles_part, opc::to_bytes(styles));
  return copy;
}

Package without_own_notes(const Package& package) {
  std::optional<Package> copy;
  for (const Tab& tab : tabs_of(package)) {
    if (package.bytes(tab.part).find("Genomgång") != std::string::npos) unmark(package, tab.part, copy);
    const Package& now = copy ? *copy : package;
    const auto part = part_of_kind(now, tab.part, "comments");
    if (!part || now.bytes(*part).find("Genomgång") == std::string::npos) continue;
    if (!copy) copy.emplace(package);
    remove_from(*copy, tab.part, *part);
  }
  return copy ? std::move(*copy) : package;
}

}  // namespace lg::sml
