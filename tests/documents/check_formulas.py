"""Results of formulas beside those that LibreOffice calculates: check_formulas.py --program PATH

The plan of each board of the sample data, and a template with formulas of every kind, are filled. Then their results
are taken out and LibreOffice calculates them anew: what we put in must be the same, cell by cell. What we leave open
is told and counted, and for the plan there may be none.
"""
import argparse
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import openpyxl
from openpyxl.worksheet.table import Table

PROJECT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..'))
BOARDS = ('forskolenamnden-2025', 'ekdalens-stadsdelsnamnd-2026')
RESULT = re.compile(rb'(</f>)<v[^>]*>[^<]*</v>')
# Formulas over the table Lista (Namn, Status, Timmar, Dag) in rows 4 and on; what only Excel can tell last.
FORMULAS = (
    'SUM(Lista[Timmar])', 'SUM(C4:C4)', 'SUM(C:C)', 'AVERAGE(Lista[Timmar])', 'MIN(Lista[Timmar])+MAX(Lista[Timmar])',
    'COUNT(Lista[Timmar])', 'COUNTA(Lista[Namn])', 'COUNTBLANK(Lista[Status])', 'COUNTIF(Lista[Status],"klar")',
    'COUNTIF(Lista[Status],"<>Klar")', 'COUNTIF(Lista[Status],"")', 'COUNTIF(Lista[Status],"<>")',
    'COUNTIF(Lista[Namn],"*å*")', 'COUNTIF(Lista[Namn],"?t*")', 'COUNTIF(Lista[Timmar],">=10")',
    'COUNTIF(Lista[Timmar],10)', 'COUNTIFS(Lista[Status],"Klar",Lista[Timmar],">1")',
    'SUMIF(Lista[Status],"Klar",Lista[Timmar])', 'SUMIFS(Lista[Timmar],Lista[Status],"Pågår",Lista[Namn],"<>")',
    'AVERAGEIF(Lista[Status],"Klar",Lista[Timmar])', 'IFERROR(AVERAGEIF(Lista[Status],"Saknas",Lista[Timmar]),"–")',
    'SUBTOTAL(109,Lista[Timmar])', 'SUBTOTAL(3,Lista[Namn])', 'ROWS(Lista[Namn])', 'YEAR(MAX(Lista[Dag]))',
    'MONTH(MIN(Lista[Dag]))', 'DAY(MIN(Lista[Dag]))', 'IF(SUM(Lista[Timmar])>10,"många","få")&" timmar"',
    'VLOOKUP("två",Lista[[Namn]:[Timmar]],3,FALSE)', 'INDEX(Lista[Timmar],MATCH("två",Lista[Namn],0))',
    'LEFT("Ärende",2)&MID("Ärende",3,2)&RIGHT("Ärende",1)', 'LEN("å ä ö")', 'TRIM("  a   b ")', 'ROUND(2.345,2)',
    'ROUND(-2.5,0)', 'INT(-1.2)', 'MOD(-7,3)', 'ABS(-3)', '-2^2', '2^3^2', '50%', '1/0', 'NOT(TRUE)', '"a"="A"',
    'AND(SUM(Lista[Timmar])>0,OR(FALSE,1=1))', '"5"+1', 'TODAY()-TODAY()', 'SUMPRODUCT(Lista[Timmar]*2)')
RECORDS = [{'Namn': 'ett', 'Status': 'Klar', 'Timmar': 10, 'Dag': '2026-02-03'},
           {'Namn': 'två', 'Status': 'Pågår', 'Timmar': 2.5, 'Dag': '2026-11-30'},
           {'Namn': 'Åtgärd & <plan>', 'Status': 'KLAR', 'Timmar': 0.1, 'Dag': '2027-01-01'},
           {'Namn': 'tom', 'Status': None, 'Timmar': None, 'Dag': None}]


def run(*words):
    return subprocess.run(words, capture_output=True, text=True, timeout=300)


def template(path):
    book = openpyxl.Workbook()
    sheet = book.active
    for column, heading in enumerate(('Namn', 'Status', 'Timmar', 'Dag'), start=1):
        sheet.cell(3, column, heading)
        sheet.cell(4, column, '{{%s}}' % heading)
    sheet.add_table(Table(displayName='Lista', ref='A3:D4'))
    other = book.create_sheet('Räknat')
    for row, formula in enumerate(FORMULAS, start=1):
        # A range of plain cells is of the other sheet.
        other.cell(row, 1, '=' + re.sub(r'\((C4:C4|C:C)\)', rf"('{sheet.title}'!\1)", formula))
    book.save(path)


def recalculated(path, scratch):
    """The workbook with results by LibreOffice alone."""
    bare = os.path.join(scratch, 'utan-resultat.xlsx')
    with zipfile.ZipFile(path) as filled, zipfile.ZipFile(bare, 'w', zipfile.ZIP_DEFLATED) as without:
        for name in filled.namelist():
            data = filled.read(name)
            without.writestr(name, RESULT.sub(rb'\1', data) if name.startswith('xl/worksheets/sheet') else data)
    out = os.path.join(scratch, 'omraknad')
    done = run('soffice', f'-env:UserInstallation=file://{scratch}/profil', '--headless', '--convert-to',
               'xlsx:Calc MS Excel 2007 XML', '--outdir', out, bare)
    assert done.returncode == 0, done.stderr
    return openpyxl.load_workbook(os.path.join(out, 'utan-resultat.xlsx'), data_only=True)


def is_same(ours, theirs):
    if isinstance(ours, bool) or isinstance(theirs, bool) or None in (ours, theirs):
        return (ours or '') == (theirs or '')
    if isinstance(ours, (int, float)) and isinstance(theirs, (int, float)):
        return abs(ours - theirs) <= 1e-9 * max(1, abs(ours))
    return ours == theirs


def compare(path, scratch):
    """The formulas whose result is another one, and those that were left open."""
    formulas, ours = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    theirs = recalculated(path, scratch)
    count, wrong, left_open = 0, [], []
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != 'f':
                    continue
                count += 1
                a, b = (book[sheet.title][cell.coordinate].value for book in (ours, theirs))
                if a is None and b not in (None, ''):
                    left_open.append(cell.value)
                elif not is_same(a, b):
                    wrong.append(f'{sheet.title}!{cell.coordinate} {cell.value}: {a!r}, LibreOffice {b!r}')
    return count, wrong, left_open


def fill_plan(program, scratch, board):
    folder = os.path.join(scratch, board)
    shutil.copytree(os.path.join(PROJECT, 'sample-data', board), folder)
    done = run(program, 'skapa', folder)
    assert done.returncode == 0, done.stderr
    return glob.glob(os.path.join(folder, 'dokument', 'Aktivitetsplan*.xlsx'))[0], []


def fill_formulas(program, scratch, name):
    mall, data, filled = (os.path.join(scratch, file) for file in (f'{name}.xlsx', 'data.json', 'ifylld.xlsx'))
    template(mall)
    with open(data, 'w', encoding='utf-8') as file:
        json.dump({'Lista': RECORDS}, file)
    done = run(program, 'fyll', mall, data, '--ut', filled)
    assert done.returncode == 0, done.stderr
    return filled, ['="5"+1', '=TODAY()-TODAY()', '=SUMPRODUCT(Lista[Timmar]*2)']


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--program', required=True)
    program = os.path.abspath(parser.parse_args().program)
    passed = failed = 0
    for fill, name in [*((fill_plan, board) for board in BOARDS), (fill_formulas, 'formler')]:
        with tempfile.TemporaryDirectory(prefix='formler-') as scratch:
            path, expected_open = fill(program, scratch, name)
            count, wrong, left_open = compare(path, scratch)
        if left_open != expected_open:
            wrong.append(f'utan resultat: {left_open}')
        if count == 0:
            wrong.append('inga formler')
        print('FEL' if wrong else 'ok', name, f'{count} formler')
        for line in wrong[:20]:
            print(f'    {line}')
        passed, failed = passed + (not wrong), failed + bool(wrong)
    print(f'{passed} passed, {failed} failed')
    sys.exit(failed > 0)


if __name__ == '__main__':
    main()
