#include "sml/front_formats.hpp"

#include "opc/xml.hpp"
#include "sml/element_names.hpp"

#include <string>
#include <string_view>

namespace lg::sml {
namespace {

using opc::child;
using opc::local_name;

pugi::xml_node append(pugi::xml_node parent, const char* name) {
  return parent.append_child(prefixed(parent, name).c_str());
}

/// Adds one to a numbered list of the styles part, and gives its number.
unsigned number_last(pugi::xml_node list) {
  unsigned count = 0;
  for (const pugi::xml_node one : list.children()) count += one.type() == pugi::node_element ? 1U : 0U;
  if (list.attribute("count")) list.attribute("count") = count;
  return count - 1;
}

struct Look {
  bool bold = false;
  bool link = false;
  int size = 11;
  const char* fill = nullptr;
};

unsigned add_font(pugi::xml_node fonts, const Look& look) {
  pugi::xml_node font = append(fonts, "font");  // in the order of CT_Font (18.8.22)
  if (look.bold) append(font, "b");
  if (look.link) append(font, "u");
  append(font, "sz").append_attribute("val") = look.size;
  append(font, "color").append_attribute("rgb") = look.link ? "FF0B5394" : "FF000000";
  append(font, "name").append_attribute("val") = "Calibri";
  append(font, "family").append_attribute("val") = 2;
  return number_last(fonts);
}

unsigned add_fill(pugi::xml_node fills, const char* colour) {
  pugi::xml_node pattern = append(append(fills, "fill"), "patternFill");
  pattern.append_attribute("patternType") = "solid";
  append(pattern, "fgColor").append_attribute("rgb") = colour;
  append(pattern, "bgColor").append_attribute("indexed") = 64;
  return number_last(fills);
}

unsigned add_format(pugi::xml_node styles, const Look& look) {
  pugi::xml_node formats = child(styles, "cellXfs");
  pugi::xml_node fonts = child(styles, "fonts");
  pugi::xml_node fills = child(styles, "fills");
  if (!formats || !fonts || !fills) return 0;  // such a workbook shows everything in one format
  pugi::xml_node format = append(formats, "xf");
  format.append_attribute("numFmtId") = 49;  // "@": what a text looks like does not matter
  format.append_attribute("fontId") = add_font(fonts, look);
  format.append_attribute("fillId") = look.fill == nullptr ? 0 : add_fill(fills, look.fill);
  format.append_attribute("borderId") = 0;
  format.append_attribute("xfId") = 0;
  for (const char* applied : {"applyNumberFormat", "applyFont", "applyFill", "applyAlignment"})
    format.append_attribute(applied) = 1;
  pugi::xml_node alignment = append(format, "alignment");
  alignment.append_attribute("vertical") = "top";
  if (look.size == 11) alignment.append_attribute("wrapText") = 1;
  return number_last(formats);
}

}  // namespace

FrontFormats add_front_formats(pugi::xml_node styles) {
  return {.title = add_format(styles, {.bold = true, .size = 14}),
          .heading = add_format(styles, {.bold = true, .fill = "FFDDE6EE"}),
          .text = add_format(styles, {}),
          .link = add_format(styles, {.link = true})};
}

}  // namespace lg::sml
