#include "base/text.hpp"
#include "merge/chart_template.hpp"
#include "merge/docx_object_writer.hpp"
#include "merge/object_parts.hpp"
#include "merge/xlsx_objects.hpp"
#include "merge/xlsx_workbook.hpp"
#include "opc/xml.hpp"
#include "sml/chart_data.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace lg::merge {
namespace {

using opc::child;
using opc::local_name;
using opc::set_attribute;

/// Puts one picture in the place of a placeholder.
class PictureWriter {
 public:
  PictureWriter(ObjectParts& parts, opc::PartName drawing, opc::Relationships& relationships)
      : parts_(parts), drawing_(std::move(drawing)), relationships_(relationships) {}

  void write(pugi::xml_node picture, const Picture& from, const PictureFormat& format) {
    pugi::xml_node fill = child(picture, "blipFill");
    pugi::xml_node blip = child(fill, "blip");
    blip.find_node([&](pugi::xml_node n) {
      note_lost(n);
      return false;
    });
    note_lost(blip);
    blip.remove_child(child(blip, "extLst"));
    blip.remove_attribute("r:link");
    fill.remove_child(child(fill, "srcRect"));
    const opc::PartName part = parts_.picture(from, format, drawing_);
    const auto known = std::ranges::find_if(relationships_.all(), [&](const opc::Relationship& one) {
      return !one.external && drawing_.resolve(one.target) == part;
    });
    const std::string id =
        known != relationships_.all().end()
            ? known->id
            : relationships_.add(std::string(office_relationships) + "image", part.text(), false);
    opc::attribute(blip, "embed") = id.c_str();
    set_size(picture, format);
  }

  /// Takes away the relationships that nothing uses any more.
  void finish(const std::string& xml) {
    for (const std::string& id : lost_) {
      const opc::Relationship* one = relationships_.find(id);
      if (one == nullptr || xml.find("\"" + id + "\"") != std::string::npos) continue;
      parts_.lost(drawing_.resolve(one->target));
      relationships_.remove(id);
    }
  }

  void note_lost(pugi::xml_node node) {
    if (const pugi::xml_attribute id = opc::attribute(node, "embed")) lost_.emplace_back(id.value());
  }

 private:
  /// An anchor between two cells would stretch the picture: it becomes one at a cell, with a size.
  static void set_size(pugi::xml_node picture, const PictureFormat& format) {
    pugi::xml_node anchor = picture.parent();
    pugi::xml_node size = child(child(child(picture, "spPr"), "xfrm"), "ext");
    pugi::xml_node extent = child(anchor, "ext");
    const pugi::xml_node box = size.attribute("cx").as_double() > 0 ? size : extent;
    const Box fit = fitted(box.attribute("cx").as_double(), box.attribute("cy").as_double(), format);
    if (local_name(anchor) == "twoCellAnchor") {
      const std::string prefix =
          std::string(anchor.name()).substr(0, std::string_view(anchor.name()).find(':') + 1);
      extent = anchor.insert_child_after((prefix + "ext").c_str(), child(anchor, "from"));
      anchor.remove_child(child(anchor, "to"));
      anchor.remove_attribute("editAs");
      anchor.set_name((prefix + "oneCellAnchor").c_str());
    }
    for (const pugi::xml_node one : {size, extent}) {
      if (!one) continue;
      set_attribute(one, "cx", number_text(fit.width, '.'));
      set_attribute(one, "cy", number_text(fit.height, '.'));
    }
  }

  ObjectParts& parts_;
  opc::PartName drawing_;
  opc::Relationships& relationships_;
  std::vector<std::string> lost_;
};

/// The picture's own alternative text where the template gives none; "" for what needs no other.
std::string write_picture(pugi::xml_node element, const Tag& tag, Scope& scope, PictureWriter& writer) {
  pugi::xml_node picture = element.parent().parent();
  bool blank = false;
  const Picture* from = scope.picture(tag, blank);
  if (blank) set_attribute(element, "hidden", "1");
  if (blank) return "";
  const auto format = from == nullptr ? std::nullopt : read_picture_format(from->bytes);
  if (!format) return "⟦saknas: bild " + tag.name + "⟧";
  writer.write(picture, *from, *format);
  return from->text.empty() ? readable_name(from->name) : from->text;
}

}  // namespace

void write_drawing(const DrawingTemplate& drawing, const std::vector<Tag>& tags, Scope& scope,
                   ObjectParts& parts) {
  opc::Package& package = parts.package();
  pugi::xml_document document =
      opc::parse_xml(package.bytes(drawing.part), package.file_name(), drawing.part.text());
  const std::vector<pugi::xml_node> shapes = shapes_of(document);
  opc::Relationships relationships = package.relationships(drawing.part);
  PictureWriter writer(parts, drawing.part, relationships);
  for (const DrawingTemplate::Text& text : drawing.texts) {
    const pugi::xml_node element = shapes[text.shape];
    std::string own(trim(clean(render_text(text.text, tags, scope)).text));
    std::ranges::replace(own, '\n', ' ');
    if (text.tag >= 0 && !text.chart) {
      const std::string other =
          write_picture(element, tags[static_cast<std::size_t>(text.tag)], scope, writer);
      if (own.empty() || other.starts_with("⟦")) own = other;
    }
    set_attribute(element, text.attribute.c_str(), own);
    // What is heard is the alternative text, not the title.
    if (text.tag >= 0 && text.attribute == "title" && !element.attribute("descr"))
      set_attribute(element, "descr", own);
  }
  const std::string xml = opc::to_bytes(document);
  writer.finish(xml);
  package.replace(drawing.part, xml);
  package.replace(drawing.part, std::move(relationships));
}

void write_chart_texts(const DrawingTemplate& drawing, opc::Package& package, const opc::PartName& part,
                       const ChartOf& chart_of) {
  if (std::ranges::none_of(drawing.texts, &DrawingTemplate::Text::chart)) return;
  const pugi::xml_document document = opc::parse_xml(package.bytes(part), package.file_name(), part.text());
  const std::vector<pugi::xml_node> shapes = shapes_of(document);
  for (const DrawingTemplate::Text& text : drawing.texts) {
    if (!text.chart) continue;
    const pugi::xml_node element = shapes[text.shape];
    const pugi::xml_node reference = element.parent().parent().find_node(
        [](pugi::xml_node n) { return std::string_view(n.name()) == "c:chart"; });
    const opc::Relationship* target =
        package.relationships(part).find(opc::attribute(reference, "id").value());
    if (target == nullptr) continue;
    const pugi::xml_node chart = chart_of(part.resolve(target->target));
    if (!chart) continue;
    const sml::KeptChart kept = sml::kept_chart_data(chart);
    if (kept.only_categories()) continue;  // formulas, whose results Excel has yet to calculate
    set_attribute(element, "descr",
                  with_figures(element.attribute("descr").value(),
                               figures_in_words(kept.table, kept.names, kept.number_formats),
                               kept.table.values.size() > 1));
  }
  package.replace(part, opc::to_bytes(document));
}

}  // namespace lg::merge
