"""The sheets of the activity plan, built with openpyxl."""
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter as letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo

from .plan_columns import (BOLD_WORDS, COLUMNS, EMPTY, FIRST, LAST, LAST_PRINTED, LISTS, PERIOD,
                           STATUS, WORD_COLOURS)

INK, BAR, RULE, PALE = "1F3A4D", "2F5D7C", "C3CDD5", "EEF2F5"
HEADER_ROW = 5
FORMATS = {"id": "@", "year": "0", "date": "yyyy\\-mm\\-dd", "number": "#,##0"}
CENTRED = {"year", "date"}
PLAN_YEARS = 5

thin = Side(style="thin", color=RULE)
strong = Side(style="medium", color=INK)


def font(size=10, bold=False, color="222222"):
    return Font(name="Arial", size=size, bold=bold, color=color)


def fill(color):
    return PatternFill("solid", start_color=color, end_color=color)


def put(ws, row, column, value, kind="text", bold=False):
    cell = ws.cell(row, column, value)
    cell.font = font(bold=bold or kind == "strong", color=INK if kind == "strong" else "222222")
    side = "center" if kind in CENTRED else "right" if kind == "number" else "left"
    cell.alignment = Alignment(horizontal=side, vertical="top", wrap_text=True,
                               indent=1 if side == "left" else 0)
    cell.border = Border(bottom=thin)
    if kind in FORMATS:
        cell.number_format = FORMATS[kind]
    return cell


def put_header(ws, row, column, value, centred=False):
    cell = ws.cell(row, column, value)
    cell.font = font(bold=True, color="FFFFFF")
    cell.fill = fill(INK)
    cell.alignment = Alignment(horizontal="center" if centred else "left", vertical="center",
                               wrap_text=True, indent=0 if centred else 1)
    cell.border = Border(left=Side(style="thin", color="5B7284"),
                         right=Side(style="thin", color="5B7284"))
    return cell


def put_marker(ws, row, text):
    cell = ws.cell(row, 1, text)
    cell.font = font(8, color="6B7780")


def prepare(ws, title, note, widths, last_column, last_row, freeze, colour):
    """Title rows, widths, view and print setup that all sheets share."""
    ws.sheet_view.showGridLines = False
    ws.sheet_view.zoomScale = 90
    ws.sheet_properties.tabColor = colour
    for index, width in enumerate(widths):
        ws.column_dimensions[letter(index + 1)].width = width
    ws["A1"] = title
    ws["A1"].font = font(18, True, INK)
    ws["A2"] = "{{Nämnd rubrikform}} · {{Förvaltning}}"
    ws["A2"].font = font(11, color=INK)
    ws["A3"] = note
    ws["A3"].font = font(9, color="4A5B68")
    for row, height in ((1, 27), (2, 17), (3, 16), (4, 8)):
        ws.row_dimensions[row].height = height
        ws.cell(row, 1).alignment = Alignment(vertical="center")
    ws.freeze_panes = freeze
    ws.print_title_rows = "%d:%d" % (HEADER_ROW, HEADER_ROW)
    ws.print_area = "A1:%s%d" % (last_column, last_row)
    ws.page_setup.orientation = "landscape"
    ws.page_setup.paperSize = ws.PAPERSIZE_A4
    ws.page_setup.fitToWidth = 1
    ws.page_setup.fitToHeight = 0
    ws.sheet_properties.pageSetUpPr.fitToPage = True
    for side, inches in (("left", 0.4), ("right", 0.4), ("top", 0.55), ("bottom", 0.65),
                         ("header", 0.3), ("footer", 0.3)):
        setattr(ws.page_margins, side, inches)
    for part, text in (("left", "{{Nämnd rubrikform}}, aktivitetsplan " + PERIOD),
                       ("center", "&A"), ("right", "Sida &P (&N)")):
        section = getattr(ws.oddFooter, part)
        section.text, section.size, section.font = text, 8, "Arial,Regular"


def word_colours(ws, heading, column, row):
    """Colour a cell by its word; the word itself stays, so colour says nothing alone."""
    cell = "%s%d" % (letter(column), row)
    for word, (background, text) in WORD_COLOURS[heading].items():
        style = DifferentialStyle(font=Font(color=text, bold=word in BOLD_WORDS or None),
                                  fill=PatternFill(bgColor=background))
        rule = FormulaRule(formula=['$%s%d="%s"' % (letter(column), row, word)])
        rule.dxf = style
        ws.conditional_formatting.add(cell, rule)


def plan_sheet(wb):
    ws = wb.active
    ws.title = "Aktivitetsplan"
    row = HEADER_ROW + 1
    headings = [heading for heading, _, _ in COLUMNS]
    printed = letter(headings.index(LAST_PRINTED) + 1)
    prepare(ws, "Aktivitetsplan " + PERIOD,
            "Underlag: Ledningens genomgång {{Rapportår}}{{om Rapportdatum finns}}, "
            "{{Rapportdatum | datum lång}}{{slut}}. Uppdatera status direkt i tabellen. "
            "Kolumnerna till höger om Status visas på skärmen men skrivs inte ut.",
            [width for _, width, _ in COLUMNS], printed, row, "C%d" % row, INK)
    ws.row_dimensions[HEADER_ROW].height = 30
    for index, (heading, _, kind) in enumerate(COLUMNS):
        put_header(ws, HEADER_ROW, index + 1, heading, kind in CENTRED)
        put(ws, row, index + 1, "{{%s}}" % heading, kind)
    table = Table(displayName="Aktiviteter", name="Aktiviteter",
                  ref="A%d:%s%d" % (HEADER_ROW, letter(len(COLUMNS)), row))
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False,
                                          showColumnStripes=False, showFirstColumn=False,
                                          showLastColumn=False)
    ws.add_table(table)
    for heading in WORD_COLOURS:
        word_colours(ws, heading, headings.index(heading) + 1, row)
    for title, name, _, users in LISTS:
        for heading in users:
            add_validation(ws, "%s%d" % (letter(headings.index(heading) + 1), row), "list",
                           name, "Välj ett värde i listan", "Värdet finns inte bland dem som "
                           "står under %s på bladet Listor." % title)
    years = "%s%d:%s%d" % (letter(headings.index("Startår") + 1), row,
                           letter(headings.index("Slutår") + 1), row)
    add_validation(ws, years, "whole", "Första_planår", "Kontrollera året",
                   "Året ska ligga inom planperioden.", "Sista_planår")
    return ws


def add_validation(ws, cells, kind, formula, title, message, second=None):
    check = DataValidation(type=kind, formula1=formula, formula2=second, allow_blank=True,
                           operator="between" if second else None, showErrorMessage=True,
                           errorTitle=title, error=message)
    check.add(cells)
    ws.add_data_validation(check)


def timeline_sheet(wb):
    ws = wb.create_sheet("Tidslinje")
    columns = [("Aktivitets-ID", 12, "id"), ("Aktivitet", 36, "strong"), ("Ansvarig", 22, "text"),
               ("Startår", 8, "year"), ("Slutår", 8, "year"), ("Start", 11, "date"),
               ("Klart senast", 13, "date"), ("Status", 14, "text")]
    first = len(columns) + 1
    quarters = PLAN_YEARS * 4
    row = HEADER_ROW + 2
    end = letter(first + quarters - 1)
    prepare(ws, "Tidslinje " + PERIOD,
            "En ruta är ett kvartal. ■ markerar att aktiviteten pågår. Utan datum gäller hela "
            "start- och slutåret.",
            [width for _, width, _ in columns] + [3.4] * quarters, end, row + 3,
            "C%d" % (HEADER_ROW + 1), BAR)
    ws.row_dimensions[HEADER_ROW].height = 54
    put_marker(ws, row - 1, "{{för varje a i Aktiviteter sorterat på Startår, Slutår}}")
    for index, (heading, _, kind) in enumerate(columns):
        put_header(ws, HEADER_ROW, index + 1, heading, kind in CENTRED)
        put(ws, row, index + 1, "{{a.%s}}" % heading, kind)
    for index in range(quarters):
        year, quarter = divmod(index, 4)
        column = first + index
        this = "Första_planår" + ("+%d" % year if year else "")
        side = Side(style="thin", color=INK if quarter == 0 else RULE)
        head = put_header(ws, HEADER_ROW, column,
                          '=IF({0}>Sista_planår,"",{0}&" K{1}")'.format(this, quarter + 1))
        head.alignment = Alignment(text_rotation=90, horizontal="center", vertical="center")
        # Quarters are counted through the years, so that a cell only compares three numbers.
        count = ws.cell(HEADER_ROW - 1, column, '=IF({0}>Sista_planår,"",({0})*4+{1})'.format(this, quarter))
        count.number_format = ";;;"
        cell = ws.cell(row, column, '=IF(AND({0}${1}>=${2}{4},{0}${1}<=${3}{4}),"■","")'.format(
            letter(column), HEADER_ROW - 1, letter(first + quarters), letter(first + quarters + 1), row))
        cell.font = font(10, color=BAR)
        cell.alignment = Alignment(horizontal="center", vertical="center")
        cell.border = Border(bottom=thin, left=side)
    # The first and last quarter of the activity, out of sight behind the bars.
    for offset, (heading, day, year, quarter) in enumerate((("Från kvartal", "F", "D", 0), ("Till kvartal", "G", "E", 3))):
        column = first + quarters + offset
        put_header(ws, HEADER_ROW, column, heading, True)
        ws.cell(row, column, '=IF(${0}{2}="",${1}{2}*4+{3},YEAR(${0}{2})*4+INT((MONTH(${0}{2})-1)/3))'.format(
            day, year, row, quarter))
        ws.column_dimensions[letter(column)].hidden = True
    put_marker(ws, row + 1, "{{annars}}")
    put(ws, row + 2, 1, EMPTY).alignment = Alignment(vertical="top", indent=1)
    put_marker(ws, row + 3, "{{slut a}}")
    word_colours(ws, "Status", len(columns), row)
    bars = "%s%d" % (letter(first), row)
    area = "%s:%s%d" % (bars, end, row)
    rule = FormulaRule(formula=['%s="■"' % bars])
    rule.dxf = DifferentialStyle(font=Font(color=BAR), fill=PatternFill(bgColor=BAR))
    ws.conditional_formatting.add(area, rule)
    none = Side(style=None)
    head = "%s%d" % (letter(first), HEADER_ROW)
    for cells, formula in ((area, "%s$%d=\"\"" % (letter(first), HEADER_ROW)),
                           ("%s:%s%d" % (head, end, HEADER_ROW), '%s=""' % head)):
        rule = FormulaRule(formula=[formula])
        rule.dxf = DifferentialStyle(fill=PatternFill(bgColor="FFFFFF"),
                                     border=Border(left=none, right=none, top=none, bottom=none))
        ws.conditional_formatting.add(cells, rule)
    return ws


def owners_sheet(wb):
    ws = wb.create_sheet("Per ansvarig")
    headings = ["Ansvarig", "Aktiviteter", "1 Hög"] + STATUS + ["Utan status", "Andel klara"]
    row, total = HEADER_ROW + 2, HEADER_ROW + 6
    prepare(ws, "Aktiviteter per ansvarig " + PERIOD,
            "Räknas om när status eller ansvarig ändras på bladet Aktivitetsplan. Varje rad i "
            "planen räknas en gång.",
            [32, 12, 10] + [12] * len(STATUS) + [12, 12], letter(len(headings)), total,
            "B%d" % (HEADER_ROW + 1), "6E8798")
    ws.row_dimensions[HEADER_ROW].height = 30
    for index, heading in enumerate(headings):
        put_header(ws, HEADER_ROW, index + 1, heading, index > 0)
    put_marker(ws, row - 1,
               "{{för varje g i Aktiviteter sorterat på Ansvarig grupperat på Ansvarig}}")
    owner = "Aktiviteter[Ansvarig],$A%d" % row
    formulas = ["=COUNTIFS(%s)" % owner,
                "=COUNTIFS(%s,Aktiviteter[Prioritet],C$%d)" % (owner, HEADER_ROW)]
    formulas += ["=COUNTIFS(%s,Aktiviteter[Status],%s$%d)" % (owner, letter(4 + i), HEADER_ROW)
                 for i in range(len(STATUS))]
    put(ws, row, 1, "{{g.namn}}", "strong")
    put_marker(ws, row + 1, "{{annars}}")
    put(ws, row + 2, 1, EMPTY)
    put_marker(ws, row + 3, "{{slut g}}")
    put(ws, total, 1, "Samtliga", "strong")
    last_status = letter(3 + len(STATUS))
    for line in (row, total):
        for index, formula in enumerate(formulas):
            column = letter(index + 2)
            if line == total:   # from the header row, whose text counts as nothing
                formula = "=SUM(%s%d:%s%d)" % (column, HEADER_ROW, column, row)
            put(ws, line, index + 2, formula, "number")
        column = len(formulas) + 2
        put(ws, line, column, "=B%d-SUM(D%d:%s%d)" % (line, line, last_status, line), "number")
        share = put(ws, line, column + 1, '=IF(B{0}=0,"",F{0}/B{0})'.format(line), "number")
        share.number_format = "0 %"
    for index in range(len(headings)):
        cell = ws.cell(total, index + 1)
        cell.font = font(bold=True, color=INK)
        cell.fill = fill(PALE)
        cell.border = Border(top=strong, bottom=thin)
        ws.cell(HEADER_ROW, index + 1).alignment = Alignment(
            horizontal="right" if index else "left", vertical="center", wrap_text=True,
            indent=0 if index else 1)
    return ws


def trace_sheet(wb):
    ws = wb.create_sheet("Spårbarhet")
    columns = [("Aktivitets-ID", "Aktivitets-ID", 14), ("Aktivitet", "Aktivitet", 38),
               ("År", "År", 15), ("Källa", "Källa", 22), ("VoR-ID", "VoR-ID", 17),
               ("DSO-ID", "DSO-ID", 17), ("Iakttagelse-ID", "Iakttagelse-ID", 18),
               ("Incident-ID", "Incident-ID", 17),
               ("Cybersäkerhetslagen 2 kap. 3 §, punkt", "Cybersäkerhetslagen", 22),
               ("ISO-kontroll", "ISO-kontroll", 14)]
    row = HEADER_ROW + 2
    prepare(ws, "Spårbarhet " + PERIOD,
            "Varje aktivitet med den händelse, rekommendation, iakttagelse eller incident den "
            "svarar mot, och det krav den bidrar till. Ett streck betyder att koppling saknas.",
            [width for _, _, width in columns], letter(len(columns)), row + 3,
            "C%d" % (HEADER_ROW + 1), "9FB0BC")
    ws.row_dimensions[HEADER_ROW].height = 30
    put_marker(ws, row - 1, "{{för varje a i Aktiviteter}}")
    for index, (heading, field, _) in enumerate(columns):
        put_header(ws, HEADER_ROW, index + 1, heading)
        tag = "{{a.%s}}" % field if index < 3 else "{{a.%s | eller –}}" % field
        put(ws, row, index + 1, tag, "strong" if index == 1 else "id")
    put_marker(ws, row + 1, "{{annars}}")
    put(ws, row + 2, 1, EMPTY).alignment = Alignment(vertical="top", indent=1)
    put_marker(ws, row + 3, "{{slut a}}")
    return ws


def lists_sheet(wb):
    ws = wb.create_sheet("Listor")
    widths = [20, 30] + [max(16, max(map(len, values)) + 2) for _, _, values, _ in LISTS]
    longest = max(len(values) for _, _, values, _ in LISTS)
    prepare(ws, "Listor", "Värden som kan väljas i planen. Planperiodens år styr tidslinjen.",
            widths, letter(len(widths)), HEADER_ROW + longest, "A%d" % (HEADER_ROW + 1), RULE)
    ws.row_dimensions[HEADER_ROW].height = 20
    facts = [("Nämnd", "{{Nämnd rubrikform}}", None), ("Rapportår", "{{Rapportår}}", None),
             ("Första planår", FIRST, "Första_planår"), ("Sista planår", LAST, "Sista_planår")]
    put_header(ws, HEADER_ROW, 1, "Uppgift")
    put_header(ws, HEADER_ROW, 2, "Värde")
    for index, (label, value, name) in enumerate(facts):
        row = HEADER_ROW + 1 + index
        put(ws, row, 1, label)
        cell = put(ws, row, 2, value)
        if index:
            cell.number_format = "0"
        if name:
            define(wb, name, "Listor!$B$%d" % row)
    for index, (title, name, values, _) in enumerate(LISTS):
        column = index + 3
        put_header(ws, HEADER_ROW, column, title)
        for offset, value in enumerate(values):
            put(ws, HEADER_ROW + 1 + offset, column, value)
        define(wb, name, "Listor!${0}${1}:${0}${2}".format(
            letter(column), HEADER_ROW + 1, HEADER_ROW + len(values)))
    return ws


def define(wb, name, target):
    names, entry = wb.defined_names, DefinedName(name, attr_text=target)
    if hasattr(names, "append"):    # openpyxl before 3.1
        names.append(entry)
    else:
        names[name] = entry
