"""Threats 36, 37, 38 and 44: other web pages, other names of this computer, the network, and what a GET may do."""
import os
import subprocess

import server
from bench import changes, contents
from server import Page, expect, expect_headers, refusal

SAMPLE = 'forskolenamnden-2025'
OTHER_PAGE = refusal('Anropet kommer från en annan webbsida.', 'Öppna sidan från Genomgång.')
OTHER_HOST = refusal('Sidan svarar bara på den här datorns egen adress.', 'Öppna den från Genomgång.')
NO_COOKIE = refusal('Den här sidan är inte öppnad från Genomgång.', 'Starta Genomgång igen, så öppnas en ny sida.')
NO_KEY = refusal('Anropet kommer inte från den här sidan.', 'Ladda om sidan.')
WRONG_TYPE = refusal('Anropet har fel form.')
NO_FILES = refusal('Hit kan bara filer skickas.', 'Välj filerna på sidan.')
NO_ADDRESS = refusal('Det finns inget på den adressen.')
NO_SUCH_CALL = refusal('Så kan sidan inte anropas.')

READS = ('/api/session', '/api/state?since=0')
CALLS = ('/api/folders', '/api/choose', '/api/documents', '/api/marked', '/api/template/standard', '/api/new',
         '/api/open', '/api/quit')
UPLOADS = ('/api/files', '/api/template')
LOOKS = ('/sida.css', '/papper.css', '/sida.js', '/ikon.svg')


def told(name, faults):
    return (f'{name}: {fault}' for fault in faults)


def check_a_call_from_another_origin_is_turned_away(bench):
    with Page(bench) as page:
        strange = ['http://evil.example', 'null', 'http://127.0.0.1', 'http://127.0.0.1:1', f'https://{page.host}',
                   f'http://{page.host}.evil.example', f'http://{page.host}/', f'http://evil.example/{page.host}',
                   f'HTTP://{page.host}', 'file://', 'chrome-extension://x']
        for origin in strange:
            for method, path in (('POST', '/api/quit'), ('POST', '/api/choose'), ('GET', '/api/state?since=0'),
                                 ('GET', '/api/session'), ('GET', '/'), ('GET', '/sida.css')):
                yield from told(f'{origin} {path}', expect(page.call(method, path, headers={'Origin': origin}), 403,
                                                           OTHER_PAGE))
        for site in ('cross-site', 'same-site', 'x'):
            for method, path in (('POST', '/api/quit'), ('GET', '/api/session'), ('GET', '/sida.js')):
                answer = page.call(method, path, headers={'Sec-Fetch-Site': site})
                yield from told(f'{site} {path}', expect(answer, 403, OTHER_PAGE))
        for origin in (f'http://127.0.0.1:{page.port}', f'http://localhost:{page.port}'):
            if page.call('GET', '/api/session', headers={'Origin': origin}).status != 200:
                yield f'sidans egen källa {origin} avvisas'
        if not page.alive():
            yield 'servern är borta'


def check_a_link_elsewhere_opens_the_page_and_nothing_else(bench):
    """A browser tells of a link in a letter that it comes from elsewhere; the cookie it does not send then."""
    link = {'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document'}
    with Page(bench) as page:
        yield from expect(page.call('GET', '/', headers=link), 200)
        yield from expect(page.call('GET', '/', headers=link, cookie=None), 403)
        yield from expect(page.call('GET', '/', headers={**link, 'Sec-Fetch-Dest': 'iframe'}), 403, OTHER_PAGE)
        yield from expect(page.call('GET', '/api/session', headers=link), 403, OTHER_PAGE)
        yield from expect(page.call('POST', '/', headers=link), 403, OTHER_PAGE)


def check_every_call_needs_the_cookie(bench):
    with Page(bench) as page:
        wrong = (None, 'genomgang=' + 'a' * 64, page.cookie[:-1], page.cookie.replace(str(page.port), '1'),
                 page.cookie.split('=')[0] + '=')
        for cookie in wrong:
            for path in READS + ('/api/files/' + '0' * 64, '/api/files/'):
                yield from told(f'{cookie} {path}', expect(page.call('GET', path, cookie=cookie), 403, NO_COOKIE))
            for path in CALLS + UPLOADS:
                yield from told(f'{cookie} {path}', expect(page.call('POST', path, cookie=cookie), 403, NO_COOKIE))
        if not page.alive():
            yield 'servern är borta'


def check_every_post_needs_the_key(bench):
    with Page(bench) as page:
        for key in (None, 'a' * 64, page.key[:-1], page.key + '0', page.key.upper(), page.cookie.split('=')[1]):
            for path in CALLS + UPLOADS:
                yield from told(f'{key} {path}', expect(page.call('POST', path, key=key), 403, NO_KEY))
        if not page.alive():
            yield 'servern är borta'


def check_a_post_of_another_kind_is_turned_away(bench):
    """What a form on another page can send without asking first: text, a form, a form with files."""
    with Page(bench) as page:
        for kind in ('text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/json',
                     None):
            for path in CALLS:
                answer = page.call('POST', path, b'{"path": "/"}', headers={'Content-Type': kind})
                yield from told(f'{kind} {path}', expect(answer, 415, WRONG_TYPE))
        for kind in ('text/plain', 'application/json', 'application/x-www-form-urlencoded', 'multipart/form-data',
                     'multipart/mixed; boundary=x', None):
            for path in UPLOADS:
                answer = page.call('POST', path, b'--x--\r\n', headers={'Content-Type': kind})
                yield from told(f'{kind} {path}', expect(answer, 415, NO_FILES))
        if not page.alive():
            yield 'servern är borta'


def check_a_host_that_is_not_ours_is_turned_away(bench):
    with Page(bench) as page:
        for host in ('evil.example', f'evil.example:{page.port}', '127.0.0.1', '127.0.0.1:1', f'127.0.0.1:{page.port}0',
                     f'127.0.0.2:{page.port}', f'localhost.evil.example:{page.port}', f'a@127.0.0.1:{page.port}',
                     f'0.0.0.0:{page.port}', f'127.1:{page.port}', f'2130706433:{page.port}', ''):
            for method, path in (('GET', '/'), ('GET', '/api/session'), ('GET', '/sida.css'), ('POST', '/api/quit'),
                                 ('POST', '/api/address')):
                answer = page.call(method, path, headers={'Host': host})
                yield from told(f'{host} {path}', expect(answer, 421, OTHER_HOST))
        for host in (f'localhost:{page.port}', f'[::1]:{page.port}'):
            yield from told(host, expect(page.call('GET', '/api/session', headers={'Host': host}), 200))


def check_a_call_without_a_host_or_with_two_is_turned_away(bench):
    with Page(bench) as page:
        about = f'Cookie: {page.cookie}\r\n'
        for name, lines in (('ingen', ''), ('ingen, HTTP/1.0', ''),
                            ('två', f'Host: {page.host}\r\nHost: evil.example\r\n'),
                            ('två lika', f'Host: {page.host}\r\nHost: {page.host}\r\n')):
            version = '1.0' if '1.0' in name else '1.1'
            got = page.raw(f'GET /api/session HTTP/{version}\r\n{lines}{about}\r\n'.encode())
            if b' 421 ' not in got.split(b'\r\n')[0] or page.key.encode() in got:
                yield f'{name} Host: {got[:200]!r}'


def check_every_answer_keeps_the_page_to_itself(bench):
    folder = bench.sample(SAMPLE)
    with Page(bench, folder) as page:
        made = page.json('POST', '/api/documents')
        answers = {'dokument': page.call('GET', made['files'][0]['href']),
                   'stängd': page.call('GET', '/', cookie=None),
                   'borta': page.call('GET', '/finns-inte'), 'fel värd': page.call('GET', '/', headers={'Host': 'x'}),
                   'fel metod': page.call('DELETE', '/api/state'), 'inget nytt': page.call('POST', '/api/open'),
                   'finns redan': page.call('POST', '/api/documents')}
        for path in ('/', '/index.html', *LOOKS, *READS):
            answers[path] = page.call('GET', path)
        for path in CALLS[:2] + ('/api/marked',):
            answers[path] = page.call('POST', path)
        answers['avslutad'] = page.call('POST', '/api/quit')
        for name, answer in answers.items():
            yield from told(name, expect_headers(answer))


def check_options_is_no_way_in(bench):
    """A browser asks so before it lets another page send JSON; the answer must never be yes."""
    asks = {'Origin': 'http://evil.example', 'Access-Control-Request-Method': 'POST',
            'Access-Control-Request-Headers': 'x-genomgang, content-type'}
    with Page(bench) as page:
        for path in ('/', '/sida.css', *READS, *CALLS, *UPLOADS, '*'):
            for headers, wanted in ((asks, {403}), ({}, {403, 404, 405})):
                answer = page.call('OPTIONS', path, headers=headers)
                if answer.status not in wanted:
                    yield f'OPTIONS {path} ger {answer.status}'
                yield from told(f'OPTIONS {path}', expect_headers(answer))


def sockets_of(page):
    """Its sockets of the internet: protocol, own address, the other's, whether it listens."""
    own = {link[len('socket:['):-1] for link in page.handles().values() if link.startswith('socket:[')}
    for protocol in ('tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6', 'udplite', 'icmp', 'packet'):
        try:
            with open(f'/proc/{page.process.pid}/net/{protocol}', encoding='ascii') as file:
                lines = [line.split() for line in file.readlines()[1:]]
        except FileNotFoundError:
            continue
        for line in lines:
            if own & set(line[8:10]):
                yield protocol, line[1], line[2], line[3] == '0A'


def check_listens_on_this_computer_only_and_calls_nobody(bench):
    folder = bench.sample(SAMPLE)
    loopback = '0100007F'
    with Page(bench, folder) as page:
        page.json('POST', '/api/documents')
        page.upload([('a.docx', b'x')], '/api/template')
        page.call('POST', '/api/new', {'parent': bench.scratch, 'name': 'nytt', 'from': bench.path(folder)})
        with page.connect() as line:
            line.sendall(b'GET ')
            seen = list(sockets_of(page))
            while len(seen) < 2:  # until the server has taken the call
                seen = list(sockets_of(page))
        here = f'{loopback}:{page.port:04X}'
        listening = [(protocol, own) for protocol, own, _, listens in seen if listens]
        if listening != [('tcp', here)]:
            yield f'den lyssnar på {listening}, väntat {here}'
        for protocol, own, other, listens in seen:
            if not listens and (protocol, own) != ('tcp', here) or not listens and not other.startswith(loopback):
                yield f'den har förbindelsen {protocol} {own} {other}'


def check_works_without_any_network(bench):
    """In a network of its own that has nothing but loopback."""
    bench.sample(SAMPLE)
    words = ['unshare', '--net', '--map-root-user', '/usr/bin/python3', os.path.join(os.path.dirname(__file__), 'alone.py'),
             bench.program, SAMPLE]
    done = subprocess.run(words, cwd=bench.scratch, capture_output=True, text=True, timeout=60, check=False)
    if 'unshare' in done.stderr and done.returncode:
        from bench import Skip  # pylint: disable=import-outside-toplevel
        raise Skip('egna nät får inte göras här')
    if (done.returncode, done.stdout) != (0, '200 4\n'):
        yield f'{done.returncode}: {done.stdout} {done.stderr}'


def check_the_address_works_once(bench):
    with Page(bench) as page:
        first = page.call('GET', '/', cookie=None)
        again = page.call('GET', f'/?nyckel={page.ticket}', cookie=None)
        for name, answer in (('ingen', first), ('samma', again),
                             ('fel', page.call('GET', '/?nyckel=' + '0' * 64, cookie=None)),
                             ('tom', page.call('GET', '/?nyckel=', cookie=None))):
            yield from told(f'{name} nyckel', expect(answer, 403))
            if b'<h1>Sidan \xc3\xa4r st\xc3\xa4ngd</h1>' not in answer.body or 'Set-Cookie' in answer.headers:
                yield f'{name} nyckel: {answer}'
        # The tab that was opened with it can be loaded again.
        yield from expect(page.call('GET', f'/?nyckel={page.ticket}'), 200)


def check_the_cookie_is_strict(bench):
    with Page(bench) as page:
        other = page.call('POST', '/api/address', {'secret': 'x'}, cookie=None, key=None)
        yield from expect(other, 403, refusal('Anropet kommer inte från Genomgång.'))
        address = second_address(bench)
        answer = page.call('GET', '/?nyckel=' + address.rpartition('=')[2], cookie=None)
        wanted = f'{page.cookie}; Path=/; HttpOnly; SameSite=Strict'
        if answer.headers.get_all('Set-Cookie') != [wanted]:
            yield f'kakan är {answer.headers.get_all("Set-Cookie")}, väntad {wanted}'
        if len(page.cookie.split('=')[1]) != 64 or page.cookie.split('=')[1] in (page.key, page.ticket):
            yield f'kakan {page.cookie} är ingen egen hemlighet'


def second_address(bench):
    """The address that a second start tells."""
    done = bench.run('oppna', '--bara-adress', **server.environment(bench.scratch))
    return server.ADDRESS.search(done.out)[0]


def check_a_get_changes_nothing(bench):
    folder = bench.sample(SAMPLE)
    with Page(bench, folder) as page:
        before, state = contents(bench.path(folder)), page.state()
        tmp = page.scratch_files()
        for path in (*CALLS, *UPLOADS, '/api/address'):
            for method in ('GET', 'PUT', 'DELETE', 'PATCH'):
                yield from told(f'{method} {path}', expect(page.call(method, path), 405, NO_SUCH_CALL))
            head = page.call('HEAD', path)
            if head.status != 405 or head.body:
                yield f'HEAD {path} ger {head}'
        for path in ('/', '/?nyckel=x', '/?namn=v%C3%A4rde', *LOOKS, *READS):
            yield from told(path, expect(page.call('GET', path), 200))
            yield from told(f'POST {path}', expect(page.call('POST', path), 405, NO_SUCH_CALL))
        yield from changes(before, contents(bench.path(folder)))
        if page.state() != state or page.scratch_files() != tmp:
            yield 'tillståndet är ett annat'


def check_unknown_addresses_are_not_found(bench):
    with Page(bench) as page:
        for path in ('/finns-inte', '/api', '/api/', '/api/finns-inte', '/API/session', '/api/session/', '/sida.css/',
                     '/favicon.ico', '/api/files', '/robots.txt', '/api/state/1', '/sida.js.map'):
            for method in ('GET', 'POST', 'PUT', 'X-EGEN'):
                if (method, path) == ('POST', '/api/files'):
                    continue
                wanted = (405, NO_SUCH_CALL) if path == '/api/files' else (404, NO_ADDRESS)
                yield from told(f'{method} {path}', expect(page.call(method, path), *wanted))
        for since in ('', '?since=', '?since=x', '?since=-1', '?since=1.0', '?since=99999999999', '?since=%31x',
                      '?since=1%00'):
            yield from told(since, expect(page.call('GET', f'/api/state{since}'), 400,
                                          refusal('Anropet har fel form.', 'Ladda om sidan.')))
