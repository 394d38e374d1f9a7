#include "lint/workbook.hpp"

#include "base/text.hpp"
#include "lint/accessibility.hpp"
#include "lint/foreign_tags.hpp"
#include "lint/leftovers.hpp"
#include "lint/standing_years.hpp"
#include "lint/workbook_texts.hpp"
#include "opc/xml.hpp"
#include "sml/workbook.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace lg::lint {
namespace {

class SheetsCheck {
 public:
  SheetsCheck(const opc::Package& package, const std::vector<merge::Tag>& tags, const Names& names,
              Problems& problems)
      : package_(package), tags_(tags), names_(names), problems_(problems), years_(names) {}

  void run() {
    const sml::Workbook workbook = sml::Workbook::read(package_);
    for (const sml::Worksheet& sheet : workbook.sheets) read_texts(sheet);
    for_each_text(package_, [this](const std::string& text, const Location& where, bool prominent) {
      tell_foreign_tags(text, where, names_, problems_);
      tell_leftovers(text, where, names_, problems_);
      years_.take(text, where, prominent);
    });
    years_.tell(problems_);
    const opc::PartName main = package_.main_part();
    const auto root = opc::parse_xml(package_.bytes(main), package_.file_name(), main.text());
    const pugi::xml_node sheets = opc::child(root.document_element(), "sheets");
    for (const pugi::xml_node sheet : sheets.children()) read_part(sheet, main);
  }

 private:
  [[nodiscard]] Location place(const std::string& sheet, const std::string& cell) const {
    return CellLocation{package_.file_name(), sheet, cell, ""};
  }

  void add(const char* code, Location where, std::string message, std::string hint) {
    problems_.add({Severity::warning, code, std::move(where), std::move(message), std::move(hint), {}});
  }

  void read_texts(const sml::Worksheet& sheet) {
    years_.take(sheet.name, place(sheet.name, ""), true);
    tell_foreign_tags(sheet.name, place(sheet.name, ""), names_, problems_);
    for (const sml::Cell& cell : sheet.cells) {
      const auto* text = std::get_if<std::string_view>(&cell.value);
      if (text == nullptr || cell.formula) continue;
      const Location where = place(sheet.name, cell_name(cell.ref.row, cell.ref.column));
      tell_foreign_tags(*text, where, names_, problems_);
      tell_leftovers(*text, where, names_, problems_);
      years_.take(*text, where, false);
    }
  }

  void read_part(pugi::xml_node sheet, const opc::PartName& main) {
    const std::string name = sheet.attribute("name").value();
    const opc::Relationship* one = package_.relationships(main).find(opc::attribute(sheet, "id").value());
    if (one == nullptr || one->external || opc::kind_of(*one) != "worksheet") return;
    const opc::PartName part = main.resolve(one->target);
    if (package_.has(part)) check_part(part, name);
  }

  void check_part(const opc::PartName& part, const std::string& name) {
    const auto xml = opc::parse_xml(package_.bytes(part), package_.file_name(), part.text());
    check_protection(xml.document_element(), name);
    for (const opc::PartName& drawing : package_.related(part, "drawing")) {
      if (package_.has(drawing)) check_drawing(drawing, name);
    }
    for (const opc::PartName& table : package_.related(part, "table")) {
      if (package_.has(table)) check_table(table, name);
    }
  }

  void check_protection(pugi::xml_node root, const std::string& name) {
    const bool locked = opc::child(root, "sheetProtection").attribute("sheet").as_bool();
    const bool grows = std::ranges::any_of(tags_, [&](const merge::Tag& tag) {
      const auto* cell = std::get_if<CellLocation>(&tag.where);
      return tag.kind == merge::TagKind::each && cell != nullptr && cell->sheet == name;
    });
    if (!locked || !grows) return;
    add("MALL-121", place(name, ""), "Bladet ”" + name + "” är skyddat, men har rader som växer med data.",
        "Välj Granska › Ta bort bladets skydd i Excel; i ett skyddat blad går de nya raderna inte att "
        "sortera "
        "eller filtrera.");
  }

  void check_drawing(const opc::PartName& drawing, const std::string& name) {
    const auto xml = opc::parse_xml(package_.bytes(drawing), package_.file_name(), drawing.text());
    for (const pugi::xml_node anchor : xml.document_element().children()) {
      const pugi::xml_node properties =
          anchor.find_node([](pugi::xml_node node) { return opc::local_name(node) == "cNvPr"; });
      if (!properties || !is_silent(properties, anchor) || is_written(anchor)) continue;
      const SilentPicture picture = silent_picture(properties, anchor);
      const pugi::xml_node from = opc::child(anchor, "from");
      const int row = opc::child(from, "row").text().as_int() + 1;
      const int column = opc::child(from, "col").text().as_int() + 1;
      add("M042", place(name, cell_name(row, column)),
          picture.kind + " ”" + picture.name + "” saknar alternativtext.",
          "Högerklicka i Excel, välj Redigera alternativtext och skriv vad den visar, eller markera den som "
          "dekorativ.");
    }
  }

  /// A shape with text of its own is read for that.
  static bool is_written(pugi::xml_node anchor) {
    return static_cast<bool>(anchor.find_node([](pugi::xml_node node) {
      return opc::local_name(node) == "t" && !trim(node.text().get()).empty();
    }));
  }

  void check_table(const opc::PartName& part, const std::string& name) {
    const auto xml = opc::parse_xml(package_.bytes(part), package_.file_name(), part.text());
    const pugi::xml_node table = xml.document_element();
    const auto range = sml::CellRange::parse(table.attribute("ref").value());
    if (!range || table.attribute("headerRowCount").as_int(1) == 0) return;
    int column = range->first.column;
    for (const pugi::xml_node one : opc::child(table, "tableColumns").children()) {
      const std::string heading = one.attribute("name").value();
      const std::string folded = fold(heading);
      const bool unnamed = folded.empty() || is_numbered(folded, "kolumn") || is_numbered(folded, "column");
      if (unnamed) {
        add("MALL-122", place(name, cell_name(range->first.row, column)),
            "En kolumn i tabellen ”" + std::string(table.attribute("displayName").value()) +
                "” har ingen egen rubrik" + (folded.empty() ? "." : ", bara ”" + heading + "”."),
            "Skriv en rubrik i cellen, så att den som läser vet vad kolumnen visar.");
      }
      ++column;
    }
  }

  static bool is_numbered(std::string_view name, std::string_view word) {
    return name.starts_with(word) && name.size() > word.size() &&
           name.substr(word.size()).find_first_not_of("0123456789") == std::string_view::npos;
  }

  const opc::Package& package_;
  const std::vector<merge::Tag>& tags_;
  const Names& names_;
  Problems& problems_;
  StandingYears years_;
};

}  // namespace

void check_sheets(const opc::Package& package, const std::vector<merge::Tag>& tags, const Names& names,
                  Problems& problems) {
  SheetsCheck(package, tags, names, problems).run();
}

}  // namespace lg::lint
