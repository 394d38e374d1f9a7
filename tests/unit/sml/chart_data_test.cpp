// W40: a chart's formulas, what it keeps of its cells, and its own points follow a list.
#include "sml/chart_data.hpp"

#include "opc/xml.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using namespace lg::sml;

namespace {

std::string reference(const std::string& kind, const std::string& formula, const std::string& points) {
  const std::string code = kind == "num" ? "<c:formatCode>0.0</c:formatCode>" : "";
  return "<c:" + kind + "Ref><c:f>" + formula + "</c:f><c:" + kind + "Cache>" + code +
         "<c:ptCount val='2'/>" + points + "</c:" + kind + "Cache></c:" + kind + "Ref>";
}

std::string series(const std::string& categories, const std::string& values, const std::string& more = "") {
  return "<c:ser><c:order val='0'/><c:tx>" +
         reference("str", "S!$B$1", "<c:pt idx='0'><c:v>Antal</c:v></c:pt>") + "</c:tx>" + more + "<c:cat>" +
         categories + "</c:cat><c:val>" + values + "</c:val></c:ser>";
}

pugi::xml_document chart(const std::string& all, const std::string& kind = "barChart") {
  return lg::opc::parse_xml("<c:chartSpace xmlns:c='c'><c:chart><c:plotArea><c:" + kind + ">" + all +
                                "</c:" + kind + "></c:plotArea></c:chart></c:chartSpace>",
                            "a", "b");
}

std::string written(const std::string& xml, const ChartTable& table) {
  pugi::xml_document document = chart(xml);
  write_chart_data(document.document_element(), read_chart_layout(document.document_element()), table);
  std::ostringstream text;
  document.first_child().first_child().first_child().first_child().first_child().print(text, "",
                                                                                       pugi::format_raw);
  return text.str();
}

const std::string words = reference("str", "S!$A$2:$A$3", "");
const std::string numbers = reference("num", "S!$B$2:$B$3", "");

}  // namespace

TEST_CASE("W40: more rows than the placeholder had") {
  const std::string xml = written(series(words, numbers), {{{{"a & b", false}, {"å", false}, {"c", false}}},
                                                           {{{"1", true}, {}, {"2.5", true}}}});
  CHECK(xml.find("<c:f>S!$A$2:$A$4</c:f><c:strCache><c:ptCount val=\"3\"/><c:pt idx=\"0\"><c:v>a &amp; "
                 "b</c:v></c:pt>"
                 "<c:pt idx=\"1\"><c:v>å</c:v></c:pt><c:pt idx=\"2\"><c:v>c</c:v></c:pt>") !=
        std::string::npos);
  CHECK(xml.find("<c:f>S!$B$2:$B$4</c:f><c:numCache><c:formatCode>0.0</c:formatCode><c:ptCount val=\"3\"/>"
                 "<c:pt idx=\"0\"><c:v>1</c:v></c:pt><c:pt idx=\"2\"><c:v>2.5</c:v></c:pt>") !=
        std::string::npos);
  CHECK(xml.find("<c:f>S!$B$1</c:f>") != std::string::npos);
}

TEST_CASE("W40: no rows leave one blank point and no point of its own behind it") {
  const std::string points =
      "<c:dPt><c:idx val='0'/></c:dPt><c:dPt><c:idx val='1'/></c:dPt><c:dLbls><c:dLbl><c:idx "
      "val='1'/></c:dLbl></c:dLbls>";
  const std::string xml = written(series(words, numbers, points), {{{}}, {{}}});
  CHECK(xml.find("<c:f>S!$A$2</c:f><c:strCache><c:ptCount val=\"1\"/></c:strCache>") != std::string::npos);
  CHECK(xml.find("<c:f>S!$B$2</c:f>") != std::string::npos);
  CHECK(xml.find("<c:dPt><c:idx val=\"0\"/></c:dPt><c:dLbls/>") != std::string::npos);
}

TEST_CASE("W40: categories in levels, and years that become words") {
  const std::string levels =
      "<c:multiLvlStrRef><c:f>S!$A$2:$B$3</c:f><c:multiLvlStrCache><c:ptCount val='2'/><c:lvl/>"
      "<c:lvl/></c:multiLvlStrCache></c:multiLvlStrRef>";
  const std::string third = reference("num", "S!$C$2:$C$3", "");
  CHECK(written(series(levels, third), {{{{"x", false}}, {{"y", false}}}, {{{"1", true}}}})
            .find("<c:f>S!$A$2:$B$2</c:f><c:multiLvlStrCache><c:ptCount val=\"1\"/><c:lvl><c:pt "
                  "idx=\"0\"><c:v>y</c:v>"
                  "</c:pt></c:lvl><c:lvl><c:pt idx=\"0\"><c:v>x</c:v>") != std::string::npos);
  const std::string years = reference("num", "S!$A$2:$A$3", "");
  CHECK(written(series(years, numbers), {{{{"2025", true}}}, {{{"1", true}}}}).find("<c:cat><c:numRef>") !=
        std::string::npos);
  CHECK(written(series(years, numbers), {{{{"Låg", false}}}, {{{"1", true}}}})
            .find("<c:cat><c:strRef><c:f>S!$A$2</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt "
                  "idx=\"0\"><c:v>Låg") != std::string::npos);
}

TEST_CASE("W40: charts that no list can be put into") {
  const auto fault = [](const std::string& all, const std::string& kind = "barChart") {
    return read_chart_layout(chart(all, kind).document_element()).fault;
  };
  CHECK(fault(series(words, numbers)).empty());
  CHECK(fault("") == "har inte sina data i kolumner bredvid varandra");
  CHECK(fault(series(words, reference("num", "S!$B$2:$C$2", ""))) ==
        "har inte sina data i kolumner bredvid varandra");
  CHECK(fault(series(words, reference("num", "T!$B$2:$B$3", ""))) ==
        "har inte sina data i kolumner bredvid varandra");
  CHECK(fault(series(words, "<c:numLit/>")) == "har inte sina data i kolumner bredvid varandra");
  CHECK(fault(series(words, numbers), "bubbleChart") ==
        "är ett bubbeldiagram, som inte kan fyllas från en lista");
}

TEST_CASE("W40: an axis begins below its fixed value where a value does") {
  const auto axis = [](const char* value) {
    pugi::xml_document document = chart(series(words, numbers) +
                                        "<c:valAx><c:scaling><c:orientation val='minMax'/><c:min val='0'/>"
                                        "</c:scaling></c:valAx>");
    const pugi::xml_node root = document.document_element();
    write_chart_data(root, read_chart_layout(root), {{{{"2025", false}}}, {{{value, true}}}});
    std::ostringstream text;
    root.first_child().first_child().first_child().last_child().print(text, "", pugi::format_raw);
    return text.str();
  };
  const std::string begin = "<c:valAx><c:scaling><c:orientation val=\"minMax\"/>";
  CHECK(axis("-1") == begin + "</c:scaling></c:valAx>");
  CHECK(axis("3") == begin + "<c:min val=\"0\"/></c:scaling></c:valAx>");
}
