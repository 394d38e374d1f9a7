#!/usr/bin/env python3
"""Write sample-data/forskolenamnden-2026: the year opened from forskolenamnden-2025 and filled in, and the plan of 2025
with the statuses that it was opened from. make_next_year_sample.py PROGRAM
"""
import datetime
import pathlib
import subprocess
import sys
import tempfile

import openpyxl

from sample_data import forskolenamnden_2026 as year

SAMPLES = pathlib.Path(__file__).resolve().parent.parent / "sample-data"
STAMP = datetime.datetime(2026, 10, 1)
STAR = " *"


def header(sheet, first):
    """Row of the headings, and the column of each."""
    for row in range(1, 12):
        columns = {str(cell.value).removesuffix(STAR): cell.column for cell in sheet[row] if cell.value}
        if first in columns and len(columns) > 2:
            return row, columns
    raise ValueError(f"{sheet.title} har ingen rubrik {first}")


def rows_by_key(sheet, head, column=1):
    found = {}
    for row in range(head + 1, sheet.max_row + 1):
        if sheet.cell(row, column).value is not None:
            found[str(sheet.cell(row, column).value)] = row
    return found


def put(sheet, row, columns, values):
    for heading, value in values.items():
        cell = sheet.cell(row, columns[heading])
        cell.value = value
        if isinstance(value, str) and value.startswith("="):
            cell.data_type = "s"


def save(book, path):
    book.properties.modified = STAMP
    book.save(path)


def fill_plan(source, target):
    """The plan at the end of the year."""
    book = openpyxl.load_workbook(source)
    sheet = book["Aktivitetsplan"]
    head, columns = header(sheet, "Aktivitets-ID")
    for row in range(head + 1, sheet.max_row + 1):
        key = (sheet.cell(row, 1).value, sheet.cell(row, columns["Startår"]).value)
        if key in year.STATES:
            put(sheet, row, columns, year.STATES[key])
    target.parent.mkdir(exist_ok=True)
    save(book, target)


def fill(path):
    book = openpyxl.load_workbook(path)
    for sheet in book:
        changes = year.ROWS.get(sheet.title, {})
        if "2025" in path.name and sheet.title in ("VoR", "IKP"):
            continue
        if not changes:
            continue
        first = year.FIRST[sheet.title]
        head, columns = header(sheet, first)
        rows = rows_by_key(sheet, head, columns[first])
        end = max(rows.values(), default=head)
        for key, values in changes.items():
            if values is None:
                sheet.delete_rows(rows.pop(key))
                rows = rows_by_key(sheet, head, columns[first])
                end = max(rows.values())
                continue
            if key not in rows:
                end += 1
                rows[key] = end
                put(sheet, end, columns, {first: key})
            put(sheet, rows[key], columns, values)
        review(sheet, head, columns, end)
    save(book, path)


def review(sheet, head, columns, end):
    """The texts have been read through."""
    if "Att granska" not in columns:
        return
    for row in range(head + 1, end + 1):
        put(sheet, row, columns, {"Att granska": None})
        if "Granskad datum" in columns:
            put(sheet, row, columns, {"Granskad datum": datetime.datetime(2026, 9, 15)})
        text = columns["Text"] if "Text" in columns else None
        if sheet.title == "Textblock" and text:
            cell = sheet.cell(row, text)
            cell.value = str(cell.value).replace("2025", "2026").replace("2024", "2025")


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    target = SAMPLES / "forskolenamnden-2026"
    plan = SAMPLES / "forskolenamnden-2025-plan" / "Aktivitetsplan 2025–2027 Förskolenämnden.xlsx"
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run([program, "skapa", SAMPLES / "forskolenamnden-2025", "--ut", scratch], check=True,
                       capture_output=True)
        fill_plan(next(pathlib.Path(scratch).glob("Aktivitetsplan*.xlsx")), plan)
    for old in target.glob("*.xlsx"):
        old.unlink()
    subprocess.run([program, "ny", target, "--fran", SAMPLES / "forskolenamnden-2025", "--plan", plan], check=True,
                   capture_output=True)
    for path in sorted(target.glob("*.xlsx")):
        fill(path)


if __name__ == "__main__":
    main()
