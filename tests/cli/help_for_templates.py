"""What helps whoever edits a template: copies with comments, mallhjälp, documents filled with made-up data."""
import os
import zipfile

import docx
import openpyxl
from bench import changes, contents, expect_run, refusal
from docx.oxml.ns import qn

KINDS = ('0 rader', '1 rad', '2 rader', '40 rader', 'långa texter')
EXISTS = ('FIL-076', 'Dokumentet finns redan och skrivs inte över.')
NAME_HINT = 'Lägg till --skriv-over, eller välj ett annat namn med --ut.'
HELP = 'Hjälp: genomgang --hjalp\n'
CLOSING = 'Se efter att de tomma meningarna, de långa tabellerna och de långa texterna blir som du vill.\n'
COPY = ('Kopian har en {} vid varje plats. Den går att rätta i: kommentarerna kommer inte med när den fylls i.\n')


def word(bench, name, *paragraphs):
    document = docx.Document()
    document.core_properties.title = 'Mall'
    for language in document.styles.element.iter(qn('w:lang')):
        language.set(qn('w:val'), 'sv-SE')
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(bench.path(name))
    return name


def workbook(bench, name, cells):
    book = openpyxl.Workbook()
    for cell, text in cells.items():
        book.active[cell] = text
    book.save(bench.path(name))
    return name


def without_office(bench):
    """A PATH where there is no LibreOffice."""
    os.makedirs(bench.path('bin'), exist_ok=True)
    return {'PATH': bench.path('bin')}


def text_of(path):
    return '\n'.join(paragraph.text for paragraph in docx.Document(path).paragraphs)


def check_a_marked_word_copy_leaves_the_template_alone(bench):
    word(bench, 'mall.docx', 'Till {{Nämdn}}')
    before = contents(bench.scratch)
    result = bench.run('mallkontroll', 'mall.docx', '--ut', 'kopia.docx')
    yield from expect_run(result, 4, 'kopia.docx\n')
    if not result.err.endswith(COPY.format('kommentar')):
        yield result.err[-200:]
    after = contents(bench.scratch)
    after.pop('kopia.docx')
    yield from changes(before, after)
    with zipfile.ZipFile(bench.path('kopia.docx')) as copy:
        comments = copy.read('word/comments.xml').decode()
    if 'Taggen ”{{Nämdn}}”: Fältet ”Nämdn” finns inte.' not in comments or 'Menade du ”Nämnd”?' not in comments:
        yield comments
    again = bench.run('mallkontroll', 'mall.docx', '--ut', 'kopia.docx')
    yield from expect_run(again, 5, '', refusal(*EXISTS, './kopia.docx', NAME_HINT))
    yield from expect_run(bench.run('mallkontroll', 'mall.docx', '--ut', 'kopia.docx', '--skriv-over'), 4,
                          'kopia.docx\n')


def check_a_marked_workbook_has_notes(bench):
    workbook(bench, 'mall.xlsx', {'B2': '{{Nämdn}}', 'B3': '{{Rapportår}}'})
    result = bench.run('mallkontroll', 'mall.xlsx', '--ut', 'kopia.xlsx')
    yield from expect_run(result, 4, 'kopia.xlsx\n')
    if not result.err.endswith(COPY.format('anteckning')):
        yield result.err[-200:]
    sheet = openpyxl.load_workbook(bench.path('kopia.xlsx')).active
    notes = {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}
    wanted = {'B2': 'Fel M012\nTaggen ”{{Nämdn}}”: Fältet ”Nämdn” finns inte.\nMenade du ”Nämnd”?'}
    if notes != wanted:
        yield f'{notes!r}'


def check_no_copy_without_anything_to_say(bench):
    word(bench, 'mall.docx', 'Till {{Nämnd}}')
    result = bench.run('mallkontroll', 'mall.docx', '--ut', 'kopia.docx')
    yield from expect_run(result, 0, '')
    if not result.err.endswith('\nMallen kan fyllas i. Det finns inget att påpeka på någon plats i mallen, så ingen '
                               'kopia skrevs.\n'):
        yield result.err
    if os.path.exists(bench.path('kopia.docx')):
        yield 'en kopia skrevs'


def check_faults_of_the_workbooks_are_told_of_in_one_line(bench):
    word(bench, 'mall.docx', 'Till {{Nämnd}}')
    result = bench.run('mallkontroll', 'mall.docx', '--data', bench.sample('trasig'))
    wanted = ('upplysning[FIL-091]: Arbetsböckerna i mappen har själva 17 fel, som inte visas här.\n'
              '  plats: trasig\n'
              '  tips: genomgang kontrollera ')
    if wanted not in result.err:
        yield result.err


def check_a_damaged_template_gives_no_copy(bench):
    bench.write('mall.docx', 'inte en mall')
    result = bench.run('mallkontroll', 'mall.docx', '--ut', 'kopia.docx')
    yield from expect_run(result, 5, '')
    if not result.err.endswith(' Ingen kopia med kommentarer skrevs.\n'):
        yield result.err
    if os.path.exists(bench.path('kopia.docx')):
        yield 'en kopia skrevs'


def check_names_that_a_copy_cannot_have(bench):
    word(bench, 'mall.docx', '{{Nämdn}}')
    before = contents(bench.scratch)
    for name, sentence in (
            ('mall.docx', 'Kopian kan inte ha mallens namn, för mallen ska vara kvar som den är. '
                          'Välj ett annat med --ut.'),
            ('kopia.xlsx', 'Kopian är av samma slag som mallen: låt namnet efter --ut sluta på .docx.')):
        yield from expect_run(bench.run('mallkontroll', 'mall.docx', '--ut', name, '--skriv-over'), 2, '',
                              f'{sentence}\n{HELP}')
    yield from changes(before, contents(bench.scratch))


def check_mallhjalp_in_word_and_excel(bench):
    folder = bench.sample('forskolenamnden-2025')
    yield from expect_run(bench.run('falt', folder, '--ut', 'mallhjalp.docx'), 0, 'mallhjalp.docx\n', '')
    yield from expect_run(bench.run('falt', '--ut', 'mallhjalp.xlsx'), 0, 'mallhjalp.xlsx\n', '')
    document = docx.Document(bench.path('mallhjalp.docx'))
    if document.core_properties.title != 'Mallhjälp – listor och fält' or document.core_properties.language != 'sv-SE':
        yield f'{document.core_properties.title!r} {document.core_properties.language!r}'
    headings = [p.text for p in document.paragraphs if p.style.name == 'Heading 1']
    if headings[:2] != ['Enskilda värden', 'Aktiviteter'] or 'förra årets VoR' not in headings:
        yield f'{headings}'
    first = document.tables[0]
    if [c.text for c in first.rows[1].cells] != ['Nämnd', '{{Nämnd}}', 'text', 'Nämndens namn som det står i löpande '
                                                 'text, till exempel förskolenämnden.', 'förskolenämnden']:
        yield f'{[c.text for c in first.rows[1].cells]}'
    if any(not table.rows[0]._tr.xpath('./w:trPr/w:tblHeader') for table in document.tables):
        yield 'en tabell utan rubrikrad'
    sheet = openpyxl.load_workbook(bench.path('mallhjalp.xlsx'))['Fält']
    if sheet['C6'].value != '{{Nämnd}}' or sheet.freeze_panes != 'C6' or 'Fält' not in sheet.tables:
        yield f'{sheet["C6"].value} {sheet.freeze_panes} {list(sheet.tables)}'
    yield from expect_run(bench.run('falt', '--ut', 'mallhjalp.xlsx'), 5, '',
                          refusal(*EXISTS, './mallhjalp.xlsx', NAME_HINT))
    yield from expect_run(bench.run('falt', '--ut', 'mallhjalp.pdf'), 2, '',
                          f'Låt namnet efter --ut sluta på .docx eller .xlsx.\n{HELP}')


def check_mallprov_without_libreoffice(bench):
    word(bench, 'mall.docx', 'Antal: {{VoR.antal}}', '{{för varje r i VoR}}', '{{r.Område}}', '{{annars}}',
         'Inga risker.', '{{slut}}')
    names = [f'prov/mallprov {kind}.docx' for kind in KINDS]
    result = bench.run('mallprov', 'mall.docx', '--ut', 'prov', **without_office(bench))
    yield from expect_run(result, 0, '\n'.join(names) + '\n')
    note = ('upplysning[FIL-090]: Ingen PDF gjordes: LibreOffice finns inte på datorn.\n  plats: mall.docx\n'
            '  tips: Dokumenten är skrivna ändå; öppna dem i Word eller Excel.\n')
    if not result.err.startswith(note) or not result.err.endswith(CLOSING):
        yield result.err
    for name, wanted in ((names[0], 'Antal: 0\nInga risker.'), (names[1], 'Antal: 1\nExempel Område 1'),
                         (names[2], 'Antal: 2\nExempel Område 1\nExempel Område 2')):
        if text_of(bench.path(name)) != wanted:
            yield f'{name}: {text_of(bench.path(name))!r}'
    if not text_of(bench.path(names[3])).endswith('Exempel Område 40'):
        yield 'inte fyrtio rader'
    if 'A & B, 1 < 2 > 0, "citat"' not in text_of(bench.path(names[4])):
        yield text_of(bench.path(names[4]))[:400]


def check_mallprov_in_the_shape_of_data(bench):
    bench.write('data.json', '{"Titel": "x", "Böcker": [{"Namn": "x", "Sidor": 12}]}')
    workbook(bench, 'mall.xlsx', {'A1': '{{Titel}}', 'A2': '{{Böcker.antal}}'})
    result = bench.run('mallprov', 'mall.xlsx', '--data', 'data.json', '--ut', 'prov', **without_office(bench))
    yield from expect_run(result, 0, ''.join(f'prov/mallprov {kind}.xlsx\n' for kind in KINDS))
    sheet = openpyxl.load_workbook(bench.path('prov', 'mallprov 2 rader.xlsx')).active
    if (sheet['A1'].value, sheet['A2'].value) != ('Exempel Titel', 2):
        yield f'{sheet["A1"].value!r} {sheet["A2"].value!r}'


def check_mallprov_writes_all_or_none(bench):
    word(bench, 'fel.docx', '{{Nämdn}}')
    result = bench.run('mallprov', 'fel.docx', '--ut', 'prov', **without_office(bench))
    yield from expect_run(result, 4, '')
    if not result.err.endswith('Inga dokument skrevs.\n') or os.path.exists(bench.path('prov')):
        yield result.err
    word(bench, 'mall.docx', '{{Nämnd}}')
    os.makedirs(bench.path('prov'))
    bench.write('prov/mallprov 40 rader.docx', 'mitt eget')
    before = contents(bench.path('prov'))
    yield from expect_run(bench.run('mallprov', 'mall.docx', '--ut', 'prov', **without_office(bench)), 5, '')
    yield from changes(before, contents(bench.path('prov')))
    yield from expect_run(bench.run('mallprov', 'mall.docx'), 2, '',
                          f'Skriv vilken mapp dokumenten ska ligga i: --ut MAPP.\n{HELP}')
