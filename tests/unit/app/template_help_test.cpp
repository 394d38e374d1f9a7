#include "app/field_guide.hpp"
#include "app/fill.hpp"
#include "app/marked_template.hpp"
#include "app/review_data.hpp"
#include "app/template_trial.hpp"
#include "opc/xml.hpp"
#include "support/document.hpp"
#include "support/package_builder.hpp"
#include "wml/paragraph.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace lg::test;
using lg::Problems;
using lg::app::NamedFile;
using lg::opc::Package;
using lg::opc::PartName;

namespace {

NamedFile standard(const std::string& name) {
  std::ifstream file(std::string(TEMPLATES_FOLDER) + "/" + name, std::ios::binary);
  return {name, std::string(std::istreambuf_iterator<char>(file), {})};
}

NamedFile word_template(const std::string& body) {
  return {"mall.docx", document(body).save()};
}

std::string part(const std::string& bytes, const std::string& name) {
  return Package::open("ut", bytes).bytes(PartName(name));
}

std::string told(const Problems& problems) {
  return text_of(problems);
}

/// The texts of the paragraphs of a style, in order.
std::vector<std::string> texts_of(const pugi::xml_document& document, const std::string& style) {
  std::vector<std::string> texts;
  document.document_element().find_node([&](pugi::xml_node node) {
    const lg::wml::Paragraph paragraph(node);
    if (std::string_view(node.name()) == "w:p" && paragraph.style_id() == style)
      texts.push_back(paragraph.text());
    return false;
  });
  return texts;
}

/// A template that is made by copying: every loop with the tags of its table in it.
std::string pasted(const std::string& bytes) {
  const std::string xml = part(bytes, "/word/document.xml");
  const pugi::xml_document document = lg::opc::parse_xml(xml, "mallhjalp.docx", "document.xml");
  std::string body;
  std::string end;
  document.document_element().find_node([&](pugi::xml_node node) {
    if (std::string_view(node.name()) != "w:p") return false;
    const lg::wml::Paragraph one(node);
    const bool opens = one.text().starts_with("{{för varje");
    if (one.style_id() == "Mallkod" && !opens) end = paragraph(one.text());
    if (one.style_id() == "Mallkod" && opens) body += end + paragraph(one.text());
    if (one.style_id() == "Tabellkod") body += paragraph(one.text());
    return false;
  });
  return body + end;
}

}  // namespace

TEST_CASE("every tag of mallhjälp, pasted into a template, is right as it is") {
  const auto contract = lg::app::ReviewData::shape();
  const auto fields = lg::app::list_fields(contract.dataset());
  Problems problems;
  const auto bytes =
      lg::app::fill(standard("mallhjalp.docx"), lg::app::field_guide_data(fields, ""), problems);
  REQUIRE(told(problems) == "");
  const std::string body = pasted(*bytes);
  CHECK(body.find("{{för varje rad i VoR}}") != std::string::npos);
  CHECK(body.find("{{rad.Oönskad händelse}}") != std::string::npos);
  lg::app::check_template_against_contract(word_template(body), problems);
  std::vector<std::string> codes;
  for (const lg::Problem& problem : problems) codes.push_back(problem.code);
  CHECK(codes ==
        std::vector<std::string>{"M043", "M053"});  // the test's template has no language and no title
}

TEST_CASE("mallhjälp has a heading a list and says today's values") {
  const std::vector<lg::app::ListedField> fields = {
      {"", "Nämnd", "{{Nämnd}}", "text", "Namnet.", "A & B"},
      {"VoR", "", "{{för varje rad i VoR}} … {{slut}}", "lista", "Riskerna.", ""},
      {"VoR", "antal", "{{VoR.antal}}", "tal", "Antalet rader.", "2"},
      {"VoR", "Område", "{{rad.Område}}", "text", "", "Vård"}};
  Problems problems;
  const auto bytes =
      lg::app::fill(standard("mallhjalp.docx"), lg::app::field_guide_data(fields, "underlag"), problems);
  REQUIRE(told(problems) == "");
  const std::string xml = part(*bytes, "/word/document.xml");
  const auto document = lg::opc::parse_xml(xml, "mallhjalp.docx", "document.xml");
  CHECK(texts_of(document, "Rubrik1") == std::vector<std::string>{"Enskilda värden", "VoR"});
  CHECK(texts_of(document, "Underrubrik") == std::vector<std::string>{"Med dagens värden ur underlag"});
  CHECK(texts_of(document, "Brdtextfrelista") ==
        std::vector<std::string>{"Riskerna. I dag har listan 2 rader."});
  CHECK(texts_of(document, "Mallkod") == std::vector<std::string>{"{{för varje rad i VoR}}", "{{slut}}"});
  CHECK(texts_of(document, "Tabellkod") ==
        std::vector<std::string>{"{{Nämnd}}", "{{VoR.antal}}", "{{rad.Område}}"});
  const auto cells = texts_of(document, "Tabelltext");
  CHECK(std::ranges::find(cells, "A & B") != cells.end());
}

TEST_CASE("a marked Word template has a comment at each place and is mended in the copy") {
  const NamedFile file = word_template(paragraph("Om {{Nämd}}") + paragraph("{{Rapportår}}"));
  Problems problems;
  lg::app::check_template_against_contract(file, problems);
  const std::string copy = *lg::app::marked_template(file, problems);
  CHECK(part(copy, "/word/document.xml")
            .find("Om </w:t></w:r><w:commentRangeStart w:id=\"0\"/><w:r><w:t>{{Nämd}}</w:t></w:r>"
                  "<w:commentRangeEnd w:id=\"0\"/>") != std::string::npos);
  CHECK(part(copy, "/word/comments.xml")
            .find("<w:t>Fel M012</w:t></w:r></w:p><w:p><w:r><w:t>Taggen ”{{Nämd}}”: Fältet ”Nämd” finns inte."
                  "</w:t></w:r></w:p><w:p><w:r><w:t>Menade du ”Nämnd”?</w:t>") != std::string::npos);
  Problems again;
  lg::app::check_template_against_contract({"mall.docx", copy}, again);
  CHECK(told(again) == told(problems));
  Problems none;
  const auto filled = lg::app::fill(
      {"mall.docx", *lg::app::marked_template(word_template(paragraph("x")), problems)}, data("{}"), none);
  CHECK(part(*filled, "/word/document.xml").find("comment") == std::string::npos);
}

TEST_CASE("a marked workbook has a note at each cell and is mended in the copy") {
  WorkbookBuilder builder;
  builder.sheet("Blad", row(1, text_cell("A1", "{{Nämd}}")));
  const NamedFile file = {"mall.xlsx", builder.package().save()};
  Problems problems;
  lg::app::check_template_against_contract(file, problems);
  const std::string copy = *lg::app::marked_template(file, problems);
  CHECK(part(copy, "/xl/comments1.xml")
            .find("Fel M012\nTaggen ”{{Nämd}}”: Fältet ”Nämd” finns inte.\nMenade du "
                  "”Nämnd”?</t>") != std::string::npos);
  Problems again;
  lg::app::check_template_against_contract({"mall.xlsx", copy}, again);
  CHECK(told(again) == told(problems));
}

TEST_CASE("a template is tried with few and many rows, own columns and text blocks") {
  const NamedFile file = word_template(paragraph("{{infoga syfte}}") + paragraph("{{för varje r i VoR}}") +
                                       paragraph("{{r.Egen kolumn}}") + paragraph("{{annars}}") +
                                       paragraph("Inga risker.") + paragraph("{{slut}}"));
  Problems problems;
  const auto documents = lg::app::try_template(file, problems);
  CHECK(told(problems) == "");
  std::vector<std::string> names;
  for (const NamedFile& one : documents) names.push_back(one.name);
  CHECK(names == std::vector<std::string>{"mallprov 0 rader.docx", "mallprov 1 rad.docx",
                                          "mallprov 2 rader.docx", "mallprov 40 rader.docx",
                                          "mallprov långa texter.docx"});
  const std::string none = part(documents[0].bytes, "/word/document.xml");
  CHECK(none.find("Exempel textblock syfte") != std::string::npos);
  CHECK(none.find("Inga risker.") != std::string::npos);
  CHECK(part(documents[3].bytes, "/word/document.xml").find("Exempel Egen kolumn 40<") != std::string::npos);
  CHECK(part(documents[4].bytes, "/word/document.xml").find("A &amp; B, 1 &lt; 2 &gt; 0") !=
        std::string::npos);
}

TEST_CASE("a template with pictures is tried with made-up ones of their names") {
  const auto picture = [](const std::string& alternative) {
    return "<w:p><w:r><w:drawing><wp:inline><wp:extent cx='2000' cy='1000'/><wp:docPr id='7' name='B' "
           "descr='" +
           alternative +
           "'/><a:graphic xmlns:a='a'><a:graphicData><pic:pic xmlns:pic='p'><pic:blipFill><a:blip "
           "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' r:embed='rId3'/>"
           "<a:stretch/></pic:blipFill><pic:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='2000' cy='1000'/>"
           "</a:xfrm></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
  };
  const NamedFile file =
      word_template(picture("{{bild stadens logotyp}}") + paragraph("{{för varje r i VoR}}") +
                    picture("{{bild r.Egen bild}}") + paragraph("{{slut}}"));
  Problems problems;
  const auto documents = lg::app::try_template(file, problems);
  CHECK(told(problems) == "");
  REQUIRE(documents.size() == 5);
  const std::string two = part(documents[2].bytes, "/word/document.xml");
  CHECK(two.find("descr=\"Stadens logotyp\"") != std::string::npos);
  CHECK(two.find("descr=\"Exempel Egen bild 2\"") != std::string::npos);
  const Package document = Package::open("ut", documents[0].bytes);
  int pictures = 0;
  for (const PartName& name : document.related(document.main_part(), "image"))
    pictures += document.has(name) && document.bytes(name).substr(1, 3) == "PNG" ? 1 : 0;
  CHECK(pictures == 1);

  // Against data that has no pictures either, or one that cannot be read.
  lg::Dataset named = data("{}");
  named.pictures["logotyp"] = {"Logotyp", "logo.png", "", "", "Filen går inte att läsa.", ""};
  CHECK(lg::app::try_template(word_template(picture("{{bild logotyp}}")), named, problems).size() == 5);
  CHECK(lg::app::try_template(word_template(picture("{{bild logotyp}}")), data("{}"), problems).size() == 5);
  CHECK(told(problems) == "");
}

TEST_CASE("a template with errors is not tried") {
  Problems problems;
  CHECK(lg::app::try_template(word_template(paragraph("{{Nämd}}")), problems).empty());
  CHECK(told(problems).find("Fältet ”Nämd” finns inte.") != std::string::npos);
}

TEST_CASE("the standard templates are tried without a word") {
  for (const char* name : {"ledningens-genomgang.docx", "aktivitetsplan.xlsx"}) {
    Problems problems;
    CHECK(lg::app::try_template(standard(name), problems).size() == 5);
    CHECK(told(problems) == "");
  }
}
