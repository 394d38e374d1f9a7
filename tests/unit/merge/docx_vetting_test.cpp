// What a Word template must not hold, word for word.
#include "merge/docx_template.hpp"
#include "support/document.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace lg;
using test::filled;

namespace {

const std::string json = R"({"Nämnd": "x"})";

std::string tag(const std::string& text) {
  return "<w:r><w:t>" + text + "</w:t></w:r>";
}
std::string in_paragraph(const std::string& inner) {
  return "<w:p>" + inner + "</w:p>";
}

/// The problems of a package, as text; those that stop reading as well.
std::string problems_of(const opc::Package& package) {
  Problems problems;
  const Dataset data = test::data(json);
  try {
    static_cast<void>(merge::DocxTemplate::parse(package, data, problems));
  } catch (const UnreadableFile& fault) {
    return to_text(fault.problem());
  }
  return test::text_of(problems);
}

opc::Package with_relationship(const std::string& source, const std::string& type,
                               const std::string& target) {
  opc::Package package = test::document(in_paragraph(tag("{{Nämnd}}")));
  const opc::PartName name = source == "/" ? opc::PartName("/") : package.main_part();
  opc::Relationships relationships = package.relationships(name);
  relationships.add(type, target, source != "/");
  package.replace(name, std::move(relationships));
  return package;
}

std::string problems_of_root(const std::string& root) {
  opc::Package package = test::document("");
  package.replace(package.main_part(), root);
  return problems_of(package);
}

const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const std::string word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

}  // namespace

TEST_CASE("M030: changes of format are changes") {
  const std::string told =
      "fel[M030]: Mallen innehåller spårade ändringar.\n  plats: mall.docx\n"
      "  tips: Godkänn eller avvisa alla ändringar på fliken Granska i Word och spara mallen.\n";
  CHECK(filled(in_paragraph("<w:pPr><w:pPrChange w:id='1'/></w:pPr>"), json) == told);
  CHECK(filled(in_paragraph("<w:r><w:rPr><w:rPrChange w:id='1'/></w:rPr></w:r>"), json) == told);
}

TEST_CASE("M031: a comment that begins or ends within a tag") {
  const std::string told =
      "fel[M031]: En kommentar börjar eller slutar mitt i taggen ”{{Nämnd}}”.\n  plats: mall.docx › "
      "stycke 1 › ”{{Nämnd}}”\n"
      "  tips: Ta bort kommentaren eller låt den omfatta hela taggen.\n";
  CHECK(filled(in_paragraph(tag("{{Nä") + "<w:commentRangeStart w:id='0'/>" + tag("mnd}}")), json) == told);
  CHECK(filled(in_paragraph(tag("{{Nä") + "<w:r><w:commentReference w:id='0'/></w:r>" + tag("mnd}}")),
               json) == told);
  CHECK(filled(in_paragraph("<w:commentRangeStart w:id='0'/>" + tag("{{Nämnd}}") +
                            "<w:commentRangeEnd w:id='0'/><w:r><w:commentReference w:id='0'/></w:r>"),
               json) == "[] x\n");
}

TEST_CASE("M032: tags in codes of fields, in bound controls and in addresses") {
  const std::string code =
      "fel[M032]: En tagg står i en fältkod, där den inte kan fyllas i.\n  plats: mall.docx › stycke 1 › ”REF "
      "{{Nämnd}}”\n"
      "  tips: Flytta taggen ut ur fältet.\n";
  CHECK(filled(in_paragraph("<w:fldSimple w:instr=' REF {{Nämnd}} '/>"), json) == code);
  CHECK(filled(
            in_paragraph(
                "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> REF {{Nä</w:instrText></w:r>"
                "<w:r><w:instrText>mnd}} </w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"),
            json) == code);
  CHECK(
      filled(in_paragraph("<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>" + tag("{{Nämnd}}") +
                          "</w:sdtContent></w:sdt>"),
             json) ==
      "fel[M032]: En tagg står i en innehållskontroll som hämtar sin text från dokumentets egenskaper; Word "
      "skulle skriva över det som fylls i.\n  plats: mall.docx › stycke 1 › ”{{Nämnd}}”\n"
      "  tips: Högerklicka på kontrollen i Word, välj Ta bort innehållskontroll och spara mallen.\n");
  CHECK(problems_of(with_relationship("main", office + "hyperlink", "https://x.se/%7B%7Bx%7D%7D")) ==
        "fel[M032]: En tagg står i en länks adress, där den inte kan fyllas i.\n"
        "  plats: mall.docx › ”https://x.se/%7B%7Bx%7D%7D”\n"
        "  tips: Låt {{stycken …}} göra länken av en text som [Läs mer](https://exempel.se).\n");
}

TEST_CASE("M045: a picture's tag where there is no picture") {
  CHECK(filled(in_paragraph("<w:r><w:drawing><wp:inline><wp:docPr id='1' name='B' "
                            "descr='{{bild Nämnd}}'/></wp:inline></w:drawing></w:r>"),
               json) ==
        "fel[M045]: Taggen ”{{bild Nämnd}}” står inte i alternativtexten till en bild.\n"
        "  plats: mall.docx › stycke 1 › ”{{bild Nämnd}}”\n"
        "  tips: Sätt in en bild där den ska visas, högerklicka på den, välj Visa alternativtext och skriv "
        "taggen där.\n");
  CHECK(
      filled(in_paragraph(tag("{{diagram Lista}}")), R"({"Lista": [{"a": 1}]})") ==
      "fel[M045]: Taggen ”{{diagram Lista}}” står inte i alternativtexten till ett diagram.\n"
      "  plats: mall.docx › stycke 1 › ”{{diagram Lista}}”\n"
      "  tips: Sätt in ett diagram med Infoga › Diagram, högerklicka på dess kant, välj Visa alternativtext "
      "och skriv taggen där.\n");
}

TEST_CASE("M071: what is fetched from elsewhere") {
  CHECK(filled(in_paragraph("<w:r><w:instrText> DDEAUTO a b </w:instrText></w:r>"), json) ==
        "fel[M071]: Mallen har ett fält som hämtar sitt innehåll från en annan fil eller ett annat program.\n"
        "  plats: mall.docx › stycke 1 › ”DDEAUTO a b”\n"
        "  tips: Klicka i fältet i Word och tryck Ctrl+Skift+F9, så att det blir vanlig text, eller ta bort "
        "det.\n");
  CHECK(filled(in_paragraph("<w:fldSimple w:instr='INCLUDEPICTURE x.png'/>"), json).starts_with("fel[M071]"));
  const std::string told =
      "fel[M071]: Mallen hämtar en bild eller ett dokument från en annan plats.\n"
      "  plats: mall.docx › ”http://x.se/a”\n"
      "  tips: Öppna mallen i Word, välj Arkiv › Info › Redigera länkar till filer, bryt länken och spara.\n";
  CHECK(problems_of(with_relationship("main", office + "aFChunk", "http://x.se/a")) == told);
  CHECK(problems_of(with_relationship("main", office + "image", "http://x.se/a")) == told);
  CHECK(problems_of(with_relationship("main", office + "hyperlink", "http://x.se/a")).empty());
}

TEST_CASE("M074 and M075: strict documents, and those that other programs name in other ways") {
  CHECK(problems_of_root("<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'/>") ==
        "fel[M074]: Mallen är sparad i ett format (Strict Open XML) som inte kan fyllas i.\n  plats: "
        "mall.docx\n"
        "  tips: Öppna mallen i Word och spara den som Word-dokument (.docx).\n");
  CHECK(problems_of_root("<n0:document xmlns:n0='" + word + "'/>") ==
        "fel[M075]: Mallen är gjord av ett annat program än Word, som namnger delarna på ett annat sätt.\n"
        "  plats: mall.docx\n  tips: Öppna mallen i Word och spara den som Word-dokument (.docx).\n");
}

TEST_CASE("M076: tags where nothing looks for them") {
  CHECK(filled(in_paragraph("<m:oMath><m:r><m:t>{{x</m:t></m:r><m:r><m:t>}}</m:t></m:r></m:oMath>"), json) ==
        "fel[M076]: En tagg står i en formel, där den inte kan fyllas i.\n  plats: mall.docx › stycke 1 › ”{{x}}”\n"
        "  tips: Flytta taggen till vanlig text.\n");
  CHECK(filled(in_paragraph(
                   "<w:r><mc:AlternateContent><mc:Choice><w:t>{{x}}</w:t></mc:Choice></mc:AlternateContent>"
                   "</w:r>"),
               json) ==
        "fel[M076]: En tagg står i ett tecken som har olika form i olika versioner av Word, där den inte kan "
        "fyllas i.\n  plats: mall.docx › stycke 1 › ”{{x}}”\n  tips: Flytta taggen till vanlig text.\n");
}

TEST_CASE("M077: a signed template") {
  CHECK(problems_of(with_relationship(
            "/", "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin",
            "_xmlsignatures/origin.sigs")) ==
        "fel[M077]: Mallen är digitalt signerad, och signaturen gäller inte ett ifyllt dokument.\n"
        "  plats: mall.docx\n"
        "  tips: Öppna mallen i Word, välj Arkiv › Info › Visa signaturer, ta bort signaturen och spara.\n");
}

TEST_CASE("a signed template without tags is left as it is") {
  opc::Package package = test::document(in_paragraph(tag("Nämnd")));
  opc::Relationships relationships = package.relationships(opc::PartName("/"));
  relationships.add("http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin",
                    "_xmlsignatures/origin.sigs", false);
  package.replace(opc::PartName("/"), std::move(relationships));
  CHECK(problems_of(package).empty());
}
