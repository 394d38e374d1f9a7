"""The sheet Översikt of the activity plan: charts over live figures per year, status and owner."""
from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.data_source import AxDataSource, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Font as DrawingFont, Paragraph, ParagraphProperties
from openpyxl.styles import Alignment, Border, Side
from openpyxl.utils import get_column_letter as letter

from .plan_columns import EMPTY, PERIOD, STATUS
from .plan_sheets import BAR, INK, PALE, RULE, fill, font, prepare, put, put_header, put_marker

CHARTS_ROW, FIRST_TABLE = 5, 22
WIDTHS = [32] + [12] * 9
HEIGHT = 7.6       # cm of a chart: the rows between the title and the first table
HOURS, COST = "Resurs (timmar)", "Kostnad (tkr)"
# The figures change when somebody changes a status, so the texts say where they stand and not what they are.
ALTERNATIVE_TEXTS = ["Stapeldiagram: %s. Siffrorna står i tabellen %s på samma blad." % (name.lower(), name)
                     for name in ("Aktiviteter per år", "Aktiviteter per status", "Aktiviteter per ansvarig")]
WORKED = "Aktiviteter där Resurs timmar över 0"
PAID = "Aktiviteter där Kostnad tkr över 0"


def label(ws, row, text):
    cell = ws.cell(row, 1, text)
    cell.font = font(12, True, INK)
    cell.alignment = Alignment(vertical="center")
    ws.row_dimensions[row].height = 24


def heads(ws, row, headings):
    for index, heading in enumerate(headings):
        cell = put_header(ws, row, index + 1, heading)
        cell.alignment = Alignment(horizontal="right" if index else "left", vertical="center", wrap_text=True,
                                   indent=0 if index else 1)
    ws.row_dimensions[row].height = 30


def figures(ws, row, formulas, formats=()):
    for index, formula in enumerate(formulas):
        cell = put(ws, row, index + 2, formula.format(row=row), "number")
        if index < len(formats) and formats[index]:
            cell.number_format = formats[index]


def total(ws, row, text, formulas, formats=()):
    put(ws, row, 1, text, "strong")
    figures(ws, row, formulas, formats)
    for column in range(1, len(formulas) + 2):
        cell = ws.cell(row, column)
        cell.font = font(bold=True, color=INK)
        cell.fill = fill(PALE)
        cell.border = Border(top=Side(style="medium", color=INK), bottom=Side(style="thin", color=RULE))


def years_table(ws, row):
    """Rows of the plan's years; an activity of several years counts in each. Returns the template row and the next."""
    label(ws, row, "Aktiviteter per år")
    heads(ws, row + 1, ["År", "Aktiviteter", "Klara", "Andel klara"])
    put_marker(ws, row + 2, "{{för varje p i Planår}}")
    at = row + 3
    put(ws, at, 1, "{{p.År}}", "strong").number_format = "0"
    within = 'Aktiviteter[Startår],"<="&$A{row},Aktiviteter[Slutår],">="&$A{row}'
    figures(ws, at, ["=COUNTIFS(" + within + ")", "=COUNTIFS(" + within + ',Aktiviteter[Status],"Klar")',
                     '=IF(B{row}=0,"",C{row}/B{row})'], (None, None, "0 %"))
    put_marker(ws, at + 1, "{{slut p}}")
    return at, at + 3


def status_table(ws, row):
    label(ws, row, "Aktiviteter per status")
    heads(ws, row + 1, ["Status", "Aktiviteter"])
    first = row + 2
    for index, status in enumerate(STATUS):
        put(ws, first + index, 1, status, "strong")
        figures(ws, first + index, ["=COUNTIFS(Aktiviteter[Status],$A{row})"])
    last = first + len(STATUS)
    put(ws, last, 1, "Utan status", "strong")
    figures(ws, last, ["=COUNTA(Aktiviteter[Aktivitet])-SUM(B%d:B%d)" % (first, last - 1)])
    total(ws, last + 1, "Samtliga", ["=SUM(B%d:B%d)" % (first, last)])
    return first, last, last + 3


def owners_table(ws, row, headings, formulas, formats, totals):
    """Rows of the owners; returns the template row and the next free one."""
    heads(ws, row, headings)
    put_marker(ws, row + 1, "{{för varje g i Aktiviteter sorterat på Ansvarig grupperat på Ansvarig}}")
    at = row + 2
    put(ws, at, 1, "{{g.namn}}", "strong")
    figures(ws, at, formulas, formats)
    put_marker(ws, at + 1, "{{annars}}")
    put(ws, at + 2, 1, EMPTY)
    put_marker(ws, at + 3, "{{slut g}}")
    if not totals:
        # An owner that somebody writes in later has no row of its own, and is not lost.
        put(ws, at + 4, 1, "Andra eller ingen", "strong")
        figures(ws, at + 4, ["=COUNTA(Aktiviteter[Aktivitet])-SUM(B%d:B%d)" % (row, at),
                             '=COUNTIFS(Aktiviteter[Status],"Klar")-SUM(C%d:C%d)' % (row, at), formulas[2]], formats)
    else:
        columns = [letter(index + 2) for index in range(len(formulas))]
        total(ws, at + 4, "Samtliga", ["=SUM(%s%d:%s%d)" % (column, row, column, at) for column in columns], formats)
    return at, at + 6


def effort_tables(ws, row):
    """Hours and cost per start year and per owner, where any activity has some."""
    def sums(column):
        return ["=SUMIFS(Aktiviteter[[%s]],Aktiviteter[%s],$A{row})" % (field, column) for field in (HOURS, COST)]

    put_marker(ws, row, "{{om %s finns eller %s finns}}" % (WORKED, PAID))
    label(ws, row + 1, "Timmar och kostnad per startår")
    heads(ws, row + 2, ["Startår", "Timmar", "Kostnad (tkr)"])
    put_marker(ws, row + 3, "{{för varje p i Planår}}")
    at = row + 4
    put(ws, at, 1, "{{p.År}}", "strong").number_format = "0"
    figures(ws, at, sums("Startår"), ("#,##0.##", "#,##0.##"))
    put_marker(ws, at + 1, "{{slut p}}")
    total(ws, at + 2, "Hela planen", ["=SUM(%s%d:%s%d)" % (c, row + 2, c, at) for c in "BC"], ("#,##0.##", "#,##0.##"))
    label(ws, at + 4, "Timmar och kostnad per ansvarig")
    _, end = owners_table(ws, at + 5, ["Ansvarig", "Timmar", "Kostnad (tkr)"], sums("Ansvarig"),
                          ("#,##0.##", "#,##0.##"), True)
    put_marker(ws, end, "{{slut om}}")
    return end + 1


def text_look(size, bold=False):
    look = CharacterProperties(sz=size, b=bold, solidFill="333333", latin=DrawingFont(typeface="Arial"))
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=look), endParaRPr=look)])


def chart(ws, anchor, title, width, first, last, sideways=False):
    """Bars over column B of those rows, with the figures at the bars."""
    made = BarChart()
    made.type = "bar" if sideways else "col"
    made.title, made.style = title, None
    made.title.tx.rich.p[0].pPr = ParagraphProperties(
        defRPr=CharacterProperties(sz=1100, b=True, solidFill=INK, latin=DrawingFont(typeface="Arial")))
    made.width, made.height, made.gapWidth = width, HEIGHT, 60 if sideways else 150
    series = Series(Reference(ws, min_col=2, min_row=first, max_row=last), title="Aktiviteter")
    series.graphicalProperties = GraphicalProperties(solidFill=BAR)
    series.graphicalProperties.line = LineProperties(solidFill=INK)
    made.series.append(series)
    names = Reference(ws, min_col=1, min_row=first, max_row=last)
    series.cat = AxDataSource(strRef=StrRef(f=str(names)))    # words; set_categories would take them for numbers
    made.dataLabels = DataLabelList()
    made.dataLabels.showVal = True
    for flag in ("showLegendKey", "showCatName", "showSerName", "showPercent", "showBubbleSize"):
        setattr(made.dataLabels, flag, False)
    made.legend = None
    made.dataLabels.txPr = text_look(900)
    for axis in (made.x_axis, made.y_axis):
        axis.delete = False
        axis.txPr = text_look(900)
        axis.majorTickMark = "none"
    made.y_axis.majorGridlines = None
    made.y_axis.delete = True       # the figures stand at the bars
    made.y_axis.scaling.min = 0
    if sideways:
        made.x_axis.scaling.orientation = "maxMin"
    ws.add_chart(made, anchor)


def overview_sheet(wb):
    ws = wb.create_sheet("Översikt", 1)
    prepare(ws, "Översikt " + PERIOD,
            "Siffror och diagram räknas om när status, år eller ansvarig ändras på bladet Aktivitetsplan. En aktivitet som "
            "sträcker sig över flera år räknas under vart och ett av dem.",
            WIDTHS, letter(len(WIDTHS)), 1, None, "4F7A96")
    ws.print_title_rows = None
    ws.page_setup.orientation = "portrait"
    year_row, row = years_table(ws, FIRST_TABLE)
    first_status, last_status, row = status_table(ws, row)
    label(ws, row, "Aktiviteter per ansvarig")
    owner = "Aktiviteter[Ansvarig],$A{row}"
    owner_row, row = owners_table(
        ws, row + 1, ["Ansvarig", "Aktiviteter", "Klara", "Andel klara"],
        ["=COUNTIFS(" + owner + ")", "=COUNTIFS(" + owner + ',Aktiviteter[Status],"Klar")',
         '=IF(B{row}=0,"",C{row}/B{row})'], (None, None, "0 %"), False)
    end = effort_tables(ws, row)
    ws.print_area = "A1:%s%d" % (letter(len(WIDTHS)), end - 1)
    chart(ws, "A%d" % CHARTS_ROW, "Aktiviteter per år", 8.2, year_row, year_row)
    chart(ws, "C%d" % CHARTS_ROW, "Aktiviteter per status", 9.3, first_status, last_status, True)
    chart(ws, "G%d" % CHARTS_ROW, "Aktiviteter per ansvarig", 9.6, owner_row, owner_row, True)
    return ws
