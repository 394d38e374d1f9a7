"""kill -9 at any moment: each document is whole, old or new, and the next run clears away what was left."""
import io
import os
import shutil
import subprocess
import time
import zipfile

import openpyxl
from bench import contents

SAMPLE = 'forskolenamnden-2025'
BY_TIME, BY_SIGHT = 12, 20  # runs killed after a share of a whole run's time, and once a temporary file is seen
LONGEST_WAIT = 10  # seconds
FEWEST_KILLED = 12
LEFTOVER = '.genomgang-'


def second_version(bench):
    """A copy of the sample whose documents have the same names and other bytes."""
    folder = bench.sample(SAMPLE, 'andra')
    path = bench.path(folder, 'Grunduppgifter.xlsx')
    book = openpyxl.load_workbook(path)
    for name, value in book['Uppgifter'].iter_rows(max_col=2):
        if name.value == 'Förvaltning':
            value.value = 'En annan förvaltning'
    book.save(path)
    return folder


def start(bench, folder):
    return subprocess.Popen([bench.program, 'skapa', folder, '--ut', 'ut', '--skriv-over'], cwd=bench.scratch,
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def wait_for_leftover(process, folder):
    """Until a temporary file is seen in the folder, or the run is over."""
    end = time.monotonic() + LONGEST_WAIT
    while process.poll() is None and time.monotonic() < end:
        if any(name.startswith(LEFTOVER) for name in os.listdir(folder)):
            return


def is_whole(data):
    return zipfile.is_zipfile(io.BytesIO(data)) and not zipfile.ZipFile(io.BytesIO(data)).testzip()


def whole_documents(folder, versions):
    """A fault for each document that is neither the old nor the new one, whole."""
    found = {name: data for name, data in contents(folder).items() if not name.startswith(LEFTOVER)}
    if set(found) != set(versions[0]):
        yield f'i mappen ligger {sorted(found)}'
    for name, data in found.items():
        if data not in [version.get(name) for version in versions]:
            yield f'{name} är varken det gamla eller det nya dokumentet'
        if not name.endswith('.html') and not is_whole(data):
            yield f'{name} är ingen hel fil'


def check_killed_runs_leave_whole_documents(bench):
    folders = [bench.sample(SAMPLE), second_version(bench)]
    versions = []
    for folder in folders:
        started = time.monotonic()
        bench.run('skapa', folder, '--ut', 'ut', '--skriv-over')
        duration = time.monotonic() - started
        versions.append(contents(bench.path('ut')))
    assert len(versions[0]) == 4 and all(versions[0][name] != versions[1][name] for name in versions[0])
    killed = left = 0
    for number in range(BY_TIME + BY_SIGHT):
        process = start(bench, folders[number % 2])
        if number < BY_TIME:
            time.sleep(duration * (number + 1) / BY_TIME)
        else:
            wait_for_leftover(process, bench.path('ut'))
            time.sleep((number - BY_TIME) * duration / BY_SIGHT / 8)
        process.kill()
        killed += process.wait() < 0
        left += any(name.startswith(LEFTOVER) for name in os.listdir(bench.path('ut')))
        yield from (f'avbrott {number + 1}: {fault}' for fault in whole_documents(bench.path('ut'), versions))
    if killed < FEWEST_KILLED or not left:
        yield f'bara {killed} körningar avbröts och {left} lämnade något efter sig; provet prövar för lite'
    bench.run('skapa', folders[0], '--ut', 'ut', '--skriv-over')
    if contents(bench.path('ut')) != versions[0]:
        yield f'efter nästa körning ligger {sorted(contents(bench.path("ut")))} i mappen'


def check_leftovers_of_dead_runs_go_and_those_of_live_ones_stay(bench):
    gone = subprocess.Popen(['true'])
    gone.wait()
    os.mkdir(bench.path('ut'))
    dead = [f'{LEFTOVER}{gone.pid}-1.tmp', f'{LEFTOVER}{gone.pid}-2.old']
    alive = [f'{LEFTOVER}{os.getpid()}-1.tmp', '.genomgang', '.genomgang-mall.docx']
    for name in dead + alive:
        bench.write(f'ut/{name}', 'text')
    bench.run('skapa', bench.sample(SAMPLE), '--ut', 'ut')
    names = os.listdir(bench.path('ut'))
    yield from (f'{name} ligger kvar' for name in dead if name in names)
    yield from (f'{name} togs bort' for name in alive if name not in names)
    if len(names) != len(alive) + 4:
        yield f'i mappen ligger {sorted(names)}'


def check_killed_ny_leaves_nothing_half(bench):
    """Killed while it makes the workbooks: every workbook that is there can be read."""
    new = [bench.program, 'ny', 'mapp', '--namnd', 'nämnden', '--ar', '2026']
    started = time.monotonic()
    subprocess.run(new, cwd=bench.scratch, capture_output=True, check=True)
    duration = time.monotonic() - started
    whole = contents(bench.path('mapp'))
    for number in range(10):
        shutil.rmtree(bench.path('mapp'), ignore_errors=True)
        process = subprocess.Popen(new, cwd=bench.scratch, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(duration * (number + 1) / 10)
        process.kill()
        process.wait()
        for name, data in (contents(bench.path('mapp')) if os.path.isdir(bench.path('mapp')) else {}).items():
            if not name.startswith(LEFTOVER) and whole.get(name) != data:
                yield f'{name} är inte hel'
