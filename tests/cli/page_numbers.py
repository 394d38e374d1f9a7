"""--sidnummer: the numbers in the document are those of the pages that the headings are found on."""
import os
import re
import shutil
import signal
import subprocess
import time
import zipfile

import docx
from bench import Skip, changes, contents, expect_run
from docx.oxml import parse_xml
from lxml import etree

SAMPLE = 'forskolenamnden-2025'
REPORT = 'ut/Ledningens genomgång 2025 Förskolenämnden.docx'
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
DECLARED = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MISSING = ('upplysning[FIL-080]: Sidnumren skrevs inte i dokumentet. LibreOffice finns inte på datorn.\n'
           '  plats: {}\n'
           '  tips: Öppna det i Word, markera allt med Ctrl+A och tryck F9, så skriver Word dem.\n')
LONGEST_WAIT = 20  # seconds


def need_office():
    for program in ('soffice', 'pdftotext'):
        if shutil.which(program) is None:
            raise Skip(f'{program} finns inte')


def pages_of(bench, path):
    """The text of each page, found independently of the program."""
    profile = 'file://' + bench.path('profil')
    subprocess.run(['soffice', '-env:UserInstallation=' + profile, '--headless', '--convert-to', 'pdf', '--outdir',
                    bench.path('pdf'), bench.path(path)], check=True, capture_output=True, timeout=120)
    pdf = bench.path('pdf', os.path.splitext(os.path.basename(path))[0] + '.pdf')
    text = subprocess.run(['pdftotext', '-layout', pdf, '-'], check=True, capture_output=True, text=True).stdout
    return [re.sub(r'\s+', ' ', page) for page in text.split('\f')][:-1]


def story(bench, path):
    with zipfile.ZipFile(bench.path(path)) as package:
        return etree.fromstring(package.read('word/document.xml'))


def text_of(node):
    return ''.join(t.text or '' for t in node.iter(W + 't'))


def entries(root):
    """Each link of the contents: its text without the page, its target, the page."""
    for link in root.iter(W + 'hyperlink'):
        code = ''.join(text.text for text in link.iter(W + 'instrText'))
        if link.get(W + 'anchor') and 'PAGEREF' in code:
            assert code.split() == ['PAGEREF', link.get(W + 'anchor'), '\\h'], code
            texts = [t.text or '' for t in link.iter(W + 't')]
            yield ''.join(texts[:-1]), link.get(W + 'anchor'), texts[-1]


def heading_of(root, bookmark):
    starts = [n for n in root.iter(W + 'bookmarkStart') if n.get(W + 'name') == bookmark]
    assert len(starts) == 1, f'{bookmark} finns {len(starts)} gånger'
    return text_of(next(n for n in starts[0].iterancestors(W + 'p')))


def check_the_report_names_the_pages_of_its_headings(bench):
    need_office()
    result = bench.run('skapa', bench.sample(SAMPLE), '--ut', 'ut', '--sidnummer')
    yield from expect_run(result, 0)
    root = story(bench, REPORT)
    found = list(entries(root))
    pages = pages_of(bench, REPORT)
    first = max(i for i, page in enumerate(pages) if '.....' in page) + 1  # behind the contents
    last, sure = first, 0
    for text, bookmark, page in found:
        heading = re.sub(r'\s+', ' ', heading_of(root, bookmark))
        if not text.endswith(heading):
            yield f'{text!r} leder till {heading!r}'
        places = [i + 1 for i in range(first, len(pages)) if heading in pages[i]]
        sure += len(places) == 1
        if int(page) not in places or int(page) < last:
            yield f'{heading!r} sägs stå på sida {page}, står på {places}'
        last = int(page)
    if sure < 20:
        yield f'bara {sure} rubriker finns på en enda sida; provet prövar för lite'
    if len(found) < 40 or len({page for _, _, page in found}) < 6:
        yield f'bara {len(found)} rader i innehållsförteckningen'
    shown = [f'Sida {i + 1} ({len(pages)})' in page for i, page in enumerate(pages)]
    if not all(shown[1:]):
        yield f'sidorna säger inte vilka de är: {shown}'


def field(code, result='?'):
    part = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (part.format('begin') + f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
            + part.format('separate') + f'<w:r><w:t>{result}</w:t></w:r>' + part.format('end'))


class Template:
    """A .docx with contents and a heading with some pages of text for each section."""

    def __init__(self):
        self.document = docx.Document()
        self.body = self.document.element.body

    def put(self, inner, properties=''):
        self.body.insert(len(self.body) - 1, parse_xml(f'<w:p {DECLARED}><w:pPr>{properties}</w:pPr>{inner}</w:p>'))

    def contents(self, code):
        self.put(field(code, 'gammalt'))

    def heading(self, text, bookmark=None):
        mark = f'<w:bookmarkStart w:id="900" w:name="{bookmark}"/>' if bookmark else ''
        end = '<w:bookmarkEnd w:id="900"/>' if bookmark else ''
        self.put(f'{mark}<w:r><w:t>{text}</w:t></w:r>{end}', '<w:pStyle w:val="Heading1"/>')

    def pages(self, count):
        for number in range(count):
            for _ in range(20):
                self.document.add_paragraph('text ' * 40)
            if number + 1 < count:
                self.document.add_page_break()

    def end_section(self, numbering):
        self.put('', f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>{numbering}</w:sectPr>')

    def save(self, bench, name='mall.docx'):
        self.document.save(bench.path(name))
        return name


def filled(bench, template, *options):
    return bench.run('fyll', template, bench.write('data.json', '{"x": "Åsa"}'), '--ut', 'ut.docx', '--sidnummer',
                     *options)


def check_numbers_are_those_of_their_sections(bench):
    """Roman pages first, then anew from 1, then on from 11; the text names pages and how many they are."""
    need_office()
    template = Template()
    template.contents('TOC \\o "1-3" \\h \\z \\u')
    template.put('<w:r><w:t xml:space="preserve">Hela: </w:t></w:r>' + field('NUMPAGES', '99') +
                 '<w:r><w:t xml:space="preserve"> delen: </w:t></w:r>' + field('SECTIONPAGES', '98') +
                 '<w:r><w:t xml:space="preserve"> se sidan </w:t></w:r>' + field('PAGEREF _Ref77 \\h', '97') +
                 '<w:r><w:t xml:space="preserve"> här: </w:t></w:r>' + field('PAGE', '96') +
                 '<w:r><w:t xml:space="preserve"> {{x}}</w:t></w:r>')
    template.document.add_page_break()
    template.heading('Förord')
    template.pages(2)
    template.end_section('<w:pgNumType w:fmt="lowerRoman"/>')
    template.heading('Inledning')
    template.pages(2)
    template.end_section('<w:pgNumType w:start="1"/>')
    template.heading('Slutord', '_Ref77')
    template.pages(1)
    template.body.find(W + 'sectPr').find(W + 'pgMar').addnext(parse_xml(f'<w:pgNumType {DECLARED} w:start="11"/>'))
    result = filled(bench, template.save(bench))
    yield from expect_run(result, 0, err='')
    root = story(bench, 'ut.docx')
    shown = [(text, page) for text, _, page in entries(root)]
    pages = pages_of(bench, 'ut.docx')
    where = {name: next(i for i, page in enumerate(pages) if i > 0 and page.strip().startswith(name)) + 1
             for name in ('Förord', 'Inledning', 'Slutord')}
    roman = {2: 'ii', 3: 'iii'}
    if shown != [('Förord', roman[where['Förord']]), ('Inledning', '1'), ('Slutord', '11')]:
        yield f'innehållet är {shown}, sidorna {where}'
    line = next(text_of(p) for p in root.iter(W + 'p') if text_of(p).startswith('Hela: '))
    own = where['Inledning'] - 1
    if line != f'Hela: {len(pages)} delen: {own} se sidan 11 här: i Åsa':
        yield f'texten säger {line!r}; sidorna är {len(pages)}, {where}'


def check_many_headings_and_a_long_list_settle(bench):
    """The contents take pages of their own, which moves every heading."""
    need_office()
    template = Template()
    template.contents('TOC \\o "1-3" \\h')
    for number in range(200):
        template.heading(f'Avsnitt {number} {{{{x}}}}')
        for _ in range(3):
            template.document.add_paragraph('text ' * 60)
    yield from expect_run(filled(bench, template.save(bench)), 0, err='')
    pages = pages_of(bench, 'ut.docx')
    found = list(entries(story(bench, 'ut.docx')))
    if len(found) != 200:
        yield f'{len(found)} rader i innehållsförteckningen'
    for text, _, page in found:
        real = [i + 1 for i, words in enumerate(pages) if f'{text} text' in words or words.rstrip().endswith(text)]
        if real != [int(page)]:
            yield f'{text!r} sägs stå på sida {page}, står på {real}'


def check_lists_of_tables_have_pages_too(bench):
    need_office()
    template = Template()
    template.contents('TOC \\h \\z \\c "Tabell"')
    for number in range(3):
        template.document.add_page_break()
        template.put('<w:r><w:t xml:space="preserve">Tabell </w:t></w:r>' + field('SEQ Tabell') +
                     '<w:r><w:t xml:space="preserve"> för {{x}}</w:t></w:r>')
    yield from expect_run(filled(bench, template.save(bench)), 0, err='')
    shown = [(text, page) for text, _, page in entries(story(bench, 'ut.docx'))]
    if shown != [('Tabell 1 för Åsa', '2'), ('Tabell 2 för Åsa', '3'), ('Tabell 3 för Åsa', '4')]:
        yield f'förteckningen är {shown}'


def check_contents_that_say_no_have_no_numbers(bench):
    need_office()
    template = Template()
    template.contents('TOC \\o "1-3" \\n \\h')
    template.heading('Förord {{x}}')
    yield from expect_run(filled(bench, template.save(bench)), 0, err='')
    root = story(bench, 'ut.docx')
    if list(entries(root)) or [text_of(link) for link in root.iter(W + 'hyperlink')] != ['Förord Åsa']:
        yield 'innehållet har sidnummer, fast dess kod säger nej'


def check_nothing_is_left_in_the_temporary_folder(bench):
    need_office()
    os.mkdir(bench.path('tillfälligt'))
    result = bench.run('skapa', bench.sample(SAMPLE), '--ut', 'ut', '--sidnummer', TMPDIR=bench.path('tillfälligt'))
    yield from expect_run(result, 0)
    if 'FIL-080' in result.err:
        yield f'sidnumren skrevs inte: {result.err[-300:]!r}'
    if left := os.listdir(bench.path('tillfälligt')):
        yield f'kvar ligger {left}'


def check_without_libreoffice_the_document_is_made_and_that_is_said(bench):
    template = Template()
    template.contents('TOC \\o "1-3" \\h')
    template.heading('Förord {{x}}')
    template.save(bench)
    data = bench.write('data.json', '{"x": "Åsa"}')
    os.mkdir(bench.path('tom'))
    yield from expect_run(bench.run('fyll', 'mall.docx', data, '--ut', 'utan.docx'), 0, err='')
    result = bench.run('fyll', 'mall.docx', data, '--ut', 'med.docx', '--sidnummer', PATH=bench.path('tom'))
    yield from expect_run(result, 0, 'med.docx\n')
    if not result.err.startswith(MISSING.format('med.docx')):
        yield f'standard fel är {result.err!r}'
    files = contents(bench.scratch)
    if files['utan.docx'] != files['med.docx']:
        yield 'dokumentet är inte detsamma som utan --sidnummer'


def program_for_office(bench, script):
    os.makedirs(bench.path('bin'), exist_ok=True)
    path = bench.path('bin', 'soffice')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('#!/bin/sh\n' + script + '\n')
    os.chmod(path, 0o755)
    return bench.path('bin') + ':' + os.environ['PATH']


def check_a_libreoffice_that_fails_costs_only_the_numbers(bench):
    folder = bench.sample(SAMPLE)
    for script, why in (('exit 1', 'LibreOffice kunde inte läsa dokumentet.'),
                        ('cp "$TMPDIR/in.docx" "$TMPDIR/ut/in.docx"', 'LibreOffice gav inte samma sidor varje gång.'),
                        ('echo text > "$TMPDIR/ut/in.docx"', 'LibreOffice kunde inte läsa dokumentet.')):
        result = bench.run('skapa', folder, '--ut', 'ut', '--sidnummer', '--skriv-over',
                           PATH=program_for_office(bench, script))
        yield from expect_run(result, 0)
        if f'upplysning[FIL-080]: Sidnumren skrevs inte i dokumentet. {why}\n' not in result.err:
            yield f'{script!r}: standard fel är {result.err[-400:]!r}'
        if list(entries(story(bench, REPORT))):
            yield f'{script!r}: dokumentet har sidnummer'


def check_an_interrupted_layout_leaves_nothing(bench):
    folder = bench.sample(SAMPLE)
    os.mkdir(bench.path('tillfälligt'))
    path = program_for_office(bench, f'touch "{bench.path("igång")}"; sleep 60 & wait')
    before = contents(bench.path(folder))
    process = subprocess.Popen([bench.program, 'skapa', folder, '--sidnummer'], cwd=bench.scratch,
                               env={**os.environ, 'PATH': path, 'TMPDIR': bench.path('tillfälligt')},
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    end = time.monotonic() + LONGEST_WAIT
    while not os.path.exists(bench.path('igång')) and time.monotonic() < end:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    if process.wait(timeout=LONGEST_WAIT) != -signal.SIGINT:
        yield f'programmet slutade med {process.returncode}'
    if left := os.listdir(bench.path('tillfälligt')):
        yield f'kvar ligger {left}'
    yield from changes(before, contents(bench.path(folder)))


def check_workbooks_have_no_page_numbers(bench):
    data = bench.write('data.json', '{"Namn": "Åsa"}')
    shutil.copy(os.path.join(os.path.dirname(__file__), '..', '..', 'templates', 'aktivitetsplan.xlsx'),
                bench.path('plan.xlsx'))
    result = bench.run('fyll', 'plan.xlsx', data, '--ut', 'ut.xlsx', '--sidnummer')
    if result.code == 0 and 'Sidnummer skrivs bara i Word-dokument.' not in result.err:
        yield f'standard fel är {result.err!r}'
