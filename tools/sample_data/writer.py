"""Writes sample workbooks with openpyxl, and makes each file the same bytes every time."""

import datetime
import math
import re
import zipfile
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from .cells import BrokenFormula, Mistake, Product, Verbatim

FIXED_TIME = datetime.datetime(2025, 10, 1, 8, 0, 0)
FIXED_ZIP_TIME = (2025, 10, 1, 8, 0, 0)
CREATOR = "Genomgång, exempeldata"

TITLE_FONT = Font(name="Calibri", size=14, bold=True)
NOTE_FONT = Font(name="Calibri", size=10, italic=True, color="595959")
HEADING_FONT = Font(name="Calibri", size=11, bold=True)
HEADING_FILL = PatternFill("solid", fgColor="D9E2EC")
HAIR = Side(style="thin", color="BFBFBF")
GRID = Border(left=HAIR, right=HAIR, top=HAIR, bottom=HAIR)

# Width in characters by the heading; what is not listed gets its width from its content.
WIDTHS = {
    "Text": 90, "Iakttagelse och bedömning": 70, "ISAM:s rekommendation": 60, "Beskrivning": 60,
    "Oönskad händelse": 46, "Risk": 46, "Rekommendation": 56, "Iakttagelse": 56, "Sammanfattning": 60,
    "Värde": 56, "Hjälp": 56, "Förklaring": 56, "Motivering": 28, "Öppen text": 28, "Kommentar": 32,
    "Vår anteckning": 22, "Orsak": 28, "Konsekvensbeskrivning": 28, "Åtgärd": 32, "Aktivitet": 34,
    "Påverkan på nämnden": 30, "Statuskommentar": 28, "Behov/förväntan eller återkoppling": 56,
}
NARROWEST, WIDEST = 9, 26
LINE_HEIGHT, TALLEST = 15, 405  # points; Excel allows 409


def write_workbook(path: Path, sheets: list, shared_strings: bool) -> list:
    """Writes one workbook and returns its mistakes as (sheet, cell, what, rule).

    With shared_strings the texts lie in a table of their own, as Excel saves them, else in the cells, as openpyxl does.
    """
    book = Workbook()
    book.remove(book.active)
    cached, mistakes = [], []
    for sheet in sheets:
        target = book.create_sheet(sheet.name)
        cached.append(_write_sheet(target, sheet, mistakes))
    book.properties.creator = CREATOR
    book.properties.title = path.stem
    book.properties.created = FIXED_TIME
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    _finish(path, cached, shared_strings)
    return mistakes


def _write_sheet(target, sheet, mistakes) -> dict:
    """Fills one sheet; returns the values to store beside its formulas, by cell."""
    width = len(sheet.headings)
    row = _write_top(target, sheet, width)
    if sheet.mistake:
        mistakes.append((sheet.name, "(bladets namn)", sheet.mistake.what, sheet.mistake.rule))
    columns = {}
    for column, heading in enumerate(sheet.headings, start=1):
        cell = target.cell(row=row, column=column)
        heading = _unwrap(heading, cell, sheet, mistakes)
        columns[heading] = column
        cell.value = heading
        cell.font, cell.fill, cell.border = HEADING_FONT, HEADING_FILL, GRID
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    cached = {}
    for number, values in enumerate(sheet.rows, start=row + 1):
        plain = {h: _plain(v) for h, v in zip(columns, values)}
        for column, value in enumerate(values, start=1):
            cell = target.cell(row=number, column=column)
            value = _unwrap(value, cell, sheet, mistakes)
            _write_value(cell, value, columns, plain, cached)
            cell.border = GRID
            centred = isinstance(value, (int, float, Product, BrokenFormula)) and sheet.name != "Uppgifter"
            cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="center" if centred else "left")
    _set_widths(target, sheet, columns)
    _set_heights(target, row)
    target.freeze_panes = target.cell(row=row + 1, column=2)
    _set_up_print(target, row)
    return cached


def _write_top(target, sheet, width) -> int:
    """Title and notes over the whole width, a blank row below; returns the heading row's number."""
    lines = [(sheet.title, TITLE_FONT)] if sheet.title else []
    lines += [(note, NOTE_FONT) for note in sheet.notes]
    if not lines:
        return 1
    for row, (text, font) in enumerate(lines, start=1):
        cell = target.cell(row=row, column=1, value=text)
        cell.font = font
        cell.alignment = Alignment(vertical="center")
        if width > 1:
            target.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
    return len(lines) + 2


def _unwrap(value, cell, sheet, mistakes):
    if isinstance(value, Mistake):
        mistakes.append((sheet.name, cell.coordinate, value.what, value.rule))
        return value.value
    return value


def _plain(value):
    return value.value if isinstance(value, Mistake) else value


def _write_value(cell, value, columns, plain, cached):
    if isinstance(value, Product):
        first = f"{get_column_letter(columns[value.first])}{cell.row}"
        second = f"{get_column_letter(columns[value.second])}{cell.row}"
        cell.value = f"={first}*{second}"
        if value.cached:
            cached[cell.coordinate] = plain[value.first] * plain[value.second]
    elif isinstance(value, BrokenFormula):
        cell.value = f"={value.formula}"
        cached[cell.coordinate] = "#REF!"
    elif isinstance(value, Verbatim):
        cell.value = value.text
        cell.data_type = "s"
        cell.quotePrefix = True
    elif isinstance(value, tuple):  # a number with its number format
        cell.value, cell.number_format = value
    else:
        cell.value = value
        if isinstance(value, datetime.datetime):
            cell.number_format = "yyyy-mm-dd hh:mm"
        elif isinstance(value, datetime.date):
            cell.number_format = "yyyy-mm-dd"


def _set_widths(target, sheet, columns):
    for heading, column in columns.items():
        width = WIDTHS.get(heading)
        if width is None:
            cells = [str(_plain(row[column - 1]) or "") for row in sheet.rows]
            longest = max((len(text) for text in cells if not text.startswith("Product(")), default=0)
            words = max((len(word) for word in str(heading).split()), default=0)
            width = min(max(longest + 2, words + 2, NARROWEST), WIDEST)
        target.column_dimensions[get_column_letter(column)].width = width


def _set_heights(target, heading_row):
    """Row heights by an estimate of the wrapped lines, since not every program measures them at opening."""
    for row in target.iter_rows(min_row=heading_row):
        lines = 1
        for cell in row:
            # Words are never broken, so a line holds a little less than the column's width.
            fits = max(target.column_dimensions[cell.column_letter].width - 2, 4)
            if isinstance(cell.value, str) and cell.data_type != "f":
                lines = max(lines, sum(max(1, math.ceil(len(part) / fits)) for part in cell.value.split("\n")))
        target.row_dimensions[row[0].row].height = min(lines * LINE_HEIGHT + 3, TALLEST)


def _set_up_print(target, heading_row):
    target.page_setup.orientation = "landscape"
    target.page_setup.paperSize = target.PAPERSIZE_A3
    target.page_setup.fitToWidth, target.page_setup.fitToHeight = 1, 0
    target.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    target.print_title_rows = f"{heading_row}:{heading_row}"


def _finish(path: Path, cached: list, shared_strings: bool):
    """Stores the formulas' values, which openpyxl leaves out, and fixes every time stamp."""
    with zipfile.ZipFile(path) as source:
        parts = {info.filename: source.read(info) for info in source.infolist()}
    stamp = FIXED_TIME.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    core = "docProps/core.xml"
    parts[core] = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, parts[core])
    strings = {}
    for number, values in enumerate(cached, start=1):
        name = f"xl/worksheets/sheet{number}.xml"
        xml = _store_values(parts[name].decode("utf-8"), values)
        parts[name] = (_share_strings(xml, strings) if shared_strings else xml).encode("utf-8")
    if shared_strings:
        _add_string_table(parts, strings)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in sorted(parts.items(), key=lambda part: part[0] != "[Content_Types].xml"):
            info = zipfile.ZipInfo(name, FIXED_ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, data)


def _store_values(xml: str, values: dict) -> str:
    for coordinate, value in values.items():
        pattern = rf'<c r="{coordinate}"([^>]*)><f>([^<]*)</f><v ?(?:/>|></v>)</c>'
        kind = ' t="e"' if isinstance(value, str) else ""
        xml, count = re.subn(pattern, rf'<c r="{coordinate}"\1{kind}><f>\2</f><v>{value}</v></c>', xml)
        if count != 1:
            raise ValueError(f"Hittar inte formeln i {coordinate}")
    return xml


def _share_strings(xml: str, strings: dict) -> str:
    """Moves the texts of the cells to the table, which grows by those it lacks."""

    def move(match):
        index = strings.setdefault(match[2], len(strings))
        return f'<c{match[1]} t="s"><v>{index}</v></c>'

    return re.sub(r'<c((?: [rs]="[^"]*")*) t="inlineStr"><is>(<t.*?</t>)</is></c>', move, xml, flags=re.DOTALL)


def _add_string_table(parts: dict, strings: dict):
    """Adds the table of shared strings with its content type and its relationship, where openpyxl left them out."""
    items = "".join(f"<si>{text}</si>" for text in strings)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    parts["xl/sharedStrings.xml"] = f'{declaration}<sst xmlns="{space}">{items}</sst>'.encode("utf-8")
    _add_last(parts, "[Content_Types].xml", "</Types>",
              f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/>')
    _add_last(parts, "xl/_rels/workbook.xml.rels", "</Relationships>",
              f'<Relationship Id="rIdStrings" Type="{relation}" Target="sharedStrings.xml"/>')


def _add_last(parts: dict, name: str, end: str, element: str):
    xml = parts[name].decode("utf-8")
    if "sharedStrings.xml" not in xml:
        parts[name] = xml.replace(end, element + end).encode("utf-8")
