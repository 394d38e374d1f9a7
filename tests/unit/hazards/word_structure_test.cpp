// Hazards W28 to W36 and W39 to W42: tables, sections, boxes, other parts, settings, content controls.
#include "support/word_filling.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace lg;
using namespace lg::test;

namespace {

const std::string json =
    R"({"L": [{"a": "ett"}, {"a": "två"}], "Inga": [], "Nej": false, "Ja": true, "Titel": "Plan", "År": 2026})";
const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string run(const std::string& text, const std::string& properties = "") {
  return "<w:r>" + properties + "<w:t xml:space='preserve'>" + text + "</w:t></w:r>";
}

std::string body(const std::string& inner) {
  const Filled done = fill(document(inner), json);
  return done.told + body_of(done.main());
}

std::string looped(const std::string& inner) {
  return paragraph("{{för varje x i L}}") + inner + paragraph("{{slut}}");
}

std::string cell(const std::string& text, const std::string& properties = "") {
  return "<w:tc>" + (properties.empty() ? "" : "<w:tcPr>" + properties + "</w:tcPr>") + paragraph(text) +
         "</w:tc>";
}

/// A text box as Word writes it: the new form, and the old one for programs that do not know the new.
std::string text_box(const std::string& inner) {
  const std::string content = "<w:txbxContent>" + inner + "</w:txbxContent>";
  return "<w:p><w:r><mc:AlternateContent xmlns:mc='mc'><mc:Choice "
         "Requires='wps'><w:drawing><wp:anchor><wp:docPr id='5' name='Textruta'/>"
         "<wps:txbx>" +
         content +
         "</wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape "
         "id='_x0000_s1026'><v:textbox>" +
         content + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";
}

std::string control(const std::string& properties, const std::string& content) {
  return "<w:sdt><w:sdtPr>" + properties + "</w:sdtPr><w:sdtContent>" + content + "</w:sdtContent></w:sdt>";
}

}  // namespace

TEST_CASE("W28: a merged cell that begins in one row of the template begins in each copy") {
  const std::string two_rows = "<w:tr>" + cell("{{för varje x i L}}{{x.a}}", "<w:vMerge w:val='restart'/>") +
                               cell("b") + "</w:tr><w:tr>" + cell("", "<w:vMerge/>") + cell("c{{slut}}") +
                               "</w:tr>";
  const std::string xml = "<x>" + body(table(two_rows)) + "</x>";
  CHECK(all(xml, "w:vMerge", "w:val") == Strings{"restart", "", "restart", ""});
}

TEST_CASE("W28: a merged cell over rows of which one repeats goes on through the copies") {
  const std::string rows = "<w:tr>" + cell("g", "<w:vMerge w:val='restart'/>") + cell("b") + "</w:tr><w:tr>" +
                           cell("{{för varje x i L}}", "<w:vMerge/>") + cell("{{x.a}}{{slut}}") + "</w:tr>";
  CHECK(all("<x>" + body(table(rows)) + "</x>", "w:vMerge", "w:val") == Strings{"restart", "", ""});
}

TEST_CASE("W28: spans, heads and rows that may not break keep what they say") {
  const std::string head =
      "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell("Rubrik", "<w:gridSpan w:val='2'/>") + "</w:tr>";
  const std::string one =
      "<w:tr><w:trPr><w:gridBefore w:val='1'/><w:gridAfter w:val='1'/><w:cantSplit/></w:trPr>" +
      cell("{{för varje x i L}}{{x.a}}", "<w:gridSpan w:val='2'/>") + cell("{{slut}}") + "</w:tr>";
  const std::string xml = body(table(head + one));
  CHECK(count(xml, "<w:tblHeader/>") == 1);
  CHECK(xml.find("<w:tblHeader/>") < xml.find("ett"));
  CHECK(count(xml, "<w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/><w:cantSplit/>") == 2);
  CHECK(count(xml, "<w:gridSpan w:val=\"2\"/>") == 3);
}

TEST_CASE(
    "W29: a section break in a repeated block ends a section in each copy, and the body's own stands last") {
  const std::string section =
      "<w:p><w:pPr><w:sectPr><w:headerReference w:type='default' r:id='rId9'/><w:pgSz "
      "w:w='1'/></w:sectPr></w:pPr></w:p>";
  const Filled done = fill(document(looped(paragraph("{{x.a}}") + section)), json);
  CHECK(count(done.main(), "<w:headerReference w:type=\"default\" r:id=\"rId9\"/>") == 2);
  CHECK(done.main().find("<w:sectPr/></w:body>") != std::string::npos);
  CHECK(done.main().find("ett") < done.main().find("<w:sectPr>"));
}

TEST_CASE("W30: a block that begins in one container and ends in another is refused") {
  const std::vector<std::string> crossing = {
      table("<w:tr>" + cell("{{om Ja}}") + "</w:tr>") + paragraph("{{slut}}"),
      table("<w:tr>" + cell("{{om Ja}}a") + "</w:tr><w:tr>" + cell("b") + cell("c{{slut}}d") + "</w:tr>"),
      control("<w:id w:val='1'/>", paragraph("{{om Ja}}")) + paragraph("{{slut}}"),
      text_box(paragraph("{{om Ja}}")) + paragraph("{{slut}}")};
  for (const std::string& one : crossing) {
    INFO(one);
    CHECK(fill(document(one), json).told.starts_with("fel[M02"));
  }
  const std::string link =
      "<w:p><w:hyperlink w:anchor='a'>" + run("{{om Ja}}x") + "</w:hyperlink>" + run("{{slut}}") + "</w:p>";
  CHECK(fill(document(link), json).told.find("fel[M023]") != std::string::npos);
  WordTemplate header(paragraph("{{om Ja}}"));
  header.part("header", "w:hdr", paragraph("{{slut}}"));
  const std::string told = fill(header.package(), json).told;
  CHECK(told.find("fel[M020]") != std::string::npos);
  CHECK(told.find("fel[M021]") != std::string::npos);
}

TEST_CASE("W31: both forms of a text box get the same data, in blocks too") {
  const std::string xml = body(text_box(paragraph("{{Titel}}") + paragraph("{{för varje x i L}}") +
                                        paragraph("{{x.a}}") + paragraph("{{slut}}")));
  CHECK(texts(xml, "w:t") == Strings{"Plan", "ett", "två", "Plan", "ett", "två"});
  const std::size_t fallback = xml.find("<mc:Fallback>");
  CHECK(xml.find("Plan") < fallback);
  CHECK(xml.find("Plan", fallback) != std::string::npos);
}

TEST_CASE("W31: a repeated text box has the row's data in both forms") {
  const std::string xml = body(looped(text_box(paragraph("{{x.a}}"))));
  CHECK(texts("<x>" + xml + "</x>", "w:t") == Strings{"ett", "ett", "två", "två"});
  CHECK(all("<x>" + xml + "</x>", "wp:docPr", "id").size() == 2);
  CHECK(all("<x>" + xml + "</x>", "wp:docPr", "id").front() !=
        all("<x>" + xml + "</x>", "wp:docPr", "id").back());
}

TEST_CASE("W31: names that the root declares, and elements that nobody here knows, are kept") {
  opc::Package package = document("");
  package.replace(package.main_part(),
                  "<w:document xmlns:w='" + word_namespace +
                      "' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
                      "xmlns:w99='urn:x' xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml' "
                      "mc:Ignorable='w14 w99'><w:body><w:p><w:r><w99:glow w99:v='1'/>"
                      "<w:t>{{Titel}}</w:t></w:r></w:p><w99:block/><w:sectPr/></w:body></w:document>");
  const std::string xml = fill(package, json).main();
  CHECK(xml.find("xmlns:w99=\"urn:x\"") != std::string::npos);
  CHECK(xml.find("mc:Ignorable=\"w14 w99\"") != std::string::npos);
  CHECK(xml.find("<w99:glow w99:v=\"1\"/>") != std::string::npos);
  CHECK(xml.find("<w99:block/>") != std::string::npos);
}

TEST_CASE("W32: controls around blocks, rows, cells and runs are filled") {
  CHECK(body(control("", paragraph("{{Titel}}"))).find("Plan") != std::string::npos);
  CHECK(body(table(control("", "<w:tr>" + cell("{{Titel}}") + "</w:tr>"))).find("Plan") != std::string::npos);
  CHECK(body(table("<w:tr>" + control("", cell("{{Titel}}")) + "</w:tr>")).find("Plan") != std::string::npos);
  CHECK(body("<w:p>" + control("", run("{{Titel}}")) + "</w:p>").find("Plan") != std::string::npos);
}

TEST_CASE("W32: M082: a text in another format is warned of") {
  WordTemplate made(paragraph("{{Titel}}") + "<w:altChunk r:id='rId3'/>");
  made.part_of("main", office + "aFChunk", "/word/chunk.html", "<html/>", "text/html");
  CHECK(fill(made.package(), json).told ==
        "varning[M082]: Mallen har en inbäddad text i ett annat format, som bara Word visar och där inga "
        "taggar fylls i.\n"
        "  plats: mall.docx\n  tips: Öppna mallen i Word och spara den; texten blir då en del av mallen.\n");
}

TEST_CASE("W33: a floating object is anchored in each copy's own paragraph, with an id of its own") {
  const std::string xml = body(looped("<w:p>" + run("{{x.a}}") +
                                      "<w:r><w:drawing><wp:anchor relativeHeight='2'><wp:docPr id='5' "
                                      "name='b'/></wp:anchor></w:drawing></w:r></w:p>"));
  const std::size_t second = xml.find("två");
  CHECK(xml.find("<wp:anchor") < second);
  CHECK(xml.find("<wp:anchor", second) != std::string::npos);
  CHECK(all("<x>" + xml + "</x>", "wp:docPr", "id") == Strings{"5", "6"});
}

TEST_CASE("W34: headers, footers and notes are filled with the values of the whole document") {
  WordTemplate made(looped(paragraph("{{x.a}}")) + "<w:p><w:r><w:endnoteReference w:id='2'/></w:r></w:p>");
  made.part("header", "w:hdr", paragraph("h {{Titel}}"))
      .part("footer", "w:ftr", paragraph("f {{Titel}} {{om Ja}}ja{{slut}}"));
  made.part("comments", "w:comments", "<w:comment w:id='0'>" + paragraph("k {{Titel}}") + "</w:comment>");
  made.part("endnotes", "w:endnotes", "<w:endnote w:id='2'>" + paragraph("n {{Titel}}") + "</w:endnote>");
  const Filled done = fill(made.package(), json);
  CHECK(done.told.empty());
  CHECK(texts(done.part("/word/header.xml"), "w:t") == Strings{"h ", "Plan"});
  CHECK(texts(done.part("/word/footer.xml"), "w:t") == Strings{"f ", "Plan", " ", "ja"});
  CHECK(texts(done.part("/word/comments.xml"), "w:t") == Strings{"k ", "Plan"});
  CHECK(texts(done.part("/word/endnotes.xml"), "w:t") == Strings{"n ", "Plan"});
  WordTemplate wrong(looped(paragraph("{{x.a}}")));
  wrong.part("header", "w:hdr", paragraph("{{x.a}}"));
  CHECK(fill(wrong.package(), json).told.starts_with("fel[M0"));
}

TEST_CASE("W34: a glossary of building blocks keeps its bytes") {
  WordTemplate made(paragraph("{{Titel}}"));
  made.part("glossaryDocument", "w:glossaryDocument", paragraph("{{Okänd}}"));
  const Filled done = fill(made.package(), json);
  CHECK(done.told.empty());
  CHECK(done.part("/word/glossaryDocument.xml") ==
        made.package().bytes(opc::PartName("/word/glossaryDocument.xml")));
}

TEST_CASE("W35: styles are found by their name, whatever their id, and nothing gets a format of its own") {
  const std::string xml = body(paragraph("{{stycken Titel}}", "Rubrik1"));
  CHECK(xml ==
        "<w:p><w:pPr><w:pStyle w:val=\"Rubrik1\"/></w:pPr><w:r><w:t "
        "xml:space=\"preserve\">Plan</w:t></w:r></w:p>");
  const Filled bullets = fill(document(paragraph("{{stycken t}}")), R"({"t": "- a"})");
  CHECK(body_of(bullets.main()) ==
        "<w:p><w:pPr><w:pStyle w:val=\"Punktlista\"/></w:pPr><w:r><w:t "
        "xml:space=\"preserve\">a</w:t></w:r></w:p>");
}

TEST_CASE("W36: revision ids and marks of the spelling checker go, the language stays") {
  WordTemplate made(
      "<w:p w:rsidR='00AB' w:rsidRDefault='00AC'><w:proofErr w:type='spellStart'/><w:r "
      "w:rsidRPr='00AD'><w:rPr><w:lang w:val='sv-SE'/></w:rPr>"
      "<w:t>{{Titel}}</w:t></w:r><w:proofErr w:type='spellEnd'/></w:p><w:p w:rsidR='00AE'/>");
  made.part("settings", "w:settings",
            "<w:proofState w:spelling='clean'/><w:rsids><w:rsid w:val='00AB'/></w:rsids><w:defaultTabStop "
            "w:val='1304'/><w:updateFields w:val='true'/>");
  const Filled done = fill(made.package(), json);
  CHECK(done.main().find("rsid") == std::string::npos);
  CHECK(done.main().find("proofErr") == std::string::npos);
  CHECK(done.main().find("<w:lang w:val=\"sv-SE\"/>") != std::string::npos);
  const std::string settings = done.part("/word/settings.xml");
  CHECK(settings.find("rsid") == std::string::npos);
  CHECK(settings.find("updateFields") == std::string::npos);
  CHECK(settings.find("proofState") == std::string::npos);
  CHECK(settings.find("<w:defaultTabStop w:val=\"1304\"/>") != std::string::npos);
}

TEST_CASE("W36: what the spelling checker was to leave alone was the tag, not its value") {
  CHECK(body("<w:p>" + run("{{Titel}}", "<w:rPr><w:b/><w:noProof/></w:rPr>") +
             run("EN KOD", "<w:rPr><w:noProof/></w:rPr>") + "</w:p>") ==
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t "
        "xml:space=\"preserve\">Plan</w:t></w:r><w:r><w:rPr><w:noProof/></w:rPr>"
        "<w:t xml:space=\"preserve\">EN KOD</w:t></w:r></w:p>");
}

TEST_CASE(
    "W39: a content control whose tag is a field's name shows that field, in the control's own format") {
  const std::string style = "<w:rPr><w:rStyle w:val='Platshllartext'/></w:rPr>";
  CHECK(body("<w:p>" +
             control("<w:rPr><w:b/></w:rPr><w:tag w:val='Titel'/><w:showingPlcHdr/><w:text/>",
                     run("Klicka här", style)) +
             "</w:p>") ==
        "<w:p><w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr><w:tag "
        "w:val=\"Titel\"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:b/></w:rPr>"
        "<w:t xml:space=\"preserve\">Plan</w:t></w:r></w:sdtContent></w:sdt></w:p>");
  CHECK(texts(body(control("<w:tag w:val='titel'/>", paragraph("gammalt", "Rubrik1") + paragraph("mer"))),
              "w:t") == Strings{"Plan"});
  CHECK(
      texts("<x>" + body(table("<w:tr>" + control("<w:tag w:val='År'/>", cell("2020")) + "</w:tr>")) + "</x>",
            "w:t") == Strings{"2026"});
}

TEST_CASE("W39: in a repeated block the tag is a field of the row") {
  const std::string xml =
      body(looped(control("<w:id w:val='4'/><w:tag w:val='x.a'/>", paragraph("exempel"))));
  CHECK(texts("<x>" + xml + "</x>", "w:t") == Strings{"ett", "två"});
}

TEST_CASE("W39: a control that says something else, or is no text, is left as it is") {
  for (const std::string& kept :
       {control("<w:tag w:val='Okänd'/>", run("kvar")), control("<w:tag w:val='L'/>", run("kvar")),
        control("<w:tag w:val='Titel'/><w14:checkbox/>", run("kvar")),
        control("<w:tag w:val='Titel'/><w:picture/>", run("kvar")),
        control("<w:tag w:val='goog_rdk_0'/>", run("kvar"))})
    CHECK(texts(body("<w:p>" + kept + run("{{Titel}}") + "</w:p>"), "w:t") == Strings{"kvar", "Plan"});
  CHECK(texts(body("<w:p>" + control("<w:tag w:val='Titel'/>", run("{{År}}")) + "</w:p>"), "w:t") ==
        Strings{"2026"});
}

TEST_CASE("W39: a control bound to a property sets the property as well") {
  const std::string store = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}";
  const auto bound = [&](const std::string& tag, const std::string& inner) {
    return "<w:p>" +
           control(
               "<w:dataBinding w:prefixMappings='' w:xpath='/ns1:coreProperties[1]/ns0:title[1]' "
               "w:storeItemID='" +
                   store + "'/>" + tag,
               inner) +
           "</w:p>";
  };
  for (const std::string& control :
       {bound("", run("Om {{Titel}}")), bound("<w:tag w:val='Titel'/>", run("gammalt"))}) {
    WordTemplate made(control);
    made.part_of(
        "/", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "/docProps/core.xml",
        "<cp:coreProperties xmlns:cp='c' xmlns:dc='d'><dc:title>gammalt</dc:title></cp:coreProperties>",
        "application/vnd.openxmlformats-package.core-properties+xml");
    const Filled done = fill(made.package(), json);
    CHECK(done.told.empty());
    CHECK(done.main().find("gammalt") == std::string::npos);
    CHECK(done.main().find("w:dataBinding") != std::string::npos);
    CHECK(done.main().find("lg:") == std::string::npos);
    CHECK(done.part("/docProps/core.xml")
              .find(control.find("Om ") == std::string::npos ? ">Plan<" : ">Om Plan<") != std::string::npos);
  }
}

TEST_CASE("W39: a control bound to a part of its own XML sets that part") {
  WordTemplate made(
      "<w:p>" +
      control("<w:dataBinding w:xpath='/ns0:form[1]/ns0:year[1]' w:storeItemID='{AB}'/>", run("{{År}}")) +
      "</w:p>");
  made.part_of("main", office + "customXml", "/customXml/item1.xml",
               "<form xmlns='urn:f'><year>2020</year></form>", "application/xml");
  made.part_of("/customXml/item1.xml", office + "customXmlProps", "/customXml/itemProps1.xml",
               "<ds:datastoreItem xmlns:ds='ds' ds:itemID='{ab}'/>",
               "application/vnd.openxmlformats-officedocument.customXmlProperties+xml");
  const Filled done = fill(made.package(), json);
  CHECK(done.told.empty());
  CHECK(texts(done.main(), "w:t") == Strings{"2026"});
  CHECK(texts(done.part("/customXml/item1.xml"), "year") == Strings{"2026"});
}

TEST_CASE("W39: a bound control whose property is not there, or that stands for a row, is refused") {
  const auto told = [](const std::string& inner) {
    return fill(document(looped("<w:p>" +
                                control("<w:dataBinding w:xpath='/a/b' w:storeItemID='{X}'/>", run(inner)) +
                                "</w:p>")),
                json)
        .told;
  };
  CHECK(told("{{Titel}}").starts_with("fel[M032]"));
  CHECK(told("{{x.a}}").starts_with("fel[M032]"));
}

TEST_CASE("W42: M071: a template of a template, and a data source, are refused") {
  const std::string told =
      "fel[M071]: Mallen hänger ihop med en annan mallfil, vars sökväg skulle följa med i rapporten.\n  "
      "plats: mall.docx\n"
      "  tips: Öppna mallen i Word, välj Utvecklare › Dokumentmall, sätt mallen till Normal och spara.\n";
  WordTemplate attached(paragraph("{{Titel}}"));
  attached.part("settings", "w:settings", "");
  opc::Relationships relationships;
  relationships.add(office + "attachedTemplate", "file:///C:/Users/anna/mall.dotx", true);
  attached.package().replace(opc::PartName("/word/settings.xml"), std::move(relationships));
  CHECK(fill(attached.package(), json).told == told);
  WordTemplate merge(paragraph("{{Titel}}"));
  merge.part("settings", "w:settings", "<w:mailMerge/>");
  CHECK(fill(merge.package(), json).told.starts_with("fel[M071]: Mallen är kopplad till en datakälla"));
}

TEST_CASE("W36: settings that ask nothing keep their bytes") {
  WordTemplate made(paragraph("{{Titel}}"));
  made.part("settings", "w:settings", "<w:rsids><w:rsid w:val='00AB'/></w:rsids>");
  CHECK(fill(made.package(), json).part("/word/settings.xml") ==
        made.package().bytes(opc::PartName("/word/settings.xml")));
}

TEST_CASE("W42: M083: tracking of changes is warned of") {
  WordTemplate made(paragraph("{{Titel}}"));
  made.part("settings", "w:settings", "<w:trackRevisions/>");
  CHECK(fill(made.package(), json).told ==
        "varning[M083]: Mallen spårar ändringar, och det gör det färdiga dokumentet också.\n  plats: "
        "mall.docx\n"
        "  tips: Öppna mallen i Word, välj Granska › Spåra ändringar så att det är av, och spara.\n");
}

TEST_CASE("W42: M081: a protected template is warned of") {
  WordTemplate made(paragraph("{{Titel}}"));
  made.part("settings", "w:settings", "<w:documentProtection w:edit='readOnly' w:enforcement='1'/>");
  const Filled done = fill(made.package(), json);
  CHECK(done.told ==
        "varning[M081]: Mallen är skyddad mot ändringar, och det blir det färdiga dokumentet också.\n  "
        "plats: mall.docx\n"
        "  tips: Öppna mallen i Word, välj Granska › Begränsa redigering › Stoppa skydd och spara, om "
        "dokumentet ska gå att ändra i.\n");
  WordTemplate off(paragraph("{{Titel}}"));
  off.part("settings", "w:settings", "<w:documentProtection w:edit='forms' w:enforcement='0'/>");
  CHECK(fill(off.package(), json).told.empty());
}
