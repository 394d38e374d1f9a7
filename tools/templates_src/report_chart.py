"""The native chart of a key figure: its part, the workbook behind "Redigera data", and the drawing."""
import io
import zipfile
from xml.sax.saxutils import escape

from .package import DECLARATION, FIXED_TIME

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."

WIDTH, HEIGHT = 5400000, 1728000     # EMU: 15 × 4.8 cm
BAR, GOAL, TEXT = "2F5D7C", "A34A00", "333333"
YEARS, OUTCOME, TARGET = ["2023", "2024", "2025"], [60, 70, 80], [90, 90, 90]


def chart(number, alternative):
    """The drawing of chart `number`; its alternative text says which list it shows."""
    return ('<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
            'wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/>'
            '<wp:docPr id="%d" name="Diagram %d" descr="%s"/><wp:cNvGraphicFramePr/>'
            '<a:graphic xmlns:a="%s"><a:graphicData uri="%s"><c:chart xmlns:c="%s" r:id="rIdChart%d"/>'
            '</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
            % (WIDTH, HEIGHT, number, number, escape(alternative, {'"': "&quot;"}), MAIN, CHART, CHART, number))


def _text_properties(size, bold=False):
    return ('<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="%d" b="%d"><a:solidFill><a:srgbClr val="%s"/>'
            '</a:solidFill><a:latin typeface="Arial"/></a:defRPr></a:pPr><a:endParaRPr lang="sv-SE"/></a:p></c:txPr>'
            % (size, bold, TEXT))


def _cache(kind, values, form=""):
    points = "".join('<c:pt idx="%d"><c:v>%s</c:v></c:pt>' % (i, v) for i, v in enumerate(values))
    return "<c:%sCache>%s<c:ptCount val=\"%d\"/>%s</c:%sCache>" % (kind, form, len(values), points, kind)


def _series(index, name, letter, values, look, labels):
    last = len(YEARS) + 1
    categories = ('<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$%d</c:f>%s</c:strRef></c:cat>'
                  % (last, _cache("str", YEARS)))
    numbers = ('<c:val><c:numRef><c:f>Sheet1!${0}$2:${0}${1}</c:f>{2}</c:numRef></c:val>'.format(
        letter, last, _cache("num", values, "<c:formatCode>General</c:formatCode>")))
    return ('<c:ser><c:idx val="{0}"/><c:order val="{0}"/><c:tx><c:strRef><c:f>Sheet1!${1}$1</c:f>{2}</c:strRef></c:tx>'
            '{3}{4}{5}{6}'.format(index, letter, _cache("str", [name]), look, labels, categories, numbers))


def _labels(shown):
    flags = "".join('<c:show%s val="%d"/>' % (name, name == "Val" and shown) for name in
                    ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"))
    style = _text_properties(900) if shown else ""
    place = '<c:dLblPos val="inEnd"/>' if shown else ""
    white = style.replace(TEXT, "FFFFFF")
    return "<c:dLbls>%s%s%s</c:dLbls>" % (white, place, flags)


def chart_part(with_goal):
    """Bars for the outcome; the goal is a dashed line with markers, so that it is told apart without colour."""
    fill = '<c:spPr><a:solidFill><a:srgbClr val="%s"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>' % BAR
    bars = ('<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>%s</c:ser>'
            '<c:gapWidth val="120"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>'
            % _series(0, "Utfall", "B", OUTCOME, fill, _labels(True)))
    line = ""
    if with_goal:
        look = ('<c:spPr><a:ln w="25400"><a:solidFill><a:srgbClr val="{0}"/></a:solidFill><a:prstDash val="dash"/></a:ln>'
                '</c:spPr><c:marker><c:symbol val="diamond"/><c:size val="8"/><c:spPr><a:solidFill><a:srgbClr val="{0}"/>'
                '</a:solidFill></c:spPr></c:marker>'.format(GOAL))
        line = ('<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>%s<c:smooth val="0"/></c:ser>'
                '<c:marker val="1"/><c:axId val="1001"/><c:axId val="1002"/></c:lineChart>'
                % _series(1, "Mål", "C", TARGET, look, ""))
    axis = ('<c:axId val="%d"/><c:scaling><c:orientation val="minMax"/>%s</c:scaling><c:delete val="0"/>'
            '<c:axPos val="%s"/>%s<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
            '<c:minorTickMark val="none"/><c:tickLblPos val="%s"/><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr '
            'val="8FA1AF"/></a:solidFill></a:ln></c:spPr>%s<c:crossAx val="%d"/><c:crosses val="autoZero"/>')
    grid = '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D5DCE2"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
    axes = ("<c:catAx>" + axis % (1001, "", "b", "", "low", _text_properties(900), 1002)
            + '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
            "<c:valAx>" + axis % (1002, '<c:min val="0"/>', "l", grid, "nextTo", _text_properties(900), 1001)
            + '<c:crossBetween val="between"/></c:valAx>')
    legend = ('<c:legend><c:legendPos val="r"/><c:overlay val="0"/>%s</c:legend>' % _text_properties(900))
    return (DECLARATION + '<c:chartSpace xmlns:c="%s" xmlns:a="%s" xmlns:r="%s"><c:date1904 val="0"/><c:lang val="sv-SE"/>'
            '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>%s%s%s</c:plotArea>'
            '%s<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln>'
            '</c:spPr><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
            % (CHART, MAIN, OFFICE, bars, line, axes, legend))


def chart_book(with_goal):
    """The workbook behind the chart, as small as Excel accepts it."""
    heads = ["År", "Utfall"] + (["Mål"] if with_goal else [])
    columns = [OUTCOME] + ([TARGET] if with_goal else [])

    def string(cell, value):
        return '<c r="%s" t="inlineStr"><is><t>%s</t></is></c>' % (cell, value)

    rows = '<row r="1">%s</row>' % "".join(string("ABC"[i] + "1", head) for i, head in enumerate(heads))
    for index, year in enumerate(YEARS):
        cells = "".join('<c r="%s%d"><v>%d</v></c>' % ("BC"[i], index + 2, values[index])
                        for i, values in enumerate(columns))
        rows += '<row r="%d">%s%s</row>' % (index + 2, string("A%d" % (index + 2), year), cells)
    parts = [
        ("[Content_Types].xml", '<Types xmlns="%scontent-types"><Default Extension="rels" ContentType='
         '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
         '"application/xml"/><Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/><Override PartName='
         '"/xl/worksheets/sheet1.xml" ContentType="%sworksheet+xml"/></Types>' % (PACKAGE, SHEET_TYPE, SHEET_TYPE)),
        ("_rels/.rels", '<Relationships xmlns="%srelationships"><Relationship Id="rId1" Type="%s/officeDocument" '
         'Target="xl/workbook.xml"/></Relationships>' % (PACKAGE, OFFICE)),
        ("xl/workbook.xml", '<workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/>'
         '</sheets></workbook>' % (SHEET, OFFICE)),
        ("xl/_rels/workbook.xml.rels", '<Relationships xmlns="%srelationships"><Relationship Id="rId1" '
         'Type="%s/worksheet" Target="worksheets/sheet1.xml"/></Relationships>' % (PACKAGE, OFFICE)),
        ("xl/worksheets/sheet1.xml", '<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (SHEET, rows)),
    ]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in parts:
            archive.writestr(zipfile.ZipInfo(name, FIXED_TIME), DECLARATION + data)
    return stream.getvalue()


def chart_parts():
    """(name, content) of every part that the two charts of the report need: with a goal, and without."""
    parts = []
    for number, with_goal in ((1, True), (2, False)):
        parts += [("word/charts/chart%d.xml" % number, chart_part(with_goal)),
                  ("word/charts/_rels/chart%d.xml.rels" % number, DECLARATION + '<Relationships xmlns="%srelationships">'
                   '<Relationship Id="rId1" Type="%s/package" Target="../embeddings/Microsoft_Excel_Worksheet%d.xlsx"/>'
                   '</Relationships>' % (PACKAGE, OFFICE, number)),
                  ("word/embeddings/Microsoft_Excel_Worksheet%d.xlsx" % number, chart_book(with_goal))]
    return parts


CHART_OVERRIDES = [("/word/charts/chart%d.xml" % number,
                    "application/vnd.openxmlformats-officedocument.drawingml.chart+xml") for number in (1, 2)]
CHART_RELATIONS = "".join('<Relationship Id="rIdChart%d" Type="%s/chart" Target="charts/chart%d.xml"/>'
                          % (number, OFFICE, number) for number in (1, 2))
