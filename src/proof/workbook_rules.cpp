#include "proof/workbook_rules.hpp"

#include "base/text.hpp"
#include "opc/xml.hpp"
#include "proof/chart_rules.hpp"
#include "proof/sheet_rules.hpp"
#include "proof/table_part_rules.hpp"
#include "sml/chart_references.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace lg::proof {
namespace {

constexpr std::size_t longest_sheet_name = 31;

std::size_t count_of(pugi::xml_node parent, std::string_view element) {
  std::size_t count = 0;
  for (const pugi::xml_node node : parent.children()) count += opc::local_name(node) == element ? 1U : 0U;
  return count;
}

SheetContext context_of(const ParsedPackage& parsed, const opc::PartName& main) {
  const pugi::xml_node styles = parsed.related_root(main, "styles");
  return {count_of(parsed.related_root(main, "sharedStrings"), "si"),
          count_of(opc::child(styles, "cellXfs"), "xf"), count_of(opc::child(styles, "dxfs"), "dxf")};
}

bool is_legal_name(const std::string& name) {
  std::size_t characters = 0;
  for (const char c : name) characters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
  return !name.empty() && characters <= longest_sheet_name &&
         name.find_first_of(":\\/?*[]") == std::string::npos && name.front() != '\'' && name.back() != '\'' &&
         to_lower(name) != "history";
}

std::set<std::string> check_sheet_names(pugi::xml_node workbook, Breaches& breaches) {
  std::set<std::string> names;
  std::set<std::string> ids;
  for (const pugi::xml_node sheet : opc::child(workbook, "sheets").children()) {
    const std::string name = sheet.attribute("name").value();
    if (!is_legal_name(name)) breaches.add("X22", sheet, "kan ett blad inte heta ”" + name + "”", name);
    if (!names.insert(to_lower(name)).second)
      breaches.add("X22", sheet, "heter två blad ”" + name + "”", name);
    const std::string id = sheet.attribute("sheetId").value();
    if (!ids.insert(id).second) breaches.add("X22", sheet, "har två blad samma nummer", id);
  }
  return names;
}

void check_defined_names(pugi::xml_node workbook, std::size_t sheets, Breaches& breaches) {
  std::set<std::string> known;
  for (const pugi::xml_node one : opc::child(workbook, "definedNames").children()) {
    const std::string name = one.attribute("name").value();
    const std::string sheet = one.attribute("localSheetId").value();
    if (!known.insert(to_lower(name) + "\n" + sheet).second) {
      breaches.add("X13", one, "finns namnet ”" + name + "” två gånger", name);
    }
    if (!sheet.empty() && one.attribute("localSheetId").as_ullong() >= sheets) {
      breaches.add("X13", one, "hör namnet ”" + name + "” till ett blad som inte finns", name);
    }
    const std::string_view text = one.child_value();
    if (text.empty() || text.find("#REF!") != std::string_view::npos) {
      breaches.add("X13", one, "pekar namnet ”" + name + "” på celler som inte finns", name);
    }
  }
}

void check_chart_sheets(pugi::xml_node root, const std::set<std::string>& sheets, Breaches& breaches) {
  root.find_node([&](pugi::xml_node node) {
    if (opc::local_name(node) != "f") return false;
    for (const sml::ChartRange& range : sml::chart_ranges(node.child_value())) {
      if (range.sheet.empty() || sheets.contains(to_lower(range.sheet))) continue;
      breaches.add("X17", node, "ritas ett diagram av bladet ”" + range.sheet + "”, som inte finns",
                   range.sheet);
    }
    return false;
  });
}

/// Cells that the order of calculation names and that have no formula: Excel repairs the file (X09).
void check_calculation_chain(const ParsedPackage& parsed, const opc::PartName& main,
                             std::vector<Breach>& all) {
  for (const opc::PartName& part : parsed.package().related(main, "calcChain")) {
    Breaches breaches(part);
    std::set<std::string> cells;
    for (const opc::PartName& sheet : parsed.package().related(main, "worksheet")) {
      parsed.root(sheet).find_node([&](pugi::xml_node node) {
        if (opc::local_name(node) == "c" && opc::child(node, "f")) cells.insert(node.attribute("r").value());
        return false;
      });
    }
    for (const pugi::xml_node one : parsed.root(part).children()) {
      const std::string cell = one.attribute("r").value();
      if (!cells.contains(cell)) breaches.add("X09", one, "räknas en cell som inte har någon formel", cell);
    }
    all.insert(all.end(), breaches.found().begin(), breaches.found().end());
  }
}

}  // namespace

std::vector<Breach> workbook_breaches(const ParsedPackage& parsed) {
  const opc::PartName main = parsed.package().main_part();
  const SheetContext context = context_of(parsed, main);
  std::vector<Breach> all;
  const auto take = [&](const Breaches& some) {
    all.insert(all.end(), some.found().begin(), some.found().end());
  };

  Breaches book(main);
  const std::set<std::string> names = check_sheet_names(parsed.root(main), book);
  check_defined_names(parsed.root(main), names.size(), book);
  take(book);

  TableNames tables;
  for (const opc::PartName& sheet : parsed.package().related(main, "worksheet")) {
    Breaches breaches(sheet);
    check_sheet(parsed.root(sheet), context, breaches);
    take(breaches);
    for (const opc::PartName& table : parsed.package().related(sheet, "table")) {
      Breaches of_table(table);
      check_table_part(parsed, sheet, table, tables, of_table);
      take(of_table);
    }
  }
  check_calculation_chain(parsed, main, all);
  for (const opc::PartName& part : parsed.package().part_names()) {
    const pugi::xml_node root = parsed.root(part);
    if (opc::local_name(root) != "chartSpace") continue;
    Breaches breaches(part);
    check_chart(root, breaches);
    check_chart_sheets(root, names, breaches);
    take(breaches);
  }
  return all;
}

}  // namespace lg::proof
