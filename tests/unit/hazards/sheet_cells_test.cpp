// Hazards X01 to X04 and X19 to X25: cells, rows, views, links, sheets and their limits.
#include "merge/sheet_names.hpp"
#include "support/package_builder.hpp"
#include "support/xlsx_rendering.hpp"

#include <catch2/catch.hpp>

using namespace lg;
using namespace lg::test;

namespace {

DatasetBuilder data() {
  DatasetBuilder builder;
  builder.value("Nej", flag_value(false))
      .value("Namn", text_value("N & N"))
      .value("Dag", Value::date({2025, 10, 14, {}}))
      .list("L", {"n"})
      .row(number_value(1))
      .row(number_value(2))
      .row(number_value(3));
  return builder;
}

/// Row 6 stands three times, in rows 5 to 7, and two rows of markers below it are gone: row 12 becomes
/// row 10.
std::string block(const std::string& inside, const std::string& after = "",
                  const std::string& attributes = "") {
  return row(5, text_cell("A5", "{{för varje x i L}}")) +
         row(6, text_cell("B6", "{{x.n}}") + inside, attributes) + row(7, text_cell("A7", "{{slut}}")) +
         row(8, text_cell("A8", "{{om Nej}}")) + row(9, text_cell("A9", "{{slut}}")) + after;
}

Rendering fill(const std::string& rows, const std::string& after = "", const std::string& before = "",
               const std::string& workbook = "") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", rows, after, before).workbook(workbook);
  return render(builder.package(), data());
}

std::string sheet_of(const Rendering& done) {
  return done.told() + done.part("/xl/worksheets/sheet1.xml");
}

bool holds(const std::string& text, const std::string& word) {
  return text.find(word) != std::string::npos;
}

std::string value_cell(const std::string& ref, const std::string& value, int style = 0) {
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(1, text_cell(ref, "{{X}}", style)));
  const Rendering done = render(builder.package(), DatasetBuilder().value("X", text_value(value)));
  const std::string sheet = done.told() + done.part("/xl/worksheets/sheet1.xml");
  const std::size_t from = sheet.find("<c r");
  return from == std::string::npos ? sheet : sheet.substr(from, sheet.find("</row>") - from);
}

}  // namespace

TEST_CASE("X01: rows and cells are numbered and ascending, and spans are gone") {
  const std::string sheet =
      sheet_of(fill("<row><c t=\"inlineStr\"><is><t>först</t></is></c></row>" +
                    row(5, text_cell("A5", "{{för varje x i L}}")) +
                    row(6, text_cell("B6", "{{x.n}}") + "<c><v>9</v></c>", " spans=\"1:9\"") +
                    row(7, text_cell("A7", "{{slut}}")) + row(12, text_cell("C12", "sist"))));
  std::vector<std::string> rows;
  for (std::size_t at = sheet.find(" r=\""); at != std::string::npos; at = sheet.find(" r=\"", at + 1))
    rows.push_back(sheet.substr(at + 4, sheet.find('"', at + 4) - at - 4));
  CHECK(rows ==
        std::vector<std::string>{"1", "A1", "5", "B5", "C5", "6", "B6", "C6", "7", "B7", "C7", "12", "C12"});
  CHECK_FALSE(holds(sheet, "spans"));
}

TEST_CASE(
    "X02: one shared text with a tag is another text in each cell, and texts beside it keep their number") {
  WorkbookBuilder builder;
  builder.shared_strings("<si><t>rad {{x.n}}</t></si><si><t xml:space=\"preserve\"> kvar </t></si>");
  builder.sheet("Blad1", row(1, text_cell("A1", "{{för varje x i L}}")) +
                             row(2, "<c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c>") +
                             row(3, text_cell("A3", "{{slut}}")));
  const Rendering done = render(builder.package(), data());
  CHECK(done.cells("Blad1") == "A1=rad 1\nB1= kvar \nA2=rad 2\nB2= kvar \nA3=rad 3\nB3= kvar \n");
  CHECK(holds(done.part("/xl/sharedStrings.xml"), "<si><t xml:space=\"preserve\"> kvar </t></si>"));
  CHECK_FALSE(holds(done.part("/xl/sharedStrings.xml"), "ount="));
}

TEST_CASE("X02: a tag in an inline text, over rich runs, beside a reading aid, and with escaped characters") {
  const auto shown = [](const std::string& item) {
    return fill(row(1, "<c r=\"A1\" t=\"inlineStr\"><is>" + item + "</is></c>")).cells("Blad1");
  };
  CHECK(shown("<r><t>{{Na</t></r><r><rPr><b/></rPr><t>mn}}!</t></r>") == "A1=N & N!\n");
  CHECK(shown("<t>{{Namn}}</t><rPh sb=\"0\" eb=\"1\"><t>{{Okänd}}</t></rPh><phoneticPr fontId=\"1\"/>") ==
        "A1=N & N\n");
  CHECK(shown("<t>{{Namn_x000D_}}_x0041_</t>") == "A1=N & NA\n");
}

TEST_CASE("X02: the text of a formula's result is no source of tags") {
  const Rendering done =
      fill(row(1, text_cell("A1", "{{Namn}}") +
                      "<c r=\"B1\" t=\"str\"><f>\"{\"&amp;\"{Okänd}}\"</f><v>{{Okänd}}</v></c>"));
  CHECK(done.told().empty());
  CHECK(done.cells("Blad1") == "A1=N & N\nB1=\"{\"&\"{Okänd}}\"!\n");
}

TEST_CASE("X03: dates count from the workbook's own first day") {
  const std::string cells = row(1, text_cell("A1", "{{Dag}}", 1));
  CHECK(holds(sheet_of(fill(cells)), "<c r=\"A1\" s=\"1\"><v>45944</v></c>"));
  WorkbookBuilder builder;
  builder.sheet("Blad1", cells);
  opc::Package package = builder.package();
  std::string workbook = package.bytes(package.main_part());
  workbook.replace(workbook.find("<bookViews>"), 0, "<workbookPr date1904=\"1\"/>");
  package.replace(package.main_part(), workbook);
  CHECK(holds(sheet_of(render(package, data())), "<c r=\"A1\" s=\"1\"><v>44482</v></c>"));
}

TEST_CASE("X03: the day that never was is counted, and days before the calendar are text") {
  const auto day = [](int year, int month, int number) {
    WorkbookBuilder builder;
    builder.sheet("Blad1", row(1, text_cell("A1", "{{X}}", 1)));
    return render(builder.package(), DatasetBuilder().value("X", Value::date({year, month, number, {}})))
        .cells("Blad1");
  };
  CHECK(day(1900, 3, 1) == "A1:61\n");
  CHECK(day(1900, 2, 28) == "A1:59\n");
  CHECK(day(1899, 12, 31) == "A1=1899-12-31\n");
}

TEST_CASE("X03: texts that look like numbers stay texts: zeros first, organisation numbers, long codes") {
  for (const std::string text : {"007", "212000-0142", "12345678901234567890", "1E5", "5566778899"})
    CHECK(holds(value_cell("A1", text), "t=\"inlineStr\"><is><t xml:space=\"preserve\">" + text + "</t>"));
}

TEST_CASE("X04: a text that begins as a formula is never one") {
  for (const std::string text : {"=1+1", "+46 8 123", "-12", "@SUM(A1)"}) {
    const std::string cell = value_cell("A1", text);
    CHECK(holds(cell, "t=\"inlineStr\""));
    CHECK_FALSE(holds(cell, "<f"));
  }
}

TEST_CASE("X19: size of the sheet, views, panes and columns") {
  const Rendering done = fill(block("", row(12, text_cell("D12", "x"))), "",
                              "<dimension ref=\"A1:Z99\"/><sheetViews><sheetView topLeftCell=\"A10\" "
                              "workbookViewId=\"0\"><pane ySplit=\"4\" topLeftCell=\"A12\" state=\"frozen\"/>"
                              "<selection pane=\"bottomLeft\" activeCell=\"B12\" "
                              "sqref=\"B12:C14\"/></sheetView></sheetViews><cols><col min=\"1\" max=\"2\" "
                              "width=\"30\" customWidth=\"1\"/></cols>");
  const std::string sheet = sheet_of(done);
  CHECK(holds(sheet, "<dimension ref=\"B5:D10\"/>"));
  CHECK(holds(sheet, "topLeftCell=\"A10\" state=\"frozen\""));
  CHECK(holds(sheet, "activeCell=\"B10\" sqref=\"B10\""));
  CHECK(holds(sheet, "<cols><col min=\"1\" max=\"2\" width=\"30\" customWidth=\"1\"/></cols>"));
}

TEST_CASE(
    "X19: rows are copied with their height, outline and hiding; a measured height is not a new text's") {
  CHECK(holds(sheet_of(fill(block("", "", " ht=\"40\" customHeight=\"1\" outlineLevel=\"1\" hidden=\"1\""))),
              "<row r=\"7\" ht=\"40\" customHeight=\"1\" outlineLevel=\"1\" hidden=\"1\">"));
  CHECK_FALSE(holds(sheet_of(fill(block("", "", " ht=\"40\""))), "ht="));
  CHECK(holds(sheet_of(fill(block("", row(12, text_cell("A12", "x"), " ht=\"33\"")))),
              "<row r=\"10\" ht=\"33\">"));
}

TEST_CASE("X20: links, breaks, ignored faults, protected areas, scenarios, watches and other views follow") {
  const std::string sheet = sheet_of(fill(
      block("", row(12, text_cell("A12", "x"))),
      "<protectedRanges><protectedRange name=\"p\" sqref=\"B6 C12\"/></protectedRanges><scenarios><scenario "
      "name=\"s\"><inputCells r=\"C12\" val=\"1\"/></scenario></scenarios>"
      "<customSheetViews><customSheetView guid=\"{1}\"><pane topLeftCell=\"A12\"/><selection "
      "activeCell=\"A12\" sqref=\"A12\"/><rowBreaks count=\"1\" manualBreakCount=\"1\"><brk id=\"12\" "
      "man=\"1\"/></rowBreaks></customSheetView></customSheetViews>"
      "<phoneticPr fontId=\"1\"/><hyperlinks><hyperlink ref=\"B6\" r:id=\"rId7\"/><hyperlink ref=\"A12\" "
      "location=\"Blad1!B12\"/></hyperlinks>"
      "<rowBreaks count=\"2\" manualBreakCount=\"2\"><brk id=\"6\" man=\"1\"/><brk id=\"12\" "
      "man=\"1\"/></rowBreaks><cellWatches><cellWatch r=\"B12\"/></cellWatches>"
      "<ignoredErrors><ignoredError sqref=\"B6:B12\" numberStoredAsText=\"1\"/></ignoredErrors>"));
  CHECK(holds(sheet, "<protectedRange name=\"p\" sqref=\"B5:B7 C10\"/>"));
  CHECK(holds(sheet, "<inputCells r=\"C10\" val=\"1\"/>"));
  CHECK(holds(sheet,
              "<pane topLeftCell=\"A10\"/><selection activeCell=\"A10\" sqref=\"A10\"/><rowBreaks "
              "count=\"1\" manualBreakCount=\"1\"><brk id=\"10\" man=\"1\"/>"));
  CHECK(holds(sheet, "<phoneticPr fontId=\"1\"/>"));
  CHECK(holds(sheet,
              "<hyperlink ref=\"B5\" r:id=\"rId7\"/><hyperlink ref=\"B6\" r:id=\"rId7\"/><hyperlink "
              "ref=\"B7\" r:id=\"rId7\"/><hyperlink ref=\"A10\" location=\"Blad1!B10\"/>"));
  CHECK(holds(sheet,
              "<rowBreaks count=\"4\" manualBreakCount=\"4\"><brk id=\"5\" man=\"1\"/><brk id=\"6\" "
              "man=\"1\"/><brk id=\"7\" man=\"1\"/><brk id=\"10\" man=\"1\"/>"));
  CHECK(holds(sheet, "<cellWatch r=\"B10\"/>"));
  CHECK(holds(sheet, "<ignoredError sqref=\"B5:B10\""));
}

TEST_CASE(
    "X21: a protected sheet stays protected, with its password, and unlocked cells stay unlocked in each "
    "copy") {
  const std::string protection =
      "<sheetProtection algorithmName=\"SHA-512\" hashValue=\"abc==\" saltValue=\"x\" spinCount=\"100000\" "
      "sheet=\"1\"/>";
  const std::string sheet = sheet_of(fill(block("<c r=\"C6\" s=\"3\"/>"), protection));
  CHECK(holds(sheet, protection));
  for (const std::string ref : {"C5", "C6", "C7"}) CHECK(holds(sheet, "<c r=\"" + ref + "\" s=\"3\"/>"));
}

TEST_CASE("X22: sheets that are made have a number and a name of their own that Excel accepts") {
  merge::SheetNames names;
  names.take("Start");
  CHECK(names.make("a:b\\c/d?e*f[g]h") == "a-b-c-d-e-f-g-h");
  CHECK(names.make("'x'") == "x");
  CHECK(merge::SheetNames().make("History") == "History (2)");
  CHECK(names.make("start") != "start");
  CHECK(names.make("En mycket lång flik som inte ryms på 31 tecken").size() <= 31 + 4);
  WorkbookBuilder builder;
  builder.sheet("{{varje x i L}}", row(1, text_cell("A1", "{{x.n}}")), "",
                "<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews>");
  builder.sheet("Sist", row(1, formula_cell("A1", "'{{varje x i L}}'!A1")));
  opc::Package package = builder.package();
  std::string workbook = package.bytes(package.main_part());
  workbook.replace(workbook.find("<workbookView/>"), 15, "<workbookView firstSheet=\"1\" activeTab=\"1\"/>");
  package.replace(package.main_part(), workbook);
  const Rendering done = render(package, data());
  CHECK(done.sheets() == "1|2|3|Sist");
  const std::string made = done.part("/xl/workbook.xml");
  CHECK(holds(made, "firstSheet=\"3\" activeTab=\"3\""));
  for (const std::string id : {"sheetId=\"1\"", "sheetId=\"2\"", "sheetId=\"3\"", "sheetId=\"4\""})
    CHECK(holds(made, id));
  CHECK(done.cells("Sist") == "A1='1'!A1!1\n");
  CHECK(holds(done.part("/xl/worksheets/sheet1.xml"), "tabSelected"));
  CHECK_FALSE(holds(done.part("/xl/worksheets/sheet3.xml"), "tabSelected"));
}

TEST_CASE("X23: what surrounds the rows keeps its order, and lists that are left empty go") {
  const std::string after =
      "<sheetProtection sheet=\"1\"/><autoFilter ref=\"A5:B12\"/><mergeCells count=\"1\"><mergeCell "
      "ref=\"A12:B12\"/></mergeCells><conditionalFormatting sqref=\"B6\"><cfRule type=\"cellIs\" "
      "priority=\"1\" "
      "operator=\"equal\"><formula>1</formula></cfRule></conditionalFormatting><dataValidations "
      "count=\"1\"><dataValidation sqref=\"B6\"/></dataValidations><hyperlinks>"
      "<hyperlink ref=\"A12\" location=\"Blad1!A1\"/></hyperlinks><printOptions/><pageMargins "
      "left=\"1\"/><pageSetup/><headerFooter><oddHeader>{{Namn}}</oddHeader></headerFooter><rowBreaks "
      "count=\"1\">"
      "<brk id=\"12\"/></rowBreaks><drawing r:id=\"rId1\"/><legacyDrawing r:id=\"rId2\"/><tableParts "
      "count=\"0\"/><extLst/>";
  const std::string sheet = sheet_of(fill(block("", row(12, text_cell("A12", "x"))), after));
  std::size_t at = sheet.find("</sheetData>");
  for (const std::string name : {"sheetProtection", "autoFilter", "mergeCells", "conditionalFormatting",
                                 "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
                                 "headerFooter", "rowBreaks", "drawing", "legacyDrawing", "extLst"}) {
    INFO(name);
    const std::size_t next = sheet.find("<" + name, at);
    CHECK(next != std::string::npos);
    if (next != std::string::npos) at = next;
  }
  const std::string gone = sheet_of(
      fill(row(1, text_cell("A1", "{{om Nej}}")) + row(2, text_cell("A2", "x")) +
               row(3, text_cell("A3", "{{slut}}")),
           "<mergeCells count=\"1\"><mergeCell ref=\"A2:B2\"/></mergeCells><conditionalFormatting "
           "sqref=\"A2\"><cfRule type=\"expression\" priority=\"1\"><formula>A2</formula>"
           "</cfRule></conditionalFormatting><dataValidations count=\"1\"><dataValidation "
           "sqref=\"A2\"/></dataValidations><hyperlinks><hyperlink ref=\"A2\" location=\"Blad1!A2\"/>"
           "</hyperlinks><rowBreaks count=\"1\"><brk id=\"2\"/></rowBreaks>"));
  CHECK(gone.substr(gone.find("</sheetData>")) == "</sheetData></worksheet>");
}

TEST_CASE("X24: an ampersand of a value is doubled in every header and footer") {
  const std::string sheet =
      sheet_of(fill(row(1, text_cell("A1", "x")),
                    "<headerFooter differentOddEven=\"1\" "
                    "differentFirst=\"1\"><oddHeader>&amp;L{{Namn}}&amp;P</oddHeader><oddFooter>{{Namn}}</"
                    "oddFooter><evenHeader>{{Namn}}</evenHeader>"
                    "<evenFooter>{{Namn}}</evenFooter><firstHeader>{{Namn}}</firstHeader><firstFooter>&amp;D "
                    "{{Namn}}</firstFooter></headerFooter>"));
  CHECK(holds(sheet,
              "<oddHeader>&amp;LN &amp;&amp; N&amp;P</oddHeader><oddFooter>N &amp;&amp; "
              "N</oddFooter><evenHeader>N &amp;&amp; N</evenHeader>"
              "<evenFooter>N &amp;&amp; N</evenFooter><firstHeader>N &amp;&amp; "
              "N</firstHeader><firstFooter>&amp;D N &amp;&amp; N</firstFooter>"));
}

TEST_CASE("X25: MALL-115: more links than a sheet can hold are told of, and left out") {
  DatasetBuilder many;
  many.list("M", {"n"});
  for (int i = 0; i < 65'600; ++i) many.row(number_value(i));
  WorkbookBuilder builder;
  builder.sheet("Blad1",
                row(1, text_cell("A1", "{{för varje x i M}}")) + row(2, text_cell("A2", "{{x.n}}")) +
                    row(3, text_cell("A3", "{{slut}}")),
                "<hyperlinks><hyperlink ref=\"A2\" location=\"Blad1!A1\"/></hyperlinks>");
  const Rendering done = render(builder.package(), many);
  CHECK(done.told() ==
        "varning[MALL-115]: Bladet skulle få 65 600 länkar, och Excel öppnar inget blad med fler än 65 490; "
        "de sista länkarna är utelämnade.\n"
        "  plats: mall.xlsx › Blad1\n  tips: Ta bort länken ur raden som upprepas, eller använd funktionen "
        "HYPERLÄNK i en formel.\n");
  std::size_t links = 0;
  const std::string& sheet = done.part("/xl/worksheets/sheet1.xml");
  for (std::size_t at = sheet.find("<hyperlink "); at != std::string::npos;
       at = sheet.find("<hyperlink ", at + 1))
    ++links;
  CHECK(links == 65'490);
}
