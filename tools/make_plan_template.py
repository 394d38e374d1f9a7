#!/usr/bin/env python3
"""Write templates/aktivitetsplan.xlsx, the default template of the activity plan."""
import datetime
import io
import pathlib
import re
import sys
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from openpyxl import Workbook
from openpyxl.utils.indexed_list import IndexedList

from templates_src import plan_overview, plan_sheets
from templates_src.package import DECLARATION, FIXED_STAMP, write_package
from templates_src.plan_columns import PERIOD

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
CUSTOM = (DECLARATION + '<Properties xmlns="%scustom-properties" xmlns:vt="%sdocPropsVTypes">'
          '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Genomgång">'
          "<vt:lpwstr>aktivitetsplan {{Rapportår}}</vt:lpwstr></property></Properties>"
          % (OFFICE, OFFICE))


def build():
    wb = Workbook()
    wb._fonts = IndexedList([plan_sheets.font(10)])     # font 0 is the book's own
    wb._named_styles["Normal"].font = plan_sheets.font(10)
    plan_sheets.plan_sheet(wb)
    plan_sheets.timeline_sheet(wb)
    plan_sheets.owners_sheet(wb)
    plan_sheets.trace_sheet(wb)
    plan_sheets.lists_sheet(wb)
    plan_overview.overview_sheet(wb)
    about = wb.properties
    about.title = "Aktivitetsplan %s {{Nämnd rubrikform}}" % PERIOD
    about.subject = "Aktiviteter för informationssäkerhet och dataskydd"
    about.creator = about.lastModifiedBy = "{{Förvaltning}}"
    about.language = "sv-SE"
    about.created = datetime.datetime.fromisoformat(FIXED_STAMP.rstrip("Z"))
    wb.calculation.fullCalcOnLoad = True
    return wb


def add_custom_property(name, text):
    """Tie docProps/custom.xml to the package."""
    if name == "[Content_Types].xml":
        return text.replace("</Types>", '<Override PartName="/docProps/custom.xml" ContentType='
                            '"application/vnd.openxmlformats-officedocument.custom-properties+xml"'
                            "/></Types>")
    if name == "_rels/.rels":
        return text.replace("</Relationships>", '<Relationship Id="rIdCustom" Type="http://schemas.'
                            'openxmlformats.org/officeDocument/2006/relationships/custom-properties"'
                            ' Target="docProps/custom.xml"/></Relationships>')
    return text


FONT_ORDER = ["b", "i", "strike", "u", "vertAlign", "sz", "color", "name", "family", "charset",
              "scheme"]


def order_font(match):
    """The children of a font in the order of the schema."""
    children = re.findall(r"<(\w+)[^>]*/>", match[1])
    elements = re.findall(r"<\w+[^>]*/>", match[1])
    pairs = sorted(zip(children, elements), key=lambda pair: FONT_ORDER.index(pair[0]))
    return "<font>%s</font>" % "".join(element for _, element in pairs)


def tidy(name, text):
    """What older and newer openpyxl write differently, made the same and plain."""
    text = re.sub(r"&#(\d+);", lambda m: chr(int(m[1])) if int(m[1]) > 127 else m[0], text)
    if name == "docProps/core.xml":
        text = re.sub(r"(<dcterms:modified[^>]*>)[^<]*", r"\g<1>" + FIXED_STAMP, text)
    if name == "docProps/app.xml":
        text = re.sub(r"<Application>[^<]*", "<Application>Genomgång", text)
        text = re.sub(r"<AppVersion>[^<]*</AppVersion>", "", text)
    if name == "xl/styles.xml":
        text = re.sub(r"<font>(.*?)</font>", order_font, text)
        text = text.replace('rgb="00', 'rgb="FF')
    if name == "xl/workbook.xml":
        text = text.replace("<workbookProtection/>", "").replace("<workbookProtection />", "")
        text = re.sub(r"!(\d+):(\d+)<", r"!$\1:$\2<", text)
    if name.startswith("xl/charts/chart"):
        text = re.sub(r"<a:r><a:t(></a:t>| ?/>)</a:r>", "", text)    # text properties have no text
    if name.startswith("xl/drawings/drawing"):
        for number, words in enumerate(plan_overview.ALTERNATIVE_TEXTS, 1):
            text = text.replace('name="Chart %d"' % number, 'name="Diagram %d" descr="%s"' % (number, words))
    if name.startswith("xl/worksheets/sheet"):
        text = re.sub(r"<v></v>|<v ?/>", "", text)
        text = re.sub(r"<(even|first|odd)(Header|Footer)(></\1\2>| ?/>)", "", text)
    return text if text.startswith("<?xml") else DECLARATION + text


def fixed_parts(data, custom):
    """openpyxl's parts in a fixed order, without the time of writing, and the property."""
    parts = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        names.sort(key=lambda n: (n != "[Content_Types].xml", n != "_rels/.rels", n))
        for name in names:
            text = tidy(name, archive.read(name).decode("utf-8"))
            parts.append((name, add_custom_property(name, text)))
    parts.append(("docProps/custom.xml", custom))
    return parts


def main():
    target = pathlib.Path(__file__).resolve().parent.parent / "templates"
    target.mkdir(exist_ok=True)
    buffer = io.BytesIO()
    build().save(buffer)
    write_package(target / "aktivitetsplan.xlsx", fixed_parts(buffer.getvalue(), CUSTOM))


if __name__ == "__main__":
    main()
