"""Blank workbooks that somebody fills in: each column gives back exactly what was typed, whoever saved the file."""
import datetime
import glob
import json
import os
import shutil
import subprocess

import openpyxl

YEAR = 2026
STAR = ' *'
NOT_DATA = ('Läs mig', 'Listor')
COUNTED = ('Riskvärde', 'Risknivå')  # formulas
ROWS = 2


def new_folder(bench):
    made = bench.run('ny', 'mapp', '--namnd', 'förskolenämnden', '--ar', str(YEAR))
    assert made.code == 0, made.err
    return sorted(glob.glob(bench.path('mapp', '*.xlsx')))


def heading_row(sheet):
    """The headings are the last row before the rows to fill in: the pane is frozen under them."""
    return int(''.join(c for c in sheet.freeze_panes if c.isdigit())) - 1


def words_of(book, sheet, cell):
    """The words of the cell's drop-down."""
    for validation in sheet.data_validations.dataValidation:
        if validation.type == 'list' and cell in validation.sqref:
            name = validation.formula1.lstrip('=')
            return next(list_words(book, list_name) for list_name in book.defined_names.definedName
                        if list_name.name == name)
    return []


def list_words(book, name):
    sheet, first = name.attr_text.split(':')[0].replace('$', '').split('!')
    top = book[sheet.strip("'")][first]
    column = [cell.value for row in book[sheet.strip("'")].iter_rows(
        min_row=top.row, min_col=top.column, max_col=top.column) for cell in row]
    return column[:column.index(None)] if None in column else column


def kinds_of(bench):
    """What each field of each list holds, as `falt` says: text, tal, datum, ja/nej."""
    lines = [line.split('\t') for line in bench.run('falt').out.splitlines()]
    return {(line[0], line[1]): line[3] for line in lines if len(line) >= 4}


def typed_value(book, sheet, cell, heading, kind, number):
    words = words_of(book, sheet, cell.coordinate)
    if words:
        return words[number % len(words)]
    if kind == 'datum':
        return datetime.datetime(YEAR, 3, 4 + number, 9, 10)
    if heading in ('År', 'Rapportår', 'Startår', 'Slutår'):
        return YEAR
    if kind == 'tal' or heading.isdigit():  # a year of Nyckeltal holds what was measured
        return 2 + number
    if cell.number_format == '@':
        return f'{heading[0]}{number}-01'
    return f'= {heading} ”{number}”\n\n- å & <ö>'


def fill(path, kinds):
    """Types something into each column of each form; what was typed, by sheet and cell."""
    typed = {}
    book = openpyxl.load_workbook(path)
    for sheet in book:
        if sheet.title in NOT_DATA or sheet.title == 'Uppgifter':
            continue
        head = heading_row(sheet)
        first = next(row for row in range(head + 1, sheet.max_row + 2) if sheet.cell(row, 1).value is None)
        for number in range(ROWS):
            for cell in sheet[head]:
                heading = (cell.value or '').removesuffix(STAR)
                if not heading or heading in COUNTED:
                    continue
                target = sheet.cell(first + number, cell.column)
                value = typed_value(book, sheet, target, heading, kinds.get((sheet.title.removesuffix('-uppföljning'), heading)), number)
                target.value = value
                if isinstance(value, str):
                    target.data_type = 's'
                typed[sheet.title, target.coordinate] = value
    book.save(path)
    return typed


def shown(value):
    """As `celler` shows a value."""
    if isinstance(value, datetime.datetime):
        return 'd', value.strftime('%Y-%m-%dT%H:%M').replace('T', ' ')
    if isinstance(value, int):
        return 'n', str(value)
    return 's', value.replace('\\', '\\\\').replace('\n', '\\n')


def differences(bench, path, typed):
    lines = [line.split('\t') for line in bench.run('celler', path).out.splitlines()]
    read = {(line[0], line[1]): tuple(line[2:]) for line in lines}
    for place, value in typed.items():
        kind, text = shown(value)
        found = read.get(place, ('', ''))
        same = found == (kind, text) or kind == 'd' and found[0] == 'd' and found[1].startswith(text[:10])
        if not same:
            yield f'{os.path.basename(path)} {place}: skrev {text!r}, läste {found!r}'


def resave(folder, target):
    subprocess.run(['soffice', f'-env:UserInstallation=file://{target}-profil', '--headless', '--convert-to', 'xlsx',
                    '--outdir', target, *sorted(glob.glob(os.path.join(folder, '*.xlsx')))],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)


def faults_of_reading(bench, folder):
    """What the reader of cells and sheets has to say of typed rows; that links and rules break is expected."""
    problems = json.loads(bench.run('kontrollera', folder, '--json').out)['problems']
    quiet = ('BLAN-002', 'BLAN-008', 'BLAN-021')
    return [f'{p["code"]} {p["file"]} {p["sheet"]} {p["cell"]}: {p["message"]}' for p in problems
            if p['code'].startswith(('BLAN-0', 'BLAN-1')) and p['code'] not in quiet]


def check_what_is_typed_is_read(bench):
    kinds = kinds_of(bench)
    typed = {path: fill(path, kinds) for path in new_folder(bench)}
    if sum(map(len, typed.values())) < 400:
        yield 'färre än 400 celler fylldes i'
    for path, cells in typed.items():
        yield from differences(bench, path, cells)
    yield from faults_of_reading(bench, 'mapp')
    if not shutil.which('soffice'):
        return
    resave(bench.path('mapp'), bench.path('sparad'))
    for path, cells in typed.items():
        yield from differences(bench, bench.path('sparad', os.path.basename(path)), cells)
    yield from faults_of_reading(bench, 'sparad')


def check_the_example_and_the_lists_are_never_data(bench):
    new_folder(bench)
    shown_lists = [line.split('\t') for line in bench.run('falt', 'mapp').out.splitlines()]
    counts = {line[0]: line[4] for line in shown_lists if len(line) == 5 and line[1] == 'antal'}
    for name in ('VoR', 'IKP', 'Uppföljning', 'Incidenter', 'Aktiviteter', 'Tidigare aktiviteter', 'Omvärld', 'Beslut'):
        if counts.get(name) != '0':
            yield f'{name} har {counts.get(name)} rader i en tom bok'


def check_risks_count_themselves(bench):
    """A row filled by a program that does not count has no stored results; after LibreOffice it has."""
    path = next(path for path in new_folder(bench) if 'VoR' in path)
    book = openpyxl.load_workbook(path)
    sheet = book['VoR']
    head = heading_row(sheet)
    columns = {(cell.value or '').removesuffix(STAR): cell.column for cell in sheet[head]}
    row = {'VoR-ID': 'V26-01', 'Område': 'Behörigheter', 'Oönskad händelse': 'Konton blir kvar.', 'Sannolikhet': 4,
           'Konsekvens': 4}
    for heading, value in row.items():
        sheet.cell(head + 1, columns[heading], value)
    book.save(path)
    folders = ['mapp']
    if shutil.which('soffice'):
        resave(bench.path('mapp'), bench.path('sparad'))
        folders.append('sparad')
    for folder in folders:
        values = {line.split('\t')[1]: line.split('\t')[4] for line in bench.run('falt', folder).out.splitlines()
                  if line.startswith('VoR\t') and line.count('\t') == 4}
        if (values.get('Riskvärde'), values.get('Risknivå')) != ('16', 'Kritisk'):
            yield f'{folder}: riskvärde {values.get("Riskvärde")}, risknivå {values.get("Risknivå")}'
        told = bench.run('kontrollera', folder).err
        if 'BLAN-111' in told:
            yield f'{folder}: formlerna sägs sakna resultat: {told}'
