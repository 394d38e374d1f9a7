#include "lint/workbook_texts.hpp"

#include "base/text.hpp"
#include "base/value.hpp"
#include "opc/xml.hpp"

#include <pugixml.hpp>

#include <string_view>
#include <vector>

namespace lg::lint {
namespace {

/// The texts of paragraphs of DrawingML (ECMA-376 Part 1, 21.1.2.2.6), each whole.
std::vector<std::string> paragraphs(pugi::xml_node node) {
  std::vector<std::string> texts;
  node.find_node([&](pugi::xml_node one) {
    if (opc::local_name(one) == "p") texts.emplace_back();
    if (opc::local_name(one) == "t" && !texts.empty()) texts.back() += one.text().get();
    return false;
  });
  return texts;
}

/// A header without its codes: "&L&8Text" is "Text" (18.3.1.46).
std::string without_codes(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '&' || at + 1 == text.size()) {
      plain += text[at];
      continue;
    }
    ++at;
    if (text[at] == '"') at = std::min(text.find('"', at + 1), text.size() - 1);
    while (at + 1 < text.size() && text[at] >= '0' && text[at] <= '9' && text[at + 1] >= '0' &&
           text[at + 1] <= '9')
      ++at;
    plain += ' ';
  }
  return std::string(trim(plain));
}

class Texts {
 public:
  Texts(const opc::Package& package, const TakeText& take) : package_(package), take_(take) {}

  void run() {
    const opc::PartName main = package_.main_part();
    const auto root = read(main);
    for (const pugi::xml_node sheet : opc::child(root.document_element(), "sheets").children()) {
      const opc::Relationship* one = package_.relationships(main).find(opc::attribute(sheet, "id").value());
      if (one == nullptr || one->external) continue;
      const opc::PartName part = main.resolve(one->target);
      if (package_.has(part)) read_sheet(part, sheet.attribute("name").value());
    }
    for_each_property(package_,
                      [this](const std::string& text, const Location& where) { take_(text, where, true); });
  }

 private:
  [[nodiscard]] pugi::xml_document read(const opc::PartName& part) const {
    return opc::parse_xml(package_.bytes(part), package_.file_name(), part.text());
  }

  void take(const std::string& text, const std::string& sheet, const std::string& cell,
            bool prominent) const {
    if (!trim(text).empty()) take_(text, CellLocation{package_.file_name(), sheet, cell, ""}, prominent);
  }

  void read_sheet(const opc::PartName& part, const std::string& name) const {
    const auto xml = read(part);
    for (const pugi::xml_node edge : opc::child(xml.document_element(), "headerFooter").children()) {
      const bool header = opc::local_name(edge).ends_with("Header");
      take(without_codes(edge.text().get()), name, header ? "sidhuvud" : "sidfot", true);
    }
    for (const opc::PartName& drawing : package_.related(part, "drawing")) {
      if (package_.has(drawing)) read_drawing(drawing, name);
    }
    for (const opc::PartName& notes : package_.related(part, "comments")) {
      if (package_.has(notes)) read_notes(notes, name);
    }
  }

  void read_drawing(const opc::PartName& drawing, const std::string& sheet) const {
    const auto xml = read(drawing);
    for (const pugi::xml_node anchor : xml.document_element().children()) {
      const pugi::xml_node from = opc::child(anchor, "from");
      const std::string cell =
          cell_name(opc::child(from, "row").text().as_int() + 1, opc::child(from, "col").text().as_int() + 1);
      for (const std::string& text : paragraphs(anchor)) take(text, sheet, cell, false);
      const pugi::xml_node chart =
          anchor.find_node([](pugi::xml_node one) { return std::string_view(one.name()) == "c:chart"; });
      const opc::Relationship* target =
          package_.relationships(drawing).find(opc::attribute(chart, "id").value());
      if (!chart || target == nullptr || target->external) continue;
      const opc::PartName part = drawing.resolve(target->target);
      if (!package_.has(part)) continue;
      for (const std::string& text : paragraphs(read(part))) take(text, sheet, cell, true);
    }
  }

  void read_notes(const opc::PartName& notes, const std::string& sheet) const {
    const auto xml = read(notes);
    xml.document_element().find_node([&](pugi::xml_node one) {
      if (opc::local_name(one) != "comment") return false;
      std::string whole;
      one.find_node([&](pugi::xml_node part) {
        if (opc::local_name(part) == "t") whole += part.text().get();
        return false;
      });
      take(whole, sheet, one.attribute("ref").value(), false);
      return false;
    });
  }

  const opc::Package& package_;
  const TakeText& take_;
};

}  // namespace

void for_each_text(const opc::Package& package, const TakeText& take) {
  Texts(package, take).run();
}

void for_each_property(const opc::Package& package,
                       const std::function<void(const std::string& text, const Location& where)>& take) {
  for (const char* kind : {"core-properties", "extended-properties", "custom-properties"}) {
    for (const opc::PartName& name : package.related(opc::PartName("/"), kind)) {
      if (!package.has(name)) continue;
      const auto part = opc::parse_xml(package.bytes(name), package.file_name(), name.text());
      part.document_element().find_node([&](pugi::xml_node node) {
        if (node.type() != pugi::node_pcdata) return false;
        const std::string_view field = opc::local_name(node.parent());
        const bool written = field == "title" || field == "subject" || field == "keywords" ||
                             field == "description" || field == "category" || field == "lpwstr" ||
                             field == "Company" || field == "Manager";
        if (written)
          take(node.value(), ParagraphLocation{package.file_name(), name.text(), "", excerpt(node.value())});
        return false;
      });
    }
  }
}

}  // namespace lg::lint
