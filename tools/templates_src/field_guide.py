"""The two templates of mallhjälp: every list and field with the tag to copy.

They are filled by the program's own engines with a list `Fält`, one row a name, whose values hold tags as
text; `Mapp` is the folder that the values of today come from, blank without one.
"""
import re

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter as letter
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.table import Table, TableStyleInfo

from . import report_styles
from .plan_sheets import INK, font, put, put_header
from .wml import Raw, bookmark, contents, p, run

TITLE = "Mallhjälp – listor och fält"
WIDTH = 14570    # twips between the margins of a landscape page

CODE_STYLES = (
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Mallkod"><w:name w:val="Mallkod"/>'
    '<w:basedOn w:val="Normal"/><w:uiPriority w:val="37"/><w:qFormat/><w:pPr><w:keepNext/>'
    '<w:suppressAutoHyphens/><w:spacing w:before="0" w:after="80" w:line="252" w:lineRule="auto"/>'
    '<w:ind w:left="284"/></w:pPr><w:rPr>{0}</w:rPr></w:style>'
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Tabellkod"><w:name w:val="Tabellkod"/>'
    '<w:basedOn w:val="Tabelltext"/><w:uiPriority w:val="37"/><w:qFormat/><w:pPr>'
    '<w:suppressAutoHyphens/></w:pPr><w:rPr>{0}</w:rPr></w:style>'
).format('<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/><w:noProof/>'
         '<w:sz w:val="17"/><w:szCs w:val="17"/>')


def styles():
    """The report's, with headings that have no numbers and pages of their own."""
    text = re.sub(r'<w:numPr>(<w:ilvl [^>]*/>)?<w:numId w:val="1"/></w:numPr>', "", report_styles.styles())
    text = re.sub(r'(w:styleId="Rubrik1">.*?)<w:pageBreakBefore/>(.*?<w:spacing w:before=)"0"', r'\1\2"480"',
                  text, count=1)
    text = text.replace('w:pos="%d"' % report_styles.TEXT_WIDTH, 'w:pos="%d"' % WIDTH)
    return text.replace("</w:styles>", CODE_STYLES + "</w:styles>")


def tag(text):
    return p("Malltagg", text)


def cell(width, style, text):
    return ('<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>%s</w:tc>' % (width, p(style, text)))


def field_table(widths, columns):
    """A table with a header row; `columns` are heading, style and text of the template row."""
    rows = ["", ""]
    for index, (heading, style, text) in enumerate(columns):
        if index == 0:
            text = "{{för varje f i grupp där Slag är inte lista}}" + text
        if index == len(columns) - 1:
            text += "{{slut f}}"
        rows[0] += cell(widths[index], "Tabellrubrik", heading)
        rows[1] += cell(widths[index], style, text)
    return ('<w:tbl><w:tblPr><w:tblStyle w:val="Rapporttabell"/><w:tblW w:w="%d" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" '
            'w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            '<w:tblCaption w:val="Fält"/><w:tblDescription w:val="Namn, tagg att kopiera, slag och '
            'förklaring för varje fält"/></w:tblPr><w:tblGrid>%s</w:tblGrid>'
            '<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>%s</w:tr>'
            '<w:tr><w:trPr><w:cantSplit/></w:trPr>%s</w:tr></w:tbl>'
            % (sum(widths), "".join('<w:gridCol w:w="%d"/>' % w for w in widths), rows[0], rows[1]))


COLUMNS = [("Namn", "Tabelltext", "{{f.Namn}}"), ("Tagg att kopiera", "Tabellkod", "{{f.Tagg}}"),
           ("Slag", "Tabelltext", "{{f.Slag}}"), ("Vad det är", "Tabelltext", "{{f.Förklaring}}")]
TODAY = ("Värde i dag", "Tabelltext", "{{f.Värde}}")


def document_body():
    return "".join([
        p("Rubrik", TITLE),
        p("Underrubrik", "{{om Mapp finns}}Med dagens värden ur {{Mapp}}{{annars}}Alla namn som en mall "
                         "kan använda{{slut}}"),
        p("Brdtext", "Det här är allt som en mall kan hämta ur arbetsböckerna. Kopiera taggen ur tabellen "
                     "och klistra in den i mallen där värdet ska stå; taggen får mallens teckenformat."),
        p("Punktlista", "Enskilda värden kan stå var som helst i mallen, också i sidhuvud och sidfot."),
        p("Punktlista", "En lista upprepas: kopiera listans två rader, från ”för varje” till ”slut”, och "
                        "skriv det som ska upprepas mellan dem. Ordet ”rad” är ett namn som du väljer."),
        p("Punktlista", "Fälten i en lista gäller bara mellan de två raderna. Antalet och det som görs av "
                        "hela listan kan stå var som helst."),
        p("Punktlista", "Kontrollera sedan mallen med kommandot mallkontroll, och se den ifylld med "
                        "påhittade värden med kommandot mallprov."),
        contents("Innehåll", [("Innehll1", "", "Enskilda värden", "_Toc210000001", "2")]),
        tag("{{för varje grupp i Fält grupperat på Lista}}"),
        p("Rubrik1", bookmark(1, "_Toc210000001", "{{grupp.namn}}")),
        tag("{{för varje l i grupp där Slag är lista}}"),
        p("Brdtextfrelista", "{{l.Förklaring}} {{om Mapp finns}}I dag har listan {{l.Värde}}.{{slut}}"),
        p("Mallkod", "{{l.Början}}"),
        p("Mallkod", "{{l.Slut}}"),
        tag("{{slut l}}"),
        tag("{{om Mapp finns}}"),
        field_table([2350, 4420, 900, 3900, 3000], [*COLUMNS, TODAY]),
        tag("{{annars}}"),
        field_table([2900, 5000, 1000, 5670], COLUMNS),
        tag("{{slut om}}"),
        tag("{{slut grupp}}"),
        "<w:p/>",
    ])


SECTION = ('<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
           '<w:footerReference w:type="default" r:id="rId6"/><w:pgSz w:w="16838" w:h="11906" '
           'w:orient="landscape"/><w:pgMar w:top="1304" w:right="1134" w:bottom="1134" w:left="1134" '
           'w:header="624" w:footer="567" w:gutter="0"/><w:cols w:space="708"/></w:sectPr>')


def header(page):
    return p("Sidhuvud", TITLE + "\t", *page)


def footer():
    return p("Sidfot", Raw(run("Görs av kommandot falt. Ändra inte här: gör om dokumentet när arbetsböckerna "
                               "har fått nya kolumner.")))


SHEET_COLUMNS = [("Lista", 20, "{{Lista}}"), ("Namn", 26, "{{Namn}}"), ("Tagg", 46, "{{Tagg}}"),
                 ("Slag", 9, "{{Slag}}"), ("Förklaring", 52, "{{Förklaring}}"), ("Värde", 36, "{{Värde}}")]
HEADER_ROW = 5


def workbook():
    book = Workbook()
    book._fonts = IndexedList([font(10)])     # font 0 is the book's own
    book._named_styles["Normal"].font = font(10)
    ws = book.active
    ws.title = "Fält"
    ws.sheet_view.showGridLines = False
    ws.sheet_properties.tabColor = INK
    for row, (text, size, height) in enumerate([
            (TITLE, 18, 27),
            ("{{om Mapp finns}}Värden i dag ur {{Mapp}}{{annars}}Alla namn som en mall kan använda{{slut}}", 11, 17),
            ("Kopiera taggen och klistra in den i mallen. Fälten i en lista gäller mellan listans ”för varje” och "
             "”slut”; i en tabell som heter som listan behövs inga sådana taggar, och då skrivs fältets namn utan "
             "”rad.”", 9, 16)], 1):
        ws.cell(row, 1, text).font = font(size, row == 1, INK)
        ws.cell(row, 1).alignment = Alignment(vertical="center")
        ws.row_dimensions[row].height = height
    ws.row_dimensions[HEADER_ROW].height = 22
    for index, (heading, width, text) in enumerate(SHEET_COLUMNS, 1):
        ws.column_dimensions[letter(index)].width = width
        put_header(ws, HEADER_ROW, index, heading)
        put(ws, HEADER_ROW + 1, index, text, "strong" if heading == "Namn" else "text")
    ws.cell(HEADER_ROW + 1, 3).font = Font(name="Courier New", size=9, color=INK)
    table = Table(displayName="Fält", name="Fält",
                  ref="A%d:%s%d" % (HEADER_ROW, letter(len(SHEET_COLUMNS)), HEADER_ROW + 1))
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False,
                                          showColumnStripes=False, showFirstColumn=False, showLastColumn=False)
    ws.add_table(table)
    ws.freeze_panes = "C%d" % (HEADER_ROW + 1)
    ws.print_title_rows = "%d:%d" % (HEADER_ROW, HEADER_ROW)
    ws.page_setup.orientation = "landscape"
    ws.page_setup.paperSize = ws.PAPERSIZE_A4
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    ws.sheet_properties.pageSetUpPr.fitToPage = True
    ws.oddFooter.left.text, ws.oddFooter.right.text = TITLE, "Sida &P (&N)"
    about = book.properties
    about.title, about.subject = TITLE, "Taggar att kopiera till en mall"
    about.creator = about.lastModifiedBy = "Genomgång"
    about.language = "sv-SE"
    return book
