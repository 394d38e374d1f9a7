#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace lg::preview {

/// The elements that a preview is made of. There are no others: none that runs, fetches or sends anything.
enum class Element : std::uint8_t {
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  div,
  span,
  strong,
  em,
  sup,
  br,
  ul,
  ol,
  li,
  table,
  caption,
  thead,
  tbody,
  tr,
  th,
  td,
  figure,
  figcaption,
  img,
  nav,
  a,
};

/// The attributes that a preview has. No style, and nothing that is a script.
enum class Name : std::uint8_t {
  id,
  data_p,  // data-p
  css_class,
  role,
  aria_level,
  aria_label,
  tabindex,
  scope,
  colspan,
  rowspan,
  start,
  value,
  href,  // Html writes only links within the page
  src,   // Html writes only pictures that lie in it
  alt,
};

struct Attribute {
  Name name;
  std::string value;
};

/// HTML that is written piece by piece. All text is escaped, so that what stands in a document never becomes
/// part of the page's own structure; an attribute without a value is left out.
class Html {
 public:
  void open(Element element, std::initializer_list<Attribute> attributes = {});
  void close(Element element);
  void text(std::string_view text);
  void append(const Html& other) { html_ += other.html_; }

  [[nodiscard]] bool empty() const { return html_.empty(); }
  [[nodiscard]] const std::string& text() const { return html_; }

 private:
  std::string html_;
};

}  // namespace lg::preview
