#include "base/text.hpp"
#include "calc/cached_results.hpp"
#include "support/package_builder.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace lg;
using namespace lg::calc;
using opc::Package;
using opc::PartName;
using test::WorkbookBuilder;

namespace {

std::string xml(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '&')
      result += "&amp;";
    else if (c == '<')
      result += "&lt;";
    else
      result += c;
  }
  return result;
}

std::string text_cell(const std::string& ref, const std::string& text) {
  return "<c r=\"" + ref + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + text + "</t></is></c>";
}

/// Activities: a table of name, status, hours, with a total row; A8 is empty, B9 an error.
const std::string activities =
    "<row r=\"1\">" + text_cell("A1", "Aktivitet") + text_cell("B1", "Status") + text_cell("C1", "Timmar") +
    "</row><row r=\"2\">" + text_cell("A2", "Rutin") + text_cell("B2", "Klar") +
    "<c r=\"C2\"><v>10</v></c></row><row r=\"3\">" + text_cell("A3", "Övning") + text_cell("B3", "Pågår") +
    "<c r=\"C3\"><v>2.5</v></c></row><row r=\"4\">" + text_cell("A4", "Kurs") + text_cell("B4", "klar") +
    "<c r=\"C4\"><v>7</v></c></row><row r=\"9\"><c r=\"B9\" t=\"e\"><v>#N/A</v></c></row>";

/// What the formula in E1 of the sheet gives, as it stands in the file: "t:value"; "" when it was left open.
std::string result_of(const std::string& formula, const std::string& more = "") {
  WorkbookBuilder builder;
  const std::string rows = activities.substr(0, activities.find("</row>")) + "<c r=\"E1\"><f>" +
                           xml(formula) + "</f></c>" + activities.substr(activities.find("</row>")) + more;
  builder.sheet("Plan", rows, "<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>");
  builder.table("Aktiviteter", "A1:C4", {"Aktivitet", "Status", "Timmar"});
  builder.sheet("Blad 2", "<row r=\"1\"><c r=\"A1\"><v>4</v></c></row>");
  builder.workbook("<definedNames><definedName name=\"Tröskel\">'Blad 2'!$A$1</definedName></definedNames>");
  Package package = builder.package();
  (void)write_cached_results(package);
  const std::string& part = package.bytes(PartName("/xl/worksheets/sheet1.xml"));
  const std::size_t cell = part.rfind("<c", part.find("r=\"E1\""));
  const std::string element = part.substr(cell, part.find("</c>", cell) - cell);
  const std::size_t value = element.find("<v>");
  if (value == std::string::npos) return "";
  const std::size_t type = element.find(" t=\"");
  const std::string kind =
      type == std::string::npos ? "n" : element.substr(type + 4, element.find('"', type + 4) - type - 4);
  return kind + ":" + element.substr(value + 3, element.find("</v>") - value - 3);
}

using Cases = std::vector<std::pair<std::string, std::string>>;

void check(const Cases& cases) {
  for (const auto& [formula, expected] : cases) {
    CAPTURE(formula);
    CHECK(result_of(formula) == expected);
  }
}

}  // namespace

TEST_CASE("operators are calculated in Excel's order") {
  check({{"1+2*3", "n:7"},
         {"(1+2)*3", "n:9"},
         {"-2^2", "n:4"},
         {"2^-1", "n:0.5"},
         {"50%*4", "n:2"},
         {"10-2-3", "n:5"},
         {"1/0", "e:#DIV/0!"},
         {"1+#REF!", "e:#REF!"},
         {"\"a\"&\"b & c\"&3", "str:ab &amp; c3"},
         {"\"a\"=\"A\"", "b:1"},
         {"\"a\"<1", "b:0"},
         {"2>=2", "b:1"},
         {"TRUE>\"z\"", "b:1"},
         {"A8=0", "b:1"},
         {"A8=\"\"", "b:1"},
         {"A8", "n:0"},
         {"\"sa\"\"gt\"", "str:sa\"gt"}});
}

TEST_CASE("cells, ranges, tables and names are found") {
  check({{"C2+'Blad 2'!A1", "n:14"},
         {"SUM(C2:C4)", "n:19.5"},
         {"SUM(C:C)", "n:19.5"},
         {"SUM(2:3)", "n:12.5"},
         {"SUM(Aktiviteter[Timmar])", "n:19.5"},
         {"SUM(Aktiviteter[[Status]:[Timmar]])", "n:19.5"},
         {"COUNTA(Aktiviteter[[#All],[Status]])", "n:4"},
         {"COUNTA(Aktiviteter[[#Headers],[Status]])", "n:1"},
         {"ROWS(Aktiviteter)", "n:3"},
         {"Tröskel*2", "n:8"},
         {"SUM(Tröskel,1)", "n:5"}});
}

TEST_CASE("rows that meet conditions are counted and summed") {
  check({{"COUNTIF(Aktiviteter[Status],\"Klar\")", "n:2"},
         {"COUNTIFS(B2:B4,\"klar\",C2:C4,\">7\")", "n:1"},
         {"COUNTIF(B2:B4,\"<>Klar\")", "n:1"},
         {"COUNTIF(B2:B4,\"*g*r\")", "n:1"},
         {"COUNTIF(B2:B4,\"?????\")", "n:1"},
         {"COUNTIF(A2:A9,\"\")", "n:5"},
         {"COUNTIF(C2:C4,B8)", "n:0"},
         {"SUMIF(B2:B4,\"Klar\",C2:C4)", "n:17"},
         {"SUMIF(C2:C4,\">=7\")", "n:17"},
         {"SUMIFS(C2:C4,B2:B4,\"Klar\",C2:C4,\"<10\")", "n:7"},
         {"AVERAGEIF(B2:B4,\"Klar\",C2:C4)", "n:8.5"},
         {"AVERAGEIFS(C2:C4,B2:B4,\"Saknas\")", "e:#DIV/0!"},
         {"MAXIFS(C2:C4,B2:B4,\"Klar\")", "n:10"}});
}

TEST_CASE("sums know what counts") {
  check({{"COUNT(A1:C4)", "n:3"},
         {"COUNTA(A1:C9)", "n:13"},
         {"COUNTBLANK(A2:A9)", "n:5"},
         {"AVERAGE(C2:C4)", "n:6.5"},
         {"MIN(C2:C4)", "n:2.5"},
         {"MAX(C2:C4,20)", "n:20"},
         {"MAX(A2:A4)", "n:0"},
         {"SUM(B2:B9)", "e:#N/A"},
         {"SUBTOTAL(109,C2:C4)", "n:19.5"},
         {"SUBTOTAL(3,B2:B4)", "n:3"}});
}

TEST_CASE("conditions, texts, rounding and lookups") {
  check({{"IF(C2>5,\"ja\",1/0)", "str:ja"},
         {"IF(C3>5,1)", "b:0"},
         {"IFERROR(1/0,\"–\")", "str:–"},
         {"IFERROR(VLOOKUP(\"Saknas\",A2:C4,3,FALSE),\"\")", "str:"},
         {"AND(C2>5,C3>5)", "b:0"},
         {"OR(C2>5,C3>5)", "b:1"},
         {"NOT(ISBLANK(A8))", "b:0"},
         {"ROUND(2.345,2)", "n:2.35"},
         {"ROUND(1234,-2)", "n:1200"},
         {"INT(-1.5)", "n:-2"},
         {"MOD(-1,3)", "n:2"},
         {"LEN(A3)", "n:6"},
         {"LEFT(A3,2)&RIGHT(A3,2)&MID(A3,3,1)", "str:Övngn"},
         {"TRIM(\"  a   b \")", "str:a b"},
         {"VLOOKUP(\"övning\",A2:C4,3,FALSE)", "n:2.5"},
         {"INDEX(C2:C4,MATCH(\"Kurs\",A2:A4,0))", "n:7"},
         {"MATCH(\"Saknas\",A2:A4,0)", "e:#N/A"},
         {"HYPERLINK(\"#A1\",A2)", "str:Rutin"},
         {"ROW()+COLUMN()", "n:6"},
         {"YEAR(45931)*100+MONTH(45931)+DAY(45931)/100", "n:202510.01"}});
}

TEST_CASE("what only Excel can tell stays open, and so does all that depends on it") {
  check({{"TODAY()", ""},
         {"1+TODAY()", ""},
         {"IF(TRUE,1,TODAY())", "n:1"},
         {"\"5\"+1", ""},
         {"1.5&\" timmar\"", ""},
         {"TEXT(C2,\"0.0\")", ""},
         {"SUMPRODUCT(C2:C4,C2:C4)", ""},
         {"C2:C4", ""},
         {"E1+1", ""},
         {"[1]Blad1!A1", ""},
         {"Okänt", ""},
         {"VLOOKUP(1,A2:C4,3)", ""},
         {"COUNTIF(C2:C4,\"2025-01-01\")", ""},
         {"{1,2}", ""},
         {"(", ""}});
}

TEST_CASE("formulas that build on each other are calculated wherever they stand") {
  CHECK(result_of("G20*2",
                  "<row r=\"20\"><c r=\"G20\"><f>G21+1</f></c></row><row r=\"21\"><c "
                  "r=\"G21\"><f>C2</f></c></row>") == "n:22");
  CHECK(result_of("G20", "<row r=\"20\"><c r=\"G20\"><f>E1</f></c></row>").empty());
}

TEST_CASE("a hidden row leaves a subtotal open, an array formula its cells") {
  CHECK(
      result_of("SUBTOTAL(9,C2:C30)", "<row r=\"20\" hidden=\"1\"><c r=\"C20\"><v>1</v></c></row>").empty());
  CHECK(result_of("G20", "<row r=\"20\"><c r=\"G20\"><f t=\"array\" ref=\"G20\">SUM(C2:C4*2)</f></c></row>")
            .empty());
}
