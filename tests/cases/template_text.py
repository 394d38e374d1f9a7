"""Small templates out of text that a person can read.

mall.txt makes a .docx, a line a paragraph: "[Rubrik 3] text", "text", "| a | b |" for a table row (rows that follow
one another are one table; |= begins its header row), "sidhuvud: text", "sidfot: text", "titel: text". In a text ¦
parts two runs, **bold** is bold, ↵ is a line break. "[1.] text" is numbered by the button in Word, [Numrerad lista] by
its style. "bild: alternative text" is a placeholder picture, "diagram: alternative text | Kategori | Serie | Serie" a
placeholder chart with that heading and those series.

mall.xlsx.txt makes a .xlsx: "== Blad" begins a sheet, "| a | =B2*2 |" is a row, "tom rad" an empty one, "tabell
Aktiviteter A2:C3", "namn total = Blad!$B$5", "villkor B3", "sammanfoga A5:B5", "datum C3" (a date format), "format B4:
0.0" and "lista D4: Ja,Nej" (choices).
"""
import re

import docx
import openpyxl
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from object_templates import add_chart, add_picture

STYLES = {'Punktlista': 'List Bullet', 'Numrerad lista': 'List Number', 'Brödtext': 'Body Text', 'Citat': 'Quote'}


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


def add_text(paragraph, text):
    """The text in runs: cut at ¦ and where bold begins and ends."""
    for piece in re.split(r'(\*\*.+?\*\*)', text):
        is_bold = piece.startswith('**')
        for part in (piece.strip('*') if is_bold else piece).split('¦'):
            run = paragraph.add_run()
            run.bold = is_bold or None
            for number, line in enumerate(part.split('↵')):
                if number:
                    run.add_break(WD_BREAK.LINE)
                run.add_text(line)


def own_list(document):
    """The number of a new list, numbered like the style List Number."""
    numbering = document.part.numbering_part.element
    number = document.styles['List Number'].element.pPr.numPr.numId.val
    return numbering.add_num(numbering.num_having_numId(number).abstractNumId.val).numId


def number_directly(paragraph, number):
    """Numbers a paragraph as the button in Word does."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def make_document(text, path):
    document = docx.Document()
    rows, headers, numbered, charts = [], [], [], 0

    def end_table():
        if rows:
            table = document.add_table(len(rows), len(rows[0]))
            for r, row in enumerate(rows):
                for c, cell in enumerate(row):
                    add_text(table.cell(r, c).paragraphs[0], cell)
            if headers:
                table.rows[0]._tr.get_or_add_trPr().append(OxmlElement('w:tblHeader'))
            rows.clear()
            headers.clear()

    for line in text.splitlines():
        if line.startswith('|'):
            headers += [line] if line.startswith('|=') else []
            rows.append(split_bars(line.replace('|=', '|', 1) if line.startswith('|=') else line))
            continue
        end_table()
        key, _, rest = line.partition(': ')
        if key == 'sidhuvud':
            document.sections[0].header.paragraphs[0].text = rest
        elif key == 'sidfot':
            document.sections[0].footer.paragraphs[0].text = rest
        elif key == 'titel':
            document.core_properties.title = rest
        elif key == 'bild':
            add_picture(document, rest)
        elif key == 'diagram':
            alternative, heading, *names = split_bars(f'|{rest}|')
            charts += 1
            add_chart(document, alternative, [(name, [1, 2, 3, 4]) for name in names], ['A', 'B', 'C', 'D'], heading,
                      number=charts)
        elif line.strip():
            style, _, words = line[1:].partition('] ') if line.startswith('[') else ('', '', line)
            style = style.replace('Rubrik ', 'Heading ')
            numbered = numbered or [own_list(document)] if style == '1.' else numbered
            name = 'List Paragraph' if style == '1.' else STYLES.get(style, style)
            paragraph = document.add_paragraph(style=name or None)
            if style == '1.':
                number_directly(paragraph, numbered[0])
            add_text(paragraph, words)
    end_table()
    for language in document.styles.element.iter(qn('w:lang')):
        language.set(qn('w:val'), 'sv-SE')
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
        elif word == 'format':
            cell, _, form = rest.partition(': ')
            sheet[cell].number_format = form
        elif word == 'lista':
            cell, _, choices = rest.partition(': ')
            check = DataValidation(type='list', formula1=f'"{choices}"')
            check.add(cell)
            sheet.add_data_validation(check)
        elif line.strip():
            row += 1
            for column, cell in enumerate([] if word == 'tom' else split_bars(line), 1):
                sheet.cell(row, column).value = cell or None
    book.save(path)
