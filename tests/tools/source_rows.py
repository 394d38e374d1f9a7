"""The rows of a folder's workbooks as openpyxl reads them, each with the list it belongs to.

Years are found by the contract's rule (name of the sheet, name of the workbook, column År), so that it is a second
opinion on what the program reads.
"""
import collections
import datetime
import os
import re

import openpyxl

HEADER_CELLS = 2  # titles and notes fill one cell, a header row at least these
YEAR_AT_END = re.compile(r'(?<![-–\d])(20\d\d)$')
ISO_DATE = re.compile(r'\d{4}-\d\d-\d\d$')
DECIMAL = re.compile(r'\d+(,\d+)?$')
ALIASES = {'Väsentlighets- och riskanalys': 'VoR'}
CARRIED = ('VoR', 'IKP')  # the report year's rows and last year's are lists of their own

Row = collections.namedtuple('Row', 'file sheet number list year header values')


def year_in(name):
    match = YEAR_AT_END.search(name)
    return int(match[1]) if match else None


def normal(text):
    """Text with every stretch of blanks as one."""
    return ' '.join(str(text).split())


def header_of(sheet):
    """The number and the texts of the header row."""
    for row in sheet.iter_rows():
        if sum(isinstance(cell.value, str) for cell in row) >= HEADER_CELLS:
            return row[0].row, [normal(cell.value) if cell.value is not None else '' for cell in row]
    return None, []


def sheet_rows(file, sheet):
    number, header = header_of(sheet)
    if number is None:
        return
    name = YEAR_AT_END.sub('', sheet.title).strip()
    name = ALIASES.get(name, name)
    year = year_in(sheet.title) or year_in(os.path.splitext(file)[0])
    for row in sheet.iter_rows(min_row=number + 1):
        values = {title: cell.value for title, cell in zip(header, row) if title and cell.value not in (None, '')}
        if values:
            own_year = None if name == 'Aktiviteter' else values.get('År') or year
            yield Row(file, sheet.title, row[0].row, name, own_year, header, values)


def folder_rows(folder):
    """Every used row of every sheet of every workbook."""
    rows = []
    for file in sorted(name for name in os.listdir(folder) if name.endswith('.xlsx')):
        book = openpyxl.load_workbook(os.path.join(folder, file), data_only=True)
        for sheet in book.worksheets:
            rows += sheet_rows(file, sheet)
    return rows


def facts_of(rows):
    return {row.values['Fält']: row.values.get('Värde') for row in rows if row.list == 'Uppgifter'}


def list_of(row, facts):
    """The contract's name of the list that the row is in; None for a row of another year."""
    report, follow_up = facts['Rapportår'], facts['Uppföljningsår']
    if row.list in CARRIED:
        if row.year in (report, None):
            return row.list
        return f'förra årets {row.list}' if row.year == follow_up else None
    if row.list == 'Textblock':
        return row.list if row.values.get('Rapportår') == report else None
    if row.list in ('Uppföljning', 'Incidenter', 'Revisioner', 'Iakttagelser', 'Rekommendationer'):
        return row.list if row.year in (follow_up, None) else None
    return row.list


def pieces(text):
    """What must be found of a cell's text: its lines without marks of lists, bold text and links."""
    found = []
    for line in text.splitlines():
        line = re.sub(r'^\s*(?:[-•*]|\d+[.)]|#{1,6})\s+', '', line)
        line = re.sub(r'\[([^\]]+)\]\([^)]*\)', r'\1', line.replace('**', ''))
        found += [normal(line)] if normal(line) else []
    return found


def plain(value):
    """A cell's value so that workbooks can be compared: dates, numbers, text, also where text says them."""
    if isinstance(value, str):
        text = normal(value)
        if ISO_DATE.match(text):
            return datetime.date.fromisoformat(text)
        return float(text.replace(',', '.')) if DECIMAL.match(text) else text
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date()
    return float(value) if isinstance(value, int) else value
