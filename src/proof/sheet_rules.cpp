#include "proof/sheet_rules.hpp"

#include "opc/xml.hpp"
#include "proof/cell_rules.hpp"
#include "sml/areas.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lg::proof {
namespace {

/// The children of a worksheet in the order of CT_Worksheet.
constexpr std::array<std::string_view, 38> order = {"sheetPr",
                                                    "dimension",
                                                    "sheetViews",
                                                    "sheetFormatPr",
                                                    "cols",
                                                    "sheetData",
                                                    "sheetCalcPr",
                                                    "sheetProtection",
                                                    "protectedRanges",
                                                    "scenarios",
                                                    "autoFilter",
                                                    "sortState",
                                                    "dataConsolidate",
                                                    "customSheetViews",
                                                    "mergeCells",
                                                    "phoneticPr",
                                                    "conditionalFormatting",
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
                                                    "drawingHF",
                                                    "legacyDrawing",
                                                    "legacyDrawingHF",
                                                    "picture",
                                                    "oleObjects",
                                                    "controls",
                                                    "webPublishItems",
                                                    "tableParts"};

constexpr std::size_t most_links = 65'490;

void check_order(pugi::xml_node worksheet, Breaches& breaches) {
  std::size_t reached = 0;
  for (const pugi::xml_node child : worksheet.children()) {
    const auto at = std::ranges::find(order, opc::local_name(child));
    if (at == order.end()) continue;
    const auto place = static_cast<std::size_t>(at - order.begin());
    if (place < reached)
      breaches.add("X23", child, "står " + std::string(*at) + " på fel plats", std::string(*at));
    reached = std::max(reached, place);
  }
}

/// Areas that a person chose lie on the sheet, first corner first.
void check_areas(pugi::xml_node node, const char* attribute, const char* rule, Breaches& breaches) {
  const std::string text = node.attribute(attribute).value();
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string one = text.substr(at, end - at);
    at = end + 1;
    if (one.empty() && end < text.size()) continue;
    const auto range = sml::CellRange::parse(one);
    // Whole columns and rows ("A:C") are read by nothing but Excel.
    const bool whole = one.find_first_of("0123456789") == std::string::npos ||
                       one.find_first_not_of("0123456789:$") == std::string::npos;
    const bool turned = range && one.find(':') != std::string::npos && range->first != range->last &&
                        sml::CellRef::parse(one.substr(0, one.find(':'))) != range->first;
    if ((!range && !(whole && !one.empty())) || turned) {
      breaches.add(rule, node, "ligger ett område utanför bladet (" + one + ")", one);
    }
  }
}

void check_merges(pugi::xml_node merges, Breaches& breaches) {
  std::vector<sml::CellRange> ranges;
  for (const pugi::xml_node one : merges.children()) {
    check_areas(one, "ref", "X10", breaches);
    if (const auto range = sml::CellRange::parse(one.attribute("ref").value())) ranges.push_back(*range);
  }
  breaches.check(!ranges.empty(), "X10", merges, "finns en tom lista över sammanfogade celler");
  if (merges.attribute("count").as_ullong(ranges.size()) != ranges.size()) {
    breaches.add("X10", merges, "stämmer inte antalet sammanfogade celler");
  }
  std::ranges::sort(ranges);
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    for (std::size_t k = i + 1; k < ranges.size() && ranges[k].first.row <= ranges[i].last.row; ++k) {
      const bool apart =
          ranges[k].last.column < ranges[i].first.column || ranges[i].last.column < ranges[k].first.column;
      if (!apart) {
        breaches.add(
            "X10", merges,
            "ligger sammanfogade celler över varandra (" + ranges[i].text() + ", " + ranges[k].text() + ")",
            ranges[i].text());
      }
    }
  }
}

void check_formats(pugi::xml_node worksheet, const SheetContext& context, Breaches& breaches) {
  std::set<std::string> priorities;
  for (const pugi::xml_node format : worksheet.children()) {
    if (opc::local_name(format) != "conditionalFormatting") continue;
    check_areas(format, "sqref", "X11", breaches);
    for (const pugi::xml_node rule : format.children()) {
      if (opc::local_name(rule) != "cfRule") continue;
      const std::string priority = rule.attribute("priority").value();
      if (!priorities.insert(priority).second) {
        breaches.add("X11", rule, "har två villkorsregler samma ordning", priority);
      }
      const pugi::xml_attribute style = rule.attribute("dxfId");
      if (style && style.as_ullong() >= context.differential_styles) {
        breaches.add("X11", rule, "har en villkorsregel ett utseende som inte finns", style.value());
      }
    }
  }
}

void check_validations(pugi::xml_node validations, Breaches& breaches) {
  std::size_t count = 0;
  for (const pugi::xml_node one : validations.children()) {
    if (opc::local_name(one) != "dataValidation") continue;
    ++count;
    check_areas(one, "sqref", "X12", breaches);
  }
  if (validations.attribute("count").as_ullong(count) != count || count == 0) {
    breaches.add("X12", validations, "stämmer inte antalet dataverifieringar");
  }
}

void check_links(pugi::xml_node links, Breaches& breaches) {
  std::size_t count = 0;
  for (const pugi::xml_node link : links.children()) {
    ++count;
    check_areas(link, "ref", "X20", breaches);
  }
  breaches.check(count > 0, "X20", links, "finns en tom lista över länkar");
  breaches.check(count <= most_links, "X25", links, "har bladet fler länkar än Excel tillåter");
}

}  // namespace

int sheet_row(pugi::xml_node node) {
  while (node && opc::local_name(node) != "row") node = node.parent();
  return node.attribute("r").as_int();
}

void check_sheet(pugi::xml_node worksheet, const SheetContext& context, Breaches& breaches) {
  check_order(worksheet, breaches);
  check_formats(worksheet, context, breaches);
  for (const pugi::xml_node child : worksheet.children()) {
    const std::string_view name = opc::local_name(child);
    if (name == "sheetData") check_cells(child, context, breaches);
    if (name == "mergeCells") check_merges(child, breaches);
    if (name == "dataValidations") check_validations(child, breaches);
    if (name == "hyperlinks") check_links(child, breaches);
    if (name == "autoFilter") check_areas(child, "ref", "X15", breaches);
    if (name == "dimension") check_areas(child, "ref", "X19", breaches);
  }
}

}  // namespace lg::proof
