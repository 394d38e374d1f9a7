"""Saves a workbook with other cells, as Excel does it: edit_workbook.py BOOK SHEET CELL VALUE [CELL VALUE ...]

Formulas become the values that they had, since nobody calculates them here.
"""
import os
import sys

import openpyxl

path, sheet, *cells = sys.argv[1:]
book = openpyxl.load_workbook(path, data_only=True)
for cell, value in zip(cells[::2], cells[1::2]):
    book[sheet][cell] = int(value) if value.isdigit() else value
beside = os.path.join(os.path.dirname(path), '.' + os.path.basename(path) + '.tmp')
book.save(beside)
os.replace(beside, path)
