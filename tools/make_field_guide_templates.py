#!/usr/bin/env python3
"""Write templates/mallhjalp.docx and mallhjalp.xlsx, which `genomgang falt --ut` fills."""
import datetime
import io
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import make_plan_template
import make_report_template as report
from templates_src import field_guide
from templates_src.package import DECLARATION, FIXED_STAMP, write_package
from templates_src.report_styles import font_table, numbering
from templates_src.wml import NS

PARTS = [("styles", "styles"), ("numbering", "numbering"), ("settings", "settings"),
         ("fontTable", "fontTable"), ("header1", "header"), ("footer1", "footer")]
OWN = "mallhjälp"


def content_types():
    text = report.content_types()
    for name in ("header2", "footer2"):
        kind = report.WORD + name[:-1] + "+xml"
        text = text.replace('<Override PartName="/word/%s.xml" ContentType="%s"/>' % (name, kind), "")
    return text


def core():
    text = report.core().replace(report.TITLE, field_guide.TITLE).replace("{{Förvaltning}}", "Genomgång")
    text = text.replace("Årlig rapport om informationssäkerhet och dataskydd", "Taggar att kopiera till en mall")
    return text.replace("informationssäkerhet; dataskydd; LIS; VoR; IKP", "mall; taggar; fält")


def docx():
    document = (DECLARATION + "<w:document %s><w:body>" % NS + field_guide.document_body() + field_guide.SECTION
                + "</w:body></w:document>")
    return [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", report.relationships([
            (report.OFFICE + "/officeDocument", "word/document.xml"),
            (report.PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml"),
            (report.OFFICE + "/extended-properties", "docProps/app.xml"),
            (report.OFFICE + "/custom-properties", "docProps/custom.xml")])),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", report.relationships(
            [(report.OFFICE + "/" + kind, name + ".xml") for name, kind in PARTS])),
        ("word/styles.xml", field_guide.styles()),
        ("word/numbering.xml", numbering()),
        ("word/settings.xml", report.settings()),
        ("word/fontTable.xml", font_table()),
        ("word/header1.xml", report.part("hdr", field_guide.header(report.page_number()))),
        ("word/footer1.xml", report.part("ftr", field_guide.footer())),
        ("docProps/core.xml", core()),
        ("docProps/app.xml", report.app().replace("<Company>{{Förvaltning}}</Company>", "")),
        ("docProps/custom.xml", report.custom().replace("rapport {{Rapportår}}", OWN)),
    ]


def xlsx():
    book = field_guide.workbook()
    book.properties.created = datetime.datetime.fromisoformat(FIXED_STAMP.rstrip("Z"))
    buffer = io.BytesIO()
    book.save(buffer)
    custom = make_plan_template.CUSTOM.replace("aktivitetsplan {{Rapportår}}", OWN)
    return make_plan_template.fixed_parts(buffer.getvalue(), custom)


def main():
    target = pathlib.Path(__file__).resolve().parent.parent / "templates"
    write_package(target / "mallhjalp.docx", docx())
    write_package(target / "mallhjalp.xlsx", xlsx())


if __name__ == "__main__":
    main()
