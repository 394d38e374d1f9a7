#include "merge/run_properties.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace lg::merge {
namespace {

constexpr std::array<std::string_view, 34> order = {
    "w:rStyle",    "w:rFonts",     "w:b",       "w:bCs",       "w:i",         "w:iCs",     "w:caps",
    "w:smallCaps", "w:strike",     "w:dstrike", "w:outline",   "w:shadow",    "w:emboss",  "w:imprint",
    "w:noProof",   "w:snapToGrid", "w:vanish",  "w:webHidden", "w:color",     "w:spacing", "w:w",
    "w:kern",      "w:position",   "w:sz",      "w:szCs",      "w:highlight", "w:u",       "w:effect",
    "w:bdr",       "w:shd",        "w:fitText", "w:vertAlign", "w:lang",      "w:oMath"};

std::size_t rank(std::string_view name) {
  return static_cast<std::size_t>(std::ranges::find(order, name) - order.begin());
}

/// The properties with that element, in its place; an element of the same name is replaced.
std::string with(const std::string& run_properties, const char* name, const char* value) {
  pugi::xml_document document;
  if (!run_properties.empty())
    document.load_string(run_properties.c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
  pugi::xml_node properties = document.first_child();
  if (!properties) properties = document.append_child("w:rPr");
  properties.remove_child(name);
  pugi::xml_node before;
  for (const pugi::xml_node child : properties.children()) {
    if (!before && rank(child.name()) > rank(name)) before = child;
  }
  pugi::xml_node added =
      before ? properties.insert_child_before(name, before) : properties.append_child(name);
  if (*value != '\0') added.append_attribute("w:val") = value;
  struct Writer : pugi::xml_writer {
    std::string xml;
    void write(const void* data, std::size_t size) override {
      xml.append(static_cast<const char*>(data), size);
    }
  };
  Writer writer;
  properties.print(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return writer.xml;
}

}  // namespace

std::string with_highlight(const std::string& run_properties) {
  return with(run_properties, "w:highlight", "yellow");
}

std::string with_bold(const std::string& run_properties) {
  return with(run_properties, "w:b", "");
}

std::string with_style(const std::string& run_properties, const std::string& style_id) {
  return with(run_properties, "w:rStyle", style_id.c_str());
}

}  // namespace lg::merge
