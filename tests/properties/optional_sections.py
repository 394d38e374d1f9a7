"""A section that is switched on adds its own paragraphs and changes nothing else: no number, no line of the contents."""
import itertools
import os

import openpyxl
from docx_outline import document_outline

FOLDER = 'forskolenamnden-2025'
SWITCHES = ('sammanfattning i siffror', 'tidigare aktiviteter', 'intressenter', 'nyckeltal', 'måluppfyllelse', 'riskmatris',
            'förslag till beslut', 'förvaltningschefens bedömning', 'ISO-täckning', 'lagtäckning')


def outline_with(bench, switches):
    """The report's outline with those sections on."""
    folder = bench.sample(FOLDER, 'tillval-' + '-'.join(str(SWITCHES.index(switch)) for switch in switches))
    path = bench.path(folder, 'Grunduppgifter.xlsx')
    book = openpyxl.load_workbook(path)
    for switch in switches:
        book['Uppgifter'].append([f'Visa {switch}', 'Ja'])
    book.save(path)
    result = bench.run('skapa', folder, '--ut', 'ut-tillval', '--skriv-over')
    assert result.code == 0, result.err
    target = bench.path('ut-tillval')
    report = next(name for name in os.listdir(target) if name.endswith('.docx'))
    return document_outline(os.path.join(target, report))


def lost_line(before, after):
    """The first line that does not come again in the same order; None when all do."""
    rest = iter(after)
    return next((line for line in before if line not in rest), None)


def headings(lines):
    """Numbers and texts of the headings, and of the contents, as one person reads them."""
    in_text = [line.split('] ', 1)[1] for line in lines if line.startswith(('[Rubrik', '[Bilagerubrik'))]
    in_contents = [line.split('] ', 1)[1].replace('→', ' ') for line in lines if line.startswith('[Innehåll ')]
    # Headings of level 5 and the title of the report are in no contents.
    return [text for text in in_text if text in in_contents], in_contents


def check_a_section_alone_changes_nothing_else(bench):
    before = outline_with(bench, [])
    for switch in SWITCHES:
        after = outline_with(bench, [switch])
        if len(after) <= len(before):
            yield f'{switch}: inget avsnitt kom till'
        elif (line := lost_line(before, after)) is not None:
            yield f'{switch}: ”{line}” har ändrats'


def check_contents_and_references_follow_any_two_sections(bench):
    for pair in itertools.islice(itertools.combinations(SWITCHES, 2), 0, None, 3):
        lines = outline_with(bench, pair)
        in_text, in_contents = headings(lines)
        if in_text != in_contents:
            yield f'{pair}: innehållsförteckningen är {in_contents}, rubrikerna {in_text}'
        if any('Fel!' in line or 'Error' in line for line in lines):
            yield f'{pair}: en hänvisning leder ingenstans'
