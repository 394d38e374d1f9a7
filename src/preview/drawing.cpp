#include "preview/drawing.hpp"

#include "base/base64.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "opc/xml.hpp"
#include "sml/chart_data.hpp"
#include "sml/number_format.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace lg::preview {
namespace {

constexpr std::size_t largest_picture = 4UL * 1024 * 1024;

void collect(pugi::xml_node parent, std::vector<pugi::xml_node>& parts) {
  for (const pugi::xml_node child : parent.children()) {
    const std::string_view name = opc::local_name(child);
    if (name == "AlternateContent") {
      collect(child.first_child(), parts);
    } else if (name == "blip" || name == "imagedata" || name == "chart" || name == "txbxContent") {
      parts.push_back(child);
    } else {
      collect(child, parts);
    }
  }
}

/// The properties that bear the text of what the part belongs to: of the drawing, or of a shape of the older
/// form.
pugi::xml_node described(pugi::xml_node part) {
  for (pugi::xml_node node = part; node; node = node.parent()) {
    const std::string_view name = node.name();
    if (name.starts_with("v:") && !node.attribute("alt").empty()) return node;
    if (name == "w:drawing")
      return node.find_node([](pugi::xml_node n) { return opc::local_name(n) == "docPr"; });
  }
  return {};
}

std::string alternative_text(pugi::xml_node part) {
  const pugi::xml_node node = described(part);
  for (const char* name : {"descr", "alt", "title"}) {
    const std::string_view text = trim(node.attribute(name).value());
    if (!text.empty()) return std::string(text);
  }
  return "";
}

/// The part that an attribute of the element names by its relationship; nothing when there is none here.
std::optional<opc::PartName> target(const Story& story, pugi::xml_node node) {
  for (const char* name : {"r:embed", "r:id"}) {
    const auto* found =
        story.document().package.relationships(story.part()).find(node.attribute(name).value());
    if (found == nullptr || found->external) continue;
    opc::PartName part = story.part().resolve(found->target);
    if (story.document().package.has(part)) return part;
  }
  return {};
}

/// The part's bytes; none of a damaged one, which Word cannot show either.
const std::string& bytes_of(const Story& story, const opc::PartName& part) {
  static const std::string none;
  try {
    return story.document().package.bytes(part);
  } catch (const UnreadableFile&) {
    return none;
  }
}

/// What the chart keeps of its figures; nothing of a damaged one.
sml::KeptChart kept_chart(const Story& story, pugi::xml_node chart) {
  const auto part = target(story, chart);
  if (!part) return {};
  try {
    const opc::Package& package = story.document().package;
    const auto xml = opc::parse_xml(package.bytes(*part), package.file_name(), part->text());
    return sml::kept_chart_data(xml.document_element());
  } catch (const UnreadableFile&) {
    return {};
  }
}

std::string_view type_of(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return "image/png";
  if (bytes.starts_with("\xFF\xD8\xFF")) return "image/jpeg";
  return "";
}

std::string figure_text(const sml::ShownCell& cell, bool percent) {
  const auto number = cell.number ? parse_number(cell.text) : std::nullopt;
  if (!number) return cell.text;
  return percent ? number_text(*number * 100) + " %" : number_text(*number);
}

void write_cell(Html& html, Element element, const std::string& text, Attribute attribute) {
  html.open(element, {std::move(attribute)});
  html.text(text);
  html.close(element);
}

/// A heading of the table; a cell like any other when nothing stands in it.
void write_heading(Html& html, const std::string& text, const char* scope) {
  if (text.empty())
    write_cell(html, Element::td, text, {Name::scope, ""});
  else
    write_cell(html, Element::th, text, {Name::scope, scope});
}

void write_figures(Html& html, const sml::KeptChart& kept, const std::string& label) {
  html.open(Element::table, {{Name::aria_label, label}});
  html.open(Element::thead);
  html.open(Element::tr);
  write_heading(html, "", "col");
  for (const std::string& name : kept.names) write_heading(html, name, "col");
  html.close(Element::tr);
  html.close(Element::thead);
  html.open(Element::tbody);
  for (std::size_t row = 0; row < kept.table.rows(); ++row) {
    html.open(Element::tr);
    std::string category;
    for (const auto& level : kept.table.categories) {
      if (row < level.size() && !level[row].text.empty())
        category += (category.empty() ? "" : " ") + figure_text(level[row], false);
    }
    write_heading(html, category, "row");
    for (std::size_t series = 0; series < kept.table.values.size(); ++series) {
      const auto& values = kept.table.values[series];
      const bool percent = series < kept.number_formats.size() &&
                           sml::kind_of_format(kept.number_formats[series]) == sml::FormatKind::percent;
      write_cell(html, Element::td, row < values.size() ? figure_text(values[row], percent) : "",
                 {Name::css_class, "n"});
    }
    html.close(Element::tr);
  }
  html.close(Element::tbody);
  html.close(Element::table);
}

}  // namespace

std::vector<pugi::xml_node> parts_of_drawing(pugi::xml_node drawing) {
  std::vector<pugi::xml_node> parts;
  collect(drawing, parts);
  return parts;
}

bool is_picture(pugi::xml_node part) {
  const std::string_view name = opc::local_name(part);
  return name == "blip" || name == "imagedata";
}

bool is_hidden(pugi::xml_node drawing) {
  return drawing.first_child()
      .find_child([](pugi::xml_node n) { return opc::local_name(n) == "docPr"; })
      .attribute("hidden")
      .as_bool();
}

void write_picture(Html& html, const Story& story, pugi::xml_node picture) {
  const std::string text = alternative_text(picture);
  if (const auto part = target(story, picture)) {
    const std::string& bytes = bytes_of(story, *part);
    const std::string type(type_of(bytes));
    if (!type.empty() && bytes.size() <= largest_picture) {
      html.open(Element::img, {{Name::src, "data:" + type + ";base64," + base64(bytes)}, {Name::alt, text}});
      return;
    }
  }
  html.open(Element::span, {{Name::css_class, "bild"}});
  html.text(text.empty() ? "Bild" : "Bild: " + text);
  html.close(Element::span);
}

void write_chart(Html& html, const Story& story, pugi::xml_node chart, pugi::xml_node paragraph) {
  std::string label = alternative_text(chart);
  if (label.empty()) label = "Diagram";
  html.open(Element::figure, {{Name::css_class, "diagram"},
                              {Name::id, paragraph ? story.id(paragraph) : ""},
                              {Name::data_p, paragraph ? story.data_p(paragraph) : ""}});
  html.open(Element::figcaption);
  html.text(label);
  html.close(Element::figcaption);
  const sml::KeptChart kept = kept_chart(story, chart);
  if (kept.table.rows() > 0) write_figures(html, kept, label);
  html.close(Element::figure);
}

}  // namespace lg::preview
