"""The protocol accounts for every row, and what it says of a text is what the cells hold."""
import glob
import html.parser
import os

import openpyxl
from bench import changes, contents
from openpyxl.utils import range_boundaries
from source_rows import normal

FOLDERS = ('forskolenamnden-2025', 'ekdalens-stadsdelsnamnd-2026')
FEWEST_TEXTS = 150  # a protocol that says nothing must not pass
FEWEST_ROWS = 100


def made(bench, folder):
    """The protocol of a sample, and the page beside it."""
    bench.sample(folder)
    result = bench.run('skapa', folder, '--ut', f'ut-{folder}')
    assert result.code == 0, result.err
    found = [glob.glob(bench.path(f'ut-{folder}', f'Granskningsprotokoll *.{kind}'))[0] for kind in ('xlsx', 'html')]
    return openpyxl.load_workbook(found[0]), found[1]


def lines_of(book, name):
    """The rows of a table of the protocol as dictionaries by heading."""
    for sheet in book:
        if name in sheet.tables:
            headings, *rows = [[cell.value for cell in row] for row in sheet[sheet.tables[name].ref]]
            return [dict(zip(headings, row)) for row in rows]
    raise AssertionError(f'protokollet har ingen tabell {name}')


def filled_rows(sheet):
    """The numbers of the rows that hold something below the sheet's first wide row, its headings."""
    rows = [(number, sum(value is not None for value in values))
            for number, values in enumerate(sheet.iter_rows(values_only=True), 1)]
    head = next((number for number, cells in rows if cells > 1), None)
    return [number for number, cells in rows if head and number > head and cells]


def check_every_row_of_every_sheet_is_accounted_for(bench):
    for folder in FOLDERS:
        book, _ = made(bench, folder)
        told = {(line['Fil'], line['Blad'], int(line['Rad'])) for line in lines_of(book, 'Rader')}
        known = {(line['Fil'], line['Blad']) for line in lines_of(book, 'Blad') if line['Läst som'] != 'inga rader lästes'}
        wanted = set()
        for path in glob.glob(bench.path(folder, '*.xlsx')):
            for sheet in openpyxl.load_workbook(path):
                name = os.path.basename(path)
                if (name, sheet.title) in known:
                    wanted |= {(name, sheet.title, number) for number in filled_rows(sheet)}
        yield from (f'{folder}: {" › ".join(map(str, row))} står inte i Rader' for row in sorted(wanted - told))
        if len(wanted) < FEWEST_ROWS:
            yield f'{folder}: bara {len(wanted)} rader prövades'


def check_a_text_holds_what_its_cell_holds(bench):
    """Of each paragraph that is made of one cell: the cell's first words stand in it."""
    for folder in FOLDERS:
        book, _ = made(bench, folder)
        books, tried = {}, 0
        for line in lines_of(book, 'Ursprung'):
            if line['Dokument'] != 'Rapport' or ':' in line['Celler'] or ',' in line['Celler'] or line['Hur'] != 'visas' or line['Blad'] == 'Skalor':
                continue
            file = line['Kommer från fil']
            if file not in books:
                books[file] = openpyxl.load_workbook(bench.path(folder, file))
            column, row, _, _ = range_boundaries(line['Celler'])
            value = books[file][line['Blad']].cell(row, column).value
            # A scale is looked into, not shown.
            if not isinstance(value, str) or len(value) < 12 or line['Kolumner'] == 'Ansvarstyp':
                continue
            tried += 1
            pieces = [normal(piece) for piece in value.replace('**', '').lower().splitlines() if piece.strip(' -•')]
            shown = normal(line['Text']).lower()
            if not any(piece.strip('-• .')[:40] in shown or shown in piece for piece in pieces):
                yield f'{folder}: {line["Celler"]} ({value[:50]!r}) står inte i {line["Text"][:60]!r}'
        if tried < FEWEST_TEXTS // 3:
            yield f'{folder}: bara {tried} texter prövades'


def check_the_same_run_gives_the_same_protocol(bench):
    folder = bench.sample(FOLDERS[0])
    for target in ('ett', 'två'):
        assert bench.run('skapa', folder, '--ut', target, TZ=f'Etc/GMT-{len(target)}').code == 0
    yield from changes(contents(bench.path('ett')), contents(bench.path('två')))


class Page(html.parser.HTMLParser):
    """What a browser would stumble over: elements that do not close, headings that leap, cells without scope."""
    EMPTY = {'meta', 'br', 'link'}

    def __init__(self):
        super().__init__()
        self.open, self.faults, self.level, self.seen = [], [], 0, set()

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.seen.add(tag)
        if tag not in self.EMPTY:
            self.open.append(tag)
        if tag in ('h1', 'h2', 'h3'):
            if int(tag[1]) > self.level + 1:
                self.faults.append(f'{tag} följer på nivå {self.level}')
            self.level = int(tag[1])
        if tag == 'th' and attributes.get('scope') not in ('row', 'col'):
            self.faults.append('th utan scope')
        if tag == 'html' and attributes.get('lang') != 'sv':
            self.faults.append('sidan säger inte att den är på svenska')
        if tag in ('script', 'img', 'iframe', 'link') or any(name.startswith('on') for name in attributes):
            self.faults.append(f'{tag} får inte finnas')

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f'{tag} slutar där det inte börjar')


def check_the_page_is_whole_and_says_what_the_workbook_says(bench):
    for folder in FOLDERS:
        book, page = made(bench, folder)
        with open(page, encoding='utf-8') as file:
            text = file.read()
        parser = Page()
        parser.feed(text)
        yield from (f'{folder}: {fault}' for fault in parser.faults[:10] + [f'{tag} är öppen' for tag in parser.open])
        if not {'h1', 'h2', 'table', 'caption', 'thead', 'nav', 'main'} <= parser.seen:
            yield f'{folder}: sidan har bara {sorted(parser.seen)}'
        if "default-src 'none'" not in text:
            yield f'{folder}: sidan har ingen Content-Security-Policy'
        for line in lines_of(book, 'Rader'):
            if f'<td>{html.escape(str(line["Beteckning"]))}</td>' not in text:
                yield f'{folder}: {line["Beteckning"]} står inte på sidan'
