"""Documents that are there already, open, in the way or in a folder that takes none: nothing is lost."""
import os

import docx
import openpyxl
from bench import changes, contents, expect_run, refusal
from small_disk import read_only

SAMPLE = 'forskolenamnden-2025'
REPORT = 'Ledningens genomgång 2025 Förskolenämnden.docx'
PLAN = 'Aktivitetsplan 2025–2027 Förskolenämnden.xlsx'
PROTOCOL, PAGE = (f'Granskningsprotokoll 2025 Förskolenämnden.{kind}' for kind in ('xlsx', 'html'))
ALL = (REPORT, PLAN, PROTOCOL, PAGE)
EXISTS = ('FIL-076', 'Dokumentet finns redan och skrivs inte över.')
EXISTS_HINT = 'Lägg till --skriv-over, eller välj en annan mapp med --ut.'
OPEN = ('FIL-075', 'Dokumentet är öppet i Word eller Excel.')
OPEN_HINT = 'Stäng det och kör kommandot igen, eller välj en annan mapp med --ut.'
FOLDER_IN_THE_WAY = ('FIL-074', 'Det finns en mapp med dokumentets namn.')
FOLDER_HINT = 'Byt namn på mappen, eller välj en annan mapp med --ut.'


def made(bench):
    """The sample with its documents in 'ut'."""
    folder = bench.sample(SAMPLE)
    result = bench.run('skapa', folder, '--ut', 'ut')
    assert result.code == 0, result.err
    return folder


def refused(bench, result, code_and_message, place, hint, before):
    """Faults of a refused run that must leave the folder 'ut' as it was."""
    yield from expect_run(result, 5, '')
    if not result.err.endswith(refusal(*code_and_message, place, hint)):
        yield f'standard fel {result.err[-400:]!r}, väntat {refusal(*code_and_message, place, hint)!r}'
    yield from changes(before, contents(bench.path('ut')))


def check_documents_lie_in_dokument_by_default(bench):
    folder = bench.sample(SAMPLE)
    wanted = [f'{folder}/dokument/{name}' for name in ALL]
    before = contents(bench.path(folder))
    yield from expect_run(bench.run('skapa', folder), 0, '\n'.join(wanted) + '\n')
    after = contents(bench.path(folder))
    new = {'dokument', *(f'dokument/{name}' for name in ALL)}
    if set(after) - set(before) != new:
        yield f'nytt i mappen: {sorted(set(after) - set(before))}'
    yield from changes(before, {name: after[name] for name in after if name not in new})


def check_existing_documents_are_not_overwritten(bench):
    folder = made(bench)
    for name in (REPORT, PLAN):
        with open(bench.path('ut', name), 'ab') as file:
            file.write(b'mitt eget')
    before = contents(bench.path('ut'))
    result = bench.run('skapa', folder, '--ut', 'ut')
    yield from refused(bench, result, EXISTS, f'ut/{REPORT}', EXISTS_HINT, before)


def check_one_existing_document_stops_all(bench):
    for name in ALL:
        folder = SAMPLE if os.path.isdir(bench.path(SAMPLE)) else bench.sample(SAMPLE)
        bench.run('skapa', folder, '--ut', 'ut', '--skriv-over')
        for other in set(ALL) - {name}:
            os.remove(bench.path('ut', other))
        before = contents(bench.path('ut'))
        result = bench.run('skapa', folder, '--ut', 'ut')
        yield from refused(bench, result, EXISTS, f'ut/{name}', EXISTS_HINT, before)


def check_skriv_over_writes_anew(bench):
    folder = made(bench)
    before = contents(bench.path('ut'))
    for name in ALL:
        with open(bench.path('ut', name), 'wb') as file:
            file.write(b'skrot')
    yield from expect_run(bench.run('skapa', folder, '--ut', 'ut', '--skriv-over'), 0,
                          ''.join(f'ut/{name}\n' for name in ALL))
    yield from changes(before, contents(bench.path('ut')))


def check_a_folder_with_a_documents_name(bench):
    folder = bench.sample(SAMPLE)
    for name in (REPORT, PLAN):
        target = bench.path('ut', name)
        os.makedirs(os.path.join(target, 'innehåll'))
        before = contents(bench.path('ut'))
        for option in ([], ['--skriv-over']):
            result = bench.run('skapa', folder, '--ut', 'ut', *option)
            yield from refused(bench, result, FOLDER_IN_THE_WAY, f'ut/{name}', FOLDER_HINT, before)
        os.removedirs(os.path.join(target, 'innehåll'))


def check_a_blocked_plan_leaves_the_old_report(bench):
    """Both or none: the plan's name is taken, so the report stays as it was."""
    folder = made(bench)
    os.remove(bench.path('ut', PLAN))
    os.mkdir(bench.path('ut', PLAN))
    with open(bench.path('ut', REPORT), 'ab') as file:
        file.write(b'gammal')
    before = contents(bench.path('ut'))
    result = bench.run('skapa', folder, '--ut', 'ut', '--skriv-over')
    yield from refused(bench, result, FOLDER_IN_THE_WAY, f'ut/{PLAN}', FOLDER_HINT, before)


def check_an_open_document_is_not_overwritten(bench):
    folder = made(bench)
    for name in (REPORT, PLAN):
        # Word leaves out the first two letters of a long name, LibreOffice none.
        for lock in (f'~${name[2:]}', f'~${name}', f'.~lock.{name}#'):
            bench.write(f'ut/{lock}', 'Åsa')
            before = contents(bench.path('ut'))
            result = bench.run('skapa', folder, '--ut', 'ut', '--skriv-over')
            yield from refused(bench, result, OPEN, f'ut/{name}', OPEN_HINT, before)
            os.remove(bench.path('ut', lock))
    yield from expect_run(bench.run('skapa', folder, '--ut', 'ut', '--skriv-over'), 0)


def check_a_folder_that_takes_no_files(bench):
    folder = made(bench)
    before = contents(bench.path('ut'))
    with read_only(bench.path('ut')):
        wanted = ('FIL-071', 'Du har inte rätt att skriva i mappen.'), 'ut', 'Välj en annan mapp med --ut.'
        yield from refused(bench, bench.run('skapa', folder, '--ut', 'ut', '--skriv-over'), *wanted, before)
        place = 'ut/djupare'
        result = bench.run('skapa', folder, '--ut', place)
        yield from refused(bench, result, wanted[0], place, wanted[2], before)


def check_a_file_with_the_folders_name(bench):
    folder = bench.sample(SAMPLE)
    bench.write('upptaget', 'text')
    before = contents(bench.scratch)
    result = bench.run('skapa', folder, '--ut', 'upptaget')
    if not result.err.endswith(refusal('FIL-073', 'Det finns en fil med mappens namn.', 'upptaget',
                                       'Välj en annan mapp med --ut.')):
        yield f'standard fel {result.err[-200:]!r}'
    yield from expect_run(result, 5, '')
    yield from changes(before, contents(bench.scratch))


def check_a_name_that_the_disk_does_not_take(bench):
    docx.Document().save(bench.path('mall.docx'))
    data = bench.write('data.json', '{}')
    os.mkdir(bench.path('ut'))
    result = bench.run('fyll', 'mall.docx', data, '--ut', f'ut/{"x" * 300}.docx')
    yield from refused(bench, result, ('FIL-072', 'Filen kan inte skrivas.'), 'ut', 'Välj en annan mapp med --ut.', {})


def check_ny_does_not_write_over(bench):
    """What it advises must be something that the command takes."""
    new = ['ny', 'mapp', '--namnd', 'nämnden', '--ar', '2026']
    bench.run(*new)
    bench.write('mapp/Grunduppgifter.xlsx', 'mitt eget')
    before = contents(bench.path('mapp'))
    result = bench.run(*new)
    yield from expect_run(result, 5, '')
    if not result.err.startswith('fel[FIL-076]: Dokumentet finns redan och skrivs inte över.\n  plats: mapp/'):
        yield f'standard fel {result.err!r}'
    yield from changes(before, contents(bench.path('mapp')))
    taken = bench.run('ny', '--hjalp').out
    yield from (f'avslaget råder till {option}, som ny inte tar: {result.err!r}' for option in ('--skriv-over', '--ut')
                if option in result.err and option not in taken)


def check_names_of_documents_stay_in_the_folder(bench):
    """A board's name can hold what no file name may."""
    folder = bench.sample(SAMPLE)
    path = bench.path(folder, 'Grunduppgifter.xlsx')
    for board in ('../../x', 'a/b\\c', 'NUL', 'Nämnd. ', 'ö' * 300, 'x:*?"<>|'):
        book = openpyxl.load_workbook(path)
        for name, value in book['Uppgifter'].iter_rows(max_col=2):
            if name.value == 'Nämnd, rubrikform':
                value.value = board
        book.save(path)
        before = contents(bench.scratch)
        result = bench.run('skapa', folder, '--ut', 'ut', '--skriv-over')
        new = sorted(set(contents(bench.scratch)) - set(before) - {'ut'})
        if result.code != 0 or len(new) != 4 or any(os.path.dirname(name) != 'ut' for name in new):
            yield f'{board[:20]!r}: slutkod {result.code}, nya filer {new}'
        elif any(set('\\:*?"<>|') & set(name) or os.path.splitext(name)[0][-1] in '. ' for name in new):
            yield f'{board[:20]!r}: {new}'
