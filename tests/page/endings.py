"""How the page begins and ends: a second start, files that are gone, kills, and folders that change under it."""
import os
import shutil
import signal
import stat
import subprocess
import time

import openpyxl
import server
from bench import Bench, contents, expect_run
from server import Page, expect, refusal

SAMPLE, BROKEN = 'forskolenamnden-2025', 'trasig'


def left_of(page):
    """What is still there of what only the running page should have."""
    run = os.path.join(page.homes['XDG_RUNTIME_DIR'], 'genomgang')
    yield from (os.path.join('tmp', name) for name in contents(page.homes['TMPDIR']))
    yield from (name for name in contents(run) if name != 'sidan.las')


def put_to_work(bench, page, folder):
    page.upload([('VoR.xlsx', contents(bench.path(folder))['VoR 2025.xlsx'])])
    page.json('POST', '/api/choose', {'path': bench.path(folder)})
    page.upload([('min.docx', b'x')], '/api/template')
    page.json('POST', '/api/documents')


def check_nothing_is_left_after_the_end(bench):
    folder = bench.sample(SAMPLE)
    for name, end in (('Avsluta', lambda page: page.call('POST', '/api/quit')),
                      ('SIGTERM', lambda page: page.process.send_signal(signal.SIGTERM)),
                      ('SIGINT', lambda page: page.process.send_signal(signal.SIGINT)),
                      ('SIGHUP', lambda page: page.process.send_signal(signal.SIGHUP))):
        shutil.rmtree(bench.path(folder, 'dokument'), ignore_errors=True)
        with Page(bench, folder) as page:
            put_to_work(bench, page, folder)
            if not list(left_of(page)):
                yield 'provet såg inga tillfälliga filer'
            begun = time.monotonic()
            end(page)
            out, err = page.process.communicate(timeout=20)
            took = time.monotonic() - begun
            if (page.process.returncode, out, err) != (0, server.ENDED, ''):
                yield f'{name}: slutkod {page.process.returncode}, {out!r}, {err!r}'
            if took > 3:
                yield f'{name} tog {took:.1f} s'
            yield from (f'{name}: {left} är kvar' for left in left_of(page))
        if len(os.listdir(bench.path(folder, 'dokument'))) != 4:
            yield f'{name}: dokumenten är borta'


def check_a_page_that_waits_is_told_of_the_end(bench):
    with Page(bench) as page:
        number = page.state()['number']
        with page.connect() as line:
            line.sendall(f'GET /api/state?since={number} HTTP/1.1\r\nHost: {page.host}\r\nCookie: {page.cookie}\r\n\r\n'.encode())
            time.sleep(0.3)
            begun = time.monotonic()
            yield from expect(page.call('POST', '/api/quit'), 204, b'')
            got = line.recv(4096)
        if not got.startswith(b'HTTP/1.1 204 ') or time.monotonic() - begun > 3:
            yield f'den som väntar får {got[:80]!r} efter {time.monotonic() - begun:.1f} s'
        page.process.wait(20)


def check_ends_by_itself_when_nothing_is_done(bench):
    """3 seconds. Looking at the page does not keep it; doing something does."""
    bench.sample(SAMPLE)
    with Page(bench, SAMPLE, '--vilotid', '0,05') as page:
        begun = time.monotonic()
        page.json('POST', '/api/folders', {'path': '/'})
        while page.process.poll() is None and time.monotonic() - begun < 15:
            try:
                page.call('GET', '/api/state?since=0')
            except OSError:
                pass
            time.sleep(0.1)
        took = time.monotonic() - begun
        out, err = page.process.communicate(timeout=20)
        if (page.process.returncode, out, err) != (0, server.ENDED, ''):
            yield f'slutkod {page.process.returncode}, {out!r}, {err!r}'
        if not 2.9 < took < 6:
            yield f'den avslutades efter {took:.1f} s'
        yield from (f'{left} är kvar' for left in left_of(page))
    with Page(bench, SAMPLE, '--vilotid', '0,05') as page:
        for _ in range(9):
            time.sleep(0.5)
            page.json('POST', '/api/folders', {'path': '/'})
        if page.process.poll() is not None:
            yield 'den avslutades medan någon gjorde något'


def check_a_second_start_finds_the_first(bench):
    first, second = bench.sample(SAMPLE), bench.sample(BROKEN)
    with Page(bench, first) as page:
        for words, folder in (([], first), ([second], second), ([first + '/'], first), ([], first)):
            done = bench.run('oppna', *words, '--bara-adress', **server.environment(bench.scratch))
            found = server.ADDRESS.search(done.out)
            yield from expect_run(done, 0, server.OPENED.format(found and found[0]), '')
            if not found or int(found[1]) != page.port:
                yield f'{words}: en annan sida öppnades: {done.out}'
                continue
            if page.state()['folder']['path'] != bench.path(folder):
                yield f'{words}: {page.state()["folder"]} är vald'
            address = f'/?nyckel={found[2]}'
            yield from expect(page.call('GET', address, cookie=None), 200)
            yield from expect(page.call('GET', address, cookie=None), 403)
        if os.listdir(page.homes['TMPDIR']) != [name for name in os.listdir(page.homes['TMPDIR']) if 'genomgang' in name] \
                or len(os.listdir(page.homes['TMPDIR'])) != 1:
            yield f'den andra lämnade {os.listdir(page.homes["TMPDIR"])}'
        missing = bench.run('oppna', 'finns-inte', '--bara-adress', **server.environment(bench.scratch))
        yield from expect_run(missing, 2, '', 'Mappen ”finns-inte” finns inte. Kontrollera namnet.\n'
                                              'Hjälp: genomgang --hjalp\n')


def check_ten_starts_at_once_are_one_page(bench):
    bench.sample(SAMPLE)
    words = [bench.program, 'oppna', SAMPLE, '--bara-adress']
    starts = [subprocess.Popen(words, cwd=bench.scratch, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                               env=server.environment(bench.scratch)) for _ in range(10)]
    said = [start.stdout.readline() + start.stdout.readline() for start in starts]
    ports = {server.ADDRESS.search(text)[1] if server.ADDRESS.search(text) else text for text in said}
    time.sleep(0.5)
    running = [start for start in starts if start.poll() is None]
    if len(running) != 1 or len(ports) != 1:
        yield f'{len(running)} sidor, portarna {ports}'
    for start in running:
        start.terminate()
    for start in starts:
        if start.wait(20):
            yield f'slutkod {start.returncode}: {start.stderr.read()}'
        start.stdout.close()
        start.stderr.close()


def check_starts_again_after_a_kill(bench):
    folder = bench.sample(SAMPLE)
    page = Page(bench, folder)
    with page:
        put_to_work(bench, page, folder)
        page.end(signal.SIGKILL)
    with Page(bench, folder) as again:
        if again.port == page.port or again.cookie == page.cookie or again.key == page.key:
            yield 'den nya sidan har den gamlas hemligheter'
        yield from expect(again.call('GET', '/api/session', cookie=page.cookie), 403)
        if again.state()['folder']['path'] != bench.path(folder):
            yield f'mappen är {again.state()["folder"]}'
        old = [name for name in os.listdir(again.homes['TMPDIR']) if not name.startswith('genomgang-')]
        if old or len(os.listdir(again.homes['TMPDIR'])) != 1:
            yield f'efter den som dog finns {os.listdir(again.homes["TMPDIR"])}'
        taken = {**refusal('Det finns redan dokument i mappen.', 'Skriv över dem, eller flytta dem först.'),
                 'exists': [file for file in again.json('POST', '/api/documents').get('exists', [])]}
        answer = again.call('POST', '/api/documents')
        yield from expect(answer, 409, taken)
        if len(taken['exists']) != 4:
            yield f'dokumenten är {taken["exists"]}'


def check_a_folder_of_somebody_elses_is_not_trusted(bench):
    """Where others can put a lock or an address, the page keeps to itself."""
    folder = bench.sample(SAMPLE)
    run = os.path.join(server.homes(bench.scratch)['XDG_RUNTIME_DIR'], 'genomgang')
    os.mkdir(run, 0o755)
    with Page(bench, folder) as page:
        if os.listdir(run):
            yield f'den skrev {os.listdir(run)} i en mapp som alla läser'
        if not page.alive():
            yield 'servern är borta'
    os.rmdir(run)
    os.symlink(bench.scratch, run)
    before = set(os.listdir(bench.scratch))
    with Page(bench, folder) as page:
        if set(os.listdir(bench.scratch)) != before:
            yield 'den följde en länk'


# --- Folders that change ---

def places(state):
    return {(group['severity'], group['sentence']) for group in state['findings']}


def check_a_folder_that_goes_away_is_told(bench):
    folder = bench.sample(SAMPLE)
    with Page(bench, folder) as page:
        before = page.state()
        os.rename(bench.path(folder), bench.path('flyttad'))
        state = page.state_where(lambda state: state['number'] > before['number'])
        if state['ready'] != 'no' or not state['counts']['errors']:
            yield f'tillståndet är {state["ready"]}, {state["counts"]["text"]}'
        answer = page.call('POST', '/api/documents')
        if answer.status != 422 or os.path.exists(bench.path(folder)):
            yield f'utan mapp ger dokumenten {answer.status} {answer.body[:200]!r}'
        yield from expect(page.call('POST', '/api/open'), 422,
                          refusal('Det finns ingen mapp med dokument än.', 'Skapa dokumenten först.'))
        os.rename(bench.path('flyttad'), bench.path(folder))
        state = page.state_where(lambda state: state['ready'] == 'yes')
        if places(state) != places(before):
            yield f'efteråt sägs {places(state)}'
        if page.call('POST', '/api/documents').status != 200:
            yield 'efteråt går inga dokument att göra'


def check_a_half_written_workbook_is_told_and_read_when_whole(bench):
    folder = bench.sample(SAMPLE)
    path = bench.path(folder, 'VoR 2025.xlsx')
    with open(path, 'rb') as file:
        whole = file.read()
    with Page(bench, folder) as page:
        before = page.state()
        for size in (0, 100, len(whole) // 2, len(whole) - 1):
            with open(path, 'wb') as file:
                file.write(whole[:size])
            state = page.state_where(lambda state: state['ready'] == 'no')
            if not any(item['file'] == 'VoR 2025.xlsx' and item['code'].startswith('zip') or 'VoR 2025.xlsx' in item['place']
                       for group in state['findings'] for item in group['items']):
                yield f'{size} byte: {places(state)}'
            with open(path, 'wb') as file:
                file.write(whole)
            state = page.state_where(lambda state: state['ready'] == 'yes')
            if places(state) != places(before):
                yield f'efter {size} byte: {places(state)}'


def check_a_save_is_seen_within_a_second(bench):
    """As Excel does it: a new file beside the old, and then its name."""
    folder = bench.sample(SAMPLE)
    path = bench.path(folder, 'VoR 2025.xlsx')
    with Page(bench, folder) as page:
        quickest = 60.0  # of three, since the machine may have other things to do
        for text in ('en rad', 'en annan rad', 'en tredje rad'):
            number = page.state()['number']
            book = openpyxl.load_workbook(path)
            book.worksheets[-1]['A40'] = text
            book.save(path + '.tmp')
            begun = time.monotonic()
            os.replace(path + '.tmp', path)
            answer = page.call('GET', f'/api/state?since={number}')
            quickest = min(quickest, time.monotonic() - begun)
            yield from expect(answer, 200)
        if quickest > 1:
            yield f'en ändring syntes först efter {quickest:.2f} s'


def check_what_cannot_be_written_is_told(bench):
    """The folder for documents is a file, or takes no files."""
    folder = bench.sample(SAMPLE)
    bench.write(os.path.join(folder, 'dokument'), 'en fil')
    with Page(bench, folder) as page:
        answer = page.call('POST', '/api/documents')
        if answer.status != 422 or 'dokument' not in answer.body.decode():
            yield f'{answer.status} {answer.body[:300]!r}'
        with open(bench.path(folder, 'dokument'), encoding='utf-8') as file:
            if file.read() != 'en fil':
                yield 'filen är ändrad'
        os.remove(bench.path(folder, 'dokument'))
        if page.call('POST', '/api/documents').status != 200:
            yield 'efteråt går inga dokument att göra'


def check_where_there_is_no_room_for_temporary_files(bench):
    folder = bench.sample(SAMPLE)
    about = {**server.environment(bench.scratch), 'TMPDIR': bench.path('finns-inte')}
    yield from expect_run(bench.run('oppna', folder, '--bara-adress', **about), 5, '',
                          'Mappen för tillfälliga filer går inte att skriva i. Frigör plats där, eller välj en annan '
                          'med TMPDIR.\n')


def check_the_folder_chosen_last_is_remembered(bench):
    """Their names and nothing else, where only the user reads them."""
    folder, other = bench.sample(SAMPLE), bench.sample(BROKEN)
    with Page(bench, folder) as page:
        page.json('POST', '/api/choose', {'path': bench.path(other)})
        if page.state()['recent'] != [bench.path(other), bench.path(folder)]:
            yield f'senast valda: {page.state()["recent"]}'
        memory = os.path.join(page.homes['XDG_STATE_HOME'], 'genomgang', 'mappar')
        with open(memory, encoding='utf-8') as file:
            if file.read() != f'{bench.path(other)}\n{bench.path(folder)}\n':
                yield 'listan är en annan'
        if stat.S_IMODE(os.stat(os.path.dirname(memory)).st_mode) & 0o022:
            yield 'andra kan ändra listan'
    shutil.rmtree(bench.path(other))
    with Page(Bench(bench.program, bench.scratch), folder) as page:
        if page.state()['recent'] != [bench.path(folder)]:
            yield f'en mapp som är borta är kvar: {page.state()["recent"]}'
