#include "opc/xml.hpp"
#include "support/package_builder.hpp"
#include "support/xlsx_rendering.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace lg;
using namespace lg::test;

namespace {

std::string cell_xml(const Rendering& done, const std::string& ref) {
  const std::string& sheet = done.part("/xl/worksheets/sheet1.xml");
  const std::size_t from = sheet.find("<c r=\"" + ref + "\"");
  if (from == std::string::npos) return "";
  const std::size_t end = sheet.find('>', from);
  return sheet[end - 1] == '/' ? sheet.substr(from, end + 1 - from)
                               : sheet.substr(from, sheet.find("</c>", from) + 4 - from);
}

Rendering fill(const std::string& cells, const Dataset& data, const std::string& workbook = "") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(1, cells)).workbook(workbook);
  return render(builder.package(), data);
}

Dataset one(Value value) {
  return DatasetBuilder().value("X", std::move(value));
}

}  // namespace

TEST_CASE("a cell that is one tag takes the value's type") {
  CHECK(cell_xml(fill(text_cell("A1", "{{X}}", 3), one(number_value(0.1))), "A1") ==
        "<c r=\"A1\" s=\"3\"><v>0.1</v></c>");
  CHECK(cell_xml(fill(text_cell("A1", "{{X}}"), one(number_value(-1234567890123))), "A1") ==
        "<c r=\"A1\"><v>-1234567890123</v></c>");
  CHECK(cell_xml(fill(text_cell("A1", "{{X}}"), one(flag_value(true))), "A1") ==
        "<c r=\"A1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">Ja</t></is></c>");
  CHECK(cell_xml(fill(text_cell("A1", "{{X}}", 3), one(text_value(""))), "A1") == "<c r=\"A1\" s=\"3\"/>");
  CHECK(cell_xml(fill(text_cell("A1", "{{X}}", 2), one(number_value(7))), "A1") ==
        "<c r=\"A1\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">7</t></is></c>");
  CHECK(cell_xml(fill(text_cell("A1", "{{X}} st"), one(number_value(2.5))), "A1") ==
        "<c r=\"A1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">2,5 st</t></is></c>");
}

TEST_CASE("dates are serial numbers in the workbook's own calendar") {
  const Value day = Value::date({2025, 10, 14, {}});
  CHECK(cell_xml(fill(text_cell("A1", "{{X}}", 1), one(day)), "A1") ==
        "<c r=\"A1\" s=\"1\"><v>45944</v></c>");
  CHECK(cell_xml(fill(text_cell("A1", "{{X}}", 1), one(Value::date({1899, 5, 1, {}}))), "A1") ==
        "<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">1899-05-01</t></is></c>");
  const Rendering plain = fill(text_cell("A1", "{{X}}"), one(Value::date({2025, 10, 14, 43200})));
  CHECK(cell_xml(plain, "A1") == "<c r=\"A1\" s=\"4\"><v>45944.5</v></c>");
  CHECK(plain.part("/xl/styles.xml").find("<cellXfs count=\"5\">") != std::string::npos);
  CHECK(plain.part("/xl/styles.xml")
            .find("<xf numFmtId=\"22\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
                  "applyNumberFormat=\"1\"/>") != std::string::npos);
}

TEST_CASE("what users write is text and nothing else") {
  const auto written = [](const std::string& text) {
    const Rendering done = fill(text_cell("A1", "{{X}}", 3), one(Value::text(text)));
    const std::string xml = cell_xml(done, "A1");
    return xml.substr(xml.find("preserve") + 10, xml.find("</t>") - xml.find("preserve") - 10);
  };
  CHECK(written("=cmd|' /C calc'!A0") == "=cmd|' /C calc'!A0");
  CHECK(written("  a & b <c> ") == "  a &amp; b &lt;c&gt; ");
  CHECK(written("{{X}}") == "{{X}}");
  CHECK(written("_x000D_ och _xyz_") == "_x005F_x000D_ och _xyz_");
  CHECK(written("rad\nrad") == "rad\nrad");
}

TEST_CASE("a line break makes the cell wrap its text") {
  const Rendering done = fill(text_cell("A1", "{{X}}", 2), one(text_value("a\nb")));
  CHECK(cell_xml(done, "A1").find("s=\"4\"") != std::string::npos);
  CHECK(done.part("/xl/styles.xml")
            .find("<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
                  "applyNumberFormat=\"1\" "
                  "applyAlignment=\"1\"><alignment wrapText=\"1\"/></xf>") != std::string::npos);
}

TEST_CASE("a text longer than a cell is cut with a mark and a warning") {
  const SheetOrigin origin{"VoR.xlsx", "VoR", {{5, "Händelse"}}};
  std::string longer;
  for (int i = 0; i < 20'000; ++i) longer += "😀";
  const Rendering done = fill(text_cell("A1", "{{X}}", 3), one(Value::text(longer, {&origin, 7, 5})));
  CHECK(done.told() ==
        "varning[MALL-111]: Texten är längre än de 32 767 tecken som ryms i en cell och har kortats i det "
        "färdiga "
        "bladet.\n  plats: VoR.xlsx › VoR › E7 (Händelse)\n  se även: mall.xlsx › Blad1 › A1\n"
        "  tips: Korta texten, eller dela den på flera celler.\n");
  const std::string xml = cell_xml(done, "A1");
  CHECK(xml.find("😀…</t>") != std::string::npos);
  CHECK(xml.size() < 16'383U * 4 + 200);
}

TEST_CASE("a missing value shows its place") {
  const Rendering done = fill(text_cell("A1", "{{X}}"), one(Value::hole()));
  CHECK(done.cells("Blad1") == "A1=⟦saknas: X⟧\n");
}

TEST_CASE("shared strings with tags are filled cell by cell and leave the file") {
  WorkbookBuilder builder;
  builder.shared_strings(
      "<si><r><rPr><b/></rPr><t>{{Na</t></r><r><t>mn}} är </t></r><r><rPr><i/></rPr>"
      "<t xml:space=\"preserve\">{{Antal}} </t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>"
      "<si><t>kvar</t></si>");
  builder.sheet("Blad1", row(1, text_cell("A1", "{{för varje a i Lista}}")) +
                             row(2,
                                 "<c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c>"
                                 "<c r=\"C2\" t=\"s\"><v>0</v></c>") +
                             row(3, text_cell("A3", "{{slut}}")));
  const Dataset data = DatasetBuilder()
                           .value("Namn", text_value("N"))
                           .value("Antal", number_value(1))
                           .list("Lista", {"Y"})
                           .row(text_value("a"))
                           .row(text_value("b"));
  const Rendering done = render(builder.package(), data);
  CHECK(done.told().empty());
  CHECK(done.cells("Blad1") == "A1=N är 1 \nB1=kvar\nC1=N är 1 \nA2=N är 1 \nB2=kvar\nC2=N är 1 \n");
  CHECK(cell_xml(done, "A1") ==
        "<c r=\"A1\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t xml:space=\"preserve\">N</t></r><r>"
        "<t xml:space=\"preserve\"> är </t></r><r><rPr><i/></rPr><t xml:space=\"preserve\">1 "
        "</t></r></is></c>");
  CHECK(done.part("/xl/sharedStrings.xml").find("{{") == std::string::npos);
  CHECK(done.part("/xl/sharedStrings.xml").find("<si><t/></si><si><t>kvar</t></si>") != std::string::npos);
}

TEST_CASE("headers, footers and properties are filled") {
  WorkbookBuilder builder;
  builder.sheet(
      "Blad1", row(1, text_cell("A1", "text")),
      "<headerFooter><oddHeader>&amp;L&amp;14{{År}}&amp;C{{Bolag}} &amp;P</oddHeader></headerFooter>");
  builder.parts().relate("/", "core-properties", "docProps/core.xml");
  builder.parts().part("/docProps/core.xml",
                       "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:title>Plan {{År}} för "
                       "{{Bolag}}</dc:title></cp:coreProperties>",
                       "application/vnd.openxmlformats-package.core-properties+xml");
  const Dataset data =
      DatasetBuilder().value("År", number_value(2026)).value("Bolag", text_value("Hus & Hem"));
  const Rendering done = render(builder.package("plan.xltx", "template"), data);
  CHECK(done.told().empty());
  CHECK(done.part("/xl/worksheets/sheet1.xml")
            .find("<oddHeader>&amp;L&amp;14 2026&amp;CHus &amp;&amp; Hem &amp;P</oddHeader>") !=
        std::string::npos);
  CHECK(done.part("/docProps/core.xml").find("<dc:title>Plan 2026 för Hus &amp; Hem</dc:title>") !=
        std::string::npos);
  CHECK(done.package.content_type(done.package.main_part()) ==
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");
}

TEST_CASE("formulas: shared ones are written out, arrays follow, old results are dropped") {
  WorkbookBuilder builder;
  builder.sheet("Blad1",
                row(1, text_cell("A1", "{{om X}}")) + row(2, text_cell("A2", "{{slut}}")) +
                    row(3,
                        "<c r=\"B3\"><f t=\"shared\" ref=\"B3:B4\" si=\"0\">A3+$A$3</f><v>1</v></c>"
                        "<c r=\"C3\" cm=\"1\"><f t=\"array\" ref=\"C3:C4\">A3:A4*2</f><v>1</v></c>") +
                    row(4, "<c r=\"B4\" t=\"str\"><f t=\"shared\" si=\"0\"/><v>1</v></c>"));
  const Rendering done = render(builder.package(), one(flag_value(false)));
  CHECK(done.told().empty());
  CHECK(cell_xml(done, "B1") == "<c r=\"B1\"><f>A1+$A$1</f><v>0</v></c>");
  CHECK(cell_xml(done, "C1") == "<c r=\"C1\" cm=\"1\"><f t=\"array\" ref=\"C1:C2\">A1:A2*2</f></c>");
  CHECK(cell_xml(done, "B2") == "<c r=\"B2\"><f>A2+$A$1</f><v>0</v></c>");
}

TEST_CASE("a template without tags keeps its bytes") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(1, formula_cell("A1", "1+1")));
  const opc::Package package = builder.package();
  CHECK(render(package, one(number_value(1))).package.save() == package.save());
}

TEST_CASE("sheets without tags and formulas keep their bytes") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(1, text_cell("A1", "{{X}}")))
      .sheet("Blad2", row(1, text_cell("A1", "oförändrad")));
  const opc::Package package = builder.package();
  const opc::PartName second("/xl/worksheets/sheet2.xml");
  CHECK(render(package, one(number_value(1))).package.bytes(second) == package.bytes(second));
}

TEST_CASE("text boxes, titles of charts and notes are filled, a tag may lie in several runs") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(1, text_cell("A1", "text")),
                "<drawing r:id=\"rId1\"/><legacyDrawing r:id=\"rId3\"/>");
  builder.sheet_part(
      "drawing", "/xl/drawings/drawing1.xml",
      "<xdr:wsDr xmlns:xdr=\"x\" xmlns:a=\"a\"><a:p><a:r><a:t>Risker {{X</a:t></a:r><a:r><a:t>}} år"
      "</a:t></a:r></a:p></xdr:wsDr>",
      "application/vnd.openxmlformats-officedocument.drawing+xml");
  builder.sheet_part(
      "comments", "/xl/comments1.xml",
      "<comments><commentList><comment ref=\"A1\"><text><r><t>Om {{X}}</t></r></text></comment>"
      "</commentList></comments>",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml");
  const Rendering done = render(builder.package(), one(text_value("A & B")));
  CHECK(done.told().empty());
  CHECK(done.part("/xl/drawings/drawing1.xml").find("<a:t>Risker A &amp; B</a:t></a:r><a:r><a:t> år</a:t>") !=
        std::string::npos);
  CHECK(done.part("/xl/comments1.xml").find("<t>Om A &amp; B</t>") != std::string::npos);
}

TEST_CASE("a text that looks like a formula stays a text when it is edited") {
  const Rendering done =
      fill(text_cell("A1", "{{X}}") + text_cell("B1", "{{X}}", 2), one(Value::text("=1+1")));
  CHECK(cell_xml(done, "A1") ==
        "<c r=\"A1\" s=\"4\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1</t></is></c>");
  CHECK(cell_xml(done, "B1").find("s=\"2\"") != std::string::npos);
  CHECK(done.part("/xl/styles.xml").find("xfId=\"0\" quotePrefix=\"1\"/>") != std::string::npos);
}
