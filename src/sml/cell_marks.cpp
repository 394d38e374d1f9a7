#include "sml/cell_marks.hpp"

#include "opc/xml.hpp"
#include "sml/element_names.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace lg::sml {
namespace {

using opc::child;
using opc::local_name;

constexpr const char* background = "FFFFD966";  // a calm yellow that black text can be read on
constexpr const char* foreground = "FF000000";
constexpr const char* formula = "ISTEXT(\"Genomgång\")";  // always true, and how a mark is known again

std::string text_of(pugi::xml_node node) {
  std::ostringstream text;
  node.print(text, "", pugi::format_raw);
  return text.str();
}

/// Inserts a child before the first of those that the schema puts behind it.
template <std::size_t Count>
pugi::xml_node insert_before(pugi::xml_node parent, std::string_view name,
                             const std::array<std::string_view, Count>& behind) {
  const pugi::xml_node next = parent.find_child(
      [&behind](pugi::xml_node node) { return std::ranges::find(behind, local_name(node)) != behind.end(); });
  const std::string full = prefixed(parent, name);
  return next ? parent.insert_child_before(full.c_str(), next) : parent.append_child(full.c_str());
}

pugi::xml_node differential_formats(pugi::xml_node styles) {
  constexpr std::array<std::string_view, 3> behind = {"tableStyles", "colors", "extLst"};  // 18.8.39
  const pugi::xml_node known = child(styles, "dxfs");
  return known ? known : insert_before(styles, "dxfs", behind);
}

bool is_mark(pugi::xml_node rule) {
  return local_name(rule) == "cfRule" && child(rule, "formula").text().get() == std::string_view(formula);
}

/// Every rule of the sheet, those of the extension list too, lets ours go before it.
void make_way(pugi::xml_node node) {
  for (const pugi::xml_node one : node.children()) {
    if (local_name(one) == "sheetData") continue;
    if (local_name(one) == "cfRule") {
      if (pugi::xml_attribute priority = one.attribute("priority")) priority = priority.as_int() + 1;
    }
    make_way(one);
  }
}

}  // namespace

unsigned mark_format(pugi::xml_node styles) {
  pugi::xml_node formats = differential_formats(styles);
  pugi::xml_node made = formats.append_child(prefixed(formats, "dxf").c_str());
  made.append_child(prefixed(formats, "font").c_str())
      .append_child(prefixed(formats, "color").c_str())
      .append_attribute("rgb") = foreground;
  pugi::xml_node pattern = made.append_child(prefixed(formats, "fill").c_str())
                               .append_child(prefixed(formats, "patternFill").c_str());
  pattern.append_attribute("patternType") = "solid";
  // Of a differential format the background is the colour that is seen.
  pattern.append_child(prefixed(formats, "fgColor").c_str()).append_attribute("rgb") = background;
  pattern.append_child(prefixed(formats, "bgColor").c_str()).append_attribute("rgb") = background;
  const std::string look = text_of(made);
  unsigned number = 0;
  for (const pugi::xml_node format : formats.children()) {
    if (local_name(format) != "dxf") continue;
    if (format != made && text_of(format) == look) {
      formats.remove_child(made);
      return number;
    }
    if (format == made) break;
    ++number;
  }
  opc::set_attribute(formats, "count", std::to_string(number + 1));
  return number;
}

void mark_cells(pugi::xml_node worksheet, const std::set<CellRef>& cells, unsigned format) {
  // What CT_Worksheet (18.3.1.99) puts behind the first conditional format.
  constexpr std::array<std::string_view, 24> behind = {"conditionalFormatting",
                                                       "dataValidations",
                                                       "hyperlinks",
                                                       "printOptions",
                                                       "pageMargins",
                                                       "pageSetup",
                                                       "headerFooter",
                                                       "rowBreaks",
                                                       "colBreaks",
                                                       "customProperties",
                                                       "cellWatches",
                                                       "ignoredErrors",
                                                       "smartTags",
                                                       "drawing",
                                                       "legacyDrawing",
                                                       "legacyDrawingHF",
                                                       "drawingHF",
                                                       "picture",
                                                       "oleObjects",
                                                       "controls",
                                                       "webPublishItems",
                                                       "AlternateContent",
                                                       "tableParts",
                                                       "extLst"};
  if (cells.empty()) return;
  make_way(worksheet);
  std::string areas;
  for (const CellRef cell : cells) areas += (areas.empty() ? "" : " ") + cell.text();
  pugi::xml_node made = insert_before(worksheet, "conditionalFormatting", behind);
  made.append_attribute("sqref") = areas.c_str();
  pugi::xml_node rule = made.append_child(prefixed(worksheet, "cfRule").c_str());
  rule.append_attribute("type") = "expression";
  rule.append_attribute("dxfId") = format;
  rule.append_attribute("priority") = 1;
  rule.append_child(prefixed(worksheet, "formula").c_str()).text() = formula;
}

bool unmark_cells(pugi::xml_node worksheet) {
  std::vector<pugi::xml_node> gone;
  for (pugi::xml_node formatting : worksheet.children()) {
    if (local_name(formatting) != "conditionalFormatting") continue;
    std::vector<pugi::xml_node> marks;
    for (const pugi::xml_node rule : formatting.children()) {
      if (is_mark(rule)) marks.push_back(rule);
    }
    if (marks.empty()) continue;
    for (const pugi::xml_node rule : marks) formatting.remove_child(rule);
    if (!child(formatting, "cfRule")) gone.push_back(formatting);
  }
  for (const pugi::xml_node formatting : gone) worksheet.remove_child(formatting);
  return !gone.empty();
}

}  // namespace lg::sml
