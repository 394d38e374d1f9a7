"""The sheets of the protocol of a run, built with openpyxl."""
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter as letter
from openpyxl.worksheet.table import Table, TableStyleInfo

from .plan_sheets import BAR, INK, RULE, fill, font, prepare, put, put_header, put_marker, strong, thin

TITLE = "Granskningsprotokoll {{Rapportår}}"
SEVERITY = {"fel": ("F7DDD8", "86200F"), "varning": ("FBF1D3", "5E4600"), "upplysning": ("E4ECEF", "33505C")}
HEADER_ROW = 5

# Why a row is in neither document, by the word that the program gives; the last is for all else.
REASONS = (("Skäl är egen", "{{Varför inte}}"), ("Skäl är räknas", "raden räknas eller nämns, men återges inte"),
           ("Skäl är tom", "värdet är tomt"),
           ("Skäl är villkor", "mallarna väljer avsnitt och texter efter värdet, men skriver inte ut det"),
           ("Skäl är uppgift och Beteckning innehåller \"år\"", "värdet avgör vilka rader som hör till året"),
           ("Skäl är uppgift", "mallarna skriver inte ut uppgiften"),
           ("Skäl är rubriker", "raden säger hur andra blad läses"), ("Skäl är urval", "mallarna skriver inte ut raden"),
           ("Lista är Regler", "raden stänger av en regel i granskningen"),
           ("Lista är Skalor", "raden används när riskvärden och val kontrolleras"),
           ("Lista är Roller", "raden används när ansvariga kontrolleras"),
           ("Lista är Ordlista", "raden används när ordvalet kontrolleras"), ("", "mallarna skriver inte ut listan"))


def why(upper):
    """The reason as the tags of a cell; with a capital letter where it begins the text."""
    text = ""
    for number, (condition, says) in enumerate(REASONS):
        opener = "om" if number == 0 else "eller om"
        text += "{{%s %s}}" % (opener, condition) if condition else "{{annars}}"
        if upper:
            says = says.replace("}}", " | versal}}") if says.startswith("{{") else says[0].upper() + says[1:]
        text += says
    return text + "{{slut}}"


OUTCOME = ("{{om Lästes är Nej}}Används inte: {{Varför inte}}{{eller om Skäl är räknas}}Räknas eller nämns, men återges inte"
           "{{eller om Skäl finns}}Inte i dokumenten: " + why(False) +
           "{{eller om Rapporten finns och Planen finns}}I rapporten och planen{{eller om Rapporten finns}}"
           "I rapporten{{annars}}I planen{{slut}}")
HOW = ("{{om Mallens egen är Ja}}mallens text{{eller om Styr är Ja}}väljer text{{eller om Räknas är Ja}}räknas{{annars}}"
       "visas{{slut}}")

# sheet, list, note, empty text, columns: heading, tag, width, kind
ROWS = ("Rader", "Rader", "Varje rad som lästes ur arbetsböckerna, och var i dokumenten den återges, räknas eller nämns.",
        "Inga rader lästes.", [
            ("Fil", "{{Fil}}", 30, "text"), ("Blad", "{{Blad}}", 19, "text"), ("Rad", "{{Rad}}", 7, "year"),
            ("Lista", "{{Lista | eller –}}", 22, "text"), ("Beteckning", "{{Beteckning | eller –}}", 22, "strong"),
            ("Utfall", OUTCOME, 34, "text"),
            ("Plats i rapporten", "{{Rapporten | eller –}}", 46, "text"),
            ("Plats i aktivitetsplanen", "{{Planen | eller –}}", 28, "text")])
FINDINGS = ("Granskning", "Granskning",
            "Det som granskningen fann i arbetsböckerna, mallarna och dokumenten. Rader med samma nummer hör ihop.",
            "Granskningen fann inget att anmärka på.", [
                ("Nr", "{{Nummer}}", 6, "year"), ("Allvar", "{{Allvar}}", 13, "text"),
                ("Iakttagelse", "{{Iakttagelse}}", 52, "strong"), ("Gäller", "{{Gäller | eller –}}", 32, "text"),
                ("Fil", "{{Fil | eller –}}", 28, "text"), ("Ställe", "{{Ställe | eller –}}", 32, "text"),
                ("Åtgärd", "{{Åtgärd | eller –}}", 46, "text"), ("Kod", "{{Kod}}", 11, "id")])
LEFT_OUT = ("Utelämnat", "Utelämnat", "Rader som lästes men inte återges i dokumenten, och varför.",
            "Inga rader är utelämnade.", [
                ("Fil", "{{Fil}}", 30, "text"), ("Blad", "{{Blad}}", 19, "text"), ("Rad", "{{Rad}}", 7, "year"),
                ("Lista", "{{Lista | eller –}}", 22, "text"),
                ("Beteckning", "{{Beteckning | eller –}}", 26, "strong"),
                ("Varför", why(True), 60, "text")])
ORIGIN = ("Ursprung", "Ursprung",
          "Varje stycke i rapporten och varje rad i aktivitetsplanen, med cellerna som texten är gjord av. Planen cell för "
          "cell står på det dolda bladet Uppslag, där ”genomgang varifran” slår upp sina svar.",
          "Inga dokument skrevs.", [
              ("Dokument", "{{Dokument}}", 15, "text"), ("Avsnitt eller blad", "{{Avsnitt | eller –}}", 36, "text"),
              ("Ställe", "{{Ställe | eller –}}", 16, "text"), ("Text", "{{Text | eller –}}", 62, "text"),
              ("Kommer från fil", "{{Fil}}", 28, "text"), ("Blad", "{{Blad | eller –}}", 18, "text"),
              ("Celler", "{{Celler | eller –}}", 20, "strong"),
              ("Kolumner", "{{Kolumner | eller –}}", 30, "text"), ("Hur", HOW, 13, "text")])
COMPARISON = ("Jämförelse", "Jämförelse",
              "Rapporten och aktivitetsplanen, lästa på nytt och jämförda aktivitet för aktivitet: "
              "{{Aktiviteter i rapporten}} i rapporten, {{Aktiviteter i planen}} i planen, {{Olika aktiviteter}} olika.",
              "Inga aktiviteter är planerade.", [
                  ("Aktivitets-ID", "{{Aktivitets-ID | eller –}}", 14, "id"),
                  ("Aktivitet", "{{Aktivitet | eller –}}", 42, "strong"), ("Utfall", "{{om Utfall är ryms}}Avsnittets år rymmer aktivitetens{{eller om Utfall är möts}}Avsnittets år rymmer en del av aktivitetens{{annars}}{{Utfall | versal}}{{slut}}", 24, "text"),
                  ("I rapporten", "{{I rapporten | eller –}}", 46, "text"),
                  ("I aktivitetsplanen", "{{I planen | eller –}}", 24, "text"),
                  ("År i rapporten", "{{om Avsnittets år är Ja}}avsnittet gäller {{slut}}{{År i rapporten | eller –}}", 18, "text"),
                  ("År i planen", "{{År i planen | eller –}}", 14, "text"),
                  ("Ansvarig i rapporten", "{{Ansvarig i rapporten | eller –}}", 24, "text"),
                  ("Ansvarig i planen", "{{Ansvarig i planen | eller –}}", 24, "text")])

FILES = ("Underlag", [("Fil", "{{Fil}}", "strong"), ("Storlek (byte)", "{{Storlek}}", "number"),
                      ("Antal blad", "{{Antal blad}}", "number"), ("Lästa rader", "{{Lästa rader}}", "number"),
                      ("Använda rader", "{{Använda rader}}", "number"), ("SHA-256", "{{SHA-256}}", "id")])
SHEETS = ("Blad", [("Fil", "{{Fil}}", "strong"), ("Blad", "{{Blad}}", "text"),
                   ("Rader i bladet", "{{Rader i bladet}}", "number"), ("Lästa rader", "{{Lästa rader}}", "number"),
                   ("Använda rader", "{{Använda rader}}", "number"),
                   ("Läst som", "{{om Läst som finns}}{{Läst som}}{{annars}}inga rader lästes{{slut}}", "text"),
                   ("Kolumner", "{{Kolumner | eller –}}", "text")])
# What `genomgang varifran` looks up: on a hidden sheet, since nobody reads it through.
COLUMNS = ("Kolumner", [("Fil", "{{Fil}}", "strong"), ("Blad", "{{Blad}}", "text"), ("Kolumn", "{{Kolumn}}", "id"),
                        ("Rubrik", "{{Rubrik}}", "text")])
CELLS = ("Planceller", [("Blad", "{{Blad}}", "text"), ("Cell", "{{Cell}}", "id"), ("Text", "{{Text}}", "text"),
                        ("Formel", "{{Formel}}", "text"), ("Räknar", "{{Räknar}}", "text"), ("Fil", "{{Fil}}", "text"),
                        ("Underlagets blad", "{{Underlagets blad}}", "text"), ("Celler", "{{Celler}}", "text")])
LISTS = ("Listor", [("Lista", "{{Lista}}", "strong"),
                    ("Anmärkning", "{{om Används är Nej}}Mallarna skriver inte ut listan.{{eller om Rader är "
                     "I dokumenten}}Alla rader återges i dokumenten.{{eller om Rader är Räknas bara}}Raderna räknas, men "
                     "återges inte.{{annars}}De som inte återges står på bladet Utelämnat.{{slut}}", "text"),
                    ("Rader", "{{Rader}}", "number"), ("I rapporten", "{{I rapporten}}", "number"),
                    ("I planen", "{{I planen}}", "number"), ("I dokumenten", "{{I dokumenten}}", "number"),
                    ("Räknas bara", "{{Räknas bara}}", "number")])


def header_and_row(ws, name, columns, row):
    """A table of one row of tags that grows with its list; its heading row is `row`."""
    for index, (heading, tag, kind) in enumerate(columns):
        head = put_header(ws, row, index + 1, heading, kind == "year")
        if kind == "number":
            head.alignment = Alignment(horizontal="right", vertical="center", wrap_text=True)
        put(ws, row + 1, index + 1, tag, kind)
    table = Table(displayName=name, name=name, ref="A%d:%s%d" % (row, letter(len(columns)), row + 1))
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False, showColumnStripes=False,
                                          showFirstColumn=False, showLastColumn=False)
    ws.add_table(table)
    ws.row_dimensions[row].height = 30


def footer(ws):
    ws.oddFooter.left.text = "{{Nämnd rubrikform}}, granskningsprotokoll {{Rapportår}}"


def colour_words(ws, column, row, words):
    for word, (background, ink) in words.items():
        rule = FormulaRule(formula=['$%s%d="%s"' % (letter(column), row, word)])
        rule.dxf = DifferentialStyle(font=Font(color=ink, bold=word in ("fel", "Lika") or None),
                                     fill=PatternFill(bgColor=background))
        ws.conditional_formatting.add("%s%d" % (letter(column), row), rule)


def list_sheet(wb, declared, freeze_columns, colour):
    """A sheet that is one list: title, note, and a table with its heading row frozen."""
    title, name, note, empty, columns = declared
    ws = wb.create_sheet(title)
    # The marker above the headings goes away, and the headings come to stand on row 5.
    prepare(ws, title, note, [width for _, _, width, _ in columns], letter(len(columns)), HEADER_ROW + 2,
            "%s%d" % (letter(freeze_columns + 1), HEADER_ROW + 2), colour)
    ws.row_dimensions[4].height = None
    put_marker(ws, HEADER_ROW, "{{för varje x i %s}}{{annars}}%s" % (name, empty))
    ws.row_dimensions[HEADER_ROW].height = None
    header_and_row(ws, name, [(heading, tag, kind) for heading, tag, _, kind in columns], HEADER_ROW + 1)
    ws.print_title_rows = "%d:%d" % (HEADER_ROW + 1, HEADER_ROW + 1)
    ws.row_dimensions[4].height = 8
    footer(ws)
    return ws


def section(ws, row, text):
    cell = ws.cell(row, 1, text)
    cell.font = font(12, True, INK)
    cell.alignment = Alignment(vertical="center")
    ws.row_dimensions[row].height = 24


def sentence(ws, row, label, text, last_column):
    """A label and what it says, over the width of the sheet."""
    put(ws, row, 1, label, "strong")
    put(ws, row, 2, text)
    for column in range(3, last_column + 1):
        ws.cell(row, column).border = Border(bottom=thin)
    ws.merge_cells(start_row=row, start_column=2, end_row=row, end_column=last_column)


def summary_sheet(wb):
    ws = wb.active
    ws.title = "Sammanfattning"
    last = 7
    prepare(ws, TITLE, "Protokollet visar vad som lästes, var varje rad står i dokumenten, vad som anmärktes och vad som "
            "lämnades utanför.", [30, 58, 16, 16, 16, 16, 16], letter(last), 20, "A5", INK)
    sentence(ws, 5, "I dokumenten", "{{om Summering finns}}{{Summering}}{{annars}}Inga listor används av mallarna.{{slut}}", last)
    sentence(ws, 6, "Granskningen fann", "{{Antal fel}} fel, {{Antal varningar}} {{om Antal varningar är 1}}varning{{annars}}"
             "varningar{{slut}} och {{Antal upplysningar}} {{om Antal upplysningar är 1}}upplysning{{annars}}upplysningar"
             "{{slut}}. De står på bladet Granskning.", last)
    sentence(ws, 7, "Rapport och plan", "{{Aktiviteter i rapporten}} aktiviteter i rapporten och {{Aktiviteter i planen}} i "
             "planen. {{om Olika aktiviteter är 0}}Inga skillnader.{{om Aktiviteter i avsnitt om flera år är 0}} Samma "
             "aktiviteter, år och ansvariga i båda.{{annars}} För {{Aktiviteter i avsnitt om flera år}} säger rapporten bara "
             "avsnittets år; se bladet Jämförelse.{{slut}}{{annars}}{{Olika aktiviteter}} "
             "skiljer sig; se bladet Jämförelse.{{slut}}", last)
    sentence(ws, 8, "Slag av körning", "{{om Utkast är Ja}}Utkast: det som saknas är utmärkt i dokumenten.{{annars}}Färdiga "
             "dokument.{{slut}}", last)
    sentence(ws, 9, "Underlagets mapp", "{{Mapp | eller –}}", last)
    sentence(ws, 10, "Program", "Genomgång {{Programversion}}", last)
    section(ws, 12, "Listor")
    header_and_row(ws, *LISTS, 13)
    section(ws, 16, "Dokument och mallar")
    for index, (label, field) in enumerate((("Fil", "Fil"), ("SHA-256", "SHA-256"), ("Mall", "Mall"),
                                            ("Mallens SHA-256", "Mallens SHA-256"))):
        row = 18 + index
        if index == 0:
            put_marker(ws, 17, "{{för varje d i Dokument}}")
        put(ws, row, 1, "{{d.Dokument}}" if index == 0 else label, "strong" if index == 0 else "text")
        put(ws, row, 2, "{{d.%s}}" % field, "id")
        for column in range(3, last + 1):
            ws.cell(row, column).border = Border(bottom=thin)
        ws.merge_cells(start_row=row, start_column=2, end_row=row, end_column=last)
    put_marker(ws, 22, "{{slut d}}")
    ws.print_title_rows = None
    ws.print_area = "A1:%s22" % letter(last)
    ws.page_setup.fitToHeight = 1
    footer(ws)
    return ws


def input_sheet(wb):
    ws = wb.create_sheet("Underlag")
    prepare(ws, "Underlag", "Arbetsböckerna i mappen, deras blad och hur mycket som lästes. En rad används när den hör till "
            "årets listor.", [34, 24, 12, 12, 12, 40, 70], "G", 9, "A5", "6E8798")
    ws.row_dimensions[4].height = 8
    put_marker(ws, 5, "{{för varje x i Underlag}}{{annars}}Mappen har inga arbetsböcker.")
    header_and_row(ws, *FILES, 6)
    section(ws, 9, "Blad")
    put_marker(ws, 10, "{{för varje x i Blad}}{{annars}}Inga blad lästes.")
    header_and_row(ws, *SHEETS, 11)
    ws.print_title_rows = None
    ws.print_area = "A1:G12"
    footer(ws)
    return ws


def lookup_sheet(wb):
    ws = wb.create_sheet("Uppslag")
    prepare(ws, "Uppslag", "Aktivitetsplanen cell för cell och arbetsböckernas kolumner. Här slår ”genomgang varifran” upp sina "
            "svar; bladet är dolt eftersom det bara är en nyckel.", [26, 14, 46, 18, 40, 30, 26, 26], "H", 9, "A5", "6E8798")
    put_marker(ws, 5, "{{för varje x i Kolumner}}{{annars}}Inga kolumner lästes.")
    header_and_row(ws, *COLUMNS, 6)
    section(ws, 9, "Planens celler")
    put_marker(ws, 10, "{{för varje x i Planceller}}{{annars}}Planen är för stor för att stå cell för cell; dess rader finns på bladet Ursprung.")
    header_and_row(ws, *CELLS, 11)
    ws.print_title_rows = None
    ws.print_area = "A1:H3"  # some programs print hidden sheets as well
    ws.sheet_state = "hidden"
    footer(ws)
    return ws


def build_sheets(wb):
    summary_sheet(wb)
    list_sheet(wb, ROWS, 5, BAR)
    input_sheet(wb)
    findings = list_sheet(wb, FINDINGS, 3, "8A5A00")
    colour_words(findings, 2, HEADER_ROW + 2, SEVERITY)
    left = list_sheet(wb, LEFT_OUT, 3, "9FB0BC")
    row = HEADER_ROW + 4
    section(left, row, "Egna kolumner som ingen mall använder")
    put_marker(left, row + 1, "{{för varje x i Oanvända kolumner}}{{annars}}Alla ifyllda egna kolumner används.")
    header_and_row(left, "Oanvända_kolumner", [("Lista och kolumn", "{{Kolumn}}", "strong")], row + 2)
    left.print_area = "A1:F%d" % (row + 3)
    list_sheet(wb, ORIGIN, 3, "6E8798")
    compared = list_sheet(wb, COMPARISON, 2, RULE)
    colour_words(compared, 3, HEADER_ROW + 2, {"Lika": ("DDECDD", "1E5128")})
    lookup_sheet(wb)
    return wb
