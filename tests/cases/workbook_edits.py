"""Edits of a case's workbooks, written in a file a person can read (andringar.txt): a line each.

VoR 2025.xlsx › VoR › D5 = hög            a cell's new value; "tom" empties it, 'text in single quotes' is text
VoR 2025.xlsx › VoR › rad 9 borttagen     a row goes
VoR 2025.xlsx › VoR › rad 6 × 60          a row is copied until there are 60 of it; # in it is numbered
VoR 2025.xlsx › VoR › + a | b | c         a row below the last
VoR 2025.xlsx › VoR borttaget             a sheet goes
VoR 2025.xlsx › VoR heter Vor 25          a sheet's new name
VoR 2025.xlsx › VoR dolt                  a sheet is hidden; "rad 7 dold" hides a row
VoR 2025.xlsx heter Risker.xlsx           a workbook's new name
VoR 2025.xlsx borttagen                   a workbook goes
VoR 2025.xlsx avkortad                    its last half goes
Ny.xlsx › Blad › + a | b                  a workbook or sheet that is not there is made
lista.xlsx = text A;B                     a file with that text
"""
import datetime
import os
import re

import openpyxl

ISO_DATE = re.compile(r'\d{4}-\d\d-\d\d$')


def value_of(text):
    """The cell value that a person means by a word."""
    text = text.strip().replace('↵', '\n').replace('→', '\t')
    if text == 'tom':
        return None
    if text.startswith("'") and text.endswith("'"):
        return text[1:-1]
    if ISO_DATE.match(text):
        return datetime.datetime.fromisoformat(text)
    try:
        return int(text)
    except ValueError:
        return text


class Editor:
    """The workbooks of a folder that edits have touched; the others keep their bytes."""

    def __init__(self, folder):
        self.folder = folder
        self.books = {}

    def book(self, name):
        if name not in self.books:
            path = os.path.join(self.folder, name)
            if os.path.exists(path):
                # Results of formulas, not formulas: openpyxl would save those without any result.
                self.books[name] = openpyxl.load_workbook(path, data_only=True)
            else:
                self.books[name] = openpyxl.Workbook()
                self.books[name].remove(self.books[name].active)
        return self.books[name]

    def sheet(self, name, title):
        book = self.book(name)
        return book[title] if title in book.sheetnames else book.create_sheet(title)

    def apply(self, line):
        parts = [part.strip() for part in line.split(' › ')]
        (self.edit_file, self.edit_sheet, self.edit_cells)[len(parts) - 1](*parts)

    def edit_file(self, text):
        path = lambda name: os.path.join(self.folder, name)
        if match := re.match(r'(.*) heter (.*)$', text):
            os.rename(path(match[1]), path(match[2]))
        elif match := re.match(r'(.*) borttagen$', text):
            os.remove(path(match[1]))
        elif match := re.match(r'(.*) avkortad$', text):
            os.truncate(path(match[1]), os.path.getsize(path(match[1])) // 2)
        else:
            name, _, content = text.partition(' = text ')
            with open(path(name), 'w', encoding='utf-8') as file:
                file.write(content.replace('↵', '\n'))

    def edit_sheet(self, name, text):
        book = self.book(name)
        if match := re.match(r'(.*) heter (.*)$', text):
            book[match[1]].title = match[2]
        elif match := re.match(r'(.*) borttaget$', text):
            del book[match[1]]
        else:
            book[text.removesuffix(' dolt')].sheet_state = 'hidden'

    def edit_cells(self, name, title, text):
        sheet = self.sheet(name, title)
        if match := re.match(r'rad (\d+) borttagen$', text):
            sheet.delete_rows(int(match[1]))
        elif match := re.match(r'rad (\d+) dold$', text):
            sheet.row_dimensions[int(match[1])].hidden = True
        elif match := re.match(r'rad (\d+) × (\d+)$', text):
            self.repeat(sheet, int(match[1]), int(match[2]))
        elif text.startswith('+ '):
            row = sheet.max_row + (sheet.max_row > 1 or sheet['A1'].value is not None)
            for column, word in enumerate(text[2:].split(' | '), 1):
                sheet.cell(row, column).value = value_of(word)
        else:
            cell, _, word = text.partition(' = ')
            sheet[cell].value = value_of(word)
            if isinstance(sheet[cell].value, str):
                sheet[cell].data_type = 's'

    @staticmethod
    def repeat(sheet, row, count):
        cells = [cell.value for cell in sheet[row]]
        for number in range(1, count + 1):
            at = row if number == 1 else sheet.max_row + 1
            for column, value in enumerate(cells, 1):
                text = value.replace('#', str(number)) if isinstance(value, str) else value
                sheet.cell(at, column).value = text

    def save(self):
        for name, book in self.books.items():
            book.save(os.path.join(self.folder, name))


def apply_edits(folder, text):
    """Applies the lines to the folder's workbooks; blank lines and those that begin with # are passed over."""
    editor = Editor(folder)
    for line in text.splitlines():
        if line.strip() and not line.startswith('#'):
            editor.apply(line)
    editor.save()
