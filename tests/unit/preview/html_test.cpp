#include "preview/html.hpp"

#include <catch2/catch.hpp>

using namespace lg::preview;

TEST_CASE("a value cannot end its attribute, and a control character or a broken byte is none") {
  Html html;
  html.open(Element::p, {{Name::id, "a\" onclick=\"x"}, {Name::css_class, ""}, {Name::data_p, "<&>'"}});
  html.text(
      "a\0b\x1B"
      "c\x7F"
      "d\xC2\x85"
      "e\xFF"
      "f\xEF\xBF\xBE"
      "g\th\ni");
  html.text(std::string_view("\0", 1));
  html.close(Element::p);
  CHECK(html.text() == "<p id=\"a&quot; onclick=&quot;x\" data-p=\"&lt;&amp;&gt;&#39;\">a\uFFFD</p>");
}

TEST_CASE("a link leads to a place in the page, and a picture lies in it") {
  Html html;
  html.open(Element::a, {{Name::href, "javascript:alert(1)"}});
  html.open(Element::a, {{Name::href, "https://exempel.se/#p-1"}});
  html.open(Element::a, {{Name::href, "#p-1"}});
  html.open(Element::img, {{Name::src, "https://exempel.se/a.png"}, {Name::alt, ""}});
  html.open(Element::img, {{Name::src, "data:image/svg+xml;base64,AAAA"}, {Name::alt, "x"}});
  CHECK(html.text() == "<a><a><a href=\"#p-1\"><img alt=\"\"><img alt=\"x\">");
}
