// M042, M052, M053 and M054: what who cannot see the document must be told.
#include "unit/lint/checked.hpp"

#include <catch2/catch.hpp>

#include <string>

using lg::test::paragraph;
using lg::test::row;
using lg::test::told;

namespace {

std::string drawing(const std::string& properties, const std::string& content = "<pic:pic/>") {
  return "<w:p><w:r><w:drawing><wp:inline>" + properties +
         "<a:graphic xmlns:a='a' xmlns:pic='p' xmlns:wps='s' xmlns:c='c'>" + content +
         "</a:graphic></wp:inline></w:drawing></w:r></w:p>";
}

std::string link(const std::string& text) {
  return "<w:p><w:hyperlink xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' "
         "r:id='rId9'><w:r><w:t>" +
         text + "</w:t></w:r></w:hyperlink></w:p>";
}

}  // namespace

TEST_CASE("M042: a picture without alternative text") {
  CHECK(told("M042", paragraph("a") + drawing("<wp:docPr id='1' name='Bild 1'/>")) ==
        "varning[M042]: Bilden ”Bild 1” saknar alternativtext.\n  plats: mall.docx › stycke 2\n"
        "  tips: Högerklicka i Word, välj Redigera alternativtext och skriv vad den visar, eller markera den "
        "som "
        "dekorativ.\n");
  CHECK(told("M042", drawing("<wp:docPr id='1' name='D'/>", "<c:chart/>")).find("Diagrammet ”D”") !=
        std::string::npos);
}

TEST_CASE("M042: a picture that is described or decorative, and a text box, are right") {
  CHECK(told("M042", drawing("<wp:docPr id='1' name='B' descr='Stadens vapen'/>")).empty());
  CHECK(told("M042", drawing("<wp:docPr id='1' name='B' descr=''><a:extLst xmlns:a='a'><a:ext uri='u'>"
                             "<adec:decorative xmlns:adec='d' val='1'/></a:ext></a:extLst></wp:docPr>"))
            .empty());
  CHECK(told("M042", drawing("<wp:docPr id='1' name='B'/>",
                             "<wps:txbx><w:txbxContent>" + paragraph("a") + "</w:txbxContent></wps:txbx>"))
            .empty());
}

TEST_CASE("M052: a table without a header row") {
  const std::string rows = row({"Område", "Antal"}) + row({"a", "1"});
  CHECK(told("M052", lg::test::table(rows)) ==
        "varning[M052]: Tabellen har ingen rubrikrad.\n  plats: mall.docx › tabell 1, rad 1\n"
        "  tips: Ställ markören i tabellens första rad, välj Tabellayout › Upprepa rubrikrader, och skriv "
        "kolumnernas rubriker där.\n");
  CHECK(told("M052", "<w:tbl><w:tblPr><w:tblLook w:val='04A0'/></w:tblPr>" + rows + "</w:tbl>").empty());
  CHECK(told("M052", "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>" + paragraph("a") + "</w:tc><w:tc>" +
                         paragraph("b") + "</w:tc></w:tr>" + row({"1", "2"}) + "</w:tbl>")
            .empty());
}

TEST_CASE("M052: one row, or one column, needs no header unless it is repeated") {
  CHECK(told("M052", lg::test::table(row({"a", "b"}))).empty());
  CHECK(told("M052", lg::test::table(row({"a"}) + row({"b"}))).empty());
  CHECK(told("M052", lg::test::table(row({"{{för varje r i VoR}}{{r.Område}}", "x{{slut}}"}))) != "");
}

TEST_CASE("M053: a document without a title") {
  CHECK(told("M053", paragraph("a")) ==
        "varning[M053]: Dokumentet saknar titel, som skärmläsare och webbläsare visar.\n  plats: mall.docx\n"
        "  tips: Välj Arkiv › Info › Titel i Word eller Excel och skriv till exempel ”Ledningens genomgång "
        "{{Rapportår}}”.\n");
}

TEST_CASE("M054: a link that says only where it leads, or nothing") {
  CHECK(told("M054", link("https://exempel.se/sida")) ==
        "upplysning[M054]: Länkens text är bara en adress.\n"
        "  plats: mall.docx › stycke 1 › ”https://exempel.se/sida”\n"
        "  tips: Skriv vad länken leder till, så att den som får texten uppläst förstår den.\n");
  CHECK(told("M054", link(" ")) ==
        "varning[M054]: En länk har ingen text.\n  plats: mall.docx › stycke 1\n"
        "  tips: Ta bort länken, eller skriv vad den leder till.\n");
  CHECK(told("M054", link("Läs mer om reglerna")).empty());
}

TEST_CASE("M052: the look of a first row is no header where a list's row is the first") {
  const std::string table = "<w:tbl><w:tblPr><w:tblLook w:firstRow='1'/></w:tblPr>" +
                            row({"{{för varje r i VoR}}{{r.Område}}", "x{{slut}}"}) + "</w:tbl>" +
                            paragraph("");
  CHECK(told("M052", table) ==
        "varning[M052]: Tabellen har ingen rubrikrad.\n  plats: mall.docx › tabell 1, rad 1\n"
        "  tips: Ställ markören i tabellens första rad, välj Tabellayout › Upprepa rubrikrader, och skriv "
        "kolumnernas rubriker där.\n");
}
