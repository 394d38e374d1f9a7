#include "lint/accessibility.hpp"

#include "base/text.hpp"
#include "opc/xml.hpp"

#include <algorithm>
#include <string_view>

namespace lg::lint {
namespace {

bool holds(pugi::xml_node node, std::string_view local) {
  return static_cast<bool>(node.find_node([&](pugi::xml_node one) { return opc::local_name(one) == local; }));
}

bool is_on(pugi::xml_node flag) {
  const std::string_view value = flag.attribute("w:val").as_string("1");
  return flag && value != "0" && value != "false" && value != "off";
}

bool is_older(pugi::xml_node node) {
  for (; node; node = node.parent()) {
    if (std::string_view(node.name()) == "mc:Fallback") return true;
  }
  return false;
}

class AccessibilityCheck {
 public:
  AccessibilityCheck(const Story& story, Problems& problems) : story_(story), problems_(problems) {}

  void take(pugi::xml_node node) {
    const std::string_view name = node.name();
    if (is_older(node)) return;
    if (name == "wp:docPr") take_drawing(node);
    if (name == "v:shape" && node.child("v:imagedata")) take_old_picture(node);
    if (name == "w:tbl") take_table(node);
    if (name == "w:hyperlink") take_link(node);
  }

 private:
  void add(Severity severity, const char* code, pugi::xml_node node, std::string_view text,
           std::string message, std::string hint) {
    problems_.add({severity, code, story_.places.of(node, text), std::move(message), std::move(hint), {}});
  }

  void tell_picture(pugi::xml_node node, const SilentPicture& picture) {
    pugi::xml_node paragraph = node;
    while (paragraph && std::string_view(paragraph.name()) != "w:p") paragraph = paragraph.parent();
    const auto line = std::ranges::find(story_.lines, paragraph, &Line::node);
    const std::string text = line == story_.lines.end() ? "" : line->text;
    add(Severity::warning, "M042", node, text,
        picture.kind + " ”" + picture.name + "” saknar alternativtext.",
        "Högerklicka i Word, välj Redigera alternativtext och skriv vad den visar, eller markera den som "
        "dekorativ.");
  }

  void take_drawing(pugi::xml_node properties) {
    if (is_silent(properties, properties.parent()))
      tell_picture(properties, silent_picture(properties, properties.parent()));
  }

  void take_old_picture(pugi::xml_node shape) {
    if (!trim(shape.attribute("alt").value()).empty()) return;
    tell_picture(shape, {shape.attribute("id").value(), "Bilden"});
  }

  /// One column, or one row that nothing repeats, needs no header.
  void take_table(pugi::xml_node table) {
    std::size_t rows = 0;
    std::size_t columns = 0;
    bool header = false;
    bool repeated = false;
    bool first_repeated = false;
    for (const pugi::xml_node row : table.children("w:tr")) {
      ++rows;
      std::size_t cells = 0;
      for ([[maybe_unused]] const pugi::xml_node cell : row.children("w:tc")) ++cells;
      columns = std::max(columns, cells);
      header = header || is_on(row.child("w:trPr").child("w:tblHeader"));
      repeated = repeated || row.find_node([&](pugi::xml_node one) { return is_repeated(one); });
      if (rows == 1) first_repeated = repeated;
    }
    const pugi::xml_node look = table.child("w:tblPr").child("w:tblLook");
    const auto flags = static_cast<unsigned>(std::strtoul(look.attribute("w:val").value(), nullptr, 16));
    constexpr unsigned first_row = 0x0020;  // 17.4.55
    // A look for the first row is no header where that row is one of the list's.
    const bool looks_so = look.attribute("w:firstRow").as_bool() || (flags & first_row) != 0;
    if (looks_so && !first_repeated) header = true;
    if (header || columns < 2 || (rows < 2 && !repeated)) return;
    add(Severity::warning, "M052", table, "", "Tabellen har ingen rubrikrad.",
        "Ställ markören i tabellens första rad, välj Tabellayout › Upprepa rubrikrader, och skriv "
        "kolumnernas rubriker där.");
  }

  [[nodiscard]] bool is_repeated(pugi::xml_node paragraph) const {
    if (std::string_view(paragraph.name()) != "w:p") return false;
    const auto line = std::ranges::find(story_.lines, paragraph, &Line::node);
    return line != story_.lines.end() && line->repeated;
  }

  void take_link(pugi::xml_node link) {
    std::string text;
    link.find_node([&](pugi::xml_node node) {
      if (std::string_view(node.name()) == "w:t") text += node.text().get();
      return false;
    });
    const std::string_view words = trim(text);
    const bool outside = static_cast<bool>(link.attribute("r:id"));
    if (!outside || holds(link, "drawing")) return;
    if (words.empty()) {
      add(Severity::warning, "M054", link, "", "En länk har ingen text.",
          "Ta bort länken, eller skriv vad den leder till.");
    } else if ((words.starts_with("http://") || words.starts_with("https://") || words.starts_with("www.")) &&
               words.find(' ') == std::string_view::npos) {
      add(Severity::note, "M054", link, words, "Länkens text är bara en adress.",
          "Skriv vad länken leder till, så att den som får texten uppläst förstår den.");
    }
  }

  const Story& story_;
  Problems& problems_;
};

}  // namespace

bool is_silent(pugi::xml_node properties, pugi::xml_node drawing) {
  if (!trim(properties.attribute("descr").value()).empty()) return false;
  if (holds(drawing, "txbxContent")) return false;  // a text box is read for its text
  const pugi::xml_node mark =
      properties.find_node([](pugi::xml_node node) { return opc::local_name(node) == "decorative"; });
  const std::string_view decorative = mark.attribute("val").value();
  return decorative != "1" && decorative != "true";
}

SilentPicture silent_picture(pugi::xml_node properties, pugi::xml_node drawing) {
  const std::string kind = holds(drawing, "pic")     ? "Bilden"
                           : holds(drawing, "chart") ? "Diagrammet"
                                                     : "Figuren";
  return {properties.attribute("name").value(), kind};
}

void check_accessibility(const Document& document, Problems& problems) {
  for (const Story& story : document.stories()) {
    AccessibilityCheck check(story, problems);
    story.xml.find_node([&](pugi::xml_node node) {
      check.take(node);
      return false;
    });
  }
}

void check_title(const opc::Package& package, Severity severity, Problems& problems) {
  for (const opc::PartName& name : package.related(opc::PartName("/"), "core-properties")) {
    if (!package.has(name)) continue;
    const auto part = opc::parse_xml(package.bytes(name), package.file_name(), name.text());
    if (!trim(opc::child(part.document_element(), "title").text().get()).empty()) return;
  }
  problems.add({severity,
                "M053",
                FileLocation{package.file_name()},
                "Dokumentet saknar titel, som skärmläsare och webbläsare visar.",
                "Välj Arkiv › Info › Titel i Word eller Excel och skriv till exempel ”Ledningens genomgång "
                "{{Rapportår}}”.",
                {}});
}

}  // namespace lg::lint
