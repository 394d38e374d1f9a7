"""ny --fran: a year closed and the next opened, from files alone."""
import datetime
import glob
import json
import os
import shutil
import subprocess

import openpyxl
from bench import changes, contents, refusal

SAMPLE = 'forskolenamnden-2025'
STATES = {('A25-01', 2025): ('Klar', None), ('A25-02', 2025): ('Försenad', None), ('A25-03', 2025): ('Flyttad', 2026),
          ('A25-06', 2025): ('Utgår', None)}
TO_FILL_IN = {'BLAN-101', 'UPPF-101', 'UPPF-107', 'UPPG-002', 'VOR-106'}


def year_with_plan(bench):
    """Last year's folder, with the documents that were made of it; the plan's path."""
    folder = bench.sample(SAMPLE, 'i år')
    made = bench.run('skapa', folder)
    assert made.code == 0, made.err
    return glob.glob(bench.path(folder, 'dokument', 'Aktivitetsplan*.xlsx'))[0]


def fill_in(plan):
    """As people do: statuses, another order, a column and a row of their own, a hidden sheet."""
    book = openpyxl.load_workbook(plan)
    sheet = book['Aktivitetsplan']
    head = next(row for row in range(1, 10) if sheet.cell(row, 1).value == 'Aktivitets-ID')
    headings = [cell.value for cell in sheet[head]]
    last = head
    while sheet.cell(last + 1, 1).value:
        last += 1
    rows = [[sheet.cell(row, column + 1).value for column in range(len(headings))] for row in range(head + 1, last + 1)]
    at = {heading: headings.index(heading) for heading in headings}
    for row in rows:
        state, moved = STATES.get((row[0], int(row[at['Startår']])), (None, None))
        if state:
            row[at['Status']], row[at['Flyttad till år']] = state, moved
            row[at['Status datum']] = datetime.datetime(2025, 12, 1)
    rows.sort(key=lambda row: (row[at['Ansvarig']], row[0]), reverse=True)
    new = [None] * len(headings)
    for heading, value in {'Aktivitets-ID': 'A25-90', 'Aktivitet': 'Tillagd under året', 'Startår': 2025, 'Slutår': 2025,
                           'Ansvarig': 'ISAM', 'Status': 'Pågår'}.items():
        new[at[heading]] = value
    for number, row in enumerate([*rows, new], start=head + 1):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value
    free = len(headings) + 1
    sheet.cell(head, free).value = 'Vår anteckning'
    sheet.cell(head + 1, free).value = 'viktig'
    book['Tidslinje'].sheet_state = 'hidden'
    book.save(plan)
    return len(rows) + 1


def resave(bench, path):
    folder = bench.path('sparad')
    subprocess.run(['soffice', f'-env:UserInstallation=file://{bench.path("profil")}', '--headless', '--convert-to',
                    'xlsx', '--outdir', folder, path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True,
                   timeout=120)
    shutil.copy(os.path.join(folder, os.path.basename(path)), path)
    shutil.rmtree(folder)


def rows_of(path, sheet):
    """The rows of a form as dicts, by heading."""
    book = openpyxl.load_workbook(path, data_only=True)
    sheet = book[sheet]
    head = int(''.join(c for c in sheet.freeze_panes if c.isdigit())) - 1
    headings = [str(cell.value).removesuffix(' *') for cell in sheet[head]]
    rows = [dict(zip(headings, row)) for row in sheet.iter_rows(min_row=head + 1, values_only=True)]
    return [row for row in rows if row[headings[0]] is not None]


def check_a_year_is_closed_and_the_next_opened(bench):
    plan = year_with_plan(bench)
    activities = fill_in(plan)
    if shutil.which('soffice'):
        resave(bench, plan)
    os.rename(plan, os.path.join(os.path.dirname(plan), 'Planen i december.xlsx'))
    before = contents(bench.path('i år'))
    result = bench.run('ny', 'nästa år', '--fran', 'i år')
    if result.code != 0:
        yield f'slutkod {result.code}: {result.err}'
        return
    yield from changes(before, contents(bench.path('i år')))
    for sentence in ('Året 2026 är öppnat från ”i år”.', 'hämtad ur ”dokument/Planen i december.xlsx”',
                     f'Aktiviteter: {activities} rader står med sin status i Tidigare aktiviteter.',
                     'A25-90 (2025) finns i planen men inte i arbetsboken Aktiviteter; den är med.'):
        if sentence not in result.err:
            yield f'svaret saknar {sentence!r}: {result.err}'
    book = glob.glob(bench.path('nästa år', 'Aktiviteter*.xlsx'))[0]
    earlier = {(row['Aktivitets-ID'], row['Startår']): row for row in rows_of(book, 'Tidigare aktiviteter')}
    for key, (state, moved) in STATES.items():
        found = earlier.get(key, {})
        if (found.get('Status'), found.get('Flyttad till år')) != (state, moved):
            yield f'{key}: {found.get("Status")}, flyttad till {found.get("Flyttad till år")}; väntat {state}, {moved}'
    going_on = {row['Aktivitets-ID'] for row in rows_of(book, 'Aktiviteter')}
    if 'A25-06' in going_on or not {'A25-03', 'A25-90', 'A25-02-2025'} <= going_on:
        yield f'i den nya planen: {sorted(going_on)}'
    events = rows_of(bench.path('nästa år', 'VoR 2026.xlsx'), 'VoR')
    if [(row['VoR-ID'], row['Föregående VoR-ID'], row['Riskvärde']) for row in events[:1]] != [('V26-01', 'V25-01', 12)]:
        yield f'första händelsen: {events[:1]}'


def check_the_new_year_asks_only_for_what_a_person_has_to_do(bench):
    year_with_plan(bench)
    bench.run('ny', 'nästa år', '--fran', 'i år')
    problems = json.loads(bench.run('kontrollera', 'nästa år', '--json').out)['problems']
    for problem in problems:
        if problem['severity'] == 'fel' and problem['code'] not in TO_FILL_IN:
            yield f'{problem["code"]} {problem["file"]} {problem["cell"]}: {problem["message"]}'
    if not any(problem['code'] == 'UPPF-107' and problem['sheet'] == 'Uppföljning' for problem in problems):
        yield 'uppföljningen som väntar sägs inte'


def check_two_plans_are_a_question(bench):
    plan = year_with_plan(bench)
    shutil.copy(plan, bench.path('i år', 'Plan ifylld.xlsx'))
    result = bench.run('ny', 'nästa år', '--fran', 'i år')
    name = 'dokument/' + os.path.basename(plan)
    wanted = refusal('NYAR-102', f'Det finns flera aktivitetsplaner: ”{name}” och ”Plan ifylld.xlsx”.', name,
                     'Peka ut den som är ifylld med --plan FIL.')
    if result.code != 3 or wanted not in result.err or os.path.exists(bench.path('nästa år')):
        yield f'slutkod {result.code}: {result.err}'
    chosen = bench.run('ny', 'nästa år', '--fran', 'i år', '--plan', os.path.join('i år', 'Plan ifylld.xlsx'))
    if chosen.code != 0 or 'hämtad ur ”Plan ifylld.xlsx”' not in chosen.err:
        yield f'slutkod {chosen.code}: {chosen.err}'


def check_faults_of_last_year_are_told_and_carried(bench):
    bench.sample('trasig')
    result = bench.run('ny', 'nästa år', '--fran', 'trasig')
    if result.code != 0:
        yield f'slutkod {result.code}: {result.err}'
        return
    if 'VOR-103' not in result.err or '› D5' not in result.err:
        yield f'felet i D5 sägs inte: {result.err}'
    rows = rows_of(bench.path('nästa år', 'VoR 2025.xlsx'), 'VoR')
    if [row['Sannolikhet'] for row in rows][:2] != ['hög', 7]:
        yield f'det som stod i cellerna fördes inte över: {rows[:2]}'


def check_the_same_year_has_the_same_bytes(bench):
    year_with_plan(bench)
    for target, zone in (('en', 'Europe/Stockholm'), ('två', 'Asia/Tokyo')):
        bench.run('ny', target, '--fran', 'i år', TZ=zone)
    if not contents(bench.path('en')):
        yield 'inga arbetsböcker skrevs'
    yield from changes(contents(bench.path('en')), contents(bench.path('två')))
