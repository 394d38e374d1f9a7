"""One table of two columns, in the words of each engine: make_templates.py FOLDER."""
import os
import sys

import docx
import openpyxl

ROWS = {
    'genomgang': [('{{för varje x i Rader}}{{x.a}}', '{{x.b}}{{slut}}')],
    'docxtemplater': [('{#Rader}{a}', '{b}{/Rader}')],
    'carbone': [('{d.Rader[i].a}', '{d.Rader[i].b}'), ('{d.Rader[i+1].a}', '{d.Rader[i+1].b}')],
}


def make_document(path, rows):
    document = docx.Document()
    document.add_heading('Händelser', 1)
    table = document.add_table(rows=0, cols=2)
    for row in [('Händelse', 'Åtgärd'), *rows]:
        for cell, text in zip(table.add_row().cells, row):
            cell.text = text
    document.save(path)


def make_workbook(path, rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)


def main():
    folder = sys.argv[1]
    for engine, rows in ROWS.items():
        make_document(os.path.join(folder, f'{engine}.docx'), rows)
    marker_rows = [('{{för varje x i Rader}}',), ('{{x.a}}', '{{x.b}}'), ('{{slut}}',)]
    make_workbook(os.path.join(folder, 'genomgang.xlsx'), [('Händelse', 'Åtgärd'), *marker_rows])
    make_workbook(os.path.join(folder, 'carbone.xlsx'), [('Händelse', 'Åtgärd'), *ROWS['carbone']])


if __name__ == '__main__':
    main()
