"""Small templates out of text that a person can read.

mall.txt makes a .docx, a line a paragraph: "[Rubrik 3] text", "text", "| a | b |" for a table row (rows that follow
one another are one table), "sidhuvud: text", "sidfot: text", "titel: text".

mall.xlsx.txt makes a .xlsx: "== Blad" begins a sheet, "| a | =B2*2 |" is a row, "tom rad" an empty one, "tabell
Aktiviteter A2:C3", "namn total = Blad!$B$5", "villkor B3", "sammanfoga A5:B5" and "datum C3" (a date format).
"""
import docx
import openpyxl
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table

STYLES = {'Punktlista': 'List Bullet', 'Brödtext': 'Body Text'}



def split_bars(line):
    """Cells of a row; a bar within a tag is the tag's own."""
    cells, depth, cell = [], 0, ''
    text = line.strip()[1:-1]
    for i, char in enumerate(text):
        depth += text.startswith('{{', i) - text.startswith('}}', i)
        if char == '|' and depth == 0:
            cells.append(cell.strip())
            cell = ''
        else:
            cell += char
    return cells + [cell.strip()]


def make_document(text, path):
    document = docx.Document()
    rows = []

    def end_table():
        if rows:
            table = document.add_table(len(rows), len(rows[0]))
            for r, row in enumerate(rows):
                for c, cell in enumerate(row):
                    table.cell(r, c).text = cell
            rows.clear()

    for line in text.splitlines():
        if line.startswith('|'):
            rows.append(split_bars(line))
            continue
        end_table()
        key, _, rest = line.partition(': ')
        if key == 'sidhuvud':
            document.sections[0].header.paragraphs[0].text = rest
        elif key == 'sidfot':
            document.sections[0].footer.paragraphs[0].text = rest
        elif key == 'titel':
            document.core_properties.title = rest
        elif line.strip():
            style, _, words = line[1:].partition('] ') if line.startswith('[') else ('', '', line)
            style = style.replace('Rubrik ', 'Heading ')
            document.add_paragraph(words, style=STYLES.get(style, style) or None)
    end_table()
    document.save(path)


def make_workbook(text, path):
    book = openpyxl.Workbook()
    book.remove(book.active)
    sheet, row = None, 0
    for line in text.splitlines():
        word, _, rest = line.partition(' ')
        if word == '==':
            sheet, row = book.create_sheet(rest), 0
        elif word == 'tabell':
            name, ref = rest.split()
            sheet.add_table(Table(displayName=name, ref=ref))
        elif word == 'namn':
            name, _, target = rest.partition(' = ')
            book.defined_names.append(DefinedName(name, attr_text=target))
        elif word == 'villkor':
            sheet.conditional_formatting.add(rest, CellIsRule(operator='greaterThan', formula=['1'],
                                                              fill=PatternFill('solid', bgColor='FFCC00')))
        elif word == 'sammanfoga':
            sheet.merge_cells(rest)
        elif word == 'datum':
            sheet[rest].number_format = 'yyyy-mm-dd'
        elif line.strip():
            row += 1
            for column, cell in enumerate([] if word == 'tom' else split_bars(line), 1):
                sheet.cell(row, column).value = cell or None
    book.save(path)
