"""Folders of workbooks that say the same in another order: columns reversed, sheets in other workbooks."""
import os

import openpyxl
from source_rows import ALIASES, YEAR_AT_END, header_of, year_in

LONGEST_TITLE = 31  # of a sheet, in Excel


def books_of(folder):
    """Name and workbook of each in the folder; results instead of formulas, which openpyxl would save without any."""
    for name in sorted(os.listdir(folder)):
        if name.endswith('.xlsx'):
            yield name, openpyxl.load_workbook(os.path.join(folder, name), data_only=True)


def copy_cells(source, target, column_for):
    """The cells' values and number formats, each in the column that `column_for` gives."""
    for row in source.iter_rows():
        for cell in row:
            if cell.value is not None:
                copy = target.cell(cell.row, column_for(cell.row, cell.column), cell.value)
                copy.number_format = cell.number_format


def reverse_columns(folder):
    """Every sheet with a header row gets its columns in reverse; returns how many sheets."""
    count = 0
    for name, book in books_of(folder):
        turned = openpyxl.Workbook()
        turned.remove(turned.active)
        for sheet in book.worksheets:
            header, _ = header_of(sheet)
            width = sheet.max_column
            copy_cells(sheet, turned.create_sheet(sheet.title),
                       lambda row, column, header=header, width=width: width + 1 - column
                       if header and row >= header else column)
            count += header is not None
        turned.save(os.path.join(folder, name))
    return count


def title_with_year(file, sheet):
    """The sheet's name with the year that its workbook gave it, when it has none of its own."""
    year = year_in(os.path.splitext(file)[0])
    if year_in(sheet.title) or year is None:
        return sheet.title
    title = f'{sheet.title} {year}'
    if len(title) > LONGEST_TITLE:
        title = f'{ALIASES[YEAR_AT_END.sub("", sheet.title).strip()]} {year}'
    return title


def all_in_one(folder):
    """One workbook with every sheet instead of many; returns how many sheets."""
    whole = openpyxl.Workbook()
    whole.remove(whole.active)
    for name, book in books_of(folder):
        for sheet in book.worksheets:
            title = title_with_year(name, sheet)
            assert title not in whole.sheetnames, title
            copy_cells(sheet, whole.create_sheet(title), lambda row, column: column)
        os.remove(os.path.join(folder, name))
    whole.save(os.path.join(folder, 'Allt.xlsx'))
    return len(whole.sheetnames)


def one_each(folder):
    """A workbook for each sheet, the last sheet first; returns how many."""
    sheets = [(title_with_year(name, sheet), sheet) for name, book in books_of(folder) for sheet in book.worksheets]
    for name in os.listdir(folder):
        os.remove(os.path.join(folder, name))
    for number, (title, sheet) in enumerate(reversed(sheets), 1):
        book = openpyxl.Workbook()
        book.active.title = title
        copy_cells(sheet, book.active, lambda row, column: column)
        book.save(os.path.join(folder, f'Bok {number:02} av {len(sheets)}.xlsx'))
    return len(sheets)
