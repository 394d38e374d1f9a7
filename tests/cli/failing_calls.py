"""A disk that fails, and kill -9, at each call of the writing: made to happen there by strace.

interrupted_runs kills at varying moments and needs no strace.
"""
import os
import re
import shutil
import subprocess

from bench import Result, Skip, changes, contents, refusal
from interrupted_runs import LEFTOVER, SAMPLE, second_version, whole_documents

# Calls of the writing, and how often each is made for two documents over two old ones.
CALLS = (('write', 2), ('fchmod', 2), ('fsync', 2), ('link', 2), ('rename', 2))
AFTER_PLACING = (('unlink', 2),)
ERRORS = (('ENOSPC', 'FIL-070', 'Disken är full, så inget har skrivits.',
           'Ta bort något från disken, eller välj en annan mapp med --ut.'),
          ('EACCES', 'FIL-071', 'Du har inte rätt att skriva i mappen.', 'Välj en annan mapp med --ut.'),
          ('EIO', 'FIL-072', 'Filen kan inte skrivas.', 'Välj en annan mapp med --ut.'))
KILLED = (-9, 137)


def traced(bench, folder, *options):
    """A run of `skapa` over what is in 'ut', under strace."""
    if not shutil.which('strace'):
        raise Skip('strace finns inte här')
    log = bench.path('strace.txt')
    environment = {**os.environ, 'ASAN_OPTIONS': 'detect_leaks=0'}  # which cannot run under strace
    done = subprocess.run(['strace', '-o', log, *options, bench.program, 'skapa', folder, '--ut', 'ut', '--skriv-over'],
                          cwd=bench.scratch, capture_output=True, text=True, env=environment)
    if 'ptrace' in done.stderr:
        raise Skip(f'strace får inte köras här: {done.stderr.splitlines()[0]}')
    return Result(done.returncode, done.stdout, done.stderr)


def two_versions(bench):
    """Two folders whose documents differ, the documents of both, and the first ones in 'ut'."""
    folders = [second_version(bench), bench.sample(SAMPLE)]
    versions = []
    for folder in folders[::-1]:
        result = bench.run('skapa', folder, '--ut', 'ut', '--skriv-over')
        assert result.code == 0, result.err
        versions.insert(0, contents(bench.path('ut')))
    shutil.rmtree(bench.path('ut'))
    bench.run('skapa', folders[0], '--ut', 'ut')
    assert contents(bench.path('ut')) == versions[0] != versions[1]
    return folders, versions


def check_an_error_at_any_call_leaves_the_old_documents(bench):
    folders, versions = two_versions(bench)
    for call, times in CALLS:
        for when in range(1, times + 1):
            for error, code, message, hint in ERRORS:
                # A file system without hard links takes a copy instead, so a failing link alone is no fault.
                if call == 'link':
                    continue
                result = traced(bench, folders[1], '-e', f'inject={call}:error={error}:when={when}')
                place = f'{call} nummer {when}, {error}'
                if result.code != 5 or not result.err.endswith(refusal(code, message, 'ut', hint)):
                    yield f'{place}: slutkod {result.code}, {result.err[-200:]!r}'
                yield from (f'{place}: {fault}' for fault in changes(versions[0], contents(bench.path('ut'))))


def check_hard_links_are_not_needed(bench):
    folders, versions = two_versions(bench)
    result = traced(bench, folders[1], '-e', 'inject=link:error=EPERM')
    if result.code != 0:
        yield f'slutkod {result.code}, {result.err[-200:]!r}'
    yield from changes(versions[1], contents(bench.path('ut')))


def check_a_kill_at_any_call_leaves_whole_documents(bench):
    folders, versions = two_versions(bench)
    for call, times in CALLS + AFTER_PLACING:
        for when in range(1, times + 1):
            place = f'{call} nummer {when}'
            result = traced(bench, folders[1], '-e', f'inject={call}:signal=SIGKILL:when={when}')
            if result.code not in KILLED:
                yield f'{place}: körningen avbröts inte, slutkod {result.code}'
            yield from (f'{place}: {fault}' for fault in whole_documents(bench.path('ut'), versions))
            bench.run('skapa', folders[0], '--ut', 'ut', '--skriv-over')
            left = contents(bench.path('ut'))
            yield from (f'{place}, nästa körning: {fault}' for fault in changes(versions[0], left))


def check_what_the_disk_gives_back_is_compared(bench):
    """FIL-077: the document that is read back is not the one that was written."""
    folders, versions = two_versions(bench)
    traced(bench, folders[1], '-e', 'trace=read,openat')
    bench.run('skapa', folders[0], '--ut', 'ut', '--skriv-over')
    with open(bench.path('strace.txt'), encoding='utf-8') as file:
        lines = [line for line in file if line.startswith(('read(', 'openat('))]
    opened = [number for number, line in enumerate(lines) if re.search(rf'{LEFTOVER}\d+-\d\.tmp", O_RDONLY', line)]
    if len(opened) != 4:
        yield f'de skrivna filerna lästes {len(opened)} gånger, väntat 4'
    for name, number in zip(('Ledningens genomgång 2025 Förskolenämnden.docx',
                             'Aktivitetsplan 2025–2027 Förskolenämnden.xlsx',
                             'Granskningsprotokoll 2025 Förskolenämnden.xlsx',
                             'Granskningsprotokoll 2025 Förskolenämnden.html'), opened):
        reads = sum(line.startswith('read(') for line in lines[:number]) + 1
        result = traced(bench, folders[1], '-e', f'inject=read:retval=0:when={reads}')
        wanted = refusal('FIL-077', 'Det som skrevs på disken är inte det som skulle skrivas.', f'ut/{name}',
                         'Välj en annan mapp med --ut.')
        if result.code != 5 or not result.err.endswith(wanted):
            yield f'slutkod {result.code}, {result.err[-250:]!r}, väntat {wanted!r}'
        yield from changes(versions[0], contents(bench.path('ut')))
