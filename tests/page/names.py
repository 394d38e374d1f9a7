"""Threats 39 and 42: paths in addresses, names of files that are sent, and markup in names and cells."""
import json
import os
import shutil

import openpyxl
from bench import contents
from server import Page, expect, refusal

SAMPLE = 'forskolenamnden-2025'
SECRET = 'detta får ingen se'
MARKUP = '<img src=x onerror=alert(1)>'
NOT_A_FOLDER = 'Mappens namn är inte helt.'
WRONG_FORM = refusal('Anropet har fel form.', 'Ladda om sidan och försök igen.')

TARGETS = (
    '/../hemligt.txt', '/..%2fhemligt.txt', '/%2e%2e/hemligt.txt', '/%2e%2e%2fhemligt.txt', '/..%5chemligt.txt',
    '/..\\hemligt.txt', '/%252e%252e/hemligt.txt', '//hemligt.txt', '/./hemligt.txt', '/hemligt.txt', '/hemligt.txt%00.css',
    '/sida.css%00', '/sida.css/../hemligt.txt', '/sida.css;a=b', '/%2fetc%2fpasswd', '//etc/passwd', '/etc/passwd',
    'hemligt.txt', '../hemligt.txt', '/api/files/../hemligt.txt', '/api/files/..%2f..%2fhemligt.txt',
    '/api/files/%2e%2e', '/api/files/hemligt.txt', '/api/files//etc/passwd', '/api/files/C:%5chemligt.txt',
    'file:///etc/passwd', 'http://127.0.0.1/etc/passwd', '/%c0%ae%c0%ae/hemligt.txt', '/\xe5', '/api/files/%',
    '/%s%n%x', '/' + 'a/' * 4000, '/index.html/', '/templates/aktivitetsplan.xlsx',
)


def secret_beside(bench, page):
    for place in (bench.scratch, page.homes['HOME'], page.homes['TMPDIR'], page.homes['XDG_RUNTIME_DIR']):
        with open(os.path.join(place, 'hemligt.txt'), 'w', encoding='utf-8') as file:
            file.write(SECRET)


def check_an_address_is_no_path(bench):
    folder = bench.sample(SAMPLE)
    with Page(bench, folder) as page:
        secret_beside(bench, page)
        for target in TARGETS:
            lines = f'GET {target} HTTP/1.1\r\nHost: {page.host}\r\nCookie: {page.cookie}\r\nConnection: close\r\n\r\n'
            got = page.raw(lines.encode('latin-1'))
            status = got.split(b' ')[1:2]
            if status not in ([b'404'], [b'400']):
                yield f'{target[:60]} ger {got[:100]!r}'
            if SECRET.encode() in got or b'root:' in got:
                yield f'{target[:60]} lämnar ut en fil'
        if not page.alive():
            yield 'servern är borta'


def check_an_id_is_the_only_way_to_a_document(bench):
    folder = bench.sample(SAMPLE)
    gone = refusal('Dokumentet finns inte kvar här.', 'Skapa dokumenten på nytt.')
    with Page(bench, folder) as page:
        made = page.json('POST', '/api/documents')['files']
        for file in made:
            href = file['href']
            answer = page.call('GET', href)
            with open(bench.path(folder, 'dokument', file['name']), 'rb') as kept:
                yield from expect(answer, 200, kept.read())
            for other in (href[:-1], href + '0', href + '/', href.upper(), '/api/files/' + file['name'].split()[0],
                          '/api/files/' + '0' * 64, '/api/files/1'):
                if page.call('GET', other).status != 404:
                    yield f'{other} finns'
        yield from expect(page.call('GET', '/api/files/' + 'f' * 64), 404, gone)
        if len({file['href'] for file in made}) != 4:
            yield f'dokumenten är {made}'


def check_documents_are_saved_under_their_names(bench):
    """RFC 6266 and 8187: a plain name for old programs, the whole one in UTF-8, and never shown in the page."""
    folder = bench.sample(SAMPLE)
    word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    wanted = [
        ('rapport', word, "attachment; filename=\"Ledningens genomg_ng 2025 F_rskolen_mnden.docx\"; filename*=UTF-8''"
                          'Ledningens%20genomg%C3%A5ng%202025%20F%C3%B6rskolen%C3%A4mnden.docx'),
        ('plan', excel, "attachment; filename=\"Aktivitetsplan 2025_2027 F_rskolen_mnden.xlsx\"; filename*=UTF-8''"
                        'Aktivitetsplan%202025%E2%80%932027%20F%C3%B6rskolen%C3%A4mnden.xlsx'),
        ('protokoll', excel, "attachment; filename=\"Granskningsprotokoll 2025 F_rskolen_mnden.xlsx\"; filename*=UTF-8''"
                             'Granskningsprotokoll%202025%20F%C3%B6rskolen%C3%A4mnden.xlsx'),
        ('protokoll', 'text/html; charset=utf-8',
         "attachment; filename=\"Granskningsprotokoll 2025 F_rskolen_mnden.html\"; filename*=UTF-8''"
         'Granskningsprotokoll%202025%20F%C3%B6rskolen%C3%A4mnden.html'),
    ]
    with Page(bench, folder) as page:
        got = []
        for file in page.json('POST', '/api/documents')['files']:
            headers = page.call('GET', file['href']).headers
            got.append((file['role'], headers['Content-Type'], headers['Content-Disposition']))
    for one, other in zip(got, wanted):
        if one != other:
            yield f'{one}, väntat {other}'
    if len(got) != len(wanted):
        yield f'{len(got)} dokument'


# Names that are sent, and the names that the files get.
LONG = 'å' * 300
SENT = (
    ('../../x.xlsx', 'x.xlsx'), ('..\\..\\x.xlsx', 'x (2).xlsx'), ('C:\\underlag\\x.xlsx', 'C-underlagx.xlsx'),
    ('/etc/x.xlsx', 'x (3).xlsx'), ('x.xlsx', 'x (4).xlsx'), ('a\x01b\x1f\x7fc.xlsx', 'ab-c.xlsx'),
    ('con.xlsx', 'Dokument con.xlsx'), ('.gömd.xlsx', 'gömd.xlsx'), ('a:b*c?.xlsx', 'a-b-c-.xlsx'),
    (LONG + '.xlsx', 'å' * 47 + '.xlsx'), (LONG + '.xlsx', 'å' * 47 + ' (2).xlsx'), ('~$öppen.xlsx', '~$öppen.xlsx'),
    ('VoR 2025 – åäö.XLSX', 'VoR 2025 – åäö.XLSX'), (MARKUP + '.xlsx', '-img src=x onerror=alert(1)-.xlsx'),
    ('sista .xlsx', 'sista .xlsx'),
)
NO_WORKBOOKS = (('..', 'Dokument'), ('inget', 'inget'), ('sista.', 'sista'), ('läs.txt', 'läs.txt'))


def check_names_of_files_that_are_sent_are_made_safe(bench):
    with Page(bench) as page:
        secret_beside(bench, page)
        before = contents(bench.scratch)
        files = [(name, f'fil {number}'.encode()) for number, (name, _) in enumerate(SENT)]
        yield from expect(page.upload(files), 200, {'number': 2})
        after = contents(bench.scratch)
        made = {name: content for name, content in after.items() if name not in before}
        places = {os.path.dirname(name) for name, content in made.items() if content is not None}
        if len(places) != 1 or not places.pop().startswith(os.path.join('hem', 'tmp', 'genomgang-')):
            yield f'filerna ligger i {places}'
        got = {content: os.path.basename(name) for name, content in made.items() if content is not None}
        for number, (sent, wanted) in enumerate(SENT):
            if got.get(f'fil {number}'.encode()) != wanted:
                yield f'{sent[:40]!r} blev {got.get(f"fil {number}".encode())!r}, väntat {wanted!r}'
        if any(before[name] != after.get(name) for name in before):
            yield 'något som fanns är ändrat'


def check_files_that_are_no_workbooks_are_refused(bench):
    with Page(bench) as page:
        before = contents(bench.scratch)
        for sent, safe in NO_WORKBOOKS:
            yield from expect(page.upload([(sent, b'x')]), 422,
                              refusal(f'”{safe}” är ingen arbetsbok.', 'Släpp bara Excel-filer (.xlsx).'))
        if contents(bench.scratch) != before:
            yield 'något ligger kvar'
        if page.state()['folder'] is not None:
            yield 'en mapp är vald'


def check_files_that_are_sent_are_private(bench):
    books = [(name, content) for name, content in contents(bench.path(bench.sample(SAMPLE))).items()]
    with Page(bench) as page:
        page.upload(books)
        page.upload([('min.docx', b'x')], '/api/template')
        page.call('POST', '/api/documents')
        page.call('POST', '/api/new', {'parent': bench.scratch, 'name': 'ny', 'board': 'nämnden', 'year': '2026'})
        modes = page.scratch_files()
        root, = {name.split(os.sep)[0] for name in modes}
        if modes.pop(root) != 0o700:
            yield 'mappen för tillfälliga filer kan läsas av andra'
        private = os.path.join(page.homes['TMPDIR'], root)
        for name, mode in modes.items():
            path = os.path.join(page.homes['TMPDIR'], name)
            if os.path.isfile(path) and mode != 0o600:
                yield f'{os.path.relpath(path, private)} har rättigheterna {mode:o}'
        if len(modes) < len(books) + 2:
            yield f'bara {len(modes)} tillfälliga filer'
        run = os.path.join(page.homes['XDG_RUNTIME_DIR'], 'genomgang')
        for path, wanted in ((run, 0o700), *((os.path.join(run, name), 0o600) for name in os.listdir(run))):
            if os.stat(path).st_mode & 0o777 != wanted:
                yield f'{os.path.basename(path)} har rättigheterna {os.stat(path).st_mode & 0o777:o}'


def check_markup_stays_text(bench):
    """Names of folders, workbooks and sheets, and a text in a cell, come as the JSON strings they are."""
    bench.sample(SAMPLE)
    folder = bench.path(MARKUP)
    os.rename(bench.path(SAMPLE), folder)
    book = openpyxl.load_workbook(os.path.join(folder, 'VoR 2025.xlsx'))
    book['VoR'].title = '<script>alert(2)'
    sheet = book.worksheets[-1]
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and len(cell.value) > 60:
                cell.value = '</script><script>alert(3)</script>' + cell.value
    book.save(os.path.join(folder, MARKUP + '.xlsx'))
    os.remove(os.path.join(folder, 'VoR 2025.xlsx'))
    with Page(bench, MARKUP) as page:
        answer = page.call('GET', '/api/state?since=0')
        if answer.headers['Content-Type'] != 'application/json; charset=utf-8':
            yield f'svaret är {answer.headers["Content-Type"]}'
        state = json.loads(answer.body)
        if (state['folder']['name'], state['folder']['path']) != (MARKUP, folder):
            yield f'mappen är {state["folder"]}'
        names = {item['file'] for group in state['findings'] for item in group['items']}
        if not any(MARKUP in name for name in names | {json.dumps(state['sheets'])}):
            yield f'arbetsboken nämns inte: {names}'
        preview = state['preview'] or {'report': [], 'plan': []}
        for block in preview['report'] + preview['plan']:
            for bad in ('<script', '<img', 'onerror=alert(1)>', 'javascript:'):
                if bad in block:
                    yield f'förhandsvisningen har {bad}: {block[:200]}'
        missing = page.call('POST', '/api/choose', {'path': '/' + MARKUP})
        yield from expect(missing, 422, refusal(f'Mappen ”{MARKUP}” går inte att läsa.',
                                                'Kontrollera att den finns kvar och att du har rätt att läsa den.'))
        made = page.json('POST', '/api/documents', {'draft': True})
        for file in made.get('files', []):
            if not page.call('GET', file['href']).headers['Content-Disposition'].startswith('attachment; '):
                yield f'{file["name"]} visas på sidans egen adress'


def check_folders_are_named_in_whole(bench):
    folder = bench.sample(SAMPLE)
    whole = bench.path(folder)
    with Page(bench) as page:
        for path in ('', 'underlag', '../..', './', '~', 'C:\\', '\x00', 'file:///etc', whole + '\x00/x',
                     '/root/\x00', whole + '\n'):
            yield from expect(page.call('POST', '/api/choose', {'path': path}), 400, refusal(NOT_A_FOLDER))
        for path in ('/finns-inte', whole + '/VoR 2025.xlsx', '/' + 'a' * 5000):
            answer = page.call('POST', '/api/choose', {'path': path})
            if answer.status != 422 or 'går inte att läsa.' not in answer.body.decode():
                yield f'{path[:60]!r} ger {answer.status} {answer.body[:200]!r}'
        for body in (b'', b'[]', b'{', b'{"path": 1}', b'{"path": null', b'"x"', b'\xff\xfe', b'[' * 60000,
                     b'{"path":' * 6000, b'{"path": {"a": 1}}', b'{"path": ["/"]}', b'nan', b'{"path": "\xff"'):
            answer = page.call('POST', '/api/choose', body)
            if answer.status not in (400,):
                yield f'{body[:30]!r} ger {answer.status} {answer.body[:200]!r}'
        for path in (whole + '/', whole + '/./', whole + '/../' + folder, '//' + whole, whole + '//'):
            number = page.json('POST', '/api/choose', {'path': path}).get('number')
            state = page.state()
            if state['number'] != number or state['folder'] != {'name': folder, 'path': whole, 'dropped': False}:
                yield f'{path} blev {state["folder"]}'


def check_a_new_folder_lands_where_it_was_asked_for(bench):
    parent = bench.path('här')
    os.mkdir(parent)
    with Page(bench) as page:
        for name, wanted in (('../../ut', '-..-ut'), ('/etc/x', '-etc-x'), ('a\\b', 'a-b'), ('con', 'Dokument con'),
                             ('a\x01b', 'ab'), ('.gömd', 'gömd')):
            answer = page.json('POST', '/api/new', {'parent': parent, 'name': name, 'board': 'nämnden', 'year': '2026'})
            if answer.get('path') != os.path.join(parent, wanted):
                yield f'{name!r} blev {answer}, väntat {wanted!r}'
            else:
                shutil.rmtree(answer['path'])
        if os.listdir(parent) or sorted(os.listdir(bench.scratch)) != ['hem', 'här']:
            yield f'mappar utanför: {os.listdir(bench.scratch)}'
        for body, message, hint in (
                ({'parent': 'x', 'name': 'a', 'board': 'b', 'year': '2026'},
                 'Mappen som den nya ska ligga i finns inte.', 'Välj en annan.'),
                ({'parent': parent, 'name': ' ', 'board': 'b', 'year': '2026'}, 'Den nya mappen har inget namn.',
                 'Skriv ett namn.'),
                ({'parent': parent, 'name': 'a', 'board': ' ', 'year': '2026'}, 'Nämndens namn saknas.',
                 'Skriv det som i löpande text: förskolenämnden.'),
                ({'parent': parent, 'name': 'a', 'board': 'b', 'year': '1999'},
                 'Året ska vara ett tal mellan 2021 och 2097.', 'Skriv året med fyra siffror.'),
                ({'parent': bench.scratch, 'name': 'här', 'board': 'b', 'year': '2026'},
                 'Det finns redan en mapp som heter ”här”.', 'Välj ett annat namn.')):
            yield from expect(page.call('POST', '/api/new', body), 422, refusal(message, hint))
