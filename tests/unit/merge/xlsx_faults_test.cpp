#include "support/package_builder.hpp"
#include "support/xlsx_rendering.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace lg;
using namespace lg::test;

namespace {

Dataset data() {
  return DatasetBuilder()
      .value("X", text_value("x"))
      .value("Klar", flag_value(false))
      .list("Lista", {"Namn"})
      .row(text_value("a"))
      .row(text_value("b"))
      .list("Andra", {"Annat"});
}

std::string told(WorkbookBuilder& builder) {
  return render(builder.package(), data()).told();
}

const std::string one_table = "<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>";

}  // namespace

TEST_CASE("MALL-101: a tag in a formula") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(1, formula_cell("B1", "\"{{X}}\"&A1")));
  CHECK(told(builder) ==
        "fel[MALL-101]: Taggen ”{{X}}” står i en formel.\n  plats: mall.xlsx › Blad1 › B1\n"
        "  tips: Skriv taggen i en egen cell och låt formeln peka på den.\n");
}

TEST_CASE("MALL-102: a table with two template rows") {
  WorkbookBuilder builder;
  builder.sheet("Blad1",
                row(1, text_cell("A1", "Namn")) + row(2, text_cell("A2", "{{Namn}}")) +
                    row(3, text_cell("A3", "{{Namn}}")),
                one_table);
  builder.table("Lista", "A1:A3", {"Namn"});
  CHECK(
      told(builder) ==
      "fel[MALL-102]: Tabellen ”Lista” heter som listan ”Lista” och ska därför ha en rubrikrad och exakt en "
      "mallrad, men har 2 mallrader.\n  plats: mall.xlsx › Blad1 › A1\n"
      "  tips: Låt tabellen ha en enda rad med taggar; den upprepas för varje rad i listan.\n");
}

TEST_CASE("MALL-103: a block tag beside other things") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(1, text_cell("A1", "{{om Klar}}") + text_cell("B1", "text")) +
                             row(2, text_cell("A2", "början {{slut}}")));
  CHECK(told(builder) ==
        "fel[MALL-103]: Blocktaggen ”{{om Klar}}” delar rad med annat.\n  plats: mall.xlsx › Blad1 › A1\n"
        "  tips: Låt blocktaggen stå ensam på en egen rad; raden försvinner i det färdiga dokumentet.\n"
        "fel[MALL-103]: Ett block som börjar i en cell slutar inte i samma cell.\n  plats: mall.xlsx › Blad1 "
        "› A2\n"
        "  tips: Låt blocktaggen stå ensam på en egen rad; raden försvinner i det färdiga dokumentet.\n");
}

TEST_CASE("MALL-104: merged cells over the edge of a block") {
  WorkbookBuilder builder;
  builder.sheet("Blad1",
                row(1, text_cell("A1", "{{om Klar}}")) + row(2, text_cell("A2", "a")) +
                    row(3, text_cell("A3", "{{slut}}")) + row(4, text_cell("A4", "b")),
                "<mergeCells><mergeCell ref=\"B2:B4\"/></mergeCells>");
  CHECK(told(builder) ==
        "fel[MALL-104]: De sammanfogade cellerna B2:B4 går över kanten på det som upprepas eller väljs (rad "
        "2).\n"
        "  plats: mall.xlsx › Blad1 › B2\n"
        "  tips: Dela cellerna, eller låt dem ligga helt inom eller helt utanför.\n");
}

TEST_CASE("MALL-105: a table within a block that repeats") {
  WorkbookBuilder builder;
  builder.sheet("Blad1",
                row(1, text_cell("A1", "{{för varje r i Lista}}")) + row(3, text_cell("A3", "Namn")) +
                    row(4, text_cell("A4", "a")) + row(5, text_cell("A5", "{{slut}}")),
                one_table);
  builder.table("Annan", "A3:A4", {"Namn"});
  CHECK(told(builder) ==
        "fel[MALL-105]: Excel-tabellen ”Annan” ligger i rader som upprepas eller delvis väljs bort (raderna "
        "1–5).\n"
        "  plats: mall.xlsx › Blad1 › A3\n"
        "  tips: Flytta tabellen ut ur blocket, eller gör om den till vanliga celler.\n");
}

TEST_CASE("MALL-105: two tables with their rows side by side") {
  WorkbookBuilder builder;
  builder.sheet("Blad1",
                row(1, text_cell("A1", "Namn") + text_cell("C1", "Namn")) +
                    row(2, text_cell("A2", "{{Namn}}") + text_cell("C2", "{{Annat}}")),
                "<tableParts count=\"2\"><tablePart r:id=\"rId1\"/><tablePart r:id=\"rId2\"/></tableParts>");
  builder.table("Lista", "A1:A2", {"Namn"}).table("Andra", "C1:C2", {"Annat"});
  CHECK(told(builder) ==
        "fel[MALL-105]: Tabellen ”Andra” och tabellen ”Lista” har sina mallrader på samma rad.\n"
        "  plats: mall.xlsx › Blad1 › C2\n"
        "  tips: Flytta den ena tabellen till ett eget blad eller till en rad längre ned.\n");
}

TEST_CASE("MALL-106: a picture in a cell") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(1, text_cell("A1", "{{bild logotyp}}")));
  CHECK(
      told(builder) ==
      "fel[MALL-106]: Taggen ”{{bild logotyp}}” kan inte stå i en cell.\n  plats: mall.xlsx › Blad1 › A1\n"
      "  tips: Sätt in en bild eller ett diagram på bladet och skriv taggen i dess alternativtext.\n"
      "fel[M046]: Taggen ”{{bild logotyp}}”: bilden ”logotyp” finns inte.\n  plats: mall.xlsx › Blad1 › A1\n"
      "  tips: Lägg bilden i mappen ”bilder” i genomgångens mapp, eller under ”bilder” i datafilen.\n");
}

TEST_CASE("MALL-107: an array formula over rows that repeat") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(1, text_cell("A1", "{{för varje r i Lista}}")) +
                             row(2, "<c r=\"A2\"><f t=\"array\" ref=\"A2:A3\">B2:B3</f></c>") +
                             row(3, text_cell("B3", "{{r.Namn}}")) + row(4, text_cell("A4", "{{slut}}")));
  CHECK(
      told(builder) ==
      "fel[MALL-107]: Matrisformeln i A2:A3 fyller flera rader och ligger i rader som upprepas eller väljs.\n"
      "  plats: mall.xlsx › Blad1 › A2\n"
      "  tips: Flytta den ut ur blocket, eller skriv en vanlig formel i varje cell.\n");
}

TEST_CASE("MALL-108: a formula whose rows are gone") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(1, text_cell("A1", "{{om Klar}}")) + row(2, "<c r=\"A2\"><v>1</v></c>") +
                             row(3, text_cell("A3", "{{slut}}")) + row(4, formula_cell("A4", "SUM(A2)")));
  CHECK(told(builder) ==
        "varning[MALL-108]: Formeln ”SUM(A2)” pekar på celler som inte kom med och visar därför #REF!.\n"
        "  plats: mall.xlsx › Blad1 › A4\n"
        "  tips: Lägg en {{annars}}-rad i blocket som formeln pekar på, så att det alltid finns en rad "
        "kvar.\n");
}

TEST_CASE("MALL-110: a workbook with macros") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(1, text_cell("A1", "{{X}}")));
  opc::Package package = builder.package("mall.xlsm");
  package.set_content_type(package.main_part(), "application/vnd.ms-excel.sheet.macroEnabled.main+xml");
  CHECK(render(package, data()).told() ==
        "fel[MALL-110]: Mallen innehåller makron och används därför inte.\n  plats: mall.xlsm\n"
        "  tips: Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx).\n");
}

TEST_CASE("the tag language's own faults name the cell") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(3, text_cell("C3", "{{om Klar}}")));
  CHECK(told(builder).find("plats: mall.xlsx › Blad1 › C3\n") != std::string::npos);
}

TEST_CASE("MALL-113: a tag where none is filled in") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(1, text_cell("A1", "{{X}}")),
                "<dataValidations><dataValidation type=\"list\" prompt=\"Välj {{X}}\" sqref=\"B2:B3 C4\">"
                "<formula1>$A$1</formula1></dataValidation></dataValidations>");
  CHECK(told(builder) ==
        "fel[MALL-113]: Taggen ”{{X}}” står i en länk, en regel eller en inmatningshjälp, där den inte fylls "
        "i.\n"
        "  plats: mall.xlsx › Blad1 › B2\n  tips: Skriv taggen i en cell i stället.\n");
}

TEST_CASE("MALL-101: a tag in a name") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(1, text_cell("A1", "{{X}}")));
  builder.workbook("<definedNames><definedName name=\"namn\">\"{{X}}\"</definedName></definedNames>");
  CHECK(told(builder) ==
        "fel[MALL-101]: Taggen ”{{X}}” står i namnet ”namn”.\n  plats: mall.xlsx\n"
        "  tips: Skriv taggen i en egen cell och låt namnet peka på den.\n");
}

TEST_CASE("MALL-112: a list that runs off the end of the sheet") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(1'048'574, text_cell("A1048574", "{{för varje r i Lista}}")) +
                             row(1'048'575, text_cell("A1048575", "{{r.Namn}}")) +
                             row(1'048'576, text_cell("A1048576", "{{slut}}")));
  DatasetBuilder many;
  many.list("Lista", {"Namn"});
  for (int i = 0; i < 10; ++i) many.row(text_value("a"));
  const Rendering made = render(builder.package(), many);
  CHECK(made.told() ==
        "fel[MALL-112]: Bladet skulle få fler rader än de 1 048 576 som ryms i Excel.\n  plats: mall.xlsx › "
        "Blad1\n"
        "  tips: Välj färre rader med ”där” i mallen.\n");
}

TEST_CASE("MALL-114: a template that is no workbook") {
  PackageBuilder document;
  document.relate("/", "officeDocument", "word/document.xml")
      .part("/word/document.xml", "<w:document xmlns:w='urn:w'/>",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml");
  CHECK(render(document.package("plan.xlsx"), data()).told() ==
        "fel[MALL-114]: Mallen är ingen Excel-arbetsbok (.xlsx).\n  plats: plan.xlsx\n"
        "  tips: Välj en mall som är sparad som .xlsx i Excel.\n");
}

TEST_CASE("M013: a table that has lost its list's name is told once") {
  WorkbookBuilder builder;
  builder.sheet("Blad1",
                row(1, text_cell("A1", "Namn") + text_cell("B1", "Ort")) +
                    row(2, text_cell("A2", "{{Namn}}") + text_cell("B2", "{{Ort}}")),
                one_table);
  builder.table("Tabell1", "A1:B2", {"Namn", "Ort"});
  const Dataset places = DatasetBuilder().list("Våra skolor", {"Namn", "Ort"});
  CHECK(render(builder.package(), places).told() ==
        "fel[M013]: Taggarna på rad 2 är kolumner i listan ”Våra skolor”, men raden ligger inte i en tabell "
        "som heter så.\n  plats: mall.xlsx › Blad1 › A2\n"
        "  tips: Markera en cell i tabellen och skriv ”Våra_skolor” som tabellens namn under Tabelldesign i "
        "Excel.\n");
}

TEST_CASE("MALL-104: merged cells over two branches are told once") {
  WorkbookBuilder builder;
  builder.sheet("Blad1",
                row(1, text_cell("A1", "{{för varje r i Lista}}")) + row(2, text_cell("A2", "{{r.Namn}}")) +
                    row(3, text_cell("A3", "{{annars}}")) + row(4, text_cell("A4", "Inga.")) +
                    row(5, text_cell("A5", "{{slut}}")),
                "<mergeCells count=\"1\"><mergeCell ref=\"B2:B4\"/></mergeCells>");
  CHECK(told(builder) ==
        "fel[MALL-104]: De sammanfogade cellerna B2:B4 går över kanten på det som upprepas eller väljs (rad "
        "2).\n  plats: mall.xlsx › Blad1 › B2\n"
        "  tips: Dela cellerna, eller låt dem ligga helt inom eller helt utanför.\n");
}
