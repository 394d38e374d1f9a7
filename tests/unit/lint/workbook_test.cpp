// What an .xlsx template's author should know of its sheets.
#include "app/fill.hpp"
#include "support/document.hpp"
#include "support/package_builder.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace lg;
using namespace lg::test;

namespace {

std::string told(WorkbookBuilder& builder, const std::string& code) {
  Problems problems;
  app::check_template({"mall.xlsx", builder.package().save()},
                      data(R"({"Nämnd": "x", "Rapportår": 2025, "Lista": [{"Namn": "a"}]})"), problems);
  std::string text;
  for (const Problem& problem : problems) {
    if (problem.code == code) text += to_text(problem);
  }
  return text;
}

const std::string one_table = "<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>";

}  // namespace

TEST_CASE("M050 and M051 in cells and tabs") {
  WorkbookBuilder builder;
  builder.sheet("Plan 2025", row(1, text_cell("A1", "{Nämnd}") + text_cell("B1", "[ange namn]")));
  CHECK(told(builder, "M050") ==
        "fel[M050]: ”{Nämnd}” är ingen tagg i mallspråket och skulle stå kvar som text i dokumentet.\n"
        "  plats: mall.xlsx › Plan 2025 › A1\n  tips: Skriv {{Nämnd}}.\n");
  CHECK(told(builder, "M051") ==
        "varning[M051]: ”[ange namn]” ser ut att vara kvarglömt.\n  plats: mall.xlsx › Plan 2025 › B1\n"
        "  tips: Skriv den text som ska stå där, eller en tagg.\n"
        "varning[M051]: Årtalet ”2025” står som fast text och blir fel ett annat år.\n"
        "  plats: mall.xlsx › Plan 2025\n"
        "  tips: Skriv {{Rapportår}} i stället, eller låt det stå om det är rätt varje år.\n");
}

TEST_CASE("MALL-121: a locked sheet whose rows grow") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(1, text_cell("A1", "Namn")) + row(2, text_cell("A2", "{{Namn}}")),
                "<sheetProtection sheet=\"1\"/>" + one_table);
  builder.table("Lista", "A1:A2", {"Namn"});
  CHECK(
      told(builder, "MALL-121") ==
      "varning[MALL-121]: Bladet ”Blad1” är skyddat, men har rader som växer med data.\n"
      "  plats: mall.xlsx › Blad1\n"
      "  tips: Välj Granska › Ta bort bladets skydd i Excel; i ett skyddat blad går de nya raderna inte att "
      "sortera eller filtrera.\n");
}

TEST_CASE("MALL-122: a table's column that nobody has named") {
  WorkbookBuilder builder;
  builder.sheet(
      "Blad1",
      row(1, text_cell("A1", "Namn") + text_cell("B1", "Kolumn1")) + row(2, text_cell("A2", "{{Namn}}")),
      one_table);
  builder.table("Lista", "A1:B2", {"Namn", "Kolumn1"});
  CHECK(told(builder, "MALL-122") ==
        "varning[MALL-122]: En kolumn i tabellen ”Lista” har ingen egen rubrik, bara ”Kolumn1”.\n"
        "  plats: mall.xlsx › Blad1 › B1\n"
        "  tips: Skriv en rubrik i cellen, så att den som läser vet vad kolumnen visar.\n");
}

TEST_CASE("M050 and M051 beside the cells: notes, boxes, charts, edges and properties") {
  WorkbookBuilder builder;
  builder.sheet("Blad1", row(1, text_cell("A1", "a")),
                "<headerFooter><oddFooter>&amp;L&amp;8{Nämnd}&amp;RSida &amp;P</oddFooter></headerFooter>");
  builder.sheet_part("comments", "/xl/comments1.xml",
                     "<comments><authors/><commentList><comment ref=\"B2\" authorId=\"0\"><text><r><t>[ange "
                     "</t></r><r><t>datum]</t></r></text></comment></commentList></comments>",
                     "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml");
  builder.sheet_part(
      "drawing", "/xl/drawings/drawing1.xml",
      "<xdr:wsDr xmlns:xdr='x' xmlns:a='a'><xdr:twoCellAnchor><xdr:from><xdr:col>2</xdr:col>"
      "<xdr:row>3</xdr:row></xdr:from><xdr:sp><xdr:nvSpPr><xdr:cNvPr id='1' name='R' "
      "descr='ruta'/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>«Nä</a:t></a:r><a:r><a:t>mnd»</a:t>"
      "</a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>",
      "application/vnd.openxmlformats-officedocument.drawing+xml");
  CHECK(told(builder, "M050") ==
        "fel[M050]: ”{Nämnd}” är ingen tagg i mallspråket och skulle stå kvar som text i dokumentet.\n"
        "  plats: mall.xlsx › Blad1 › sidfot\n  tips: Skriv {{Nämnd}}.\n"
        "fel[M050]: ”«Nämnd»” är ingen tagg i mallspråket och skulle stå kvar som text i dokumentet.\n"
        "  plats: mall.xlsx › Blad1 › C4\n  tips: Skriv {{Nämnd}}.\n");
  CHECK(told(builder, "M051") ==
        "varning[M051]: ”[ange datum]” ser ut att vara kvarglömt.\n  plats: mall.xlsx › Blad1 › B2\n"
        "  tips: Skriv den text som ska stå där, eller en tagg.\n");
}

TEST_CASE("M050: a tab that was to become one for each row") {
  WorkbookBuilder builder;
  builder.sheet("{varje r i Lista}", row(1, text_cell("A1", "a")));
  CHECK(told(builder, "M050") ==
        "fel[M050]: ”{varje r i Lista}” är ingen tagg i mallspråket och skulle stå kvar som text i "
        "dokumentet.\n  plats: mall.xlsx › {varje r i Lista}\n  tips: Skriv {{varje r i Lista}}.\n");
}
