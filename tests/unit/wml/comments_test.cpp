#include "wml/comments.hpp"

#include "opc/xml.hpp"
#include "support/document.hpp"

#include <catch2/catch.hpp>

#include <vector>

using lg::opc::Package;
using lg::opc::PartName;
using lg::test::document;
using lg::test::paragraph;
using lg::wml::Remark;
using lg::wml::with_comments;
using lg::wml::without_own_comments;

namespace {

const std::string body_part = "/word/document.xml";

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t from = text.find(begin) + begin.size();
  return text.substr(from, text.find(end, from) - from);
}

/// What stands in the body, without the section.
std::string body_of(const Package& package) {
  return between(package.bytes(PartName(body_part)), "<w:body>", "<w:sectPr");
}

std::string comments_of(const Package& package) {
  return between(package.bytes(PartName("/word/comments.xml")), "/main\">", "</w:comments>");
}

std::string start(int id) {
  return "<w:commentRangeStart w:id=\"" + std::to_string(id) + "\"/>";
}

std::string end(int id) {
  return "<w:commentRangeEnd w:id=\"" + std::to_string(id) + "\"/><w:r><w:commentReference w:id=\"" +
         std::to_string(id) + "\"/></w:r>";
}

std::string run(const std::string& text) {
  return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

std::string comment(int id, const std::string& text) {
  return "<w:comment w:id=\"" + std::to_string(id) +
         "\" w:author=\"Genomgång\" w:initials=\"G\"><w:p><w:r><w:annotationRef/></w:r><w:r><w:t>" + text +
         "</w:t></w:r></w:p></w:comment>";
}

}  // namespace

TEST_CASE("a comment stands around the words it is about") {
  const Package commented =
      with_comments(document(paragraph("Först") + paragraph("Nämnden är {{Nämd}} här.")),
                    std::vector<Remark>{{body_part, 2, "{{Nämd}}", "", "Menade du & <Nämnd>?"}});
  CHECK(body_of(commented) == "<w:p>" + run("Först") + "</w:p><w:p>" + run("Nämnden är ") + start(0) +
                                  "<w:r><w:t>{{Nämd}}</w:t></w:r>" + end(0) + run(" här.") + "</w:p>");
  CHECK(comments_of(commented) == comment(0, "Menade du &amp; &lt;Nämnd&gt;?"));
  CHECK(commented.content_type(PartName("/word/comments.xml")) ==
        "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml");
  CHECK(commented.related(PartName(body_part), "comments") == std::vector{PartName("/word/comments.xml")});
}

TEST_CASE("words over several runs keep their runs and formats") {
  const std::string runs = "<w:r><w:rPr><w:b/></w:rPr><w:t>a{{Nä</w:t></w:r><w:r><w:t>md}}</w:t></w:r>";
  const Package commented = with_comments(document("<w:p>" + runs + "</w:p>"),
                                          std::vector<Remark>{{body_part, 1, "{{Nämd}}", "", "x"}});
  CHECK(body_of(commented) ==
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r>" + start(0) +
            "<w:r><w:rPr><w:b/></w:rPr><w:t>{{Nä</w:t></w:r><w:r><w:t>md}}</w:t></w:r>" + end(0) + "</w:p>");
}

TEST_CASE("without the words the whole paragraph is marked, behind its properties") {
  const Package commented = with_comments(document(paragraph("Rubrik", "Rubrik1")),
                                          std::vector<Remark>{{body_part, 1, "finns inte", "", "x"}});
  CHECK(body_of(commented) ==
        "<w:p><w:pPr><w:pStyle w:val=\"Rubrik1\"/></w:pPr>" + start(0) + run("Rubrik") + end(0) + "</w:p>");
}

TEST_CASE("several comments in one paragraph have ids of their own and lines of their own") {
  const Package commented = with_comments(
      document(paragraph("{{a}}{{b}}")),
      std::vector<Remark>{{body_part, 1, "{{a}}", "", "ett"}, {body_part, 1, "{{b}}", "", "två"}});
  CHECK(body_of(commented) == "<w:p>" + start(0) + run("{{a}}") + end(0) + start(1) +
                                  "<w:r><w:t>{{b}}</w:t></w:r>" + end(1) + "</w:p>");
  const Package lines =
      with_comments(document(paragraph("a")), std::vector<Remark>{{body_part, 1, "", "", "ett\ntvå"}});
  CHECK(comments_of(lines).ends_with(
      "<w:t>ett</w:t></w:r></w:p><w:p><w:r><w:t>två</w:t></w:r></w:p></w:comment>"));
}

TEST_CASE("a place that Word allows no comment at is said at the first paragraph") {
  const Package commented = with_comments(
      document(paragraph("Först") + paragraph("Sist")),
      std::vector<Remark>{{"/word/header1.xml", 1, "{{x}}", "sidhuvud › ”{{x}}”", "Fältet finns inte."}});
  CHECK(body_of(commented) ==
        "<w:p>" + start(0) + run("Först") + end(0) + "</w:p><w:p>" + run("Sist") + "</w:p>");
  CHECK(comments_of(commented).find("<w:t>sidhuvud › ”{{x}}”</w:t></w:r></w:p><w:p><w:r><w:t>Fältet finns "
                                    "inte.</w:t>") != std::string::npos);
}

TEST_CASE("what is about a text box stands at the paragraph that holds the box") {
  const std::string box = "<w:p><w:r><w:pict><v:shape xmlns:v=\"v\"><v:textbox><w:txbxContent>" +
                          paragraph("{{x}}") + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";
  const Package commented = with_comments(document(paragraph("Först") + box),
                                          std::vector<Remark>{{body_part, 3, "{{x}}", "”{{x}}”", "fel"}});
  CHECK(body_of(commented).find("<w:p>" + start(0) + "<w:r><w:pict>") != std::string::npos);
  CHECK(comments_of(commented).find("<w:t>”{{x}}”</w:t>") != std::string::npos);
}

TEST_CASE("an unknown paragraph is found by its words, and a body without paragraphs gets one") {
  const Package found = with_comments(document(paragraph("a") + paragraph("b {{x}}")),
                                      std::vector<Remark>{{body_part, 0, "{{x}}", "p", "fel"}});
  CHECK(body_of(found) == "<w:p>" + run("a") + "</w:p><w:p>" + run("b ") + start(0) +
                              "<w:r><w:t>{{x}}</w:t></w:r>" + end(0) + "</w:p>");
  CHECK(comments_of(found) == comment(0, "fel"));
  const Package empty = with_comments(document(""), std::vector<Remark>{{"", 0, "", "mall.docx", "fel"}});
  CHECK(body_of(empty) == "<w:p>" + start(0) + end(0) + "</w:p>");
}

TEST_CASE("comments that are there stay, and ours go without a trace") {
  Package package = document("<w:p>" + start(4) + run("a") + end(4) + "</w:p>" + paragraph("{{x}}"));
  package.add(PartName("/word/comments.xml"),
              "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
              "<w:comment w:id=\"4\" w:author=\"Ann\"><w:p/></w:comment></w:comments>",
              "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml");
  lg::opc::Relationships relationships = package.relationships(PartName(body_part));
  relationships.add("http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
                    "comments.xml", false);
  package.replace(PartName(body_part), relationships);

  const Package commented = with_comments(package, std::vector<Remark>{{body_part, 2, "{{x}}", "", "fel"}});
  CHECK(comments_of(commented) ==
        "<w:comment w:id=\"4\" w:author=\"Ann\"><w:p/></w:comment>" + comment(5, "fel"));
  CHECK(body_of(commented).find(start(5)) != std::string::npos);

  const Package cleared = without_own_comments(commented);
  CHECK(comments_of(cleared) == "<w:comment w:id=\"4\" w:author=\"Ann\"><w:p/></w:comment>");
  CHECK(body_of(cleared) == "<w:p>" + start(4) + "<w:r><w:t xml:space=\"preserve\">a</w:t></w:r>" + end(4) +
                                "</w:p><w:p>" + run("{{x}}") + "</w:p>");
}

TEST_CASE("what Word keeps beside a comment of ours goes with it") {
  Package package =
      with_comments(document(paragraph("a")), std::vector<Remark>{{body_part, 1, "", "", "fel"}});
  std::string comments = package.bytes(PartName("/word/comments.xml"));
  comments.replace(comments.find("<w:p>"), 5, "<w:p xmlns:w14=\"w14\" w14:paraId=\"0A\">");
  package.replace(PartName("/word/comments.xml"), comments);
  package.add(PartName("/word/commentsExtended.xml"),
              "<w15:commentsEx xmlns:w15=\"w15\"><w15:commentEx w15:paraId=\"0A\"/>"
              "<w15:commentEx w15:paraId=\"0B\" w15:paraIdParent=\"0A\"/></w15:commentsEx>",
              "application/xml");
  lg::opc::Relationships relationships = package.relationships(PartName(body_part));
  relationships.add("http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
                    "commentsExtended.xml", false);
  package.replace(PartName(body_part), relationships);
  CHECK(without_own_comments(package)
            .bytes(PartName("/word/commentsExtended.xml"))
            .ends_with(
                "<w15:commentsEx xmlns:w15=\"w15\"><w15:commentEx w15:paraId=\"0B\"/></w15:commentsEx>"));
}
