"""Every text of the workbooks is in the report or the plan, or a table here says why it is not."""
import glob

import docx
import openpyxl
from outline import block_lines
from source_rows import facts_of, folder_rows, list_of, normal, pieces, plain

FOLDERS = ('forskolenamnden-2025', 'ekdalens-stadsdelsnamnd-2026')

# Lists of which the default templates print nothing, or only what code makes of them.
LISTS_NOT_PRINTED = {
    'IKP',  # only last year's controls are reported
    'Roller', 'Skalor', 'Ordlista',  # checked against, not printed
    'Incidenter',  # counted only: the texts are about persons
    'Klassning',  # counted only; for a board's own template
    'Kom ihåg',  # no list of the contract
}

SECRECY = {'Sekretess', 'Lagrum', 'Öppen text'}  # for the public version

# Columns that the default templates do not print, list by list. A column that is not here must be printed.
COLUMNS_NOT_PRINTED = {
    'Uppgifter': {'Hjälp'},  # for the one who fills in the sheet; the field's name is left to FACTS_NOT_PRINTED
    'Textblock': {'Nyckel', 'Rubrik', 'Källa'},  # the template has headings of its own
    # Background to the text; what happens in the city is one running text without headings.
    'Omvärld': {'Typ', 'Källa', 'Påverkan på nämnden', 'Granskad datum', 'Gäller till', 'Ta med'},
    'Staden': {'Typ', 'Rubrik', 'Källa', 'Påverkan på nämnden', 'Granskad datum', 'Gäller till', 'Ta med'},
    # The risk analysis is a paper of its own; the report tells the events, this year's by area.
    'VoR': {'VoR-ID', 'Föregående VoR-ID', 'Orsak', 'Konsekvensbeskrivning', 'Process', 'Arbetssätt', 'Hantering',
            'Motivering', 'Riskägare', 'Systematiska kontroller', 'Cybersäkerhetslagen', 'Informationssäkerhet',
            'Vår anteckning'} | SECRECY,
    'förra årets VoR': {'VoR-ID', 'Risk-ID', 'Område', 'Nämndmål', 'Orsak', 'Konsekvensbeskrivning', 'Arbetssätt',
                        'Hantering', 'Motivering', 'Riskägare', 'Systematiska kontroller', 'Cybersäkerhetslagen',
                        'Informationssäkerhet', 'Vår anteckning', 'Ärende i ILS'},
    # The table shows what was controlled, how, how often and with what result.
    'förra årets IKP': {'Kontroll-ID', 'VoR-ID', 'Process', 'Syfte', 'Tidpunkt', 'Kontrollansvarig', 'Rapporteras till',
                        'Informationssäkerhet', 'Genomförd', 'Kommentar', 'Åtgärd', 'Ansvarig', 'Klart senast'},
    # Under the event's heading stand the assessment and the recommendation, in running text.
    'Uppföljning': {'VoR-ID', 'Bedömning', 'Allvarlighetsgrad', 'Trend', 'Uppföljningsmetod', 'I samsyn med',
                    'Aktivitets-ID'} | SECRECY,
    'Revisioner': {'Revisions-ID', 'Typ'},
    'Iakttagelser': {'Revisions-ID', 'Iakttagelse-ID', 'Rekommendation', 'Status', 'Aktivitets-ID'} | SECRECY,
    # The officer's report is a paper of its own.
    'Rekommendationer': {'DSO-ID', 'Område', 'Artikel i GDPR', 'Risk', 'Prioriterad', 'Berör informationssäkerhet',
                         'Status', 'Aktivitets-ID', 'Vår anteckning'},
    'Aktiviteter': {'Vår anteckning', 'Ärende i e-arkiv'},  # the board's own columns
    # Of the sections to switch on, which the second folder has. The earlier plan is a document of its own.
    'Tidigare aktiviteter': {'Aktivitets-ID', 'Beskrivning', 'Ansvarstyp', 'Prioritet', 'Källa', 'VoR-ID',
                             'Status datum'},
    'Intressenter': {'Ta med'},
    'Nyckeltal': {'Nyckeltal-ID', 'Riktning'},  # the trend is judged by it
    'Mål': set(),
    'Beslut': {'Beslut-ID', 'Typ', 'Aktivitets-ID'},
}

# Rows of the sheet Uppgifter that the default templates do not print: they belong to the covering letter.
FACTS_NOT_PRINTED = {'Ärendetyp', 'Beslutsförslag', 'Omedelbar justering', 'Bilagor', 'Ansvarstext i lopp',
                     'Informationsklass (K/R/T)', 'Sammanträdesdatum'}

# Text blocks that the default template has no place for; `förbättringsunderlag` and others have fixed wording there.
BLOCKS_NOT_PRINTED = {'systematik', 'förbättringsunderlag', 'låga_risker'}

# Values that leave a row out, which the program tells in an upplysning or the report in a sentence.
LEAVES_OUT = {'Informationssäkerhet': 'Nej', 'Ta med': 'Nej', 'Berör informationssäkerhet': 'Nej'}

FEWEST_TEXTS = 200  # a reader that finds no texts must not pass


def document_text(folder):
    """All that a reader of the report and the plan sees, blanks made one."""
    report = docx.Document(glob.glob(f'{folder}/dokument/*.docx')[0])
    lines = block_lines(report, report.element.body)
    for section in report.sections:
        for part in (section.first_page_header, section.header, section.first_page_footer, section.footer):
            lines += block_lines(part, part._element)
    plan = openpyxl.load_workbook(glob.glob(f'{folder}/dokument/Aktivitetsplan*.xlsx')[0])
    lines += [str(cell.value) for sheet in plan.worksheets for row in sheet.iter_rows() for cell in row
              if cell.value is not None]
    return normal('\n'.join(lines).replace('°', ' ').replace('↵', ' ').replace('→', ' '))


def is_left_out(row, name):
    return name is None or any(row.values.get(column) == value for column, value in LEAVES_OUT.items())


def printed_texts(row, name):
    """The texts of a row that must be found, by column."""
    skipped = COLUMNS_NOT_PRINTED.get(name, set())
    if name == 'Uppgifter':
        skipped = skipped | {'Fält'} | ({'Värde'} if row.values['Fält'] in FACTS_NOT_PRINTED else set())
    if name == 'Textblock' and row.values['Nyckel'] in BLOCKS_NOT_PRINTED:
        return
    for column, value in row.values.items():
        if isinstance(value, str) and column not in skipped:
            for piece in pieces(value):
                yield column, piece


def check_no_text_is_lost(bench):
    for folder in FOLDERS:
        bench.sample(folder)
        yield from (f'{folder}: {fault}' for fault in faults_of_folder(bench, folder))


def faults_of_folder(bench, folder):
    result = bench.run('skapa', folder)
    if result.code != 0:
        yield f'skapa gav {result.code}: {result.err}'
        return
    rows = folder_rows(bench.path(folder))
    facts = facts_of(rows)
    text = document_text(bench.path(folder))
    sought = 0
    for row in rows:
        name = list_of(row, facts)
        if is_left_out(row, name) or name in LISTS_NOT_PRINTED:
            continue
        if name not in COLUMNS_NOT_PRINTED:
            yield f'bladet {row.sheet} finns inte i provets tabeller'
            continue
        for column, piece in printed_texts(row, name):
            sought += 1
            if isinstance(plain(piece), float):
                continue  # a number written as text: the plan's own check compares it
            # An event is a heading without its full stop in one place.
            if piece not in text and not all(part.strip() in text for part in piece.split(';')):
                yield f'{row.file} › {row.sheet} rad {row.number} › {column}: ”{piece[:90]}” finns inte'
    if sought < FEWEST_TEXTS:
        yield f'bara {sought} texter söktes'


def check_the_tables_of_this_check_name_columns_that_exist(bench):
    seen = {}
    for folder in FOLDERS:
        rows = folder_rows(bench.path(bench.sample(folder)))
        facts = facts_of(rows)
        for row in rows:
            seen.setdefault(list_of(row, facts), set()).update(filter(None, row.header))
    for name, columns in COLUMNS_NOT_PRINTED.items():
        yield from (f'{name} har ingen kolumn {column} i exempeldata' for column in columns - seen.get(name, set()))
    yield from (f'{name} finns inte i exempeldata' for name in LISTS_NOT_PRINTED - set(seen))


def plan_rows(folder):
    """The rows of the plan's table, by key."""
    sheet = openpyxl.load_workbook(glob.glob(f'{folder}/dokument/Aktivitetsplan*.xlsx')[0])['Aktivitetsplan']
    first, _, last = sheet.tables['Aktiviteter'].ref.partition(':')
    header, *rows = [[cell.value for cell in row] for row in sheet[first:last]]
    found = [dict(zip(header, map(plain, row))) for row in rows]
    return header, {(row['Aktivitets-ID'], row['Startår']): row for row in found}, len(rows)


def check_every_activity_is_in_the_plan(bench):
    for folder in FOLDERS:
        bench.sample(folder)
        bench.run('skapa', folder)
        header, plan, count = plan_rows(bench.path(folder))
        rows = [row for row in folder_rows(bench.path(folder)) if row.list == 'Aktiviteter']
        if not count == len(plan) == len(rows) > 0:
            yield f'{folder}: planen har {count} rader, arbetsboken {len(rows)}'
        own = COLUMNS_NOT_PRINTED['Aktiviteter']
        for row in rows:
            key = row.values['Aktivitets-ID'], row.values['Startår']
            if key not in plan:
                yield f'{folder}: aktiviteten {key} saknas i planen'
                continue
            for column, value in row.values.items():
                if column not in header and column not in own:
                    yield f'{folder}: kolumnen {column} saknas i planen'
                elif column in header and plan[key][column] != plain(value):
                    yield f'{folder} {key} › {column}: {plan[key][column]!r} i planen, {plain(value)!r} i arbetsboken'
            # A column that the plan has and the row leaves blank: blank, or the value that a blank means.
            meant = {'Grupp': 'Aktivitet', 'Sekretess': 'Öppen'}
            for column in set(header) - set(row.values):
                if plan[key].get(column) not in (None, '', meant.get(column)):
                    yield f'{folder} {key} › {column}: {plan[key][column]!r} i planen, tomt i arbetsboken'
