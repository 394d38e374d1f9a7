#include "opc/xml.hpp"

#include "base/problem.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace lg;

namespace {

std::string result(const std::string& bytes) {
  try {
    return opc::to_bytes(opc::parse_xml(bytes, "a.docx", "/a.xml"));
  } catch (const UnreadableFile& unreadable) {
    return unreadable.problem().code;
  }
}

const std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

}  // namespace

TEST_CASE("blanks between and within elements survive") {
  const std::string xml = "<w:p> <w:r><w:t xml:space=\"preserve\"> </w:t></w:r>\n</w:p>";
  CHECK(result(xml) == declaration + xml);
}

TEST_CASE("UTF-16 and byte order marks are read") {
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("<a>x</a>")) wide.append(1, c).append(1, '\0');
  CHECK(result(wide) == declaration + "<a>x</a>");
  CHECK(result("\xEF\xBB\xBF<a>å</a>") == declaration + "<a>å</a>");
}

TEST_CASE("what XML forbids is refused with its own code") {
  CHECK(result("<a><b></a>") == "FIL-030");
  CHECK(result("<a/><b/>") == "FIL-030");
  CHECK(result("<a/>text") == "FIL-030");
  CHECK(result("") == "FIL-030");
  CHECK(result("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>") == "FIL-031");
  CHECK(result("<a>\x02</a>") == "FIL-032");
  CHECK(result("<a>\xFF</a>") == "FIL-032");
  CHECK(result("<a>&#1;</a>") == "FIL-032");
  CHECK(result("<a>&#xD800;</a>") == "FIL-032");
  CHECK(result("<a>&okänd;</a>") == "FIL-032");
  CHECK(result("<?xml version='1.0' encoding='windows-1252'?><a/>") == "FIL-033");
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<a>";
  for (int i = 0; i < 300; ++i) deep += "</a>";
  CHECK(result(deep) == "FIL-034");
}

TEST_CASE("a bare ampersand is text in a CDATA section and in a comment") {
  CHECK(result("<a><![CDATA[x & y]]></a>") == declaration + "<a><![CDATA[x & y]]></a>");
  CHECK(result("<a><!-- x & y --></a>") == declaration + "<a><!-- x & y --></a>");
}

TEST_CASE("a damaged part is told with file and part") {
  try {
    (void)opc::parse_xml("<a>", "a.docx", "/word/document.xml");
    FAIL("läst");
  } catch (const UnreadableFile& unreadable) {
    CHECK(to_text(unreadable.problem()) ==
          "fel[FIL-030]: Delen ”/word/document.xml” är skadad och kan inte läsas.\n  plats: a.docx\n"
          "  tips: Öppna filen i Excel eller Word, låt programmet reparera den och spara den på nytt.\n");
  }
}
