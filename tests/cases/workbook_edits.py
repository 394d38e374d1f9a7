"""Edits of a case's workbooks, written in a file a person can read (andringar.txt): a line each.

VoR 2025.xlsx › VoR › D5 = hög            a cell's new value; "tom" empties it, 'text in single quotes' is text,
                                          =A1*2 a formula without a saved result, (ord ) × 300 a text 300 times,
                                          ↵ a line break, → a tab, \\x02 that control character
VoR 2025.xlsx › VoR › rad 9 borttagen     a row goes; also "rad 5–6 borttagen", "kolumn C borttagen"
VoR 2025.xlsx › VoR › rad 6 × 60          a row is copied until there are 60 of it; # in it is numbered
VoR 2025.xlsx › VoR › + a | b | c         a row below the last
VoR 2025.xlsx › VoR › A5:A7 sammanfogade  cells are merged
VoR 2025.xlsx › VoR borttaget             a sheet goes
VoR 2025.xlsx › VoR heter Vor 25          a sheet's new name
VoR 2025.xlsx › VoR dolt                  a sheet is hidden; "rad 7 dold" hides a row, "kolumn C dold" a column
VoR 2025.xlsx › VoR flyttat till Ny.xlsx  a sheet's values go to another workbook
VoR 2025.xlsx heter Risker.xlsx           a workbook's new name
VoR 2025.xlsx borttagen                   a workbook goes
VoR 2025.xlsx avkortad                    its last half goes
VoR 2025.xlsx lösenordsskyddad            it becomes what Excel saves with a password
Ny.xlsx › Blad › + a | b                  a workbook or sheet that is not there is made
lista.xlsx = text A;B                     a file with that text
"""
import datetime
import os
import re
import struct

import openpyxl
from openpyxl.utils import column_index_from_string

NONE, END = 0xFFFFFFFF, 0xFFFFFFFE  # of a compound file: no entry; the last sector

ISO_DATE = re.compile(r'\d{4}-\d\d-\d\d$')
REPEATED = re.compile(r'\((.*)\) × (\d+)$')
CONTROL = re.compile(r'\\x([0-9a-f]{2})')


def value_of(text):
    """The cell value that a person means by a word."""
    text = text.strip().replace('↵', '\n').replace('→', '\t')
    if text == 'tom' or not text:
        return None
    if match := REPEATED.match(text):
        return match[1] * int(match[2])
    if text.startswith("'") and text.endswith("'"):
        return text[1:-1]
    if ISO_DATE.match(text):
        return datetime.datetime.fromisoformat(text)
    if re.fullmatch(r'-?\d+,\d+', text):
        return float(text.replace(',', '.'))
    try:
        return int(text)
    except ValueError:
        return text


def set_value(cell, word):
    """Writes what a person means by a word into a cell."""
    value = value_of(word)
    if isinstance(value, str):
        # In the file a text's _x000D_ is written _x005F_x000D_, and a control character _x0002_.
        value = re.sub(r'_(?=x[0-9A-Fa-f]{4}_)', '_x005F_', value)
        value = CONTROL.sub(lambda match: f'_x00{match[1].upper()}_', value)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = 'f' if word.strip().startswith('=') else 's'


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
        elif match := re.match(r'(.*) lösenordsskyddad$', text):
            with open(path(match[1]), 'wb') as file:
                file.write(protected_book())
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
        elif match := re.match(r'(.*) flyttat till (.*)$', text):
            self.move_sheet(book, match[1], match[2])
        else:
            book[text.removesuffix(' dolt')].sheet_state = 'hidden'

    def edit_cells(self, name, title, text):
        sheet = self.sheet(name, title)
        if match := re.match(r'rad (\d+)(?:–(\d+))? borttagen$', text):
            sheet.delete_rows(int(match[1]), int(match[2] or match[1]) - int(match[1]) + 1)
        elif match := re.match(r'kolumn ([A-Z]+) borttagen$', text):
            sheet.delete_cols(column_index_from_string(match[1]))
        elif match := re.match(r'kolumn ([A-Z]+) dold$', text):
            sheet.column_dimensions[match[1]].hidden = True
        elif match := re.match(r'rad (\d+) dold$', text):
            sheet.row_dimensions[int(match[1])].hidden = True
        elif match := re.match(r'([A-Z]+\d+:[A-Z]+\d+) sammanfogade$', text):
            sheet.merge_cells(match[1])
        elif match := re.match(r'rad (\d+) × (\d+)$', text):
            self.repeat(sheet, int(match[1]), int(match[2]))
        elif text.startswith('+ '):
            row = sheet.max_row + (sheet.max_row > 1 or sheet['A1'].value is not None)
            for column, word in enumerate(text[2:].split(' | '), 1):
                set_value(sheet.cell(row, column), word)
        else:
            cell, _, word = text.partition(' = ')
            set_value(sheet[cell], word)

    def move_sheet(self, book, title, target):
        moved = self.sheet(target, title)
        for row in book[title].iter_rows():
            for cell in row:
                copy = moved.cell(cell.row, cell.column, cell.value)
                copy.number_format, copy.data_type = cell.number_format, cell.data_type
        del book[title]

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
            path = os.path.join(self.folder, name)
            if book.worksheets:
                book.save(path)
            elif os.path.exists(path):
                os.remove(path)


def directory_entry(name, kind, start=END, size=0, child=NONE, sibling=NONE):
    """A stream or storage of a compound file."""
    encoded = (name + '\0').encode('utf-16-le')
    numbers = struct.pack('<HBBIII', len(encoded), kind, 1, NONE, sibling, child)
    return encoded.ljust(64, b'\0') + numbers + bytes(36) + struct.pack('<IQ', start, size)


def protected_book():
    """The smallest compound file with an encrypted package: what Excel saves with a password, without its content."""
    header = bytes.fromhex('d0cf11e0a1b11ae1') + bytes(16) + struct.pack('<HHHHH', 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack('<IIIIIIIIII', 0, 1, 1, 0, 4096, END, 0, END, 0, 0) + b'\xff' * 432
    sectors = [0xFFFFFFFD, END, *range(3, 10), END, *range(11, 18), END]
    table = struct.pack(f'<{len(sectors)}I', *sectors).ljust(512, b'\xff')
    directory = (directory_entry('Root Entry', 5, child=1) + directory_entry('EncryptedPackage', 2, 2, 4096, sibling=2)
                 + directory_entry('EncryptionInfo', 2, 10, 4096) + bytes(128))
    return header + table + directory + bytes(range(256)) * 32


def apply_edits(folder, text):
    """Applies the lines to the folder's workbooks; blank lines and those that begin with # are passed over."""
    editor = Editor(folder)
    for line in text.splitlines():
        if line.strip() and not line.startswith('#'):
            editor.apply(line)
    editor.save()
