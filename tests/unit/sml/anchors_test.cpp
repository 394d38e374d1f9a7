#include "sml/anchors.hpp"

#include <catch2/catch.hpp>

#include <sstream>
#include <string>

using lg::sml::RowMap;

namespace {

/// Row 1 is gone, row 3 stands twice: row 5 becomes row 5, row 2 row 1.
RowMap rows() {
  RowMap map;
  map.skip({1, 1});
  map.place({2, 2}, 1);
  map.place({3, 3}, 2);
  map.place({3, 3}, 3);
  map.place({4, 4}, 4);
  return map;
}

std::string moved(const char* xml, void (*move)(pugi::xml_node, const RowMap&)) {
  pugi::xml_document document;
  document.load_string(xml);
  move(document.document_element(), rows());
  std::ostringstream stream;
  document.document_element().print(stream, "", pugi::format_raw);
  return stream.str();
}

}  // namespace

TEST_CASE("a shape moves with its first row and keeps its height") {
  CHECK(moved("<d><a><from><row>1</row></from><to><row>9</row></to></a></d>", lg::sml::move_anchors) ==
        "<d><a><from><row>0</row></from><to><row>8</row></to></a></d>");
  CHECK(moved("<d><a editAs=\"absolute\"><from><row>1</row></from><to><row>9</row></to></a></d>",
              lg::sml::move_anchors) ==
        "<d><a editAs=\"absolute\"><from><row>1</row></from><to><row>9</row></to></a></d>");
  CHECK(moved("<d><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice><a><from><row>4</row></from></a></mc:Choice>"
              "</mc:AlternateContent></d>",
              lg::sml::move_anchors)
            .find("<row>4</row>") != std::string::npos);
}

TEST_CASE("a shape whose row is gone moves to the next that is left") {
  CHECK(moved("<d><a><from><row>0</row></from></a></d>", lg::sml::move_anchors) ==
        "<d><a><from><row>0</row></from></a></d>");
}

TEST_CASE("notes follow their cells, in both of their parts") {
  CHECK(
      moved(
          "<c><commentList><comment ref=\"B2\"/><comment ref=\"A1\"/><comment ref=\"C3\"/></commentList></c>",
          lg::sml::move_comments) ==
      "<c><commentList><comment ref=\"B1\"/><comment ref=\"C2\"/></commentList></c>");
  CHECK(
      moved(
          "<xml xmlns:x=\"x\"><s><x:ClientData><x:Anchor>1, 15, 1, 2, 3, 60, 5, 5</x:Anchor><x:Row>1</x:Row>"
          "</x:ClientData></s></xml>",
          lg::sml::move_vml_anchors) ==
      "<xml xmlns:x=\"x\"><s><x:ClientData><x:Anchor>1, 15, 0, 2, 3, 60, 4, 5</x:Anchor><x:Row>0</x:Row>"
      "</x:ClientData></s></xml>");
}
