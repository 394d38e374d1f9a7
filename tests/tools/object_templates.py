"""Small templates with placeholder pictures and charts, as Word and Excel write them."""
import io
import struct
import zipfile
import zlib

import docx
import openpyxl
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Emu
from openpyxl.worksheet.table import Table

CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'
COLORS_TYPE = 'application/vnd.ms-office.chartcolorstyle+xml'
BOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
COLORS_RELATION = 'http://schemas.microsoft.com/office/2011/relationships/chartColorStyle'
NAMESPACES = ('xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
              'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
              'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')


def png(width, height, color=(0, 90, 160)):
    """A picture of one colour."""
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    rows = (b'\0' + bytes(color) * width) * height
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0))
            + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))


def add_picture(document, alternative, width=1800000, height=900000, paragraph=None):
    """A placeholder picture of that size with that alternative text."""
    paragraph = paragraph or document.add_paragraph()
    run = paragraph.add_run()
    run.add_picture(io.BytesIO(png(20, 10, (200, 200, 200))), Emu(width), Emu(height))
    properties = run._r.find('.//{*}docPr')
    properties.set('descr', alternative)
    fill = run._r.find('.//{*}blipFill')
    crop = fill.makeelement('{http://schemas.openxmlformats.org/drawingml/2006/main}srcRect', {'l': '10000'})
    fill.insert(1, crop)
    return paragraph


def strings(formula, texts):
    points = ''.join(f'<c:pt idx="{i}"><c:v>{t}</c:v></c:pt>' for i, t in enumerate(texts))
    return (f'<c:strRef><c:f>{formula}</c:f><c:strCache><c:ptCount val="{len(texts)}"/>{points}'
            '</c:strCache></c:strRef>')


def numbers(formula, values, form='General'):
    points = ''.join(f'<c:pt idx="{i}"><c:v>{v}</c:v></c:pt>' for i, v in enumerate(values))
    return (f'<c:numRef><c:f>{formula}</c:f><c:numCache><c:formatCode>{form}</c:formatCode>'
            f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>')


def chart_xml(series, categories, form='General', data='<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>',
              sheet='Sheet1'):
    """A clustered bar chart as Word makes it; the second point of the first series has a colour of its own."""
    last = len(categories) + 1
    xml = ''
    for number, (name, values) in enumerate(series):
        letter = 'BCDEF'[number]
        point = ('<c:dPt><c:idx val="1"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr><a:solidFill>'
                 '<a:srgbClr val="C00000"/></a:solidFill></c:spPr></c:dPt>') if number == 0 else ''
        xml += (f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx>'
                f'{strings(f"{sheet}!${letter}$1", [name])}</c:tx><c:invertIfNegative val="0"/>{point}<c:cat>'
                f'{strings(f"{sheet}!$A$2:$A${last}", categories)}</c:cat><c:val>'
                f'{numbers(f"{sheet}!${letter}$2:${letter}${last}", values, form)}</c:val></c:ser>')
    return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<c:chartSpace {NAMESPACES}><c:date1904 val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>'
            f'<c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>{xml}'
            '<c:gapWidth val="100"/><c:axId val="111"/><c:axId val="222"/></c:barChart><c:catAx><c:axId val="111"/>'
            '<c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>'
            '<c:crossAx val="222"/></c:catAx><c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/>'
            '</c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="111"/></c:valAx></c:plotArea>'
            f'<c:plotVisOnly val="1"/></c:chart>{data}</c:chartSpace>')


def chart_book(heading, series, categories):
    """The workbook behind a chart, with the table that Word makes around the figures."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = 'Sheet1'
    sheet.append([heading] + [name for name, _ in series])
    for row, category in enumerate(categories):
        sheet.append([category] + [values[row] for _, values in series])
    for row in sheet.iter_rows(min_row=2, min_col=2):
        for cell in row:
            cell.number_format = '0.0'
    sheet.add_table(Table(displayName='Table1', ref=f'A1:{"ABCDEF"[len(series)]}{len(categories) + 1}'))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def add_chart(document, alternative, series, categories, heading='Kategori', paragraph=None, number=1, form='General'):
    """A placeholder chart with its workbook and a part with its colours."""
    package = document.part.package
    book = Part(PackURI(f'/word/embeddings/Microsoft_Excel_Worksheet{number}.xlsx'), BOOK_TYPE,
                chart_book(heading, series, categories), package)
    chart = Part(PackURI(f'/word/charts/chart{number}.xml'), CHART_TYPE,
                 chart_xml(series, categories, form).encode(), package)
    colors = Part(PackURI(f'/word/charts/colors{number}.xml'), COLORS_TYPE,
                  b'<cs:colorStyle xmlns:cs="http://schemas.microsoft.com/office/drawing/2012/chartStyle" '
                  b'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" meth="cycle" id="10">'
                  b'<a:schemeClr val="accent1"/></cs:colorStyle>', package)
    chart.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
    chart.relate_to(colors, COLORS_RELATION)
    identity = document.part.relate_to(chart, RELATIONSHIP_TYPE.CHART)
    paragraph = paragraph or document.add_paragraph()
    run = paragraph.add_run()
    run._r.append(parse_xml(
        '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="5000000" cy="2500000"/>'
        f'<wp:docPr id="{100 + number}" name="Diagram {number}" descr="{alternative}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        f'r:id="{identity}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'))
    return paragraph


def rewritten(path, change):
    """Puts the package's parts through change(name, bytes)."""
    with zipfile.ZipFile(path) as package:
        parts = [(name, package.read(name)) for name in package.namelist()]
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as package:
        for name, data in parts:
            package.writestr(name, change(name, data))


def new_document():
    return docx.Document()


def picture_anchor(alternative, row, identity, number):
    """A placeholder picture of a sheet as Excel anchors it: 1 800 000 × 900 000 EMU between two cells."""
    drawing = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'
    main = 'http://schemas.openxmlformats.org/drawingml/2006/main'
    office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    return (f'<xdr:twoCellAnchor xmlns:xdr="{drawing}" xmlns:a="{main}" xmlns:r="{office}" editAs="oneCell"><xdr:from>'
            f'<xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>'
            f'<xdr:to><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{row + 5}</xdr:row><xdr:rowOff>0</xdr:rowOff>'
            f'</xdr:to><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="{number}" name="Bild {number}" descr="{alternative}"/>'
            '<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill>'
            f'<a:blip r:embed="{identity}"/><a:srcRect l="10000"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>'
            '<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="900000"/></a:xfrm><a:prstGeom prst="rect">'
            '<a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:twoCellAnchor>')


def finish_workbook(path, chart_alternative=None, pictures=()):
    """Gives the first chart of a saved workbook an alternative text, and its drawing pictures: (text, row)."""
    image = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'

    def change(name, data):
        text = data.decode() if name.endswith(('.xml', '.rels')) else ''
        if name == 'xl/drawings/drawing1.xml':
            if chart_alternative:
                text = text.replace('name="Chart 1"', f'name="Chart 1" descr="{chart_alternative}"')
            anchors = ''.join(picture_anchor(alternative, row, 'rIdBild', 10 + i)
                              for i, (alternative, row) in enumerate(pictures))
            end = text.rindex('</')
            return (text[:end] + anchors + text[end:]).encode()
        if name == 'xl/drawings/_rels/drawing1.xml.rels' and pictures:
            return text.replace('</Relationships>', f'<Relationship Id="rIdBild" Type="{image}" '
                                'Target="/xl/media/image1.png"/></Relationships>').encode()
        if name == '[Content_Types].xml' and pictures:
            return text.replace('<Default', '<Default Extension="png" ContentType="image/png"/><Default', 1).encode()
        return data

    rewritten(path, change)
    if pictures:
        with zipfile.ZipFile(path, 'a') as package:
            package.writestr('xl/media/image1.png', png(20, 10, (200, 200, 200)))
