"""Disks without room: exit 5, nothing left behind, what was there is as it was."""
import os

from bench import changes, contents, expect_run, refusal
from small_disk import leave_free, small_disk

SAMPLE = 'forskolenamnden-2025'
FULL = ('FIL-070', 'Disken är full, så inget har skrivits.')
HINT = 'Ta bort något från disken, eller välj en annan mapp med --ut.'
TEMPORARY_FULL = refusal('FIL-301', 'Arbetsboken ”Grunduppgifter.xlsx” gick inte att skriva.', 'Grunduppgifter.xlsx',
                         'Kontrollera att disken inte är full och att mappen går att skriva i.')
DOCUMENT_PAGES = (1, 2, 5, 8, 12, 16, 24, 32, 48, 60, 128)  # from no room to room for all
WHOLE_DISK = 256  # pages: room for all of them twice
WORKBOOK_PAGES = (1, 2, 4, 8, 12, 16, 24, 64)


def check_new_documents_on_a_full_disk(bench):
    folder = bench.sample(SAMPLE)
    codes = []
    for pages in DOCUMENT_PAGES:
        with small_disk(bench.path('disk'), pages) as target:
            result = bench.run('skapa', folder, '--ut', 'disk')
            codes.append(result.code)
            left = contents(target)
            if result.code == 0 and len(left) != 4:
                yield f'{pages} sidor: klart, men {sorted(left)} på disken'
            if result.code != 0:
                faults = list(expect_run(result, 5, ''))
                if not result.err.endswith(refusal(*FULL, 'disk', HINT)):
                    faults.append(f'standard fel {result.err!r}')
                yield from (f'{pages} sidor: {fault}' for fault in [*faults, *changes({}, left)])
    if codes[0] != 5 or codes[-1] != 0:
        yield f'slutkoderna är {codes}; den minsta disken ska vara full och den största räcka'


def check_old_documents_on_a_full_disk(bench):
    folder = bench.sample(SAMPLE)
    codes = []
    for pages in DOCUMENT_PAGES:
        with small_disk(bench.path('disk'), WHOLE_DISK) as target:
            bench.run('skapa', folder, '--ut', 'disk')
            leave_free(target, pages - 1)
            before = contents(target)
            result = bench.run('skapa', folder, '--ut', 'disk', '--skriv-over')
            codes.append(result.code)
            faults = [] if result.code in (0, 5) else [f'slutkod {result.code}: {result.err}']
            if len(before) != 5:
                faults.append(f'{sorted(before)} låg på disken')
            if result.code == 5 and not result.err.endswith(refusal(*FULL, 'disk', HINT)):
                faults.append(f'standard fel {result.err!r}')
            yield from (f'{pages - 1} sidor kvar: {fault}' for fault in [*faults, *changes(before, contents(target))])
    if codes[0] != 5 or codes[-1] != 0:
        yield f'slutkoderna är {codes}; den minsta disken ska vara full och den största räcka'


def check_no_folder_is_left_on_a_full_disk(bench):
    """Folders that the run made for the documents go with them, however deep."""
    folder = bench.sample(SAMPLE)
    with small_disk(bench.path('disk'), 5) as target:
        for place in ('disk/ny', 'disk/a/b/c', 'disk/med snedstreck/'):
            yield from (f'--ut {place}: {fault}' for fault in expect_run(bench.run('skapa', folder, '--ut', place), 5))
            yield from (f'--ut {place}: {fault}' for fault in changes({}, contents(target)))
            for name in list(contents(target))[::-1]:
                os.rmdir(os.path.join(target, name))


def check_new_workbooks_on_a_full_disk(bench):
    new = ['--namnd', 'nämnden', '--ar', '2026']
    codes = []
    for pages in WORKBOOK_PAGES:
        with small_disk(bench.path('disk'), pages) as target:
            result = bench.run('ny', 'disk/mapp', *new)
            codes.append(result.code)
            if result.code != 0:
                faults = [*expect_run(result, 5, ''), *changes({}, contents(target))]
                yield from (f'{pages} sidor: {fault}' for fault in faults)
                if FULL[1] not in result.err:
                    yield f'{pages} sidor: {result.err!r}'
    if codes[0] != 5 or codes[-1] != 0:
        yield f'slutkoderna är {codes}; den minsta disken ska vara full och den största räcka'


def check_new_workbooks_with_a_full_disk_for_temporary_files(bench):
    codes = []
    for pages in WORKBOOK_PAGES:
        with small_disk(bench.path('tillfälligt'), pages) as temporary:
            leave_free(temporary, pages - 1)
            before = contents(temporary)
            target = f'mapp {pages}'
            result = bench.run('ny', target, '--namnd', 'nämnden', '--ar', '2026', TMPDIR=temporary)
            codes.append(result.code)
            faults = list(changes(before, contents(temporary)))
            if result.code != 0:
                # Which workbook is the first that finds no room depends on how large each is.
                name = result.err.partition('Arbetsboken ”')[2].partition('”')[0]
                faults += expect_run(result, 5, '', TEMPORARY_FULL.replace('Grunduppgifter.xlsx', name or '?'))
                if os.path.exists(bench.path(target)):
                    faults.append('mappen finns trots avslaget')
            elif run_faults := bench.run('kontrollera', target).err.count('BLAN-1'):
                faults.append(f'{run_faults} fel i de nya arbetsböckerna')
            yield from (f'{pages - 1} sidor kvar: {fault}' for fault in faults)
    if codes[-1] != 0:
        yield f'slutkoderna är {codes}; den största disken ska räcka'
    if codes[0] == 0:
        yield 'en full disk märktes inte'
