"""Threats 40, 41 and 43: too much, too slow, too many, two at once, and calls that are no calls."""
import concurrent.futures
import itertools
import json
import os
import random
import re
import shutil
import socket
import time

from bench import contents
from server import Page, expect, multipart, refusal

SAMPLE, NEXT_YEAR = 'forskolenamnden-2025', 'forskolenamnden-2026'
MIB = 1024 * 1024
MOST_MEMORY = 160  # MiB more than before, whatever is sent
BUSY = {**refusal('En körning pågår redan.', 'Vänta tills den är klar.'), 'busy': True}
TOO_MUCH = refusal('Filerna är för stora tillsammans: gränsen är 200 MB.',
                   'Välj mappen i stället för att släppa filerna här.')
TOO_LARGE = refusal('”stor.xlsx” är för stor: gränsen är 32 MB för en fil.',
                    'Ta bort bilder och tomma rader ur filen, eller dela upp den.')
TOO_MANY = refusal('Högst 20 filer kan släppas på en gång.', 'Välj mappen i stället.')
DAMAGED = refusal('Det som skickades kom inte fram helt.', 'Försök igen.')


def head(page, path, *lines):
    """The beginning of a call that has all it needs to be taken."""
    own = [f'Host: {page.host}', f'Cookie: {page.cookie}', f'X-Genomgang: {page.key}', *lines]
    return '\r\n'.join([f'POST {path} HTTP/1.1', *own, '', '']).encode()


def answer_of(line):
    """Status and JSON of the answer that comes on a connection."""
    got = b''.join(iter(lambda: line.recv(65536), b''))
    return int(got.split(b' ')[1]), json.loads(got.split(b'\r\n\r\n', 1)[1])


def chunked(blocks):
    """A body in pieces, of a length that nobody has told."""
    for block in blocks:
        yield b'%x\r\n%s\r\n' % (len(block), block)


def send_all(line, blocks):
    """Sends until the server has had enough."""
    try:
        for block in blocks:
            line.sendall(block)
    except ConnectionError:
        pass


def check_too_much_is_told_and_not_kept(bench):
    block = b'0' * MIB
    start = multipart([('stor.xlsx', b'')])[0][:-len(b'\r\n--6772c3a46e73--\r\n')]
    kind = 'Content-Type: ' + multipart([])[1]
    with Page(bench) as page:
        memory = page.memory()
        bodies = (
            ('300 MB, längden sagd', [f'Content-Length: {300 * MIB}'], itertools.chain([start], [block] * 299), TOO_MUCH),
            ('300 MB i bitar', ['Transfer-Encoding: chunked'], chunked([start] + [block] * 299), TOO_LARGE),
            ('en fil på 33 MB', [f'Content-Length: {len(start) + 33 * MIB}'], [start] + [block] * 33, TOO_LARGE),
        )
        for name, lines, blocks, wanted in bodies:
            with page.connect() as line:
                line.sendall(head(page, '/api/files', kind, *lines))
                send_all(line, blocks)
                try:
                    got = answer_of(line)
                except (ConnectionError, IndexError) as error:
                    got = repr(error)
            if got != (413, wanted):
                yield f'{name}: {got}'
        yield from expect(page.upload([(f'{n}.xlsx', b'x') for n in range(21)]), 413, TOO_MANY)
        yield from expect(page.call('POST', '/api/choose', b'{"path": "%s"}' % (b'a' * 70000)), 413, TOO_MUCH)
        with page.connect() as line:
            line.sendall(head(page, '/api/choose', 'Content-Type: application/json', 'Content-Length: 99999999999999'))
            if answer_of(line) != (413, TOO_MUCH):
                yield 'en väldig längd godtas'
        if page.memory() > memory + MOST_MEMORY:
            yield f'minnet gick från {memory} till {page.memory()} MB'
        left = sum(len(content or b'') for content in contents(page.homes['TMPDIR']).values())
        if left > 33 * MIB * 3:
            yield f'{left // MIB} MB ligger kvar'
        if page.state()['folder'] is not None:
            yield 'något av det är valt'


def check_what_is_sent_damaged_is_told(bench):
    whole, kind = multipart([('a.xlsx', b'x' * 100), ('b.xlsx', b'y')])
    with Page(bench) as page:
        for name, body in (('tomt', b''), ('utan slut', whole[:-40]), ('utan delar', b'--6772c3a46e73--\r\n'),
                           ('annan gräns', whole.replace(b'6772', b'7777')), ('skräp', b'\0' * 5000),
                           ('utan namn', whole.replace(b' filename=', b' x=')), ('bara huvud', whole[:60]), ('tomt namn', whole.replace(b'b.xlsx', b'  '))):
            answer = page.call('POST', '/api/files', body, headers={'Content-Type': kind})
            faults = list(expect(answer, 400, DAMAGED))
            yield from (f'{name}: {fault}' for fault in faults)
        if page.state()['folder'] is not None or not page.alive():
            yield 'servern mår inte bra'


def check_the_slow_and_the_many_stop_nobody(bench):
    """A body that never ends, one byte at a time, and a hundred that say nothing: others are served meanwhile."""
    folder = bench.sample(SAMPLE)
    with Page(bench, folder) as page:
        kind = 'Content-Type: ' + multipart([])[1]
        lines = []
        for opening in (head(page, '/api/files', kind, 'Transfer-Encoding: chunked') + b'5\r\n--677\r\n',
                        head(page, '/api/files', kind, 'Content-Length: 1000') + b'--6',
                        head(page, '/api/choose', 'Content-Type: application/json', 'Content-Length: 9') + b'{', b'G',
                        b'GET / HTTP/1.1\r\nHost: '):
            lines.append(page.connect())
            lines[-1].sendall(opening)
        longest = 0
        for _ in range(20):
            begun = time.monotonic()
            yield from expect(page.call('GET', '/api/session'), 200)
            longest = max(longest, time.monotonic() - begun)
            for line in lines:
                send_all(line, [b'x'])
        if longest > 2:
            yield f'ett anrop fick vänta {longest:.1f} s på de långsamma'
        lines += [page.connect() for _ in range(100)]
        begun = time.monotonic()
        yield from expect(page.call('GET', '/api/session'), 200)
        if time.monotonic() - begun > 2:
            yield f'ett anrop fick vänta {time.monotonic() - begun:.1f} s på hundra som inget säger'
        for line in lines:
            line.close()
        yield from expect(page.call('POST', '/api/documents'), 200)
        # Each is let go: nothing of them is left.
        end = time.monotonic() + 20
        while time.monotonic() < end and sum(link.startswith('socket:') for link in page.handles().values()) > 3:
            time.sleep(0.1)
        if (left := sum(link.startswith('socket:') for link in page.handles().values())) > 3:
            yield f'{left} förbindelser är kvar'


def check_twenty_clicks_make_the_documents_once(bench):
    folder = bench.sample(SAMPLE)
    with Page(bench, folder) as page, concurrent.futures.ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda _: page.call('POST', '/api/documents'), range(20)))
        made = [answer for answer in answers if answer.status == 200]
        if len(made) != 1:
            yield f'{len(made)} av tjugo gjorde dokument: {[answer.status for answer in answers]}'
        names = sorted(os.listdir(bench.path(folder, 'dokument')))
        exists = {**refusal('Det finns redan dokument i mappen.', 'Skriv över dem, eller flytta dem först.')}
        for answer in answers:
            body = json.loads(answer.body)
            if answer.status == 409 and body != BUSY and (sorted(body.get('exists', [])), body['error']) != (
                    names, exists['error']):
                yield f'ett nej är {body}'
            if answer.status not in (200, 409):
                yield f'ett svar är {answer.status} {body}'


def check_two_folders_are_never_mixed(bench):
    """Two tabs: one chooses the other folder again and again while one makes documents."""
    one, other = bench.sample(SAMPLE), bench.sample(NEXT_YEAR)
    with Page(bench, one) as page, concurrent.futures.ThreadPoolExecutor(1) as tab:
        def choose():
            for number in range(8):
                page.json('POST', '/api/choose', {'path': bench.path(one if number % 2 else other)})
        choosing = tab.submit(choose)
        answers = []
        while not choosing.done():
            answers.append(page.json('POST', '/api/documents', {'overwrite': True}))
        choosing.result()
        made = [answer for answer in answers if 'files' in answer]
        for answer in made:
            years = {name for file in answer['files'] for name in re.findall(r' (20\d\d) ', file['name'])}
            if len(years) != 1 or years.pop() not in os.path.basename(os.path.dirname(answer['folder'])):
                yield f'{answer["folder"]} fick {[file["name"] for file in answer["files"]]}'
        for folder in (one, other):
            target = bench.path(folder, 'dokument')
            names = os.listdir(target) if os.path.isdir(target) else []
            if len({name[-4:] for name in names}) and (len(names) != 4 or any(
                    name.startswith('Ledningens') and folder[-4:] not in name for name in names)):
                yield f'{folder} har {names}'
        if not made:
            yield 'inga dokument gjordes'


def check_documents_of_a_click_are_those_of_a_command(bench):
    """Twenty at once over documents that lie there: in the end they are byte for byte what a run alone makes."""
    folder = bench.sample(SAMPLE)
    bench.run('skapa', folder, '--ut', 'ensam')
    wanted = contents(bench.path('ensam'))
    with Page(bench, folder) as page, concurrent.futures.ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda _: page.call('POST', '/api/documents', {'overwrite': True}), range(20)))
        if {answer.status for answer in answers} - {200, 409} or not any(answer.status == 200 for answer in answers):
            yield f'svaren är {[answer.status for answer in answers]}'
        if contents(bench.path(folder, 'dokument')) != wanted:
            yield f'dokumenten är inte desamma: {sorted(contents(bench.path(folder, "dokument")))}'


# --- Calls that are no calls ---

PIECES = [b'GET', b'POST', b'PUT', b'G\0T', b'get', b'CONNECT', b'TRACE', b'/', b'/api/state?since=', b'/api/choose',
          b'/api/files', b'http://x/', b'*', b'HTTP/1.1', b'HTTP/1.0', b'HTTP/2.0', b'HTTP/9', b'http/1.1', b'\r\n',
          b'\n', b'\r', b' ', b'\t', b'\0', b':', b'Host: 127.0.0.1', b'Host:', b'Content-Length: ', b'-1', b'0',
          b'18446744073709551616', b'99999999999', b'1e3', b'Transfer-Encoding: chunked', b'Transfer-Encoding: x',
          b'ffffffffffffffff\r\n', b'-1\r\n', b'zz\r\n', b'Expect: 100-continue', b'Upgrade: websocket',
          b'Cookie: a=b', b'Cookie: ' + b';=' * 50, b'X' * 300, b'Y' * 9000, b'\xff\xfe\x80', b'%00', b'%', b'?' * 50,
          b'X-Genomgang: ', b'Content-Type: multipart/form-data; boundary=', b'Content-Type: application/json',
          b'--x\r\n', b'{"path":', b'[[[[', b'a: b\r\n' * 120, b' folded: x', b'\x16\x03\x01\x02\x00', b'PRI * HTTP/2.0']


def malformed(chance, page):
    """Bytes that a server should not get: pieces in any order, or a right call with something wrong in it."""
    if chance.random() < 0.5:
        return b''.join(chance.choice(PIECES) for _ in range(chance.randrange(1, 14)))
    body = chance.choice([b'{}', b'{"path": "/"}', multipart([('a.xlsx', b'x')])[0], b''])
    kind = chance.choice(['application/json', multipart([])[1], 'text/plain', 'multipart/form-data; boundary='])
    path = chance.choice(['/api/choose', '/api/files', '/api/template?use=1', '/api/documents', '/api/state?since=0', '/'])
    call = bytearray(head(page, path, f'Content-Type: {kind}', f'Content-Length: {len(body)}') + body)
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(call))
        wrong = chance.choice(PIECES)
        how = chance.randrange(3)
        if how == 0:
            call[at] = chance.randrange(256)
        elif how == 1:
            call[at:at] = wrong
        else:
            del call[at:at + chance.randrange(1, 40)]
    return bytes(call)


def check_ten_thousand_malformed_calls(bench):
    """The same ten thousand each time. None is taken for a call that ends the program or writes; it lives on."""
    with Page(bench) as page:
        chance = random.Random(43)
        calls = [malformed(chance, page) for _ in range(10000)]
        calls = [call for call in calls if b'/api/quit' not in call]
        page.call('GET', '/api/session')
        memory = page.memory()

        def send(part):
            strange = []
            for call in part:
                got = page.raw(call, wait=30)
                if got and not re.match(rb"(\S+ 100 Continue\r\n\r\n)?HTTP/1\.[01] [1-5]\d\d ", got) or b' 500 ' in got[:13]:
                    strange.append(f'{call[:120]!r} ger {got[:120]!r}')
            return strange
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            for strange in pool.map(send, (calls[n::4] for n in range(4))):
                yield from strange
        if not page.alive():
            yield 'servern är borta'
        if page.memory() > memory + MOST_MEMORY:
            yield f'minnet gick från {memory} till {page.memory()} MB'
        shutil.rmtree(bench.path('x'), ignore_errors=True)
        yield from expect(page.call('POST', '/api/folders', {'path': '/'}), 200)


def check_two_calls_on_one_connection_stay_apart(bench):
    """What a refused call sends is never taken for the next call."""
    with Page(bench) as page:
        smuggled = f'POST /api/quit HTTP/1.1\r\nHost: {page.host}\r\nCookie: {page.cookie}\r\nX-Genomgang: {page.key}\r\n' \
                   'Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}'
        for lines in (['Content-Type: text/plain', f'Content-Length: {len(smuggled)}'],
                      ['Content-Type: application/json', f'Content-Length: {len(smuggled)}'],
                      ['Content-Type: application/json', f'Content-Length: {len(smuggled)}', 'Origin: http://evil']):
            got = page.raw(head(page, '/api/choose', *lines) + smuggled.encode())
            if got.count(b'HTTP/1.1 ') != 1 or not got.startswith(b'HTTP/1.1 4'):
                yield f'{lines}: {got[:300]!r}'
        with page.connect() as line:
            for _ in range(3):
                line.sendall(f'GET /api/session HTTP/1.1\r\nHost: {page.host}\r\nCookie: {page.cookie}\r\n\r\n'.encode())
                if not line.recv(65536).startswith(b'HTTP/1.1 200 '):
                    yield 'en förbindelse kan inte användas igen'
            line.shutdown(socket.SHUT_WR)
        if not page.alive():
            yield 'servern är borta'
