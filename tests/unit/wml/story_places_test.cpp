// Where a paragraph stands, in words that a person can follow.
#include "wml/story_places.hpp"

#include "base/problem.hpp"
#include "opc/xml.hpp"
#include "support/document.hpp"

#include <catch2/catch.hpp>

#include <string>

using lg::test::filled;
using lg::test::paragraph;

namespace {

const std::string fault = paragraph("x {{Fel}}");

/// The place of the first problem of a document whose one fault is {{Fel}}.
std::string place(const std::string& body) {
  const std::string all = filled(body, R"({"A": "x"})");
  const std::size_t from = all.find("plats: ") + 7;
  return all.substr(from, all.find('\n', from) - from);
}

/// The number of the paragraph with {{Fel}}, of all in the body.
int number(const std::string& body) {
  const lg::opc::Package package = lg::test::document(body);
  const auto main = package.main_part();
  const auto part = lg::opc::parse_xml(package.bytes(main), "mall.docx", main.text());
  const lg::wml::Styles styles = lg::wml::Styles::read(package, main);
  const lg::wml::StoryPlaces places("mall.docx", main.text(), part.document_element(), styles,
                                    lg::wml::NumberingCounter::read(package, main));
  const pugi::xml_node text = part.find_node([](pugi::xml_node n) {
    return std::string(n.name()) == "w:t" && std::string(n.text().get()).find("{{Fel}}") != std::string::npos;
  });
  return places.of(text, "").paragraph;
}

}  // namespace

TEST_CASE("a place counts the paragraphs from the nearest heading, blank ones left out") {
  CHECK(place(paragraph("Först") + fault) == "mall.docx › stycke 2 › ”x {{Fel}}”");
  CHECK(place(paragraph("Risker", "Rubrik1") + paragraph("") + paragraph("a") + fault) ==
        "mall.docx › 1. Risker › stycke 2 › ”x {{Fel}}”");
  CHECK(place(paragraph("Ett", "Rubrik1") + paragraph("a") + paragraph("Två", "Rubrik1") + fault) ==
        "mall.docx › 2. Två › stycke 1 › ”x {{Fel}}”");
}

TEST_CASE("a heading is named by its number") {
  CHECK(place(paragraph("Ett", "Rubrik1") + paragraph("x {{Fel}}", "Rubrik1")) ==
        "mall.docx › rubrik 2 › ”x {{Fel}}”");
}

TEST_CASE("a place in a table is a row of it, in a text box the box") {
  CHECK(place(lg::test::table(lg::test::row({"a"})) +
              lg::test::table(lg::test::row({"a", "b"}) + lg::test::row({"a", "x {{Fel}}"})) + fault) ==
        "mall.docx › tabell 2, rad 2 › ”x {{Fel}}”");
  CHECK(place("<w:p><w:r><w:pict><w:txbxContent>" + fault + "</w:txbxContent></w:pict></w:r></w:p>") ==
        "mall.docx › textruta › ”x {{Fel}}”");
}

TEST_CASE("the paragraph's number counts all of the part, tables and boxes too") {
  CHECK(number(paragraph("") + lg::test::table(lg::test::row({"a", "b"})) + fault) == 4);
  CHECK(number("<w:p><w:r><w:pict><w:txbxContent>" + paragraph("a") +
               "</w:txbxContent></w:pict></w:r></w:p>" + fault) == 3);
}
