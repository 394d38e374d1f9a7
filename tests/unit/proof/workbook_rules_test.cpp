// Each rule that a finished workbook is held against: broken in one place, it speaks; kept, it is silent.
#include "app/verification.hpp"
#include "merge/xlsx_template.hpp"
#include "proof/proof.hpp"
#include "support/document.hpp"
#include "support/package_builder.hpp"
#include "support/xlsx_rendering.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace lg;
using test::DatasetBuilder;
using test::formula_cell;
using test::row;
using test::text_cell;
using test::WorkbookBuilder;

namespace {

std::string told(const opc::Package& package) {
  std::string text;
  const proof::ParsedPackage parsed = proof::ParsedPackage::read(package);
  for (const proof::Breach& breach : proof::breaches_of(parsed))
    text += breach.rule + ": " + breach.what + "\n";
  return text;
}

/// One sheet of those rows, with those elements behind them.
std::string told(const std::string& rows, const std::string& after = "") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", rows, after);
  return told(builder.package());
}

std::string cell(const std::string& attributes, const std::string& content) {
  return row(1, "<c r=\"A1\"" + attributes + ">" + content + "</c>");
}

const std::string two_rows = row(1, text_cell("A1", "Namn") + text_cell("B1", "Antal")) +
                             row(2, text_cell("A2", "a") + "<c r=\"B2\"><v>1</v></c>");

std::string with_table(const std::string& ref, const std::vector<std::string>& columns,
                       const std::string& extra = "") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", two_rows, "<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>");
  builder.table("Lista", ref, columns, "", extra);
  return told(builder.package());
}

}  // namespace

TEST_CASE("a workbook that keeps every rule is not spoken of") {
  CHECK(told(two_rows, "<mergeCells count=\"1\"><mergeCell ref=\"D1:E2\"/></mergeCells>") == "");
  CHECK(with_table("A1:B2", {"Namn", "Antal"}) == "");
}

TEST_CASE("X01: rows and cells in order") {
  CHECK(told(row(2, "") + row(1, "")) == "X01: ligger raderna inte i ordning\n");
  CHECK(told(row(1, text_cell("B1", "b") + text_cell("A1", "a"))) ==
        "X01: ligger cellerna på en rad inte i ordning\n");
  CHECK(told(row(1, text_cell("A2", "a"))) == "X01: ligger cellerna på en rad inte i ordning\n");
}

TEST_CASE("X02, X03: values that their type can have") {
  CHECK(told(cell(" t=\"s\"", "<v>4</v>")) == "X02: saknas texten till en cell\n");
  CHECK(told(cell("", "<v>ett</v>")) == "X03: står ett värde av fel slag i en cell\n");
  CHECK(told(cell(" t=\"b\"", "<v>Ja</v>")) == "X03: står ett värde av fel slag i en cell\n");
  CHECK(told(cell(" s=\"99\"", "<v>1</v>")) == "X03: har en cell ett utseende som inte finns\n");
}

TEST_CASE("X05, X06: formulas") {
  CHECK(told(row(1, formula_cell("A1", "#REF!*2"))) == "X05: pekar en formel på celler som inte finns\n");
  CHECK(told(cell("", "<f></f>")) == "X05: är en formel tom\n");
  CHECK(told(cell("", "<f t=\"shared\" si=\"0\"/>")) == "X06: saknar en delad formel sin början\n");
  CHECK(told(cell("", "<f t=\"array\">B1:B2</f>")) == "X06: saknar en matrisformel sitt område\n");
}

TEST_CASE("X09: the order of calculation") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", two_rows);
  builder.parts()
      .relate("/xl/workbook.xml", "calcChain", "calcChain.xml")
      .part("/xl/calcChain.xml", "<calcChain><c r=\"B2\" i=\"1\"/></calcChain>",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml");
  CHECK(told(builder.package()) == "X09: räknas en cell som inte har någon formel\n");
}

TEST_CASE("X10: merged cells") {
  CHECK(told(two_rows, "<mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"B2:C3\"/></mergeCells>") ==
        "X10: ligger sammanfogade celler över varandra (A1:B2, B2:C3)\n");
  CHECK(told(two_rows, "<mergeCells/>") == "X10: finns en tom lista över sammanfogade celler\n");
  CHECK(told(two_rows, "<mergeCells count=\"2\"><mergeCell ref=\"A1:B2\"/></mergeCells>") ==
        "X10: stämmer inte antalet sammanfogade celler\n");
}

TEST_CASE("X11, X12: rules and validations") {
  const auto format = [](const std::string& area, const std::string& priority, const std::string& style) {
    return "<conditionalFormatting sqref=\"" + area + "\"><cfRule type=\"expression\" priority=\"" +
           priority + "\" dxfId=\"" + style + "\"><formula>A1</formula></cfRule></conditionalFormatting>";
  };
  CHECK(told(two_rows, format("A1:A2 C4", "1", "0")) == "");
  CHECK(told(two_rows, format("A1:A1048577", "1", "0")) ==
        "X11: ligger ett område utanför bladet (A1:A1048577)\n");
  CHECK(told(two_rows, format("A2:A1", "1", "0")) == "X11: ligger ett område utanför bladet (A2:A1)\n");
  CHECK(told(two_rows, format("A1", "1", "0") + format("A2", "1", "0")) ==
        "X11: har två villkorsregler samma ordning\n");
  CHECK(told(two_rows, format("A1", "1", "7")) == "X11: har en villkorsregel ett utseende som inte finns\n");
  CHECK(told(two_rows, "<dataValidations count=\"2\"><dataValidation sqref=\"A1\"/></dataValidations>") ==
        "X12: stämmer inte antalet dataverifieringar\n");
}

TEST_CASE("X13, X22: names") {
  const auto named = [](const std::string& names) {
    WorkbookBuilder builder;
    builder.sheet("Blad1", two_rows).workbook("<definedNames>" + names + "</definedNames>");
    return told(builder.package());
  };
  CHECK(named("<definedName name=\"n\">Blad1!$A$1</definedName>") == "");
  CHECK(named("<definedName name=\"n\">#REF!</definedName>") ==
        "X13: pekar namnet ”n” på celler som inte finns\n");
  CHECK(named("<definedName name=\"n\" localSheetId=\"1\">Blad1!$A$1</definedName>") ==
        "X13: hör namnet ”n” till ett blad som inte finns\n");
  CHECK(named("<definedName name=\"n\">1</definedName><definedName name=\"N\">2</definedName>") ==
        "X13: finns namnet ”N” två gånger\n");
  WorkbookBuilder sheets;
  sheets.sheet("A/B", two_rows).sheet("Blad", two_rows).sheet("BLAD", two_rows);
  CHECK(told(sheets.package()) == "X22: kan ett blad inte heta ”A/B”\nX22: heter två blad ”BLAD”\n");
}

TEST_CASE("X14, X15: tables") {
  CHECK(with_table("A1:B2", {"Namn", "Annat"}) == "X14: har kolumnen ”Annat” en annan rubrik i bladet\n");
  CHECK(with_table("A1:B2", {"Namn"}) == "X14: har en tabell fel antal kolumner\n");
  CHECK(with_table("A1:B1", {"Namn", "Antal"}) == "X14: har en tabell ingen rad\n");
  CHECK(with_table("A1:B1048577", {"Namn", "Antal"}) == "X14: ligger tabellen ”Lista” utanför bladet\n");
}

TEST_CASE("X17: charts") {
  const auto chart = [](const std::string& formula) {
    WorkbookBuilder builder;
    builder.sheet("Blad1", two_rows);
    builder.parts().part(
        "/xl/charts/chart1.xml",
        "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">"
        "<c:numRef><c:f>" +
            formula + "</c:f><c:numCache><c:ptCount val=\"2\"/></c:numCache></c:numRef></c:chartSpace>",
        "application/vnd.openxmlformats-officedocument.drawingml.chart+xml");
    return told(builder.package());
  };
  CHECK(chart("Blad1!$B$2:$B$3") == "");
  CHECK(chart("Blad9!$B$2:$B$3") == "X17: ritas ett diagram av bladet ”Blad9”, som inte finns\n");
  CHECK(chart("Blad1!$B$2") == "X17: visar ett diagram fler värden än dess område har celler\n");
}

TEST_CASE("X20, X23, X25: links, order, limits") {
  CHECK(told(two_rows, "<hyperlinks/>") == "X20: finns en tom lista över länkar\n");
  CHECK(told(two_rows, "<pageMargins/><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>") ==
        "X23: står mergeCells på fel plats\n");
  CHECK(told(row(1, text_cell("A1", std::string(32'768, 'x')))) == "X25: är en text för lång för en cell\n");
}

TEST_CASE("M079: a broken workbook is not handed out, and the place is the template's") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(1, text_cell("A1", "{{för varje r i Lista}}")) +
                             row(2, text_cell("A2", "{{r.Namn}}")) + row(3, text_cell("A3", "{{slut}}")));
  const Dataset data = DatasetBuilder()
                           .list("Lista", {"Namn"})
                           .row(test::text_value("ett"))
                           .row(test::text_value("två"))
                           .row(test::text_value("tre"));
  Problems problems;
  const opc::Package source = builder.package();
  const auto parsed = merge::XlsxTemplate::parse(source, data, problems);
  opc::Package broken = parsed.render(data, problems);
  const opc::PartName part("/xl/worksheets/sheet1.xml");
  std::string bytes = broken.bytes(part);
  bytes.replace(bytes.find("r=\"3\""), 5, "r=\"2\"");
  broken.replace(part, bytes);
  app::verify(parsed, data, source, broken.save(), problems);
  CHECK(test::text_of(problems) ==
        "fel[M079]: Det ifyllda dokumentet blev fel och lämnas inte ut: i delen ”/xl/worksheets/sheet1.xml” "
        "ligger "
        "raderna inte i ordning (”2”) (regel X01).\n"
        "  plats: mall.xlsx › Blad1 › A2\n"
        "  tips: Gör platsen i mallen enklare och försök igen; säg också till den som sköter programmet.\n"
        "fel[M079]: Det ifyllda dokumentet blev fel och lämnas inte ut: i delen ”/xl/worksheets/sheet1.xml” "
        "ligger "
        "cellerna på en rad inte i ordning (”A3”) (regel X01).\n"
        "  plats: mall.xlsx › Blad1 › A2\n"
        "  tips: Gör platsen i mallen enklare och försök igen; säg också till den som sköter programmet.\n");
}
