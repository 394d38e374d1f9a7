// Fields that show a document property with tags.
#include "merge/docx_template.hpp"
#include "support/document.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace lg;

namespace {

std::string rendered(const std::string& fields) {
  const std::string body = fields + test::paragraph("{{x}}");
  opc::Package package = test::document(body);
  opc::Relationships relationships = package.relationships(opc::PartName("/"));
  relationships.add("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                    "core.xml", false);
  package.replace(opc::PartName("/"), std::move(relationships));
  package.add(
      opc::PartName("/core.xml"),
      "<cp:coreProperties xmlns:cp='c' xmlns:dc='d'><dc:title>Rapport {{x}}</dc:title></cp:coreProperties>",
      "application/vnd.openxmlformats-package.core-properties+xml");
  Problems problems;
  const Dataset data = test::data(R"({"x": "Max"})");
  const auto parsed = merge::DocxTemplate::parse(package, data, problems);
  const opc::Package done = parsed.render(data, problems);
  return test::text_of(problems) + done.bytes(done.main_part());
}

}  // namespace

TEST_CASE("a field that shows a property shows it filled in") {
  const std::string simple = rendered(
      "<w:p><w:fldSimple w:instr=' DOCPROPERTY Title '><w:r><w:t>gammalt</w:t></w:r></w:fldSimple></w:p>");
  CHECK(simple.find("<w:t>Rapport Max</w:t>") != std::string::npos);
  CHECK(simple.find("gammalt") == std::string::npos);
  const std::string runs = rendered(
      "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> DOCPROPERTY \"Title\" \\* "
      "MERGEFORMAT "
      "</w:instrText></w:r><w:r><w:fldChar "
      "w:fldCharType='separate'/></w:r><w:r><w:t>gam</w:t></w:r><w:r><w:t>malt</w:t>"
      "</w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>");
  CHECK(runs.find("<w:t>Rapport Max</w:t>") != std::string::npos);
  CHECK(runs.find("malt") == std::string::npos);
  CHECK(rendered("<w:p><w:fldSimple w:instr=' DOCPROPERTY Manager "
                 "'><w:r><w:t>gammalt</w:t></w:r></w:fldSimple></w:p>")
            .find("gammalt") != std::string::npos);
}

TEST_CASE("the field of a property by its own name shows it, too") {
  const auto title = [](const std::string& code) {
    return rendered("<w:p><w:fldSimple w:instr='" + code +
                    "'><w:r><w:t>gammalt</w:t></w:r></w:fldSimple></w:p>");
  };
  CHECK(title(" TITLE ").find("<w:t>Rapport Max</w:t>") != std::string::npos);
  CHECK(title(" TITLE \\* Lower ").find("<w:t>rapport max</w:t>") != std::string::npos);
  CHECK(title(" TITLE \"Ny titel\" ").find("gammalt") != std::string::npos);  // it sets the title
  CHECK(title(" SUBJECT ").find("gammalt") != std::string::npos);             // there is none
}
