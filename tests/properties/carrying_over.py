"""From year to year: the plan is next year's input, and what `ny` makes can be read."""
import glob
import json
import os
import shutil

import openpyxl
from bench import changes, contents
from source_rows import plain

SAMPLE = 'forskolenamnden-2025'
YEARS = ('Rapportår', 'Uppföljningsår', 'Planperiod, första år', 'Planperiod, sista år')
COLUMNS = ('Aktivitets-ID', 'Aktivitet', 'Beskrivning', 'Ansvarig', 'Startår', 'Slutår', 'Klart senast', 'Status',
           'Prioritet', 'VoR-ID', 'Kostnad (tkr)')
LISTING = 'Tidigare aktiviteter'
NEW_FOLDERS = (('förskolenämnden', 2026), ('Ekdalens stadsdelsnämnd', 2031), ('nämnd & råd <ett>', 2021),
               ('nämnden', 2097))


def made_plan(bench, folder):
    result = bench.run('skapa', folder)
    assert result.code == 0, result.err
    return glob.glob(bench.path(folder, 'dokument', 'Aktivitetsplan*.xlsx'))[0]


def move_years_on(folder):
    """The sheet Uppgifter says next year."""
    path = os.path.join(folder, 'Grunduppgifter.xlsx')
    book = openpyxl.load_workbook(path)
    moved = 0
    for name, value in book['Uppgifter'].iter_rows(max_col=2):
        if name.value in YEARS:
            value.value += 1
            moved += 1
    assert moved == len(YEARS)
    book.save(path)


def listing_template(path):
    """A plan template that shows last year's activities."""
    book = openpyxl.Workbook()
    book.active.append([f'{{{{för varje a i {LISTING}}}}}'])
    book.active.append([f'{{{{a.{column}}}}}' for column in COLUMNS])
    book.active.append(['{{slut a}}'])
    book.save(path)


def table_rows(path):
    sheet = openpyxl.load_workbook(path)['Aktivitetsplan']
    header, *rows = [[cell.value for cell in row] for row in sheet[sheet.tables['Aktiviteter'].ref]]
    return [tuple(plain(dict(zip(header, row))[column]) for column in COLUMNS) for row in rows]


def next_year(bench):
    """The folder a year later, with last year's plan in it; the plan's path."""
    plan = made_plan(bench, bench.sample(SAMPLE, 'i år'))
    folder = bench.path(bench.sample(SAMPLE, 'nästa år'))
    move_years_on(folder)
    shutil.copy(plan, folder)
    return plan


def documents(folder):
    """The report and the plan; the protocol tells also of the books that were left out."""
    return {name: data for name, data in contents(folder).items() if not name.startswith('Granskningsprotokoll')}


def check_the_plan_is_next_years_input(bench):
    activities = table_rows(next_year(bench))
    result = bench.run('falt', 'nästa år')
    shown = [line.split('\t') for line in result.out.splitlines() if line.startswith(LISTING + '\t')]
    values = {line[1]: line[4] for line in shown if len(line) == 5}
    wanted = {'antal': str(len(activities)), 'Aktivitets-ID': activities[0][0], 'Aktivitet': activities[0][1],
              'Status': activities[0][7]}
    for name, value in wanted.items():
        if values.get(name) != value:
            yield f'falt visar {LISTING}.{name} = {values.get(name)!r}, väntat {value!r}'


def check_every_row_of_the_plan_comes_back(bench):
    activities = table_rows(next_year(bench))
    # Only this year's own plan remains to be written, so that the run has no errors to stop on.
    os.remove(bench.path('nästa år', 'Aktiviteter 2025-2027.xlsx'))
    listing_template(bench.path('lista.xlsx'))
    result = bench.run('skapa', 'nästa år', '--utkast', '--planmall', 'lista.xlsx', '--ut', 'ut')
    made = glob.glob(bench.path('ut', 'Aktivitetsplan*.xlsx'))
    if not made:
        yield f'ingen plan skrevs, slutkod {result.code}: {result.err}'
        return
    rows = openpyxl.load_workbook(made[0]).active.iter_rows(values_only=True)
    found = [tuple(map(plain, row)) for row in rows]
    blank_as_none = [tuple(None if value == '' else value for value in row) for row in found]
    if sorted(map(str, blank_as_none)) != sorted(map(str, activities)):
        yield f'{len(found)} rader kom tillbaka av {len(activities)}'
        yield from (f'saknas: {row}' for row in activities if row not in blank_as_none)
        yield from (f'för mycket: {row}' for row in blank_as_none if row not in activities)


def check_a_plan_of_the_same_year_is_left_out(bench):
    plan = made_plan(bench, bench.sample(SAMPLE, 'mapp'))
    before = documents(bench.path('mapp', 'dokument'))
    name = os.path.basename(plan)
    shutil.copy(plan, bench.path('mapp'))
    result = bench.run('kontrollera', 'mapp', '--json')
    told = [problem for problem in json.loads(result.out)['problems'] if problem['file'] == name]
    if [problem['severity'] for problem in told] != ['upplysning']:
        yield f'om {name} sägs {told}'
    for problem in told:
        if not problem['message'].endswith('.') or 'läses inte' not in problem['message']:
            yield f'upplysningen säger inte att boken inte läses: {problem["message"]!r}'
    after = bench.run('skapa', 'mapp', '--ut', 'ut')
    if after.code != 0:
        yield f'skapa gav {after.code}: {after.err}'
    yield from changes(before, documents(bench.path('ut')))


def check_new_folders_are_read_without_faults(bench):
    for board, year in NEW_FOLDERS:
        folder = f'ny {year}'
        made = bench.run('ny', folder, '--namnd', board, '--ar', str(year))
        if made.code != 0 or len(contents(bench.path(folder))) < 5:
            yield f'ny för {board} {year} gav {made.code}: {made.err}'
            continue
        result = bench.run('kontrollera', folder, '--json')
        problems = json.loads(result.out)['problems']
        facts = bench.run('falt', folder).out
        if f'\t{{{{Rapportår}}}}\ttal\t{year}\n' not in facts or f'\t{{{{Nämnd}}}}\ttext\t{board}\n' not in facts:
            yield f'{board} {year}: namnet och året läses inte tillbaka'
        for problem in problems:
            missing = problem['code'] == 'UPPG-002' and problem['severity'] == 'fel'
            still_to_come = problem['code'] in ('BLAN-002', 'UPPG-101', 'UPPG-105') and problem['severity'] == 'upplysning'
            if not missing and not still_to_come:
                yield f'{board} {year}: {problem["severity"]}[{problem["code"]}] {problem["cell"]} {problem["message"]}'
        if result.code != 3 or not problems:
            yield f'{board} {year}: slutkod {result.code} och {len(problems)} problem; tomma uppgifter ska vara fel'


def check_new_folders_have_the_same_bytes_each_time(bench):
    for board, year in NEW_FOLDERS:
        for folder, zone in (('en', 'Europe/Stockholm'), ('två', 'Asia/Tokyo')):
            bench.run('ny', f'{year} {folder}', '--namnd', board, '--ar', str(year), TZ=zone)
        first, second = contents(bench.path(f'{year} en')), contents(bench.path(f'{year} två'))
        if not first:
            yield f'{board} {year}: inga arbetsböcker skrevs'
        yield from (f'{board} {year}: {fault}' for fault in changes(first, second))
