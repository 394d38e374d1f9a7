// Footnotes and endnotes: filled in where their references stand.
#include "merge/docx_template.hpp"
#include "support/document.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace lg;
using test::paragraph;

namespace {

const std::string word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const std::string json =
    R"x({"L": [{"a": "ett"}, {"a": "två"}], "t": "x [länk](https://x.se)", "Nej": false})x";

std::string note(int id, const std::string& inner) {
  return "<w:footnote w:id=\"" + std::to_string(id) + "\">" + inner + "</w:footnote>";
}
std::string reference(int id) {
  return "<w:p><w:r><w:footnoteReference w:id='" + std::to_string(id) + "'/></w:r></w:p>";
}
std::string text(const std::string& of) {
  return "<w:t xml:space=\"preserve\">" + of + "</w:t>";
}

opc::Package document(const std::string& body, const std::string& notes) {
  opc::Package package = test::document(body);
  const opc::PartName main = package.main_part();
  opc::Relationships relationships = package.relationships(main);
  relationships.add("http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes",
                    "footnotes.xml", false);
  package.replace(main, std::move(relationships));
  package.add(opc::PartName("/word/footnotes.xml"),
              "<w:footnotes xmlns:w=\"" + word + "\">" + notes + "</w:footnotes>",
              "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml");
  return package;
}

struct Result {
  std::string main;
  std::string notes;
};

Result rendered(const std::string& body, const std::string& notes) {
  Problems problems;
  const Dataset data = test::data(json);
  const auto parsed = merge::DocxTemplate::parse(document(body, notes), data, problems);
  if (problems.has_errors(true)) return {test::text_of(problems), ""};
  const opc::Package package = parsed.render(data, problems);
  return {package.bytes(package.main_part()), package.bytes(opc::PartName("/word/footnotes.xml"))};
}

const std::string separator = "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote>";
const std::string start =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:footnotes xmlns:w=\"" + word + "\">" +
    separator;

}  // namespace

TEST_CASE("a note in a repeated block is a note of its own in each copy, with the values of its row") {
  const Result result =
      rendered(paragraph("{{för varje x i L}}") + reference(2) + paragraph("{{slut}}"),
               separator + note(2, "<w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{{x.a}}</w:t></w:r></w:p>"));
  const auto filled = [](int id, const std::string& value) {
    return note(id, "<w:p><w:r><w:footnoteRef/></w:r><w:r>" + text(value) + "</w:r></w:p>");
  };
  CHECK(result.notes == start + filled(2, "ett") + filled(3, "två") + "</w:footnotes>");
  CHECK(result.main.find("<w:footnoteReference w:id=\"2\"/>") <
        result.main.find("<w:footnoteReference w:id=\"3\"/>"));
  CHECK(result.main.find("<w:footnoteReference w:id=\"3\"/>") != std::string::npos);
}

TEST_CASE("a note without tags is copied with its block, and goes with it") {
  const std::string plain = note(2, "<w:p><w:r><w:t>n</w:t></w:r></w:p>");
  CHECK(rendered(paragraph("{{för varje x i L}}") + reference(2) + paragraph("{{slut}}"), separator + plain)
            .notes == start + plain + note(3, "<w:p><w:r><w:t>n</w:t></w:r></w:p>") + "</w:footnotes>");
  CHECK(rendered(paragraph("{{om Nej}}") + reference(2) + paragraph("{{slut}}"),
                 separator + note(2, paragraph("{{t}}")))
            .notes == start + "</w:footnotes>");
}

TEST_CASE("notes that need no change keep their part's bytes") {
  const std::string notes = separator + note(2, "<w:p ><w:r/></w:p>");
  CHECK(rendered(paragraph("{{t}}") + reference(2), notes).notes ==
        "<w:footnotes xmlns:w=\"" + word + "\">" + notes + "</w:footnotes>");
}

TEST_CASE("a link in a note is a field, since the note's part has relationships of its own") {
  const Result result = rendered(reference(2), note(2, "<w:p><w:r><w:t>{{stycken t}}</w:t></w:r></w:p>"));
  CHECK(result.notes.find("> HYPERLINK \"https://x.se\" <") == std::string::npos);
  CHECK(result.notes.find("HYPERLINK &quot;https://x.se&quot;") != std::string::npos);
  CHECK(result.main.find("w:hyperlink") == std::string::npos);
}

TEST_CASE("a fault in a note has the note as its place") {
  Problems problems;
  const Dataset data = test::data(json);
  (void)merge::DocxTemplate::parse(
      document(paragraph("a") + reference(2), note(-1, paragraph("")) + note(2, paragraph("b {{Fel}}"))),
      data, problems);
  REQUIRE(problems.size() == 1);
  CHECK(to_text(problems.begin()->where) == "mall.docx › fotnot › ”b {{Fel}}”");
  CHECK(std::get<ParagraphLocation>(problems.begin()->where).paragraph == 2);
}
