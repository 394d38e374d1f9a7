"""The page's server, as a test has it: started in a home of its own, called over sockets."""
import collections
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import time

ADDRESS = re.compile(r'http://127\.0\.0\.1:(\d+)/\?nyckel=([0-9a-f]{64})')
STARTS_IN = 20  # seconds, with sanitizers on a busy machine
OPENED = 'Genomgång är öppen på den här adressen, som fungerar en gång:\n{}\n'
ENDED = 'Genomgång är avslutad.\n'
# What every answer has, whatever it answers.
HEADERS = {
    'Content-Security-Policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                               "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
}

Answer = collections.namedtuple('Answer', 'status headers body')


def refusal(message, hint=''):
    """The body of a refusal."""
    return {'error': {'message': message, 'hint': hint}}


def homes(scratch):
    """The folders that the program knows of its user, all in the test's own."""
    places = {'XDG_RUNTIME_DIR': 'run', 'XDG_STATE_HOME': 'state', 'HOME': 'home', 'TMPDIR': 'tmp'}
    found = {}
    for name, folder in places.items():
        found[name] = os.path.join(scratch, 'hem', folder)
        os.makedirs(found[name], mode=0o700, exist_ok=True)
    return found


def environment(scratch):
    kept = {name: value for name, value in os.environ.items() if name not in ('DISPLAY', 'WAYLAND_DISPLAY', 'BROWSER')}
    return {**kept, **homes(scratch)}


class Page:
    """A running server and a browser's session with it. Use it with `with`: it is ended at the end."""

    def __init__(self, bench, folder=None, *options):
        self.homes = homes(bench.scratch)
        words = [bench.program, 'oppna', *([folder] if folder else []), '--bara-adress', *options]
        self.process = subprocess.Popen(words, cwd=bench.scratch, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                        text=True, env=environment(bench.scratch))
        self.said = self.process.stdout.readline() + self.process.stdout.readline()
        found = ADDRESS.search(self.said)
        if not found:
            self.process.kill()
            raise RuntimeError(f'sidan startade inte: {self.said!r} {self.process.communicate()[1]!r}')
        self.port, self.ticket = int(found[1]), found[2]
        self.cookie = self.key = None

    def __enter__(self):
        self.sign_in()
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.end()
        for stream in (self.process.stdout, self.process.stderr):
            stream.close()

    # --- Calls ---

    @property
    def host(self):
        return f'127.0.0.1:{self.port}'

    def sign_in(self, ticket=None):
        answer = self.call('GET', f'/?nyckel={ticket or self.ticket}', cookie=None)
        assert answer.status == 200, answer
        self.cookie = answer.headers['Set-Cookie'].split(';')[0]
        self.key = self.json('GET', '/api/session')['key']

    def call(self, method, path, body=None, headers=None, cookie='', key='', wait=60):
        """A call as the page makes it; `cookie` or `key` None: without it."""
        sent = {'Host': self.host}
        if cookie is not None and (cookie or self.cookie):
            sent['Cookie'] = cookie or self.cookie
        if method == 'POST':
            sent['Content-Type'] = 'application/json'
            if key is not None and (key or self.key):
                sent['X-Genomgang'] = key or self.key
            if body is None:
                body = {}
        sent.update(headers or {})
        if isinstance(body, dict):
            body = json.dumps(body).encode()
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=wait)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in sent.items():
                if value is not None:
                    connection.putheader(name, value)
            if body is not None:
                connection.putheader('Content-Length', str(len(body)))
            connection.endheaders(body)
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def json(self, method, path, body=None, **more):
        return json.loads(self.call(method, path, body, **more).body)

    def state(self):
        return self.json('GET', '/api/state?since=0')

    def state_where(self, holds, within=10):
        """The first state that it holds for; raises when there is none in that time."""
        end = time.monotonic() + within
        state = self.state()
        while not holds(state):
            if time.monotonic() > end:
                raise AssertionError(f'inget sådant tillstånd: {json.dumps(state, ensure_ascii=False)[:600]}')
            time.sleep(0.05)
            state = self.state()
        return state

    def upload(self, files, path='/api/files', **more):
        """A call with files, as pairs of the name and the bytes."""
        body, kind = multipart(files)
        return self.call('POST', path, body, headers={'Content-Type': kind}, **more)

    def connect(self, wait=60):
        return socket.create_connection(('127.0.0.1', self.port), timeout=wait)

    def raw(self, request, wait=20):
        """Everything that comes back for these bytes, until the server ends the connection or says no more."""
        with self.connect(wait) as line:
            try:
                line.sendall(request)
                line.shutdown(socket.SHUT_WR)
                return b''.join(iter(lambda: line.recv(65536), b''))
            except TimeoutError:
                raise
            except OSError:  # the server has had enough of it
                return b''

    # --- The process ---

    def end(self, number=signal.SIGTERM):
        """Ends it with a signal; gives the exit code."""
        self.process.send_signal(number)
        return self.process.wait(20)

    def alive(self):
        return self.process.poll() is None and self.call('GET', '/api/session', wait=20).status == 200

    def memory(self):
        """The most memory that it has had, in MiB."""
        with open(f'/proc/{self.process.pid}/status', encoding='ascii') as file:
            return int(re.search(r'^VmHWM:\s+(\d+) kB', file.read(), re.M)[1]) // 1024

    def handles(self):
        """What its open files are, by number."""
        folder = f'/proc/{self.process.pid}/fd'
        found = {}
        for number in os.listdir(folder):
            try:
                found[number] = os.readlink(os.path.join(folder, number))
            except FileNotFoundError:
                pass
        return found

    def scratch_files(self):
        """The paths below TMPDIR, with their modes."""
        found = {}
        for place, folders, files in os.walk(self.homes['TMPDIR']):
            for name in folders + files:
                path = os.path.join(place, name)
                found[os.path.relpath(path, self.homes['TMPDIR'])] = os.stat(path).st_mode & 0o777
        return found


def multipart(files, boundary='gräns'.encode().hex()):
    """A multipart/form-data body, and its type. Names go out as they are, but for quotes and line ends."""
    parts = []
    for name, content in files:
        sent = name.encode() if isinstance(name, str) else name
        sent = sent.replace(b'"', b'%22').replace(b'\r', b'%0D').replace(b'\n', b'%0A')
        parts += [b'--%s\r\nContent-Disposition: form-data; name="file"; filename="%s"\r\n' % (boundary.encode(), sent),
                  b'Content-Type: application/octet-stream\r\n\r\n', content, b'\r\n']
    parts.append(b'--%s--\r\n' % boundary.encode())
    return b''.join(parts), f'multipart/form-data; boundary={boundary}'


def expect(answer, status, body=None):
    """A fault for each of status and body that is not what it should be; a body that is a dict is JSON."""
    if answer.status != status:
        yield f'status {answer.status}, väntad {status}: {answer.body[:300]!r}'
    elif isinstance(body, dict):
        try:
            got = json.loads(answer.body)
        except ValueError:
            got = answer.body
        if got != body:
            yield f'svaret är {got!r}, väntat {body!r}'
    elif body is not None and answer.body != body:
        yield f'svaret är {answer.body[:300]!r}, väntat {body[:300]!r}'


def expect_headers(answer):
    """A fault for each header that an answer lacks, and for CORS headers, which none may have."""
    for name, value in HEADERS.items():
        if answer.headers.get_all(name) != [value]:
            yield f'huvudet {name} är {answer.headers.get_all(name)}, väntat {value!r}'
    for name in answer.headers:
        if name.lower().startswith('access-control-'):
            yield f'svaret har huvudet {name}'
