#include "sml/cell_styles.hpp"

#include "opc/xml.hpp"

#include <string_view>

namespace lg::sml {
namespace {

using opc::local_name;

/// The built-in formats (18.8.30): 14 is the reader's own short date, in Sweden 2025-10-14.
constexpr int general_format = 0;
constexpr int percent_format = 9;
constexpr int date_format = 14;
constexpr int date_time_format = 22;
constexpr int text_format = 49;

bool is_built_in_date(int id) {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

void set(pugi::xml_node node, const char* name, int value) {
  pugi::xml_attribute attribute = node.attribute(name);
  if (!attribute) attribute = node.append_attribute(name);
  attribute = value;
}

void set_format(pugi::xml_node xf, int id) {
  set(xf, "numFmtId", id);
  set(xf, "applyNumberFormat", 1);
}

void set_wrapped(pugi::xml_node xf) {
  pugi::xml_node alignment = opc::child(xf, "alignment");
  if (!alignment) {
    std::string name = xf.name();
    name.replace(name.size() - 2, 2, "alignment");
    alignment = xf.prepend_child(name.c_str());
  }
  set(alignment, "wrapText", 1);
  set(xf, "applyAlignment", 1);
}

pugi::xml_node nth_format(pugi::xml_node formats, unsigned number) {
  for (const pugi::xml_node xf : formats.children()) {
    if (local_name(xf) == "xf" && number-- == 0) return xf;
  }
  return {};
}

}  // namespace

CellStyles CellStyles::read(pugi::xml_node styles) {
  CellStyles all;
  std::map<int, std::string_view> custom;
  for (const pugi::xml_node node : opc::child(styles, "numFmts").children()) {
    custom[node.attribute("numFmtId").as_int()] = node.attribute("formatCode").value();
  }
  std::vector<double> sizes;
  std::vector<bool> bold;
  for (const pugi::xml_node font : opc::child(styles, "fonts").children()) {
    if (local_name(font) != "font") continue;
    sizes.push_back(opc::child(font, "sz").attribute("val").as_double(11));
    bold.push_back(opc::child(font, "b") && opc::child(font, "b").attribute("val").as_bool(true));
  }
  if (!sizes.empty()) all.standard_font_size_ = sizes.front();
  for (const pugi::xml_node xf : opc::child(styles, "cellXfs").children()) {
    if (local_name(xf) != "xf") continue;
    const int id = xf.attribute("numFmtId").as_int();
    const auto code = custom.find(id);
    Format format;
    format.general = id == general_format || (code != custom.end() && code->second == "General");
    format.text = id == text_format || (code != custom.end() && code->second == "@");
    format.kind = code != custom.end()   ? kind_of_format(code->second)
                  : is_built_in_date(id) ? FormatKind::date
                                         : FormatKind::other;
    const std::size_t font = xf.attribute("fontId").as_uint();
    if (font < sizes.size()) {
      format.font_size = sizes[font];
      format.bold = bold[font];
    }
    format.wrapped = opc::child(xf, "alignment").attribute("wrapText").as_bool();
    all.formats_.push_back(format);
  }
  return all;
}

const CellStyles::Format& CellStyles::of(unsigned style) const {
  return style < formats_.size() ? formats_[style] : none_;
}

unsigned AddedStyles::with(unsigned style, StyleChange change) {
  if (!styles_->exists()) return style;
  const auto next = static_cast<unsigned>(styles_->size() + order_.size());
  const auto [at, is_new] = numbers_.try_emplace(Added{style, change}, next);
  if (is_new) order_.emplace_back(style, change);
  return at->second;
}

void AddedStyles::append_to(pugi::xml_node styles) const {
  pugi::xml_node formats = opc::child(styles, "cellXfs");
  for (const auto& [style, change] : order_) {
    pugi::xml_node xf = formats.append_copy(nth_format(formats, style));
    switch (change) {
      case StyleChange::date: set_format(xf, date_format); break;
      case StyleChange::date_time: set_format(xf, date_time_format); break;
      case StyleChange::percent: set_format(xf, percent_format); break;
      case StyleChange::wrap: set_wrapped(xf); break;
      case StyleChange::quote: set(xf, "quotePrefix", 1); break;
    }
  }
  if (pugi::xml_attribute count = formats.attribute("count")) {
    count = static_cast<unsigned>(styles_->size() + order_.size());
  }
}

}  // namespace lg::sml
