#!/usr/bin/env python3
"""Write templates/ledningens-genomgang.docx, the default template of the report."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from templates_src.package import DECLARATION, FIXED_STAMP, write_package
from templates_src.report_chart import CHART_OVERRIDES, CHART_RELATIONS, chart_parts
from templates_src.report_styles import font_table, numbering, styles
from templates_src.report_text import document_body
from templates_src.wml import NS, RSIDS, Raw, field, p, run

TITLE = "Ledningens genomgång {{Rapportår}} – {{Nämnd rubrikform}}"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"

# part in word/, relationship type, content type
PARTS = [("styles", "styles"), ("numbering", "numbering"), ("settings", "settings"),
         ("fontTable", "fontTable"), ("header1", "header"), ("header2", "header"),
         ("footer1", "footer"), ("footer2", "footer")]


def page_number():
    return [Raw(run("Sida ") + field("PAGE", "1") + run(" (") + field("NUMPAGES", "9") + run(")"))]


def content_types():
    overrides = [("/word/document.xml", WORD + "document.main+xml")]
    overrides += [("/word/%s.xml" % name, WORD + kind + "+xml") for name, kind in PARTS] + CHART_OVERRIDES
    overrides += [
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/docProps/app.xml",
         "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
        ("/docProps/custom.xml",
         "application/vnd.openxmlformats-officedocument.custom-properties+xml")]
    return (DECLARATION + '<Types xmlns="%scontent-types">' % PACKAGE
            + '<Default Extension="rels" ContentType='
              '"application/vnd.openxmlformats-package.relationships+xml"/>'
              '<Default Extension="xml" ContentType="application/xml"/>'
              '<Default Extension="xlsx" ContentType='
              '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>'
            + "".join('<Override PartName="%s" ContentType="%s"/>' % o for o in overrides)
            + "</Types>")


def relationships(entries):
    return (DECLARATION + '<Relationships xmlns="%srelationships">' % PACKAGE
            + "".join('<Relationship Id="rId%d" Type="%s" Target="%s"/>' % (i + 1, kind, target)
                      for i, (kind, target) in enumerate(entries)) + "</Relationships>")


def document():
    section = ('<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
               '<w:headerReference w:type="first" r:id="rId6"/>'
               '<w:footerReference w:type="default" r:id="rId7"/>'
               '<w:footerReference w:type="first" r:id="rId8"/>'
               '<w:pgSz w:w="11906" w:h="16838"/>'
               '<w:pgMar w:top="1701" w:right="1701" w:bottom="1531" w:left="1701" '
               'w:header="794" w:footer="680" w:gutter="0"/><w:cols w:space="708"/>'
               '<w:titlePg/></w:sectPr>')
    return (DECLARATION + "<w:document %s><w:body>" % NS + document_body() + section
            + "</w:body></w:document>")


def header_default():
    return part("hdr", p("Sidhuvud", "Ledningens genomgång {{Rapportår}}\t", *page_number()))


def header_first():
    return part("hdr",
                p("Sidhuvudfrsta", Raw(run("{{Förvaltning}}", "Frvaltningsnamn")), "\t",
                  *page_number())
                + p("Sidhuvudhger", "{{om Diarienummer finns}}Dnr {{Diarienummer}}{{slut}}")
                + p("Sidhuvudhger", "{{Rapportdatum | datum lång}}"))


def footer_default():
    return part("ftr", p("Sidfot", "{{Förvaltning}}\t{{om Diarienummer finns}}Dnr "
                                   "{{Diarienummer}}{{slut}}"))


def footer_first():
    return part("ftr", p("Sidfot", "{{Förvaltning}}"))


def part(kind, content):
    return DECLARATION + "<w:%s %s>%s</w:%s>" % (kind, NS, content, kind)


def settings():
    compat = "".join(
        '<w:compatSetting w:name="%s" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="%s"/>' % pair for pair in
        (("compatibilityMode", "15"), ("overrideTableStyleFontSizeAndJustification", "1"),
         ("enableOpenTypeFeatures", "1"), ("doNotFlipMirrorIndents", "1"),
         ("differentiateMultirowTableHeaders", "1")))
    rsids = '<w:rsids><w:rsidRoot w:val="%s"/>%s</w:rsids>' % (
        RSIDS[0], "".join('<w:rsid w:val="%s"/>' % r for r in sorted(RSIDS)))
    return (DECLARATION + "<w:settings %s>" % NS
            + '<w:zoom w:percent="100"/><w:defaultTabStop w:val="1304"/>'
              '<w:hyphenationZone w:val="425"/><w:characterSpacingControl w:val="doNotCompress"/>'
            + "<w:compat>%s</w:compat>" % compat + rsids
            + '<w:themeFontLang w:val="sv-SE"/><w:decimalSymbol w:val=","/>'
              '<w:listSeparator w:val=";"/></w:settings>')


def core():
    return (DECLARATION
            + '<cp:coreProperties xmlns:cp="%smetadata/core-properties" ' % PACKAGE
            + 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
              'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
              "<dc:title>%s</dc:title>" % TITLE
            + "<dc:subject>Årlig rapport om informationssäkerhet och dataskydd</dc:subject>"
              "<dc:creator>{{Förvaltning}}</dc:creator>"
              "<cp:keywords>informationssäkerhet; dataskydd; LIS; VoR; IKP</cp:keywords>"
              "<cp:lastModifiedBy>{{Förvaltning}}</cp:lastModifiedBy>"
              "<cp:revision>1</cp:revision>"
            + "".join('<dcterms:%s xsi:type="dcterms:W3CDTF">%s</dcterms:%s>'
                      % (kind, FIXED_STAMP, kind) for kind in ("created", "modified"))
            + "<dc:language>sv-SE</dc:language></cp:coreProperties>")


def app():
    return (DECLARATION + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            'extended-properties"><Application>Genomgång</Application>'
            "<DocSecurity>0</DocSecurity><Company>{{Förvaltning}}</Company></Properties>")


def custom():
    return (DECLARATION + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            'custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/'
            'docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" '
            'name="Genomgång"><vt:lpwstr>rapport {{Rapportår}}</vt:lpwstr></property></Properties>')


def main():
    target = pathlib.Path(__file__).resolve().parent.parent / "templates"
    target.mkdir(exist_ok=True)
    write_package(target / "ledningens-genomgang.docx", [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", relationships([
            (OFFICE + "/officeDocument", "word/document.xml"),
            (PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml"),
            (OFFICE + "/extended-properties", "docProps/app.xml"),
            (OFFICE + "/custom-properties", "docProps/custom.xml")])),
        ("word/document.xml", document()),
        ("word/_rels/document.xml.rels", relationships(
            [(OFFICE + "/" + kind, name + ".xml") for name, kind in PARTS])
            .replace("</Relationships>", CHART_RELATIONS + "</Relationships>")),
        ("word/styles.xml", styles()),
        ("word/numbering.xml", numbering()),
        ("word/settings.xml", settings()),
        ("word/fontTable.xml", font_table()),
        ("word/header1.xml", header_default()),
        ("word/header2.xml", header_first()),
        ("word/footer1.xml", footer_default()),
        ("word/footer2.xml", footer_first()),
        *chart_parts(),
        ("docProps/core.xml", core()),
        ("docProps/app.xml", app()),
        ("docProps/custom.xml", custom()),
    ])


if __name__ == "__main__":
    main()
