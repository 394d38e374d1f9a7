#include "preview/html.hpp"

#include "base/characters.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace lg::preview {
namespace {

constexpr std::array<std::string_view, 28> elements = {
    "h1", "h2",  "h3", "h4",     "h5",         "h6",  "p",     "div",     "span",  "strong",
    "em", "sup", "br", "ul",     "ol",         "li",  "table", "caption", "thead", "tbody",
    "tr", "th",  "td", "figure", "figcaption", "img", "nav",   "a"};

constexpr std::array<std::string_view, 15> names = {
    "id",      "data-p",  "class", "role",  "aria-level", "aria-label", "tabindex", "scope",
    "colspan", "rowspan", "start", "value", "href",       "src",        "alt"};

constexpr std::string_view replacement = "\uFFFD";

void append_character(std::string& html, char c) {
  switch (c) {
    case '&': html += "&amp;"; break;
    case '<': html += "&lt;"; break;
    case '>': html += "&gt;"; break;
    case '"': html += "&quot;"; break;
    case '\'': html += "&#39;"; break;
    case '\t':
    case '\n': html += c; break;
    default:
      html += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? replacement : std::string_view(&c, 1);
  }
}

/// Text and values alike: no sign of the markup, no control character, no byte that is not legal UTF-8.
void append_escaped(std::string& html, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      append_character(html, text[i++]);
      continue;
    }
    const CodePoint point = code_point_at(text, i);
    const bool control = point.value >= 0x80 && point.value < 0xA0;
    const bool legal = point.valid && !control && is_xml_character(point.value);
    html += legal ? text.substr(i, point.size) : replacement;
    i += point.size;
  }
}

/// Whether the page may have it: a link leads to a place in the page, a picture lies in it.
bool is_allowed(const Attribute& attribute) {
  if (attribute.name == Name::href) return attribute.value.starts_with('#');
  if (attribute.name == Name::src)
    return attribute.value.starts_with("data:image/png;base64,") ||
           attribute.value.starts_with("data:image/jpeg;base64,");
  return attribute.name == Name::alt || !attribute.value.empty();
}

}  // namespace

void Html::open(Element element, std::initializer_list<Attribute> attributes) {
  html_.append("<").append(elements[static_cast<std::size_t>(element)]);
  for (const Attribute& attribute : attributes) {
    if (!is_allowed(attribute)) continue;
    html_.append(" ").append(names[static_cast<std::size_t>(attribute.name)]).append("=\"");
    append_escaped(html_, attribute.value);
    html_ += "\"";
  }
  html_ += ">";
}

void Html::close(Element element) {
  html_.append("</").append(elements[static_cast<std::size_t>(element)]).append(">");
}

void Html::text(std::string_view text) {
  append_escaped(html_, text);
}

}  // namespace lg::preview
