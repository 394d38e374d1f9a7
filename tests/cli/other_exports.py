"""What was understood of exports from other systems is shown, and can be answered in kolumner.xlsx."""
import os
import shutil

import openpyxl

from bench import expect_run

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = os.path.join(HERE, '..', '..', 'sample-data')
TEXTS = os.path.join(HERE, 'texts')
ANSWER = 'Svara Ja i kolumnen Svar på de frågor som stämmer, och lägg kolumner.xlsx i mappen.\n'
REGISTER = os.path.join('exporter', 'kommunens-riskregister')


def text_of(name):
    with open(os.path.join(TEXTS, name), encoding='utf-8') as file:
        return file.read()


def copied(bench, name):
    return shutil.copytree(os.path.join(SAMPLES, name), bench.path('underlag'))


def asking(bench):
    """A folder whose VoR has a heading that may be Konsekvens."""
    folder = copied(bench, 'forskolenamnden-2025')
    path = os.path.join(folder, 'VoR 2025.xlsx')
    book = openpyxl.load_workbook(path)
    heading = next(cell for row in book['VoR'].iter_rows() for cell in row if cell.value == 'Konsekvens')
    heading.value = 'Påverkan'
    book.save(path)
    return folder, heading.coordinate


def rows_of(path):
    sheet = openpyxl.load_workbook(path)['Kolumner']
    rows = [[cell or '' for cell in row] for row in sheet.iter_rows(values_only=True)]
    start = next(i for i, row in enumerate(rows) if str(row[0]).startswith('Blad'))
    return [row for row in rows[start + 1:] if any(row)]


def check_each_heading_is_shown_with_ours_and_why(bench):
    folder = copied(bench, REGISTER)
    yield from expect_run(bench.run('tolka', folder), 0, text_of('tolka-riskregister.txt'), '')


def check_a_folder_of_our_forms_has_nothing_to_show(bench):
    folder = copied(bench, 'forskolenamnden-2025')
    yield from expect_run(bench.run('tolka', folder), 0,
                          'Alla blad som läses är uppställda som blanketterna; inget behöver tolkas.\n', '')


def check_what_was_understood_can_be_kept_in_kolumner(bench):
    """The workbook that tolka writes gives the same reading."""
    folder = copied(bench, REGISTER)
    before = bench.run('kontrollera', folder).err
    kept = os.path.join(folder, 'kolumner.xlsx')
    run = bench.run('tolka', folder, '--ut', kept)
    if run.err != ANSWER or not run.out.endswith(f'{kept}\n'):
        yield f'svaret är ett annat: {run.out[-200:]} {run.err}'
    after = bench.run('kontrollera', folder)
    if after.code != 0 or after.err.count('BLAN-030') != before.count('BLAN-030'):
        yield f'bladen läses annorlunda med kolumner.xlsx: {after.err}'


def check_a_question_is_answered_with_ja(bench):
    folder, place = asking(bench)
    question = f'Är ”Påverkan” i {place} rubriken ”Konsekvens”?'
    if f'Fråga: {question}' not in bench.run('tolka', folder).out:
        yield 'frågan ställs inte'
    kept = os.path.join(folder, 'kolumner.xlsx')
    bench.run('tolka', folder, '--ut', kept)
    if ['VoR', 'Påverkan', 'Konsekvens', 'VoR', question, ''] not in rows_of(kept):
        yield f'frågan står inte i kolumner.xlsx: {rows_of(kept)}'
    if 'BLAN-031' not in bench.run('kontrollera', folder).err:
        yield 'en fråga utan svar används'
    book = openpyxl.load_workbook(kept)
    for row in book['Kolumner'].iter_rows():
        if row[4].value == question:
            row[5].value = 'Ja'
    book.save(kept)
    if 'BLAN-031' in bench.run('kontrollera', folder).err:
        yield 'svaret används inte'


def check_an_old_kolumner_is_not_written_over(bench):
    folder = copied(bench, REGISTER)
    kept = bench.path('kolumner.xlsx')
    bench.run('tolka', folder, '--ut', kept)
    if bench.run('tolka', folder, '--ut', kept).code != 5:
        yield 'filen skrevs över'
    if bench.run('tolka', folder, '--ut', kept, '--skriv-over').code != 0:
        yield 'filen skrevs inte över med --skriv-over'
